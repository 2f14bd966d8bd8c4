extension JSONNode {
    /// The value under `key` when this is an object that has it.
    public subscript(key: String) -> JSONNode? { members?.first { $0.key == key }?.value }

    /// The members when this is an object.
    public var members: [Member]? {
        if case .object(let members) = value { members } else { nil }
    }

    /// The elements when this is an array.
    public var elements: [JSONNode]? {
        if case .array(let elements) = value { elements } else { nil }
    }

    /// The text when this is a string.
    public var string: String? {
        if case .string(let text) = value { text } else { nil }
    }

    /// The value when this is a whole number that fits 64 bits.
    public var integer: Int64? {
        if case .number(let number) = value { number.integer } else { nil }
    }

    /// The value when this is a number.
    public var double: Double? {
        if case .number(let number) = value { number.double } else { nil }
    }

    /// The value when this is `true` or `false`.
    public var bool: Bool? {
        if case .bool(let truth) = value { truth } else { nil }
    }

    /// What to underline when something is wrong with the node as a whole: all of a scalar, the opening bracket of
    /// an object or array.
    public var head: Place {
        switch value {
        case .object, .array: place.first
        case .string, .number, .bool, .null: place
        }
    }

    /// Where a part of this string stands in the source.
    ///
    /// - Parameter part: A range of ``string``.
    /// - Returns: The exact place when the string was written without escapes; otherwise the whole string's.
    public func place(of part: Range<String.Index>) -> Place {
        guard let string, place.length == string.utf8.count + 2 else { return place }
        let before = string[..<part.lowerBound]
        return Place(
            line: place.line, column: place.column + 1 + before.unicodeScalars.count,
            offset: place.offset + 1 + before.utf8.count, length: string[part].utf8.count)
    }
}
