extension IPv4Packet {
    /// The packet as bytes, with its lengths and its header checksum.
    ///
    /// Options are padded with zeros to a multiple of 4 bytes. Options past 40 bytes and payload past a total length of
    /// 65535 do not fit into any IPv4 packet and are left out.
    public func serialized() -> [UInt8] {
        let header = headerLength, total = totalLength
        return ByteWriter.packet(of: total) { writer in
            writer.put(0x40 | UInt8(header / 4))
            writer.put(typeOfService)
            writer.put(UInt16(total))
            writer.put(identification)
            writer.put((dontFragment ? 0x4000 : 0) | (moreFragments ? 0x2000 : 0) | fragmentOffset & 0x1FFF)
            writer.put(timeToLive)
            writer.put(protocolNumber.rawValue)
            writer.put(0 as UInt16)
            writer.put(source.rawValue)
            writer.put(destination.rawValue)
            writer.put(options.prefix(header - Self.minimumHeaderLength))
            writer.fill(with: 0, upTo: header)
            writer.seal(InternetChecksum(), at: 10)
            writer.put(payload.prefix(total - header))
        }
    }
}
