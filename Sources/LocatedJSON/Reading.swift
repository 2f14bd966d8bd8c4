/// A way to turn a node into a value: it answers the value, or reports what is wrong and answers `nil`.
///
/// Readings are put together from smaller ones and handed to an ``ObjectReader``:
///
///     let names = object.required("names", .list(of: .string, atLeast: 1))
public struct Reading<Value> {
    /// Answers the value of a node, or reports and answers `nil`.
    public let read: (JSONNode, FaultLog) -> Value?

    /// A reading that does what `read` does.
    public init(_ read: @escaping (JSONNode, FaultLog) -> Value?) { self.read = read }

    /// A reading of the values for which `get` answers something; the rest are not `expected`, named with its article.
    public init(_ expected: String, _ get: @escaping (JSONNode) -> Value?) {
        self.init { node, log in get(node) ?? Self.report(node, isNot: expected, log) }
    }

    /// Reports that a node is of the wrong type, and answers `nil`.
    fileprivate static func report(_ node: JSONNode, isNot expected: String, _ log: FaultLog) -> Value? {
        log.report(ReadingFault.wrongType(expected: expected, found: node.kind), at: node.head)
        return nil
    }
}

// The commonest readings hold on to nothing, so that asking for one is free.

extension Reading where Value == String {
    /// Any string.
    public static var string: Self { Reading { node, log in node.string ?? report(node, isNot: "a string", log) } }
}

extension Reading where Value == Bool {
    /// `true` or `false`.
    public static var bool: Self { Reading { node, log in node.bool ?? report(node, isNot: "true or false", log) } }
}

extension Reading where Value == Int {
    /// A whole number within limits.
    public static func wholeNumber(in range: ClosedRange<Int>) -> Self {
        Reading { node, log in
            guard let number = Reading<Int64>.wholeNumber.read(node, log) else { return nil }
            guard let value = Int(exactly: number), range.contains(value) else {
                log.report(ReadingFault.outOfRange(number, range), at: node.place)
                return nil
            }
            return value
        }
    }
}

extension Reading where Value == Int64 {
    /// A whole number of 64 bits.
    public static var wholeNumber: Self {
        Reading { node, log in node.integer ?? report(node, isNot: "a whole number", log) }
    }
}

extension Reading where Value == JSONNode {
    /// Whatever stands there.
    public static var anything: Self { Reading { node, _ in node } }
}

extension Reading {
    /// A list whose items are read by `item`; an item that cannot be read is left out.
    ///
    /// Of a list that is too long the items are not read.
    public static func list<Item>(
        of item: Reading<Item>, atLeast minimum: Int = 0, atMost maximum: Int = .max
    ) -> Self where Value == [Item] {
        Reading { node, log in
            guard let elements = node.elements else { return report(node, isNot: "a list", log) }
            if elements.count < minimum {
                log.report(ReadingFault.tooFew(count: elements.count, minimum: minimum), at: node.head)
            }
            guard elements.count <= maximum else {
                log.report(ReadingFault.tooMany(count: elements.count, maximum: maximum), at: node.head)
                return nil
            }
            var items: [Item] = []
            items.reserveCapacity(elements.count)
            for element in elements { if let item = item.read(element, log) { items.append(item) } }
            return items
        }
    }

    /// One of some fixed words.
    public static func oneOf(_ words: [(String, Value)]) -> Self {
        Reading { node, log in
            guard let string = Reading<String>.string.read(node, log) else { return nil }
            let value = words.first { $0.0 == string }?.1
            if value == nil { log.report(ReadingFault.unknownWord(string, known: words.map(\.0)), at: node.place) }
            return value
        }
    }
}

/// A value and where it was written.
public struct Located<Value> {
    /// What was read.
    public var value: Value
    /// Where it stands.
    public var place: Place

    /// A value that stands at a place.
    public init(_ value: Value, at place: Place) {
        self.value = value
        self.place = place
    }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Sendable where Value: Sendable {}

extension Reading {
    /// The same reading, which also tells where the value stands.
    public var located: Reading<Located<Value>> {
        Reading<Located<Value>> { node, log in read(node, log).map { Located($0, at: node.head) } }
    }
}
