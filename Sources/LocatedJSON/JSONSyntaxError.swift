/// Why a text is not JSON that we accept, and where.
public struct JSONSyntaxError: Error, Hashable, Sendable {
    /// What is wrong with the text.
    public enum Fault: Hashable, Sendable {
        case tooLarge(bytes: Int, limit: Int)
        case empty
        case byteOrderMark
        case invalidUTF8(byte: UInt8)
        case unexpectedEnd(of: String)
        /// Something else stands where `expected` should.
        case unexpected(Unicode.Scalar, expected: String)
        case trailingComma
        case trailingText
        case unknownWord(String)
        case malformedNumber(String)
        case duplicateKey(String, firstLine: Int)
        case controlCharacter(UInt8)
        case unknownEscape(Unicode.Scalar)
        case malformedUnicodeEscape
        case loneSurrogate(UInt16)
        case tooDeep(limit: Int)
    }

    /// What is wrong.
    public var fault: Fault
    /// Where it is.
    public var place: Place

    /// The error as one of the file `name`.
    public func diagnostic(in name: String) -> Diagnostic {
        Diagnostic(code: fault.code, file: name, place: place, message: fault.message)
    }
}

extension JSONSyntaxError.Fault {
    /// The fault in words.
    public var message: String {
        switch self {
        case .tooLarge(let bytes, let limit): "the file has \(bytes) bytes; at most \(limit) are read"
        case .empty: "the file is empty; a JSON value was expected"
        case .byteOrderMark: "the file begins with a byte order mark; save it as UTF-8 without one"
        case .invalidUTF8(let byte): "byte 0x\(Self.hex(byte, digits: 2)) is not UTF-8; save the file as UTF-8"
        case .unexpectedEnd(let what): "the text ends inside \(what)"
        case .unexpected(let scalar, let expected): "expected \(expected), found \(Self.quoted(scalar))"
        case .trailingComma: "a comma after the last item; remove it"
        case .trailingText: "the value ends before this; nothing may follow it"
        case .unknownWord(let word):
            "'\(word)' is no JSON value; put text in quotation marks (words are true, false, null)"
        case .malformedNumber(let text): "'\(text)' is not a JSON number"
        case .duplicateKey(let key, let line): "the key '\(key)' is already there, on line \(line)"
        case .controlCharacter(let byte):
            "a string may not hold control character U+\(Self.hex(byte, digits: 4)); write it as \(Self.escape(byte))"
        case .unknownEscape(let scalar):
            "\(Self.quoted(scalar)) cannot follow a backslash; a backslash itself is written \\\\"
        case .malformedUnicodeEscape: "\\u needs four hexadecimal digits"
        case .loneSurrogate(let unit):
            "\\u\(Self.hex(unit, digits: 4)) is half of a surrogate pair; the other half is missing"
        case .tooDeep(let limit): "nested more than \(limit) deep"
        }
    }

    private static func escape(_ byte: UInt8) -> String {
        switch byte {
        case 0x08: "\\b"
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0C: "\\f"
        case 0x0D: "\\r"
        default: "\\u" + hex(byte, digits: 4)
        }
    }

    private static func quoted(_ scalar: Unicode.Scalar) -> String {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            "U+" + hex(scalar.value, digits: 4)
        default: "'\(scalar)'"
        }
    }

    private static func hex(_ number: some BinaryInteger, digits: Int) -> String {
        let text = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(digits - text.count, 0)) + text
    }
}
