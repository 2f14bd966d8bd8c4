import Localization
import Timelines

/// Three hosts in a row and what passes between them.
enum Sample {
    static let participants = ["client", "router", "server"].map { Participant(id: $0, name: LocalizedText($0)) }

    /// A message from participant 0 to participant 1 that leaves at 1 ms and travels 20 ms.
    static func message(
        _ packet: Packet?, from sender: Int = 0, to receiver: Int = 1, isCopy: Bool = false, isLost: Bool = false,
        at departure: Instant = .milliseconds(1)
    ) -> Message {
        let end = departure + .milliseconds(20)
        return Message(
            from: sender, to: receiver, label: LocalizedText("m"), isCopy: isCopy, packet: packet, departure: departure,
            fate: isLost ? .isLost(end) : .arrives(end))
    }

    static func timeline(_ messages: [Message]) -> Timeline {
        var builder = TimelineBuilder(participants: participants)
        for message in messages { builder.send(message) }
        return builder.build().timeline
    }
}
