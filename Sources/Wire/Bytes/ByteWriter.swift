/// Writes fields one after another into memory of a size known beforehand, most significant byte first.
///
/// Whoever uses it has counted the bytes; what does not fit is left out rather than written elsewhere.
struct ByteWriter {
    private let memory: UnsafeMutableRawBufferPointer
    /// How many bytes have been written.
    private(set) var count = 0

    /// A packet of `size` bytes, filled by `body` with one allocation.
    ///
    /// What `body` does not write is cut off.
    static func packet(of size: Int, _ body: (inout ByteWriter) -> Void) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            var writer = ByteWriter(memory: UnsafeMutableRawBufferPointer(buffer), size: size)
            body(&writer)
            count = writer.count
        }
    }

    private init(memory: UnsafeMutableRawBufferPointer, size: Int) {
        self.memory = UnsafeMutableRawBufferPointer(rebasing: memory[..<min(size, memory.count)])
    }

    mutating func put(_ byte: UInt8) { store(byte) }
    mutating func put(_ word: UInt16) { store(word.bigEndian) }
    mutating func put(_ word: UInt32) { store(word.bigEndian) }

    mutating func put(_ address: MACAddress) {
        put(UInt16(truncatingIfNeeded: address.rawValue >> 32))
        put(UInt32(truncatingIfNeeded: address.rawValue))
    }

    mutating func put(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { source in
            guard source.count <= memory.count - count else { return }
            UnsafeMutableRawBufferPointer(rebasing: memory[count..<(count + source.count)]).copyMemory(from: source)
            count += source.count
        }
    }

    /// Writes `byte` until `end` bytes have been written.
    mutating func fill(with byte: UInt8, upTo end: Int) {
        while count < min(end, memory.count) { put(byte) }
    }

    /// Puts the checksum of what `checksum` has seen already and of everything written so far at `offset`.
    ///
    /// The two bytes at `offset` must be zero. Where the checksum is zero, `zero` stands for it.
    mutating func seal(_ checksum: InternetChecksum, at offset: Int, zero: UInt16 = 0) {
        guard offset + 2 <= count else { return }
        var checksum = checksum
        checksum.add(UnsafeRawBufferPointer(rebasing: memory[..<count]))
        let value = checksum.value == 0 ? zero : checksum.value
        memory.storeBytes(of: value.bigEndian, toByteOffset: offset, as: UInt16.self)
    }

    private mutating func store<Word: FixedWidthInteger & BitwiseCopyable>(_ word: Word) {
        guard MemoryLayout<Word>.size <= memory.count - count else { return }
        memory.storeBytes(of: word, toByteOffset: count, as: Word.self)
        count += MemoryLayout<Word>.size
    }
}
