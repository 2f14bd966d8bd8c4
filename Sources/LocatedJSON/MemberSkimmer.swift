/// Goes over the members of the object that a text begins with, and reads only those values that are asked for.
///
///     var skimmer = MemberSkimmer(bytes)
///     while let key = skimmer.nextKey() {
///         if key == "title" { title = skimmer.value() }
///     }
///
/// What nobody asks for is passed over by counting brackets, without a look at what is inside. The text may be the
/// beginning of a file only: a key or value that is cut off, like one that is no JSON, is not answered and nothing comes
/// after it. Faults are not told; whoever wants to hear of them reads the whole text with ``JSONNode/init(parsing:)``.
public struct MemberSkimmer {
    private var cursor: ByteCursor
    private var position = Position.beforeFirst

    private enum Position { case beforeFirst, beforeValue, afterValue, atEnd }

    /// Whether the object has been gone over to its closing bracket.
    public private(set) var isComplete = false

    /// A skimmer for an object that may have white space before it.
    public init(_ bytes: [UInt8]) { cursor = ByteCursor(bytes) }

    /// The key of the next member; `nil` when there is none, or the text ends or is faulty first.
    public mutating func nextKey() -> String? {
        let key = readNextKey()
        position = key == nil ? .atEnd : .beforeValue
        return key
    }

    /// The value of the member whose key was answered last; `nil` when the text ends or is faulty first.
    public mutating func value() -> JSONNode? {
        guard position == .beforeValue else { return nil }
        position = .atEnd
        var parser = JSONParser(cursor)
        guard let value = try? parser.value(depth: 1) else { return nil }
        cursor = parser.cursor
        cursor.skipSpace()
        // Without what must follow it, a number may be only half of one.
        guard cursor.byte == UInt8(ascii: ",") || cursor.byte == UInt8(ascii: "}") else { return nil }
        position = .afterValue
        return value
    }

    private mutating func readNextKey() -> String? {
        switch position {
        case .atEnd: return nil
        case .beforeFirst:
            cursor.skipSpace()
            guard take(UInt8(ascii: "{")) else { return nil }
            cursor.skipSpace()
            if cursor.byte == UInt8(ascii: "}") { isComplete = true }
        case .beforeValue:
            guard cursor.skipValue() else { return nil }
            fallthrough
        case .afterValue:
            cursor.skipSpace()
            if cursor.byte == UInt8(ascii: "}") { isComplete = true }
            guard take(UInt8(ascii: ",")) else { return nil }
            cursor.skipSpace()
        }
        guard cursor.byte == UInt8(ascii: "\""), let key = try? cursor.string() else { return nil }
        cursor.skipSpace()
        guard take(UInt8(ascii: ":")) else { return nil }
        cursor.skipSpace()
        return key
    }

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
                continue
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
