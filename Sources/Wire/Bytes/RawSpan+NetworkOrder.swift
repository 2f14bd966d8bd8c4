extension RawSpan {
    /// The byte at `offset`, which lies inside.
    func byte(at offset: Int) -> UInt8 { unsafeLoad(fromByteOffset: offset, as: UInt8.self) }

    /// The two bytes at `offset`, most significant first.
    func uint16(at offset: Int) -> UInt16 {
        UInt16(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self))
    }

    /// The four bytes at `offset`, most significant first.
    func uint32(at offset: Int) -> UInt32 {
        UInt32(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// The six bytes at `offset` as an interface's address.
    func macAddress(at offset: Int) -> MACAddress {
        MACAddress(rawValue: UInt64(uint16(at: offset)) << 32 | UInt64(uint32(at: offset + 2)))
    }

    /// A copy of the bytes in `range`, made with one allocation.
    func copy(_ range: Range<Int>) -> [UInt8] {
        extracting(range).withUnsafeBytes { [UInt8]($0) }
    }
}
