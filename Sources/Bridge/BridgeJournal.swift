public import Localization
public import Simulator
public import Timelines
import Wire

/// Tells what happens on a bridge, one line each, in the manner of a lesson told as lines of text.
///
///     0.512 s  Kernel to Server: SYN  sport=40312 dport=7 seq=1000 win=64240
///     0.513 s  Server: SYN-RECEIVED  198.51.100.20:7 192.0.2.10:40312
///
/// States are told as they stand after everything of an instant has been done, in the words of RFC 9293 and with both ends in
/// the order of `ss`: local, then peer.
public struct BridgeJournal {
    /// A connection of a simulated host.
    private struct Connection: Hashable {
        var host: Participant.ID
        var local: SocketAddress
        var remote: SocketAddress
    }

    private let attachment: Attachment
    /// What was told last of each connection.
    private var told: [Connection: TCPState] = [:]

    /// A journal of the bridge to this attachment.
    public init(_ attachment: Attachment) { self.attachment = attachment }

    /// The line for a packet that crossed the bridge.
    public func line(forPacket packet: [UInt8], at instant: Instant) -> LocalizedText {
        let summary = PacketSummary(packet, .ipv4)
        let fields = (Self.ports(of: packet) + summary.fields).map { " \($0.name)=\($0.value)" }.joined()
        let (sender, receiver) = ends(of: packet)
        return LocalizedText(
            en: "\(instant.clock)  \(sender(.english)) to \(receiver(.english)): \(summary.label(.english)) \(fields)",
            zh: "\(instant.clock)  \(sender(.chinese)) 发往 \(receiver(.chinese))：\(summary.label(.chinese)) \(fields)")
    }

    /// The lines for the connections whose state has changed since this was asked the last time.
    public mutating func changes(in internet: Internet, at instant: Instant) -> [LocalizedText] {
        var present: [Connection: TCPState] = [:]
        var lines: [LocalizedText] = []
        for (connection, state) in Self.living(in: internet) {
            present[connection] = state
            if told[connection] != state { lines.append(line(for: connection, in: state, at: instant)) }
        }
        let gone = told.keys.filter { present[$0] == nil }
        for connection in gone.sorted(by: { $0.remote.description < $1.remote.description }) {
            lines.append(line(for: connection, in: .closed, at: instant))
        }
        told = present
        return lines
    }

    /// Every connection, a line each, after a line that says how many there are.
    public func report(of internet: Internet, at instant: Instant) -> [LocalizedText] {
        let connections = Self.living(in: internet)
        let count = connections.count
        let head = LocalizedText(
            en: "\(instant.clock)  \(count) simulated \(count == 1 ? "connection" : "connections")",
            zh: "\(instant.clock)  模拟的连接共\(count)个")
        return [head] + connections.map { line(for: $0, in: $1, at: instant) }
    }

    /// The connections that exist, host by host, oldest first.
    private static func living(in internet: Internet) -> [(Connection, TCPState)] {
        internet.connections.filter { $0.state != .closed }.map {
            (Connection(host: $0.host, local: $0.local, remote: $0.remote), $0.state)
        }
    }

    private func line(for connection: Connection, in state: TCPState, at instant: Instant) -> LocalizedText {
        let name = name(of: connection.host)
        let rest = "\(state.rawValue)  \(connection.local) \(connection.remote)"
        return LocalizedText(
            en: "\(instant.clock)  \(name(.english)): \(rest)", zh: "\(instant.clock)  \(name(.chinese))：\(rest)")
    }

    private func name(of id: Participant.ID) -> LocalizedText {
        attachment.scenario.nodes.first { $0.id == id }?.name ?? LocalizedText(id)
    }

    /// The ports of a TCP segment or a UDP datagram, unless it is a later fragment.
    private static func ports(of packet: [UInt8]) -> [Message.Field] {
        guard packet.count >= 20, packet[9] == 6 || packet[9] == 17, packet[6] & 0x1F == 0, packet[7] == 0 else {
            return []
        }
        let header = Int(packet[0] & 15) * 4
        guard packet.count >= header + 4 else { return [] }
        func port(at offset: Int) -> String { "\(Int(packet[offset]) << 8 | Int(packet[offset + 1]))" }
        return [Message.Field("sport", port(at: header)), Message.Field("dport", port(at: header + 2))]
    }

    /// Who sent a packet and whom it is for: the names of nodes, or addresses that no node has.
    private func ends(of packet: [UInt8]) -> (LocalizedText, LocalizedText) {
        func name(at offset: Int) -> LocalizedText {
            guard packet.count >= offset + 4 else { return "?" }
            let address = IPv4Address(rawValue: packet[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) })
            return attachment.scenario.nodes.first { $0.addresses.contains(address) }?.name
                ?? LocalizedText(address.description)
        }
        return (name(at: 12), name(at: 16))
    }
}
