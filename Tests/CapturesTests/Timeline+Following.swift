import Localization
import Timelines

extension Timeline {
    /// Whether Wireshark can tell which segments belong together.
    ///
    /// It takes what is forged or old for the sender's own, knows only one connection between two sockets at a time, and cannot
    /// know of a keep-alive probe that it sees first that a number before it has been used.
    var canBeFollowed: Bool {
        guard messages.allSatisfy({ $0.stray == nil }) else { return false }
        if let first = departures[0], events[first].rule?.id == "keep-alive-probes" { return false }
        var used: Set<[UInt8]> = []
        return messages.allSatisfy { message in
            guard let sockets = message.sockets else { return true }
            let isFirst = used.insert(sockets).inserted
            return isFirst || !message.opens || message.isRetransmission || message.isCopy
        }
    }
}

extension Message {
    /// Whether it is a SYN, with or without an ACK.
    fileprivate var opens: Bool { label.wordings.contains { $0.text.contains("SYN") } }

    /// Both addresses and both ports, as they stand in the packet.
    fileprivate var sockets: [UInt8]? {
        guard let packet else { return nil }
        let bytes = packet.bytes.dropFirst(packet.framing == .ethernet ? 14 : 0)
        guard let first = bytes.first else { return nil }
        let addresses = bytes.dropFirst(12).prefix(8), ports = bytes.dropFirst(Int(first & 15) * 4).prefix(4)
        return Array(addresses) + Array(ports)
    }
}
