/// The bytes that a JSON string holds as they are, looked at eight at a time.
///
/// Texts are nine tenths of a lesson. A word of eight bytes is tested at once by arithmetic that lets no carry pass
/// from one byte to the next before the first hit: "Determine if a word has a byte less than n", in Sean Eron
/// Anderson's Bit Twiddling Hacks.
enum PlainText {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    /// How many bytes from `start` on are neither quotation mark nor backslash nor control character, and how many of
    /// them continue a character begun before (RFC 3629 §3).
    static func run(in bytes: [UInt8], from start: Int) -> (length: Int, continuations: Int) {
        bytes.withUnsafeBytes { run(in: $0, from: start) }
    }

    /// Whether there are only characters of one byte.
    static func isASCII(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset + 8 <= buffer.count {
                guard buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & tops == 0 else { return false }
                offset += 8
            }
            return buffer[offset...].allSatisfy { $0 < 0x80 }
        }
    }

    /// Whether a JSON string holds all of `text` as it is.
    static func isWhole(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            let buffer = UnsafeRawBufferPointer(bytes)
            return run(in: buffer, from: 0).length == buffer.count
        }
    }

    private static func run(
        in buffer: UnsafeRawBufferPointer, from start: Int
    ) -> (length: Int, continuations: Int) {
        var offset = start, continuations = 0
        while offset + 8 <= buffer.count {
            let word = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            guard ends(in: word) == 0 else { break }
            continuations += (word & ~(word << 1) & tops).nonzeroBitCount
            offset += 8
        }
        while offset < buffer.count, !isEnd(buffer[offset]) {
            if buffer[offset] & 0xC0 == 0x80 { continuations += 1 }
            offset += 1
        }
        return (offset - start, continuations)
    }

    /// A set bit in each byte that ends plain text, up to the first of them.
    private static func ends(in word: UInt64) -> UInt64 {
        let quotes = word ^ ones &* UInt64(UInt8(ascii: "\"")), slashes = word ^ ones &* UInt64(UInt8(ascii: "\\"))
        return ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | (word &- ones &* 0x20) & ~word) & tops
    }

    private static func isEnd(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }
}
