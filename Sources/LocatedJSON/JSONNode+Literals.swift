extension JSONNode: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    /// A string.
    public init(stringLiteral text: String) { self.init(.string(text)) }
    /// A whole number.
    public init(integerLiteral number: Int64) { self.init(.number(JSONNumber(number))) }
    /// A truth value.
    public init(booleanLiteral truth: Bool) { self.init(.bool(truth)) }
}

extension JSONNode: ExpressibleByArrayLiteral {
    /// An array of these.
    public init(arrayLiteral elements: JSONNode...) { self.init(.array(elements)) }
}

extension JSONNode {
    /// A string that no file holds yet.
    public static func string(_ text: String) -> JSONNode { JSONNode(.string(text)) }
    /// A whole number that no file holds yet.
    public static func integer(_ number: Int64) -> JSONNode { JSONNode(.number(JSONNumber(number))) }
    /// `true` or `false` that no file holds yet.
    public static func bool(_ truth: Bool) -> JSONNode { JSONNode(.bool(truth)) }
    /// An array that no file holds yet.
    public static func array(_ elements: [JSONNode]) -> JSONNode { JSONNode(.array(elements)) }
    /// An object that no file holds yet; the keys must differ from each other.
    public static func object(_ members: [(String, JSONNode)]) -> JSONNode {
        JSONNode(.object(members.map { Member($0.0, $0.1) }))
    }
    /// `null`.
    public static let null = JSONNode(.null)
}
