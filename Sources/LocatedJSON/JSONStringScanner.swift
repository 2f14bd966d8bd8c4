/// Reads one string from its opening to its closing quotation mark. Source: RFC 8259 §7.
struct JSONStringScanner {
    private(set) var cursor: ByteCursor

    /// - Parameter cursor: Stands at the opening quotation mark.
    init(_ cursor: ByteCursor) { self.cursor = cursor }

    mutating func scan() throws(JSONSyntaxError) -> String {
        let start = cursor
        cursor.advance()
        var bytes: [UInt8] = []
        while let byte = cursor.byte {
            switch byte {
            case UInt8(ascii: "\""):
                cursor.advance()
                return String(decoding: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"): bytes.append(contentsOf: String(Character(try escape(in: start))).utf8)
            case 0..<0x20:
                // A line break means that the closing mark is missing: point at the string, which the author can see.
                guard byte != 0x0A else { throw unterminated(from: start) }
                throw JSONSyntaxError(fault: .controlCharacter(byte), place: cursor.place(length: 1))
            default: cursor.advancePlainText(into: &bytes)
            }
        }
        throw unterminated(from: start)
    }

    private func unterminated(from start: ByteCursor) -> JSONSyntaxError {
        JSONSyntaxError(fault: .unexpectedEnd(of: "a string"), place: start.place(to: cursor))
    }

    private mutating func escape(in string: ByteCursor) throws(JSONSyntaxError) -> Unicode.Scalar {
        let start = cursor
        cursor.advance()
        guard let byte = cursor.byte else { throw unterminated(from: string) }
        if byte == UInt8(ascii: "u") { return try unicodeEscape(from: start) }
        guard let scalar = Self.escapes[byte] else {
            let fault = JSONSyntaxError.Fault.unknownEscape(cursor.scalar ?? "?")
            throw JSONSyntaxError(fault: fault, place: start.place(length: 1 + cursor.scalarPlace.length))
        }
        cursor.advance()
        return scalar
    }

    private static let escapes: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
        UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]

    private mutating func unicodeEscape(from start: ByteCursor) throws(JSONSyntaxError) -> Unicode.Scalar {
        let first = try codeUnit(from: start)
        if let scalar = Unicode.Scalar(first) { return scalar }
        let lone = JSONSyntaxError(fault: .loneSurrogate(first), place: start.place(to: cursor))
        let second = cursor
        guard UTF16.isLeadSurrogate(first), cursor.rest.starts(with: Array("\\u".utf8)) else { throw lone }
        cursor.advance()
        let unit = try codeUnit(from: second)
        guard UTF16.isTrailSurrogate(unit) else { throw lone }
        let value = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit & 0x3FF))
        guard let scalar = Unicode.Scalar(value) else { throw lone }
        return scalar
    }

    /// Four hexadecimal digits after the `u` at the cursor.
    private mutating func codeUnit(from start: ByteCursor) throws(JSONSyntaxError) -> UInt16 {
        cursor.advance()
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = cursor.byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw JSONSyntaxError(fault: .malformedUnicodeEscape, place: start.place(to: cursor))
            }
            unit = unit << 4 | UInt16(digit)
            cursor.advance()
        }
        return unit
    }
}
