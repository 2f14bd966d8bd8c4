import LocatedJSON

/// A part of a JSON Schema that is being put together.
///
/// Source: JSON Schema, draft 2020-12, Core and Validation. `patternErrorMessage` is what editors show instead of a
/// pattern; other programs do not look at it.
struct SchemaNode {
    private var members: [(String, JSONNode)]

    init(_ members: [(String, JSONNode)]) { self.members = members }

    /// The schema as JSON.
    var json: JSONNode { .object(members) }

    /// The same schema with a keyword more.
    func adding(_ keyword: String, _ value: JSONNode) -> SchemaNode { SchemaNode(members + [(keyword, value)]) }

    /// The same schema with a keyword more, whose value is a list of schemas.
    func adding(_ keyword: String, _ schemas: [SchemaNode]) -> SchemaNode {
        adding(keyword, .array(schemas.map(\.json)))
    }

    /// The same schema with what an editor shows of it.
    func titled(_ title: String, _ about: String) -> SchemaNode {
        SchemaNode([("title", .string(title)), ("description", .string(about))] + members)
    }
}

// MARK: Values

extension SchemaNode {
    /// What `$defs` calls by this name.
    static func ref(_ name: String) -> SchemaNode { SchemaNode([("$ref", .string("#/$defs/\(name)"))]) }

    /// Any string.
    static var string: SchemaNode { SchemaNode([("type", "string")]) }

    /// A string of a pattern, and what to say of one that is not.
    static func string(_ pattern: SchemaPattern) -> SchemaNode { string.matching(pattern) }

    /// The same schema, in which strings must match a pattern.
    func matching(_ pattern: SchemaPattern) -> SchemaNode {
        adding("pattern", .string(pattern.expression)).adding("patternErrorMessage", .string(pattern.message))
    }

    /// One of some words.
    static func word(_ words: [String]) -> SchemaNode {
        SchemaNode([("enum", .array(words.map { .string($0) }))])
    }

    /// A whole number within limits.
    static func whole(_ range: ClosedRange<Int>) -> SchemaNode {
        SchemaNode([
            ("type", "integer"), ("minimum", .integer(Int64(range.lowerBound))),
            ("maximum", .integer(Int64(range.upperBound))),
        ])
    }

    /// A whole number of 64 bits.
    static var whole: SchemaNode { whole(.min ... .max) }

    /// `true` or `false`.
    static var bool: SchemaNode { SchemaNode([("type", "boolean")]) }

    /// Nothing but `true`.
    static var yes: SchemaNode { SchemaNode([("const", true)]) }

    /// A list.
    static func list(of item: SchemaNode, atLeast minimum: Int = 0, atMost maximum: Int? = nil) -> SchemaNode {
        var list = SchemaNode([("type", "array"), ("items", item.json)])
        if minimum > 0 { list = list.adding("minItems", .integer(Int64(minimum))) }
        if let maximum { list = list.adding("maxItems", .integer(Int64(maximum))) }
        return list
    }

    /// An object with keys of the author's own, each with a value of the same kind.
    static func map(of value: SchemaNode) -> SchemaNode {
        SchemaNode([("type", "object"), ("additionalProperties", value.json)])
    }
}

// MARK: Objects

extension SchemaNode {
    /// An object of these keys and no others.
    ///
    /// - Parameters:
    ///   - title: What the decoder calls such an object in its messages, without the article.
    ///   - about: One or two sentences for who hovers over it.
    ///   - keys: The keys, in the order in which an editor proposes them.
    /// - Returns: The schema of such objects.
    static func object(_ title: String, _ about: String, _ keys: [SchemaKey]) -> SchemaNode {
        let required = keys.filter(\.isRequired).map { JSONNode.string($0.name) }
        var object = SchemaNode([
            ("type", "object"), ("additionalProperties", false),
            ("properties", .object(keys.map { ($0.name, $0.schema.json) })),
        ]).titled(title, about)
        if !required.isEmpty { object = object.adding("required", .array(required)) }
        return object
    }

    /// An object that has the keys of one of several kinds, told apart by its verb.
    ///
    /// The keys of all kinds are not merged: each verb brings its own, so that an editor names the key that is wrong and
    /// not nine kinds of object that do not fit.
    static func verbs(_ title: String, _ about: String, _ verbs: [(key: SchemaKey, kind: String)]) -> SchemaNode {
        let properties = verbs.map { verb in
            (verb.key.name, verb.key.caption)
        }
        return SchemaNode([("type", "object"), ("properties", .object(properties))]).titled(title, about)
            .adding("anyOf", verbs.map { .having([$0.key.name]) })
            .adding("allOf", verbs.map { .when(.having([$0.key.name]), .ref($0.kind)) })
    }

    /// Whatever has these keys.
    static func having(_ keys: [String]) -> SchemaNode {
        SchemaNode([("required", .array(keys.map { .string($0) }))])
    }

    /// Whatever has none of these keys.
    static func lacking(_ keys: [String]) -> SchemaNode {
        SchemaNode([("properties", .object(keys.map { ($0, false) }))])
    }

    /// Whatever is as `then` says if it is as `condition` says, and else as `otherwise` says.
    static func when(_ condition: SchemaNode, _ then: SchemaNode, else otherwise: SchemaNode? = nil) -> SchemaNode {
        let node = SchemaNode([("if", condition.json), ("then", then.json)])
        return otherwise.map { node.adding("else", $0.json) } ?? node
    }

    /// The same schema, in which a key stands only beside its companion.
    func requiring(_ companions: [String: String]) -> SchemaNode {
        let sorted = companions.sorted { $0.key < $1.key }
        return adding("dependentRequired", .object(sorted.map { ($0.key, .array([.string($0.value)])) }))
    }

    /// The same schema, in which two keys exclude each other.
    func excluding(_ key: String, beside other: String) -> SchemaNode {
        adding("dependentSchemas", .object([(other, SchemaNode.lacking([key]).json)]))
    }
}
