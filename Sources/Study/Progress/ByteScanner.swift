/// Takes words and numbers off the front of a text that lies in memory as it is, without making a string of any.
///
/// Ten years of answers are some five megabytes, and are read before the first frame.
struct ByteScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    var offset = 0
    /// Whether everything so far was written as this program would write it, such as numbers without leading zeros.
    var isCanonical = true

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// What `scan` makes of `text`.
    static func scan<Result>(_ text: String, _ scan: (inout ByteScanner) -> Result) -> Result {
        var text = text
        return text.withUTF8 { bytes in
            var scanner = ByteScanner(bytes)
            return scan(&scanner)
        }
    }

    @inline(__always) var isAtEnd: Bool { offset >= bytes.count }

    /// The byte here; 0, which no text of ours holds, at the end.
    @inline(__always) var byte: UInt8 { byte(after: 0) }

    /// The byte so many bytes further on; 0 beyond the end.
    @inline(__always) func byte(after distance: Int) -> UInt8 {
        let place = offset + distance
        return place < bytes.count ? bytes[place] : 0
    }

    /// The next so many bytes, of which there must be as many.
    func text(_ length: Int) -> String { String(decoding: bytes[offset..<offset + length], as: UTF8.self) }

    /// All that is left.
    var rest: String { text(bytes.count - offset) }

    @inline(__always) mutating func take(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard length <= bytes.count - offset else { return false }
        for place in 0..<length where bytes[offset + place] != word.utf8Start[place] { return false }
        offset += length
        return true
    }

    /// A number of at most 9 digits, which leaves room to multiply it with the milliseconds of a day.
    @inline(__always) mutating func number() -> Int64? {
        let start = offset
        var number: Int64 = 0
        while offset - start < 9, case let digit = byte &- 48, digit < 10 {
            number = number * 10 + Int64(digit)
            offset += 1
        }
        guard offset > start, byte &- 48 >= 10 else { return nil }
        if bytes[start] == 48, offset - start > 1 { isCanonical = false }
        return number
    }

    /// A number of exactly so many digits; few enough for 64 bits.
    mutating func digits(_ count: Int) -> Int64? {
        var number: Int64 = 0
        for _ in 0..<count {
            let digit = byte &- 48
            guard digit < 10 else { return nil }
            number = number * 10 + Int64(digit)
            offset += 1
        }
        return number
    }

    /// A number of at most 16 hexadecimal digits, the letters small.
    @inline(__always) mutating func hexadecimal() -> UInt64? {
        let start = offset
        var number: UInt64 = 0
        while offset - start < 16 {
            let digit: UInt8
            switch byte {
            case 48...57: digit = byte - 48
            case 97...102: digit = byte - 87
            default:
                if offset - start > 1, bytes[start] == 48 { isCanonical = false }
                return offset > start ? number : nil
            }
            number = number << 4 | UInt64(digit)
            offset += 1
        }
        if bytes[start] == 48 { isCanonical = false }
        return number
    }
}
