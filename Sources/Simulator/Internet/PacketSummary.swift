public import Localization
public import Timelines
import Wire

/// What the ladder writes on the arrow of a packet: a label, and the fields an engineer looks at first.
public struct PacketSummary {
    /// What kind of packet it is: `SYN,ACK`, "echo request".
    public private(set) var label: LocalizedText = "?"
    /// Its fields, most telling first.
    public private(set) var fields: [Message.Field] = []

    /// Looks at a packet; of bytes that are none it says as much as can be said.
    public init(_ bytes: [UInt8], _ framing: Packet.Framing) {
        guard framing == .ethernet else {
            describe(ip: bytes[...])
            return
        }
        guard let frame = try? EthernetFrame(parsing: bytes[...]) else { return }
        switch frame.etherType {
        case .arp: describe(arp: frame.payload)
        case .ipv4: describe(ip: frame.payload[...])
        default: label = LocalizedText("\(frame.etherType)")
        }
    }

    private mutating func describe(arp bytes: [UInt8]) {
        guard let packet = try? ARPPacket(parsing: bytes[...]) else {
            label = "ARP"
            return
        }
        switch packet.operation {
        case .request:
            label = LocalizedText(en: "ARP who has \(packet.targetIP)?", zh: "ARP谁是\(packet.targetIP)？")
            fields = [Message.Field("tell", packet.senderIP.description)]
        default:
            label = LocalizedText(en: "ARP \(packet.senderIP) is here", zh: "ARP\(packet.senderIP)在此")
            fields = [Message.Field("at", packet.senderMAC.description)]
        }
    }

    private mutating func describe(ip bytes: ArraySlice<UInt8>) {
        guard let packet = try? IPv4Packet(parsing: bytes) else {
            label = "IP"
            return
        }
        switch packet.protocolNumber {
        case .tcp:
            label = "TCP"
            if packet.fragmentOffset == 0, !packet.moreFragments,
                let segment = try? TCPSegment(parsing: packet.payload[...], from: packet.source, to: packet.destination)
            {
                describe(segment)
            }
        case .icmp:
            label = "ICMP"
            if let message = try? ICMPMessage(parsing: packet.payload[...]) { describe(message) }
        case .udp:
            label = "UDP"
            if let datagram = try? UDPDatagram(
                parsing: packet.payload[...], from: packet.source, to: packet.destination)
            {
                fields = [
                    Message.Field("port", "\(datagram.destinationPort)"),
                    Message.Field("len", "\(datagram.payload.count)"),
                ]
            }
        default: label = "IP"
        }
        if packet.moreFragments || packet.fragmentOffset > 0 {
            fields.append(Message.Field("frag", "\(Int(packet.fragmentOffset) * 8)"))
        }
    }

    private mutating func describe(_ segment: TCPSegment) {
        label = LocalizedText(segment.flags.description)
        fields = [Message.Field("seq", segment.sequence.description)]
        if segment.flags.contains(.ack) { fields.append(Message.Field("ack", segment.acknowledgment.description)) }
        if !segment.payload.isEmpty { fields.append(Message.Field("len", "\(segment.payload.count)")) }
        for case .fastOpen(let cookie) in segment.options {
            fields.append(Message.Field("TFO", cookie.isEmpty ? "?" : cookie.hexadecimal))
        }
        for case .sack(let blocks) in segment.options {
            for block in blocks { fields.append(Message.Field("SACK", "\(block.left)-\(block.right)")) }
        }
        fields.append(Message.Field("win", "\(segment.window)"))
        for option in segment.options {
            switch option {
            case .maximumSegmentSize(let size): fields.append(Message.Field("MSS", "\(size)"))
            case .sackPermitted: fields.append(Message.Field("SACK", "permitted"))
            case .timestamps(let value, let echo):
                fields += [Message.Field("TSval", "\(value)"), Message.Field("TSecr", "\(echo)")]
            case .windowScale(let shift): fields.append(Message.Field("WS", "\(shift)"))
            case .sack, .fastOpen, .other: continue
            }
        }
    }

    private mutating func describe(_ message: ICMPMessage) {
        switch message {
        case .echoRequest(let identifier, let sequence, _):
            label = LocalizedText(en: "echo request", zh: "回显请求")
            fields = [Message.Field("id", "\(identifier)"), Message.Field("seq", "\(sequence)")]
        case .echoReply(let identifier, let sequence, _):
            label = LocalizedText(en: "echo reply", zh: "回显应答")
            fields = [Message.Field("id", "\(identifier)"), Message.Field("seq", "\(sequence)")]
        case .destinationUnreachable(let code, _, _):
            label = LocalizedText(en: "unreachable", zh: "不可达")
            fields = [Message.Field("code", "\(code.rawValue)")]
        case .timeExceeded(let code, _):
            label = LocalizedText(en: "time exceeded", zh: "超时")
            fields = [Message.Field("code", "\(code.rawValue)")]
        default: label = "ICMP"
        }
    }
}

extension [UInt8] {
    /// Two digits for each byte.
    var hexadecimal: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
