extension TCPSegment {
    /// The length of a header without options, in bytes.
    public static let minimumHeaderLength = 20

    /// The room for options, in bytes, since the header is at most 15 × 4 bytes long.
    public static let optionSpace = 40

    /// The length of the header with its options as they are laid out, in bytes.
    public var headerLength: Int { Self.minimumHeaderLength + TCPOption.Layout(options).length }

    /// The segment as bytes on its way from one address to the other, with data offset and checksum.
    ///
    /// Options that do not fit into 40 bytes are left out, as is data past 65535 bytes.
    public func serialized(from source: IPv4Address, to destination: IPv4Address) -> [UInt8] {
        let layout = TCPOption.Layout(options)
        let header = Self.minimumHeaderLength + layout.length
        let total = min(header + payload.count, Int(UInt16.max))
        return ByteWriter.packet(of: total) { writer in
            writer.put(sourcePort)
            writer.put(destinationPort)
            writer.put(sequence.rawValue)
            writer.put(acknowledgment.rawValue)
            writer.put(UInt8(header / 4) << 4)
            writer.put(flags.rawValue)
            writer.put(window)
            writer.put(0 as UInt16)
            writer.put(urgentPointer)
            layout.write(options, to: &writer)
            writer.put(payload.prefix(total - header))
            writer.seal(
                InternetChecksum(pseudoHeaderFrom: source, to: destination, protocolNumber: .tcp, length: total),
                at: 16)
        }
    }
}
