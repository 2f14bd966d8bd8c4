import Timelines
import Wire

/// Whose segments those are that a router or a NAT passes on.
///
/// A ladder may draw the hops of a segment one by one, and the answer in one go. A participant that sends no segment but
/// what arrived at it before is no end of a connection: what it passes on is one segment, from its first sender to its last
/// receiver.
struct SegmentRoutes {
    /// For each message that is passed on, the message that passes it on.
    private(set) var next: [Int: Int] = [:]
    /// For each message that passes another on, that one.
    private(set) var previous: [Int: Int] = [:]
    /// Who pass on segments.
    private(set) var relays: Set<Participant.Index> = []
    /// For each end that sends through a relay, the ends that it reaches.
    private var partners: [Participant.Index: Set<Participant.Index>] = [:]
    private let messages: [Message]

    /// How many segments of one look a relay may hold back; keeps the search short.
    private static let mostHeldBack = 64

    private struct Signature: Hashable {
        var relay: Participant.Index
        var flags: UInt8
        var numbers: String
    }

    init(_ messages: [Message], _ segments: [Int: ScriptedSegment], stateful: Set<Participant.Index>) {
        self.messages = messages
        var waiting: [Signature: [Int]] = [:]
        var origins: Set<Participant.Index> = [], senders: Set<Participant.Index> = []
        for index in messages.indices {
            guard let segment = segments[index] else { continue }
            let message = messages[index]
            guard !message.isCopy else {
                // Nobody sends a copy, but a relay passes on what it is a copy of once more.
                if !message.isLost { waiting[Self.signature(segment, at: message.receiver), default: []].append(index) }
                continue
            }
            senders.insert(message.sender)
            let signature = Self.signature(segment, at: message.sender)
            let place = waiting[signature]?.prefix(Self.mostHeldBack).firstIndex {
                messages[$0].end <= message.departure && messages[$0].sender != message.receiver
            }
            if let place, let source = waiting[signature]?.remove(at: place) {
                next[source] = index
                previous[index] = source
            } else {
                origins.insert(message.sender)
            }
            if !message.isLost { waiting[Self.signature(segment, at: message.receiver), default: []].append(index) }
        }
        relays = senders.subtracting(origins).subtracting(stateful)
        for (source, passed) in next where !relays.contains(messages[source].receiver) {
            next[source] = nil
            previous[passed] = nil
        }
        for index in messages.indices where segments[index] != nil && previous[index] == nil {
            if let end = end(of: index) { partners[messages[index].sender, default: []].insert(end) }
        }
    }

    private static func signature(_ segment: ScriptedSegment, at relay: Participant.Index) -> Signature {
        let numbers = [segment.sequence, segment.acknowledgment].map { $0?.description ?? "" }
        let length = segment.payload.map { "\($0)" } ?? ""
        return Signature(
            relay: relay, flags: segment.flags.rawValue, numbers: (numbers + [length]).joined(separator: "/"))
    }

    /// The participant at which the way of a message ends; `nil` when a relay does not pass it on.
    private func end(of message: Int) -> Participant.Index? {
        var last = message
        while let further = next[last] { last = further }
        return relays.contains(messages[last].receiver) ? nil : messages[last].receiver
    }

    /// For whom a message is meant; `nil` when it ends at a relay and could have been meant for several.
    func destination(of message: Int) -> Participant.Index? {
        if let end = end(of: message) { return end }
        let known = partners[messages[message].sender] ?? []
        return known.count == 1 ? known.first : nil
    }

    /// The message with which the way of this one began.
    func origin(of message: Int) -> Int {
        var first = message
        while let earlier = previous[first] { first = earlier }
        return first
    }
}
