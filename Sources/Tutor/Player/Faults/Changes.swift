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
        /// The message's number, 1 for the first; `nil` for a fault that does not name its message by number.
        var number: Int?
    }

    /// In the order in which they were made.
    private(set) var items: [Item] = []

    var faults: [Fault] { items.map(\.fault) }
    var isEmpty: Bool { items.isEmpty }

    /// The places in what then happens of the messages that something was done to.
    func messages(in timeline: Timeline) -> Set<Int> { Set(items.flatMap { $0.fault.messages(in: timeline) ?? [] }) }

    /// The delays that pressing the key again goes through, before the change is taken back.
    static let delays: [Span] = [.milliseconds(100), .milliseconds(500), .seconds(1), .seconds(3)]

    /// Makes a change, or takes it back when it is there; a delay grows first.
    ///
    /// - Returns: The change's place in ``items``; `nil` when it was taken back.
    mutating func toggle(_ effect: Fault.Effect, on number: Int, called label: LocalizedText) -> Int? {
        let target = Fault.Target.message(number)
        guard let place = items.firstIndex(where: { $0.fault.target == target && $0.fault.effect.isLike(effect) })
        else {
            // Nothing else can happen to a packet that disappears.
            if effect == .drop { items.removeAll { $0.fault.target == target } }
            items.append(Item(fault: Fault(effect, target), label: label, number: number))
            return items.count - 1
        }
        if case .delay(let span) = items[place].fault.effect, let next = Self.delays.first(where: { $0 > span }) {
            items[place].fault.effect = .delay(next)
            return place
        }
        items.remove(at: place)
        return nil
    }

    /// Takes one back.
    mutating func remove(at place: Int) { if items.indices.contains(place) { items.remove(at: place) } }

    /// Makes just these changes.
    mutating func set(_ faults: [Fault], in timeline: Timeline) {
        items = faults.map { fault in
            guard case .message(let number) = fault.target, timeline.messages.indices.contains(number - 1) else {
                return Item(fault: fault, label: FaultWords(timeline).line(fault))
            }
            return Item(fault: fault, label: timeline.messages[number - 1].label, number: number)
        }
    }
}

extension Fault.Effect {
    /// Whether both are drops, both delays, and so on.
    fileprivate func isLike(_ other: Fault.Effect) -> Bool {
        switch (self, other) {
        case (.drop, .drop), (.delay, .delay), (.duplicate, .duplicate), (.overtake, .overtake), (.corrupt, .corrupt):
            true
        default: false
        }
    }
}
