// Strings. Source: RFC 8259 §7.

extension ByteCursor {
    /// Reads a string, from its opening quotation mark here to behind its closing one.
    mutating func string() throws(JSONSyntaxError) -> String {
        let start = here
        advance()
        let textStart = offset
        skipPlainText()
        if byte == UInt8(ascii: "\"") {
            // Nearly always there are no escapes, and the string is what stands there.
            let text = String(decoding: bytes[textStart..<offset], as: UTF8.self)
            advance()
            return text
        }
        return try stringWithEscapes(from: start)
    }

    /// Reads the rest of a string that begins at `start` and has been read to its first unusual byte.
    private mutating func stringWithEscapes(from start: Place) throws(JSONSyntaxError) -> String {
        var text = Array(bytes[(start.offset + 1)..<offset])
        while let byte {
            switch byte {
            case UInt8(ascii: "\""):
                advance()
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += String(Character(try escape(in: start))).utf8
            case 0..<0x20:
                // A line break means that the closing mark is missing: point at the string, which the author can see.
                guard byte != UInt8(ascii: "\n") else { throw unterminated(from: start) }
                throw JSONSyntaxError(fault: .controlCharacter(byte), place: place(length: 1))
            default:
                let plainStart = offset
                skipPlainText()
                text += bytes[plainStart..<offset]
            }
        }
        throw unterminated(from: start)
    }

    private func unterminated(from start: Place) -> JSONSyntaxError {
        JSONSyntaxError(fault: .unexpectedEnd(of: "a string"), place: place(from: start))
    }

    private mutating func escape(in string: Place) throws(JSONSyntaxError) -> Unicode.Scalar {
        let start = here
        advance()
        guard let byte else { throw unterminated(from: string) }
        if byte == UInt8(ascii: "u") { return try unicodeEscape(from: start) }
        guard let scalar = Self.escapes[byte] else {
            let fault = JSONSyntaxError.Fault.unknownEscape(scalar ?? "?")
            var place = start
            place.length = 1 + scalarPlace.length
            throw JSONSyntaxError(fault: fault, place: place)
        }
        advance()
        return scalar
    }

    private static let escapes: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
        UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]

    private mutating func unicodeEscape(from start: Place) throws(JSONSyntaxError) -> Unicode.Scalar {
        let first = try codeUnit(from: start)
        if let scalar = Unicode.Scalar(first) { return scalar }
        let lone = JSONSyntaxError(fault: .loneSurrogate(first), place: place(from: start))
        let second = here
        guard UTF16.isLeadSurrogate(first), rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
            throw lone
        }
        advance()
        let unit = try codeUnit(from: second)
        guard UTF16.isTrailSurrogate(unit) else { throw lone }
        let value = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit & 0x3FF))
        guard let scalar = Unicode.Scalar(value) else { throw lone }
        return scalar
    }

    /// Four hexadecimal digits after the `u` here.
    private mutating func codeUnit(from start: Place) throws(JSONSyntaxError) -> UInt16 {
        advance()
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw JSONSyntaxError(fault: .malformedUnicodeEscape, place: place(from: start))
            }
            unit = unit << 4 | UInt16(digit)
            advance()
        }
        return unit
    }
}
