import Courseware
import Localization
import Simulator
import Study
import Timelines

/// What the learner has changed in a simulated scene.
struct Changes: Equatable, Sendable {
    /// One change: what happens to which message, and what the message was called when it was made.
    struct Item: Equatable, Sendable {
        var fault: Fault
        var label: LocalizedText
        var number: Int
    }

    /// In the order in which they were made.
    private(set) var items: [Item] = []

    var faults: [Fault] { items.map(\.fault) }
    var isEmpty: Bool { items.isEmpty }

    /// The delays that pressing the key again goes through, before the change is taken back.
    static let delays: [Span] = [.milliseconds(100), .milliseconds(500), .seconds(1), .seconds(3)]

    /// Makes a change, or takes it back when it is there; a delay grows first.
    ///
    /// - Returns: Whether the fault is there now.
    mutating func toggle(_ effect: Fault.Effect, on number: Int, called label: LocalizedText) -> Bool {
        let target = Fault.Target.message(number)
        guard let place = items.firstIndex(where: { $0.fault.target == target && $0.fault.effect.isLike(effect) })
        else {
            items.append(Item(fault: Fault(effect, target), label: label, number: number))
            return true
        }
        if case .delay(let span) = items[place].fault.effect, let next = Self.delays.first(where: { $0 > span }) {
            items[place].fault.effect = .delay(next)
            return true
        }
        items.remove(at: place)
        return false
    }

    /// Takes the last change back.
    mutating func undo() { if !items.isEmpty { items.removeLast() } }

    /// Takes one back.
    mutating func remove(at place: Int) { if items.indices.contains(place) { items.remove(at: place) } }

    /// Makes just these changes.
    mutating func set(_ faults: [Fault], in timeline: Timeline) {
        items = faults.map { fault in
            guard case .message(let number) = fault.target, timeline.messages.indices.contains(number - 1) else {
                return Item(fault: fault, label: LocalizedText(fault.text), number: 0)
            }
            return Item(fault: fault, label: timeline.messages[number - 1].label, number: number)
        }
    }
}

extension Fault.Effect {
    /// Whether both are drops, both delays, and so on.
    func isLike(_ other: Fault.Effect) -> Bool {
        switch (self, other) {
        case (.drop, .drop), (.delay, .delay), (.duplicate, .duplicate), (.overtake, .overtake), (.corrupt, .corrupt):
            true
        default: false
        }
    }
}

extension PlayerScreen {
    /// The scene as the author tells it.
    var original: Scene { lesson.scenes[sceneIndex] }

    /// Whether the learner can change what happens.
    var isSimulated: Bool { original.simulation != nil && comparedScene == nil }

    /// The message that a change would be about: under the cursor, in flight, or the last that left.
    var targetMessage: Int? {
        if let cursor { return timeline.message(of: cursor) }
        let left = timeline.events.prefix(moment.happened).compactMap { event -> Int? in
            if case .sent(let message) = event.kind { message } else { nil }
        }
        let flying = left.last { if case .inFlight = timeline.journey(of: $0, at: moment) { true } else { false } }
        return flying ?? left.last
    }

    /// Makes a change, or takes it back, and shows the moment from which things go differently.
    mutating func tamper(_ effect: Fault.Effect, seed: UInt64) {
        guard isSimulated, let message = targetMessage else { return }
        let before = timeline
        let label = timeline.messages[message].label
        let isThere = changes.toggle(effect, on: message + 1, called: label)
        rerun(from: message)
        guard isThere,
            let departure = timeline.departures.indices.contains(message) ? timeline.departures[message] : nil
        else { return }
        ask(about: effect, label, after: departure, insteadOf: before, seed: seed)
    }

    /// Takes the last change back.
    mutating func undo() {
        guard let last = changes.items.last else { return }
        changes.undo()
        rerun(from: last.number - 1)
    }

    /// Takes one change back.
    mutating func removeChange(at place: Int) {
        guard changes.items.indices.contains(place) else { return }
        let number = changes.items[place].number
        changes.remove(at: place)
        rerun(from: number - 1)
    }

    /// Makes just these changes and shows the scene from its beginning.
    mutating func change(to faults: [Fault]) {
        changes.set(faults, in: timeline)
        rerun(from: nil)
        jump(to: 0)
    }

    /// Runs the scene with the changes and shows the moment when the message has just left.
    private mutating func rerun(from message: Int?) {
        setScene(changes.isEmpty ? original : original.changed(by: changes.faults))
        if changes.isEmpty { comparesClean = false }
        cursor = nil
        isPlaying = false
        guard let message, timeline.departures.indices.contains(message), let event = timeline.departures[message]
        else {
            seek(to: min(show, pacing.length))
            return
        }
        seek(to: pacing.show(at: Moment(timeline.events[event].instant, happened: event + 1)))
    }

    /// Asks what happens first, before it is shown.
    private mutating func ask(
        about effect: Fault.Effect, _ label: LocalizedText, after departure: Int, insteadOf clean: Timeline,
        seed: UInt64
    ) {
        let asked = Prediction.consequence(
            asking: effect.question(about: label), after: departure, in: timeline, insteadOf: clean, seed: seed)
        guard let (prediction, event) = asked else { return }
        let place = scene.steps.firstIndex { $0.event >= event }
        let step = place.map { scene.steps[$0] } ?? Step(event: event, say: "")
        question = OpenQuestion(PosedQuestion(prediction, of: step, seed: seed))
        // The answer shows everything up to what was asked about.
        pageAfterQuestion = place.map { $0 + 1 } ?? lastPage
    }
}

extension Fault.Effect {
    /// "You dropped the SYN. What happens first?"
    fileprivate func question(about label: LocalizedText) -> LocalizedText {
        LocalizedText { language in
            let name = label(language)
            return language == .chinese
                ? "你\(chinese("“\(name)”"))。最先发生的会是什么？" : "You \(english("the \(name)")). What happens first?"
        }
    }

    private func english(_ name: String) -> String {
        switch self {
        case .drop: "dropped \(name)"
        case .delay(let span): "delayed \(name) by \(span.text)"
        case .duplicate: "duplicated \(name)"
        case .overtake: "let the next one overtake \(name)"
        case .corrupt: "damaged \(name)"
        }
    }

    private func chinese(_ name: String) -> String {
        switch self {
        case .drop: "丢掉了\(name)"
        case .delay(let span): "让\(name)晚到\(span.text)"
        case .duplicate: "让\(name)送达两次"
        case .overtake: "让后一个包赶到了\(name)前面"
        case .corrupt: "弄坏了\(name)"
        }
    }
}

extension Timeline {
    /// The message that an event is about.
    func message(of event: Int) -> Int? {
        guard events.indices.contains(event) else { return nil }
        switch events[event].kind {
        case .sent(let message), .arrived(let message), .lost(let message): return message
        default: return nil
        }
    }
}
