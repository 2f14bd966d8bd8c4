import Wire

/// Cutting a packet into fragments (RFC 791 §3.2, An Example Fragmentation Procedure).
extension IPv4Packet {
    /// The packet in pieces of at most `mtu` bytes; itself when it fits.
    ///
    /// - Parameter mtu: In bytes; at least 68, the packet size that every link must carry (RFC 791 §3.2). A smaller one is
    ///   taken as 68.
    /// - Returns: The fragments in order; none when a fragment could not say where it belongs.
    func fragments(mtu: Int) -> [IPv4Packet] {
        let mtu = max(mtu, 68)
        guard totalLength > mtu else { return [self] }
        var fragments: [IPv4Packet] = []
        var rest = self
        var start = 0
        while start < payload.count {
            let room = (mtu - rest.headerLength) & ~7
            let end = rest.headerLength + payload.count - start <= mtu ? payload.count : start + room
            let offset = Int(fragmentOffset) + start / 8
            guard offset <= 0x1FFF else { return [] }
            var fragment = rest
            fragment.fragmentOffset = UInt16(offset)
            fragment.moreFragments = moreFragments || end < payload.count
            fragment.payload = Array(payload[start..<end])
            fragments.append(fragment)
            start = end
            if fragments.count == 1 { rest.options = copiedOptions }
        }
        return fragments
    }

    /// The options that every fragment has, not only the first: those with the copied flag (RFC 791 §3.1).
    private var copiedOptions: [UInt8] {
        var copied: [UInt8] = []
        var place = 0
        while place < options.count, options[place] != 0 {
            let length = options[place] == 1 ? 1 : place + 1 < options.count ? Int(options[place + 1]) : 0
            guard length > 0, place + length <= options.count else { return copied }
            if options[place] & 0x80 != 0 { copied += options[place..<(place + length)] }
            place += length
        }
        return copied
    }
}
