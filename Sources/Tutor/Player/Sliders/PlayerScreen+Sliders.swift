import Courseware
import Simulator

extension PlayerScreen {
    /// What the learner can move in this scene; empty for nothing, and at a challenge, which is about one scenario.
    var sliders: [Slider] {
        challenge == nil && comparedScene == nil ? original.simulation?.sliders?.list ?? [] : []
    }

    /// Where the sliders stand: for each an index in its values.
    var sliderPlaces: [Int] { sliding ?? sliders.map(\.start) }

    /// The sliders that stand elsewhere than at first, as indices.
    var movedSliders: [Int] {
        sliders.indices.filter { sliders[$0].start != sliderPlaces[$0] }
    }

    /// How much the learner has changed.
    var changeCount: Int { changes.items.count + movedSliders.count }

    /// Shows the sliders, and what comes of where they stand.
    mutating func openSliders() {
        guard !sliders.isEmpty else { return }
        sheet = .sliders(row: 0)
        // At the opening nothing has happened yet, and a picture would have nothing to show. Who predicts wants no more.
        if page == 0, !predicts {
            jump(to: max(lastPage - 1, 0))
            isPeeking = true
        }
        textScroll = 0
    }

    /// Leaves the sliders; who has come from the opening and moved none is there again.
    mutating func closeSliders() {
        sheet = nil
        endPeek()
    }

    /// Leads whom the sliders took away from the opening back to it when nothing is changed.
    mutating func endPeek() {
        guard isPeeking, changeCount == 0 else { return }
        jump(to: 0)
        isPeeking = false
    }

    /// Moves a slider and runs the scene anew; the same page is shown, or the last one if it was.
    ///
    /// - Parameters:
    ///   - row: Which slider.
    ///   - distance: How many values further; ends at the last one.
    /// - Returns: `false` when it stays where it is because the scenario would have a fault.
    mutating func moveSlider(_ row: Int, by distance: Int) -> Bool {
        guard sliders.indices.contains(row) else { return true }
        var places = sliderPlaces
        places[row] = min(max(places[row] + distance, 0), sliders[row].values.count - 1)
        return slide(to: places)
    }

    /// Puts the sliders there and runs the scene anew.
    ///
    /// - Returns: `false` when they stay where they are because the scenario would have a fault.
    @discardableResult
    mutating func slide(to places: [Int]) -> Bool {
        guard places != sliderPlaces else { return true }
        guard original.simulation?.sliding(to: places) != nil else { return false }
        let wasLast = page == lastPage, wasLastStep = page == lastPage - 1
        let shown = page
        sliding = places == sliders.map(\.start) ? nil : places
        playChanges()
        // Another packet may have the number of the one that something was done to.
        if !changes.isEmpty { changes.set(changes.faults, in: timeline) }
        if changeCount == 0 { comparesClean = false }
        cursor = nil
        showsDetails = false
        isPlaying = false
        jump(to: wasLast ? lastPage : wasLastStep ? max(lastPage - 1, 0) : min(shown, lastPage))
        return true
    }
}
