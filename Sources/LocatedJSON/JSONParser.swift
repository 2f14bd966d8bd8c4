// Reading list: RFC 8259 §2 – §9; RFC 3629 §3 for UTF-8.

extension JSONNode {
    /// The largest text that is read, in bytes.
    public static let maximumSize = 8 << 20
    /// How many arrays and objects may lie inside each other.
    public static let maximumDepth = 64

    /// Reads one JSON value, strictly by RFC 8259: nothing after it, no comments, no byte order mark, no key twice in
    /// an object, no half surrogate pairs.
    ///
    /// Any bytes at all may be given. Stops at the first fault, because what follows it has no certain meaning.
    ///
    /// - Parameters:
    ///   - bytes: The text.
    ///   - limit: The largest text that is read, in bytes.
    /// - Throws: The first fault.
    public init(parsing bytes: [UInt8], limit: Int = maximumSize) throws(JSONSyntaxError) {
        guard bytes.count <= limit else {
            throw JSONSyntaxError(fault: .tooLarge(bytes: bytes.count, limit: limit), place: .start)
        }
        var parser = JSONParser(bytes)
        self = try parser.document()
    }
}

/// One pass over the bytes of a text, left to right.
struct JSONParser {
    private(set) var cursor: ByteCursor

    init(_ bytes: [UInt8]) { cursor = ByteCursor(bytes) }

    /// A parser for what begins at `cursor`.
    init(_ cursor: ByteCursor) { self.cursor = cursor }

