import Courseware
import Localization
import Simulator
import Study
import Timelines

extension PlayerScreen {
    /// The scene as the author tells it.
    var original: Scene { lesson.scenes[sceneIndex] }

    /// Whether the learner can change what happens.
    var isSimulated: Bool { original.simulation != nil && comparedScene == nil }

    /// The message that a change would be about: under the cursor, in flight, or the last that left.
    var targetMessage: Int? {
        // What a message brought about stands beside it, so the cursor there means the message too.
        if let cursor { return timeline.causes(of: cursor).lazy.compactMap { timeline.message(of: $0) }.first }
        let left = timeline.events.prefix(moment.happened).compactMap { event -> Int? in
            if case .sent(let message) = event.kind { message } else { nil }
        }
        let flying = left.last { if case .inFlight = timeline.journey(of: $0, at: moment) { true } else { false } }
        return flying ?? left.last
    }

    /// Makes a change, or takes it back, and shows the moment from which things may go differently.
    ///
    /// - Returns: Whether there was a message to do it to.
    mutating func tamper(_ effect: Fault.Effect, seed: UInt64) -> Bool {
        guard isSimulated, let message = targetMessage else { return false }
        let label = timeline.messages[message].label
        let place = changes.toggle(effect, on: message + 1, called: label)
        rerun(from: message)
        // Who is at a challenge has a goal, and wants to see whether it is reached.
        if let place, challenge == nil { ask(about: place, seed: seed) }
        return true
    }

    /// Takes the last change back; without one, puts the sliders back.
    ///
    /// - Returns: Whether there was one.
    mutating func undo() -> Bool {
        guard !changes.isEmpty else {
            guard !movedSliders.isEmpty else { return false }
            slide(to: sliders.map(\.start))
            endPeek()
            return true
        }
        removeChange(at: changes.items.count - 1)
        return true
    }

    /// Takes one change back: what was done to packets comes first, then the sliders that were moved.
    ///
    /// - Returns: `false` when a slider stays where it is because the scenario would have a fault without it.
    @discardableResult
    mutating func removeChange(at place: Int) -> Bool {
        guard changes.items.indices.contains(place) else {
            let row = place - changes.items.count
            guard movedSliders.indices.contains(row) else { return true }
            let slider = movedSliders[row]
            var places = sliderPlaces
            places[slider] = sliders[slider].start
            let isBack = slide(to: places)
            endPeek()
            return isBack
        }
        let number = changes.items[place].number
        changes.remove(at: place)
        rerun(from: number.map { $0 - 1 })
        endPeek()
        return true
    }

    /// Makes just these changes and shows the scene from its beginning.
    mutating func change(to faults: [Fault]) {
        changes.set(faults, in: original.changed(by: faults, sliding: sliding).timeline)
        rerun(from: nil)
        jump(to: 0)
    }

    /// Runs the scene with the changes and shows the moment when the message has just left.
    private mutating func rerun(from message: Int?) {
        playChanges()
        if changeCount == 0 { comparesClean = false }
        let hadCursor = cursor != nil
        cursor = nil
        showsDetails = false
        isPlaying = false
        guard let message, timeline.departures.indices.contains(message), let event = timeline.departures[message]
        else { return seek(to: min(show, pacing.length)) }
        seek(to: pacing.show(at: Moment(timeline.events[event].instant, happened: event + 1)))
        // The same key again is about the same packet.
        if hadCursor { cursor = event }
    }

    /// Asks what comes of a change, before it is shown.
    private mutating func ask(about place: Int, seed: UInt64) {
        let item = changes.items[place]
        guard let number = item.number, timeline.departures.indices.contains(number - 1),
            let departure = timeline.departures[number - 1]
        else { return }
        let others = changes.faults.indices.filter { $0 != place }.map { changes.faults[$0] }
        let asked = Prediction.consequence(
            asking: item.fault.effect.question(about: item.label), after: departure, in: timeline,
            insteadOf: original.changed(by: others, sliding: sliding).timeline, seed: seed)
        guard let (prediction, event) = asked else { return }
        let step = scene.steps.firstIndex { $0.event >= event }
        question = OpenQuestion(
            PosedQuestion(prediction, of: step.map { scene.steps[$0] } ?? Step(event: event, say: ""), seed: seed))
        // The answer shows everything up to what was asked about.
        pageAfterQuestion = step.map { $0 + 1 } ?? lastPage
    }
}
