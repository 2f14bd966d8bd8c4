import Localization
import Timelines
import Wire

/// SYN cookies: the state of a half-open connection, put into the sequence number of the SYN-ACK.
///
///     bits  31…27   26…24   23…0          exclusive-or the SYN's sequence number
///           counter MSS     secret hash of both ends and the counter
///
/// The counter moves on every 64 seconds. Reading list: RFC 4987 §3.6 and Appendix A.
struct SYNCookie: Sendable {
    private let hash: SipHash

    init(secret: UInt64) { hash = SipHash(key: (secret, secret &* 0xD6E8_FEB8_6659_FD93)) }

    /// The sizes that three bits can say, in bytes; the largest that is not above the SYN's is used.
    private static let sizes = [216, 536, 768, 1200, 1300, 1440, 1460, 8960]

    private static func counter(at now: Instant) -> UInt32 {
        UInt32(truncatingIfNeeded: now.nanoseconds / 64_000_000_000)
    }

    private func quantity(_ ends: TCPSocket.Ends, counter: UInt32, size: Int) -> UInt32 {
        let words = [
            UInt64(ends.local.address.rawValue) << 32 | UInt64(ends.remote.address.rawValue),
            UInt64(ends.local.port) << 48 | UInt64(ends.remote.port) << 32 | UInt64(counter),
        ]
        return (counter & 31) << 27 | UInt32(size) << 24 | UInt32(truncatingIfNeeded: hash(words)) & 0xFF_FFFF
    }

    /// The number for the SYN-ACK that answers a SYN.
    func cookie(for ends: TCPSocket.Ends, syn: SequenceNumber, maximumSegmentSize: Int, at now: Instant)
        -> SequenceNumber
    {
        let size = Self.sizes.lastIndex { $0 <= maximumSegmentSize } ?? 0
        return SequenceNumber(syn.rawValue ^ quantity(ends, counter: Self.counter(at: now), size: size))
    }

    /// What the ACK that completes a handshake says the SYN said; `nil` when the cookie is not ours, or older than two
    /// turns of the counter.
    func maximumSegmentSize(
        in cookie: SequenceNumber, syn: SequenceNumber, _ ends: TCPSocket.Ends, at now: Instant
    ) -> Int? {
        let found = cookie.rawValue ^ syn.rawValue
        let size = Int(found >> 24 & 7)
        let counter = Self.counter(at: now)
        for age: UInt32 in 0...1 where age <= counter && quantity(ends, counter: counter - age, size: size) == found {
            return Self.sizes[size]
        }
        return nil
    }
}

extension Host {
    /// Answers a SYN for which there is no room: the SYN-ACK carries all that has to be remembered.
    mutating func answerWithCookie(
        _ syn: TCPSegment, _ ends: TCPSocket.Ends, _ name: Listener.Name, _ net: inout Network
    ) {
        var offered = 536
        for case .maximumSegmentSize(let size) in syn.options { offered = Int(size) }
        let cookie = cookies.cookie(
            for: ends, syn: syn.sequence, maximumSegmentSize: min(offered, mss(for: ends.remote.address)), at: net.now)
        let answer = TCPSegment(
            sourcePort: ends.local.port, destinationPort: ends.remote.port, sequence: cookie,
            acknowledgment: syn.sequence + 1, flags: [.syn, .ack],
            window: UInt16(clamping: profile.receiveBuffer),
            options: [.maximumSegmentSize(UInt16(clamping: mss(for: ends.remote.address)))])
        listeners[name]?.hasSentCookies = true
        send(answer, between: ends, isRetransmission: false, because: .synCookieSent, &net)
    }

    /// An ACK arrived for a listener: either the end of a handshake that nobody remembers, or a mistake that is reset.
    mutating func completeCookie(
        _ segment: TCPSegment, _ ends: TCPSocket.Ends, _ listener: Listener, _ net: inout Network
    ) {
        let cookie = segment.acknowledgment - 1
        guard listener.hasSentCookies, !segment.flags.contains(.syn),
            let size = cookies.maximumSegmentSize(in: cookie, syn: segment.sequence - 1, ends, at: net.now)
        else { return refuse(segment, ends, because: .resetFromListen, &net) }
        guard listener.completed.count < max(listener.acceptSlots(profile), 1) else {
            return note(
                LocalizedText(en: "drops the ACK: accept queue full", zh: "全连接队列已满，丢弃ACK"), &net,
                because: .acceptQueueFull)
        }
        let connection = TCPConnection(
            cookie: segment, local: ends.local, remote: ends.remote, initialSequence: cookie, profile: profile,
            mss: min(size, mss(for: ends.remote.address)))
        connectionCount += 1
        var socket = TCPSocket(
            connection: connection, ends: ends, listener: listener.name, ordinal: connectionCount)
        socket.sharing = listener.sharing
        let id = add(socket)
        handle(.segment(segment), of: id, &net)
    }
}
