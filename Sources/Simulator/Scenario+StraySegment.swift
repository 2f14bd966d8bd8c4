public import Timelines
public import Wire

extension Scenario {
    /// A segment that no endpoint of the scenario sends: an attacker makes it up, or the network had it for a long time.
    ///
    ///     StraySegment(.rst, from: "attacker", as: "client", 50000, to: "server", 443, sequence: 1101)
    public struct StraySegment: Hashable, Sendable {
        /// One end that it names: a node, by the first of its addresses, and a port.
        public struct End: Hashable, Sendable {
            /// The node.
            public var node: Participant.ID
            /// The port on it.
            public var port: UInt16

            /// A port of a node.
            public init(_ node: Participant.ID, _ port: UInt16) {
                self.node = node
                self.port = port
            }
        }

        /// The host or router that puts it on its links.
        public var from: Participant.ID
        /// Whom it claims to come from.
        public var source: End
        /// For whom it is.
        public var target: End
        /// Its control bits.
        public var flags: TCPFlags
        /// SEG.SEQ.
        public var sequence: SequenceNumber
        /// SEG.ACK; without meaning unless ACK is among the flags.
        public var acknowledgment: SequenceNumber
        /// The window field, as it stands in the header.
        public var window: UInt16
        /// TSval; `nil` for a segment without timestamps.
        public var timestamp: UInt32?
        /// What it carries.
        public var payload: [UInt8]
        /// Whether it is an old duplicate rather than forged.
        public var isOld: Bool

        /// A segment; see the properties.
        public init(
            _ flags: TCPFlags, from: Participant.ID, as source: End, to target: End, sequence: SequenceNumber,
            acknowledgment: SequenceNumber = 0, window: UInt16 = 64_240, timestamp: UInt32? = nil,
            payload: [UInt8] = [], isOld: Bool = false
        ) {
            self.from = from
            self.source = source
            self.target = target
            self.flags = flags
            self.sequence = sequence
            self.acknowledgment = acknowledgment
            self.window = window
            self.timestamp = timestamp
            self.payload = payload
            self.isOld = isOld
        }
    }
}

extension Scenario.StraySegment {
    /// The segment with its header.
    var segment: TCPSegment {
        TCPSegment(
            sourcePort: source.port, destinationPort: target.port, sequence: sequence,
            acknowledgment: flags.contains(.ack) ? acknowledgment : 0, flags: flags, window: window,
            options: timestamp.map { [.timestamps(value: $0, echoReply: 0)] } ?? [], payload: payload)
    }
}
