import Localization
import Timelines
import Wire

/// How a program pings (RFC 792, Echo or Echo Reply Message).
extension Host {
    /// How long a reply is waited for.
    private static let patience = Span.seconds(1)

    mutating func ping(_ host: Participant.ID, _ ttl: UInt8, _ place: Int, _ net: inout Network) {
        guard let address = net.scenario.nodes.first(where: { $0.id == host })?.addresses.first else {
            return fail("ping", .unreachable, place, &net)
        }
        programs[place].echo &+= 1
        programs[place].echoSent = net.now
        tell(LocalizedText("ping \(address)"), &net, because: .pingAsks)
        let letters = Array("abcdefghijklmnopqrstuvwabcdefghi".utf8)
        let message = ICMPMessage.echoRequest(
            identifier: identifier(of: place), sequence: programs[place].echo, data: letters)
        wait(for: .pong, place)
        net.start(
            TimerKey(node: index, kind: .ping(program: place)), LocalizedText(en: "reply", zh: "等待应答"),
            for: Self.patience, because: .pingAsks)
        perform(stack.send(message.serialized(), as: .icmp, to: address, from: nil, ttl: ttl, at: net.now), &net)
    }

    private func identifier(of place: Int) -> UInt16 { UInt16(truncatingIfNeeded: 1 + index * 16 + place) }

    /// A reply came.
    mutating func pong(identifier: UInt16, sequence: UInt16, from: IPv4Address, _ net: inout Network) {
        for place in programs.indices
        where programs[place].wait == .pong && identifier == self.identifier(of: place)
            && sequence == programs[place].echo
        {
            net.stop(TimerKey(node: index, kind: .ping(program: place)), because: .pingAnswered)
            let time = (net.now - programs[place].echoSent).text
            tell(
                LocalizedText(en: "reply from \(from) after \(time)", zh: "\(time)后收到\(from)的应答"), &net,
                because: .pingAnswered)
            finish(place, &net)
            resume(place, &net)
        }
    }

    /// A router says that the request's TTL ran out there.
    mutating func pongLost(from: IPv4Address, _ net: inout Network) {
        for place in programs.indices where programs[place].wait == .pong {
            net.stop(TimerKey(node: index, kind: .ping(program: place)), because: .pingTimeExceeded)
            tell(LocalizedText(en: "\(from): time exceeded", zh: "\(from)：TTL耗尽"), &net, because: .pingTimeExceeded)
            finish(place, &net)
            resume(place, &net)
        }
    }

    /// Nothing came in time.
    mutating func pingTimeout(_ place: Int, _ net: inout Network) {
        guard programs.indices.contains(place), programs[place].wait == .pong else { return }
        tell(LocalizedText(en: "no reply", zh: "没有应答"), &net, because: .pingUnanswered)
        finish(place, &net)
        resume(place, &net)
    }
}
