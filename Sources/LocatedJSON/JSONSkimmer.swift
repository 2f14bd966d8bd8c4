/// Goes over a text and reads only those values that are asked for.
///
///     var skimmer = JSONSkimmer(bytes)
///     skimmer.members { key, skimmer in
///         if key == "title" { title = skimmer.value() }
///         return true
///     }
///
/// What nobody asks for is passed over by counting brackets, without a look at what is inside. The text may be the
/// beginning of a file only: a value that is cut off, or is no JSON, is not answered, and nothing comes after it. Faults
/// are not told; whoever wants to hear of them reads the whole text with ``JSONNode/init(parsing:)``.
public struct JSONSkimmer {
    private var cursor: ByteCursor
    /// Whether the text has ended in the middle of something, or something else stands there than can.
    private var hasFailed = false

    /// A skimmer that stands before the value that `bytes` begin with.
    public init(_ bytes: [UInt8]) {
        cursor = ByteCursor(bytes)
        cursor.skipSpace()
    }

    /// Goes over the members of the object here.
    ///
    /// - Parameter visit: Is told each key, and finds the skimmer before its value, which it may read or go into. Answers
    ///   whether it wants to see the members that follow.
    /// - Returns: Whether all members have been seen.
    @discardableResult
    public mutating func members(_ visit: (_ key: String, _ value: inout JSONSkimmer) -> Bool) -> Bool {
        items(from: UInt8(ascii: "{"), to: UInt8(ascii: "}")) { skimmer in
            guard skimmer.cursor.byte == UInt8(ascii: "\""), let key = try? skimmer.cursor.string() else { return nil }
            skimmer.cursor.skipSpace()
            guard skimmer.take(UInt8(ascii: ":")) else { return nil }
            skimmer.cursor.skipSpace()
            let start = skimmer.cursor.offset
            let goesOn = visit(key, &skimmer)
            if skimmer.cursor.offset == start, goesOn { skimmer.skip() }
            return goesOn
        }
    }

    /// Goes over the elements of the array here.
    ///
    /// - Parameter visit: Finds the skimmer before each element, which it may read or go into.
    /// - Returns: Whether all elements have been seen.
    @discardableResult
    public mutating func elements(_ visit: (_ element: inout JSONSkimmer) -> Void) -> Bool {
        items(from: UInt8(ascii: "["), to: UInt8(ascii: "]")) { skimmer in
            let start = skimmer.cursor.offset
            visit(&skimmer)
            if skimmer.cursor.offset == start { skimmer.skip() }
            return true
        }
    }

    /// The value here; `nil` when it is cut off or faulty.
    public mutating func value() -> JSONNode? {
        guard !hasFailed else { return nil }
        var parser = JSONParser(cursor)
        let value = try? parser.value(depth: 0)
        cursor = parser.cursor
        // Without what must follow it, a number may be only half of one.
        if value == nil || cursor.byte == nil { hasFailed = true }
        return hasFailed ? nil : value
    }

    /// What objects and arrays have in common.
    ///
    /// - Parameters:
    ///   - open: The bracket that it begins with.
    ///   - close: The bracket that it ends with.
    ///   - item: Goes over one item; answers whether it wants the next, `nil` for none that could be one.
    /// - Returns: Whether the end was reached.
    private mutating func items(from open: UInt8, to close: UInt8, item: (inout JSONSkimmer) -> Bool?) -> Bool {
        guard !hasFailed, take(open) else { return fail() }
        cursor.skipSpace()
        if take(close) { return true }
        while true {
            guard let goesOn = item(&self), !hasFailed else { return fail() }
            guard goesOn else { return false }
            cursor.skipSpace()
            if take(close) { return true }
            guard take(UInt8(ascii: ",")) else { return fail() }
            cursor.skipSpace()
        }
    }

    private mutating func fail() -> Bool {
        hasFailed = true
        return false
    }

    private mutating func skip() { if !cursor.skipValue() { hasFailed = true } }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard cursor.byte == byte else { return false }
        cursor.advance()
        return true
    }
}

extension ByteCursor {
    /// Moves past a value by counting its brackets; `false` when the text ends first or no value can begin here.
    fileprivate mutating func skipValue() -> Bool {
        var depth = 0
        while let byte {
            switch byte {
            case UInt8(ascii: "\""): guard skipString() else { return false }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                advance()
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard depth > 0 else { return false }
                depth -= 1
                advance()
            case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"),
                UInt8(ascii: "\n"):
                guard depth > 0 else { return false }
                advance()
            default: skipScalar()
            }
            if depth == 0 { return self.byte != nil }
        }
        return false
    }

    /// Moves past a number or a word, or what might have been meant for one.
    private mutating func skipScalar() {
        while let byte {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "}"), UInt8(ascii: "]"),
                UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"),
                UInt8(ascii: "\n"):
                return
            default: advance()
            }
        }
    }

    /// Moves past a string; `false` when the text ends first.
    private mutating func skipString() -> Bool {
        advance()
        while true {
            skipPlainText()
            guard let byte else { return false }
            advance()
            if byte == UInt8(ascii: "\"") { return true }
            if byte == UInt8(ascii: "\\") { advance() }
        }
    }
}
