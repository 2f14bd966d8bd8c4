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

    /// Whether bytes are UTF-8, by the table of RFC 3629 §4.
    static func isUTF8(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                if buffer[offset] < 0x80 {
                    offset += 1
                    while offset + 8 <= buffer.count,
                        buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & tops == 0
                    {
                        offset += 8
                    }
                    continue
                }
                let second: ClosedRange<UInt8>, length: Int
                switch buffer[offset] {
                case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
                case 0xE0: (second, length) = (0xA0...0xBF, 3)
                case 0xED: (second, length) = (0x80...0x9F, 3)
                case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
                case 0xF0: (second, length) = (0x90...0xBF, 4)
                case 0xF4: (second, length) = (0x80...0x8F, 4)
                case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
                default: return false
                }
                guard offset + length <= buffer.count, second.contains(buffer[offset + 1]) else { return false }
                for place in offset + 2..<offset + length where buffer[place] & 0xC0 != 0x80 { return false }
                offset += length
            }
            return true
        }
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
