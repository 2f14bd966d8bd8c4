import Captures
import Timelines

extension CapturedFrame {
    /// The same packet in another network: the first byte of each IPv4 address becomes `network`.
    ///
    /// Scenes use the same few addresses; moved apart, many of them fit into one capture, and tshark, which takes a third
    /// of a second to begin, begins once. Checksums are not computed anew but changed by what the addresses changed (RFC
    /// 1624 §3), so that one that was wrong stays wrong.
    func moved(to network: UInt8) -> CapturedFrame {
        var moved = self
        let start = framing == .ethernet ? 14 : 0
        guard framing != .ethernet || bytes.dropFirst(12).starts(with: [0x08, 0x00]) else { return self }
        moved.moveHeader(at: start, to: network)
        return moved
    }

    /// A byte that a checksum covers, before and after.
    private typealias Change = (old: UInt8, new: UInt8)

    /// Moves the packet that begins at `start`.
    ///
    /// - Returns: What changed in the addresses, if the checksum of what the packet carries was changed for them.
    @discardableResult private mutating func moveHeader(at start: Int, to network: UInt8) -> [Change] {
        guard bytes.count >= start + 20 else { return [] }
        let addresses = [start + 12, start + 16]
        let changes: [Change] = addresses.map { (bytes[$0], network) }
        for place in addresses { bytes[place] = network }
        adapt(start + 10, to: changes)
        let payload = start + Int(bytes[start] & 0x0F) * 4
        let isFirstFragment = bytes[start + 6] & 0x1F == 0 && bytes[start + 7] == 0
        guard isFirstFragment, bytes.count >= payload + 8 else { return [] }
        switch bytes[start + 9] {
        case 6 where bytes.count >= payload + 18: adapt(payload + 16, to: changes)
        case 17 where bytes[payload + 6] != 0 || bytes[payload + 7] != 0: adapt(payload + 6, to: changes)
        case 1 where [3, 4, 5, 11, 12].contains(bytes[payload]):
            // An error message quotes a header, whose own checksum makes up for what changes in it; that of what the header is
            // followed by does not, because it covers the addresses too.
            let quoted = moveHeader(at: payload + 8, to: network)
            adapt(payload + 2, to: quoted.map { ($0.new, $0.old) })
            return []
        default: return []
        }
        return changes
    }

    /// Changes a checksum by what changed in the first byte of words that it covers.
    private mutating func adapt(_ place: Int, to changes: [Change]) {
        var sum = UInt32(~bytes[place]) << 8 | UInt32(~bytes[place + 1])
        for (old, new) in changes { sum += UInt32(~old) << 8 | 0xFF + UInt32(new) << 8 }
        while sum > 0xFFFF { sum = sum & 0xFFFF + sum >> 16 }
        bytes[place] = ~UInt8(sum >> 8)
        bytes[place + 1] = ~UInt8(sum & 0xFF)
    }
}
