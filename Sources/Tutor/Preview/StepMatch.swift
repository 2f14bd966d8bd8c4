import Courseware
import Timelines

/// Which step of a scene that its author has changed is the one that was shown before.
struct StepMatch {
    let former: Scene
    let present: Scene

    /// The place in the present scene of a step of the former one, both 0-based.
    ///
    /// It is the step at the event of the same name, else the one that says the same, else, where there are as many steps
    /// as before, the one in the same place, else the one that ends nearest in time.
    ///
    /// - Returns: `nil` when there are no steps any more.
    func place(of index: Int) -> Int? {
        guard former.steps.indices.contains(index), !present.steps.isEmpty else { return nil }
        let step = former.steps[index]
        if let anchor = former.anchor(of: step),
            let place = nearest(to: index, where: { present.anchor(of: $0) == anchor })
        {
            return place
        }
        if let place = nearest(to: index, where: { $0.say == step.say }) { return place }
        if former.steps.count == present.steps.count { return index }
        return nearestInTime(to: index)
    }

    private func nearest(to index: Int, where isMeant: (Step) -> Bool) -> Int? {
        present.steps.indices.filter { isMeant(present.steps[$0]) }.min { abs($0 - index) < abs($1 - index) }
    }

    private func nearestInTime(to index: Int) -> Int? {
        let wanted = former.stops[index].instant
        let distances = present.stops.map { stop in abs((stop.instant - wanted).nanoseconds) }
        return distances.indices.min { (distances[$0], abs($0 - index)) < (distances[$1], abs($1 - index)) }
    }
}

extension Scene {
    /// The author's name for the event that a step is about.
    fileprivate func anchor(of step: Step) -> String? {
        timeline.events.indices.contains(step.event) ? timeline.events[step.event].anchor : nil
    }
}
