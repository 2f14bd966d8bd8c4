import Timelines

/// What a diagram must know before its statements are written in order: it says beforehand who begins and ends to exist
/// with a message, and puts brackets round what belongs together.
struct MermaidOutline {
    /// For the event with which a message leaves, who comes into being with it.
    private(set) var created: [Int: [Participant.Index]] = [:]
    /// For the event with which a message leaves, whose last one it is.
    private(set) var destroyed: [Int: [Participant.Index]] = [:]
    /// Who is there from the start.
    private(set) var first: Set<Participant.Index>
    /// For an event the frames that begin with it, outer ones first.
    private(set) var opening: [Int: [Frame]] = [:]
    /// For an event how many frames end with it.
    private(set) var closing: [Int: Int] = [:]
    /// Events that are not written, since they are further rounds of a loop.
    private(set) var repeated: Set<Int> = []

    init(_ timeline: Timeline) {
        first = Set(timeline.participants.indices)
        for (index, event) in timeline.events.enumerated() {
            switch event.kind {
            case .created(let owner):
                first.remove(owner)
                // Whoever is not brought by a message is declared where the first message to it stands, or not at all.
                if let departure = Self.message(of: owner, before: index, in: timeline) {
                    created[departure, default: []].append(owner)
                } else {
                    first.insert(owner)
                }
            case .destroyed(let owner):
                guard let departure = Self.message(of: owner, before: index, in: timeline) else { continue }
                destroyed[departure, default: []].append(owner)
            default: continue
            }
        }
        var open: [Frame] = []
        for frame in timeline.frames.sorted(by: Self.precedes) {
            while let last = open.last, last.events.upperBound < frame.events.lowerBound { open.removeLast() }
            // Frames of parallel branches may overlap, which brackets cannot.
            if let last = open.last, last.events.upperBound < frame.events.upperBound { continue }
            if repeated.contains(frame.events.lowerBound) || frame.isBare { continue }
            open.append(frame)
            opening[frame.events.lowerBound, default: []].append(frame)
            closing[end(of: frame), default: 0] += 1
        }
    }

    /// The event with which a frame is closed, after noting what is not written of it.
    private mutating func end(of frame: Frame) -> Int {
        let last = frame.events.upperBound
        guard case .loop(let rounds) = frame.kind, rounds > 1, frame.events.count.isMultiple(of: rounds) else {
            return last
        }
        let end = frame.events.lowerBound + frame.events.count / rounds - 1
        repeated.formUnion(end + 1...last)
        return end
    }

    private static func precedes(_ one: Frame, _ other: Frame) -> Bool {
        (one.events.lowerBound, -one.events.upperBound, one.depth) < (
            other.events.lowerBound, -other.events.upperBound, other.depth
        )
    }

    /// The event with which the last message to or from a participant left before another event.
    private static func message(of owner: Participant.Index, before event: Int, in timeline: Timeline) -> Int? {
        timeline.events[..<event].lastIndex { earlier in
            guard case .sent(let index) = earlier.kind else { return false }
            return timeline.broadcast(of: index).contains {
                timeline.messages[$0].sender == owner || timeline.messages[$0].receiver == owner
            }
        }
    }
}

extension Frame {
    /// Whether it says nothing: branches that happen side by side, without a title.
    fileprivate var isBare: Bool { kind == .parallel && title == nil }
}
