import Simulator
import Timelines
import Wire

/// One end alone, brought into a state by segments that the test makes up.
///
/// Its numbers begin at 1000 and those of the peer at 5000, so that in ESTABLISHED it sends 1001 and expects 5001.
struct TCPEnd {
    static let near = SocketAddress(IPv4Address(rawValue: 0xC000_020A), 50_000)
    static let far = SocketAddress(IPv4Address(rawValue: 0xC633_6414), 443)

    var connection: TCPConnection
    var now = Instant.zero

    init(
        _ state: TCPState, profile: HostProfile = .linux65, initialSequence: SequenceNumber = 1000,
        options: [TCPOption] = [.maximumSegmentSize(1460)], window: UInt16 = 64_240
    ) {
        connection = TCPConnection(
            local: Self.near, remote: Self.far, initialSequence: initialSequence, profile: profile, mss: 1460)
        if state == .listen || state == .synReceived {
            connection = TCPConnection(
                listening: Self.near, remote: Self.far, initialSequence: initialSequence, profile: profile, mss: 1460)
            guard state == .synReceived else { return }
            take(Self.segment(.syn, 5000, window: window, options: options))
            return
        }
        guard state != .closed else { return }
        perform(.open)
        guard state != .synSent else { return }
        let first = initialSequence + 1
        take(Self.segment([.syn, .ack], 5000, ack: first, window: window, options: options))
        switch state {
        case .finWait1: perform(.shutdown)
        case .finWait2:
            perform(.shutdown)
            take(Self.segment(.ack, 5001, ack: first + 1))
        case .closeWait: take(Self.segment([.fin, .ack], 5001, ack: first))
        case .closing:
            perform(.shutdown)
            take(Self.segment([.fin, .ack], 5001, ack: first))
        case .lastAck:
            take(Self.segment([.fin, .ack], 5001, ack: first))
            perform(.shutdown)
        case .timeWait:
            perform(.shutdown)
            take(Self.segment([.fin, .ack], 5001, ack: first + 1))
        default: break
        }
    }

    /// A segment of the peer.
    static func segment(
        _ flags: TCPFlags, _ sequence: SequenceNumber, ack: SequenceNumber = 0, length: Int = 0,
        window: UInt16 = 64_240, options: [TCPOption] = []
    ) -> TCPSegment {
        TCPSegment(
            sourcePort: far.port, destinationPort: near.port, sequence: sequence, acknowledgment: ack, flags: flags,
            window: window, options: options, payload: [UInt8](repeating: 0x78, count: length))
    }

    @discardableResult
    mutating func perform(_ input: TCPInput, at milliseconds: Int64? = nil) -> [TCPAction] {
        if let milliseconds { now = .milliseconds(milliseconds) }
        return connection.handle(input, at: now)
    }

    @discardableResult
    mutating func take(_ segment: TCPSegment, at milliseconds: Int64? = nil) -> [TCPAction] {
        perform(.segment(segment), at: milliseconds)
    }

    @discardableResult
    mutating func write(_ count: Int, at milliseconds: Int64? = nil) -> [TCPAction] {
        perform(.send([UInt8](repeating: 0x79, count: count)), at: milliseconds)
    }
}