    mutating func document() throws(JSONSyntaxError) -> JSONNode {
        if cursor.rest.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw JSONSyntaxError(fault: .byteOrderMark, place: cursor.place(length: 3))
        }
        if let error = ByteCursor.encodingError(in: cursor.bytes) { throw error }
        cursor.skipSpace()
        guard cursor.byte != nil else { throw JSONSyntaxError(fault: .empty, place: cursor.here) }
        let node = try value(depth: 0)
        cursor.skipSpace()
        guard cursor.byte == nil else { throw JSONSyntaxError(fault: .trailingText, place: cursor.scalarPlace) }
        return node
    }

    /// Reads the value here, which lies inside so many objects and arrays.
    mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONNode {
        let start = cursor.here
        let value: JSONNode.Value
        switch cursor.byte {
        case UInt8(ascii: "{"): value = .object(try members(depth: depth + 1))
        case UInt8(ascii: "["): value = .array(try elements(depth: depth + 1))
        case UInt8(ascii: "\""): value = .string(try cursor.string())
        case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte): value = .number(try number())
        default: value = try word()
        }
        return JSONNode(value, at: cursor.place(from: start))
    }

    // MARK: Objects and arrays

    private mutating func members(depth: Int) throws(JSONSyntaxError) -> [JSONNode.Member] {
        var members: [JSONNode.Member] = []
        var keys = KeysOfObject()
        try items(depth: depth, closedBy: UInt8(ascii: "}"), in: "an object") { (parser) throws(JSONSyntaxError) in
            guard parser.cursor.byte == UInt8(ascii: "\"") else {
                throw parser.unexpected("a key in quotation marks", in: "an object")
            }
            let start = parser.cursor.here
            let key = try parser.cursor.string()
            let keyPlace = parser.cursor.place(from: start)
            if let line = keys.firstLine(of: key, else: keyPlace.line, in: members) {
                throw JSONSyntaxError(fault: .duplicateKey(key, firstLine: line), place: keyPlace)
            }
            parser.cursor.skipSpace()
            guard parser.cursor.byte == UInt8(ascii: ":") else {
                throw parser.unexpected("':' after the key", in: "an object")
            }
            parser.cursor.advance()
            parser.cursor.skipSpace()
            members.append(JSONNode.Member(key, keyPlace: keyPlace, try parser.value(depth: depth)))
        }
        return members
    }

    private mutating func elements(depth: Int) throws(JSONSyntaxError) -> [JSONNode] {
        var elements: [JSONNode] = []
        try items(depth: depth, closedBy: UInt8(ascii: "]"), in: "an array") { (parser) throws(JSONSyntaxError) in
            elements.append(try parser.value(depth: depth))
        }
        return elements
    }

    /// What objects and arrays have in common: an opening bracket, items between commas, a closing bracket.
    private mutating func items(
        depth: Int, closedBy close: UInt8, in what: String, item: (inout JSONParser) throws(JSONSyntaxError) -> Void
    ) throws(JSONSyntaxError) {
        guard depth <= JSONNode.maximumDepth else {
            throw JSONSyntaxError(fault: .tooDeep(limit: JSONNode.maximumDepth), place: cursor.place(length: 1))
        }
        cursor.advance()
        cursor.skipSpace()
        if cursor.byte == close {
            cursor.advance()
            return
        }
        while true {
            try item(&self)
            cursor.skipSpace()
            let separator = cursor.place(length: 1)
            switch cursor.byte {
            case close:
                cursor.advance()
                return
            case UInt8(ascii: ","):
                cursor.advance()
                cursor.skipSpace()
                guard cursor.byte != close else {
                    throw JSONSyntaxError(fault: .trailingComma, place: separator)
                }
            default: throw unexpected("',' or '\(Unicode.Scalar(close))'", in: what)
            }
        }
    }

    private func unexpected(_ expected: String, in what: String) -> JSONSyntaxError {
        guard let scalar = cursor.scalar else {
            return JSONSyntaxError(fault: .unexpectedEnd(of: what), place: cursor.here)
        }
        return JSONSyntaxError(fault: .unexpected(scalar, expected: expected), place: cursor.scalarPlace)
    }

    // MARK: Numbers and words

    /// `-? (0 | 1-9 digits) (. digits)? ([eE] [+-]? digits)?` by RFC 8259 §6.
    private mutating func number() throws(JSONSyntaxError) -> JSONNumber {
        let start = cursor.here
        while let byte = cursor.byte, Self.isWordByte(byte) || byte == UInt8(ascii: "+") { cursor.advance() }
        guard Self.isNumber(cursor.bytes(from: start)) else {
            let fault = JSONSyntaxError.Fault.malformedNumber(cursor.text(from: start).clipped)
            throw JSONSyntaxError(fault: fault, place: cursor.place(from: start))
        }
        return JSONNumber(text: cursor.text(from: start))
    }

    private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        var isNumber = true
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        if rest.first == UInt8(ascii: "0") { rest.removeFirst() } else { isNumber = dropDigits(&rest) }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            isNumber = dropDigits(&rest) && isNumber
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
            isNumber = dropDigits(&rest) && isNumber
        }
        return isNumber && rest.isEmpty
    }

    private static func dropDigits(_ text: inout ArraySlice<UInt8>) -> Bool {
        let count = text.count
        text = text.drop(while: isDigit)
        return text.count < count
    }

    private mutating func word() throws(JSONSyntaxError) -> JSONNode.Value {
        let start = cursor.here
        while let byte = cursor.byte, Self.isWordByte(byte) { cursor.advance() }
        switch cursor.text(from: start) {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .null
        case "": throw unexpected("a value", in: "a value")
        case let text: throw JSONSyntaxError(fault: .unknownWord(text.clipped), place: cursor.place(from: start))
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
        default: isDigit(byte)
        }
    }
}

/// Finds a key that an object has already: by looking through a few members, by a dictionary from then on.
private struct KeysOfObject {
    private static let few = 16
    private var lines: [String: Int] = [:]

    /// The line of the member called `key`; when there is none, remembers that the next has it, on `line`.
    mutating func firstLine(of key: String, else line: Int, in members: [JSONNode.Member]) -> Int? {
        guard members.count >= Self.few else { return members.first { $0.key == key }?.keyPlace.line }
        if lines.isEmpty { for member in members { lines[member.key] = member.keyPlace.line } }
        return lines.updateValue(line, forKey: key)
    }
}

extension String {
    /// The beginning of a long text, for messages.
    var clipped: String { count <= 40 ? self : prefix(37) + "..." }
}
