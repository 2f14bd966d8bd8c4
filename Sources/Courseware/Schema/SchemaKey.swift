import LocatedJSON

/// A key of an object in a JSON Schema, with what an editor shows while one types it.
struct SchemaKey {
    var name: String
    var isRequired: Bool
    /// What it means, in a sentence.
    var about: String
    /// What may stand there.
    var schema: SchemaNode
    /// Only what is shown, for a place where the value is judged elsewhere.
    var caption: JSONNode

    private init(
        _ name: String, isRequired: Bool, _ schema: SchemaNode, _ title: String, _ about: String,
        _ usual: JSONNode?, _ examples: [JSONNode]
    ) {
        self.name = name
        self.isRequired = isRequired
        self.about = about
        var shown = SchemaNode([]).titled(title, about)
        var full = schema.titled(title, about)
        if let usual { full = full.adding("default", usual) }
        if !examples.isEmpty {
            full = full.adding("examples", .array(examples))
            shown = shown.adding("examples", .array(examples))
        }
        self.schema = full
        caption = shown.json
    }

    /// A key that must be there.
    static func required(
        _ name: String, _ schema: SchemaNode, _ title: String, _ about: String, examples: [JSONNode] = []
    ) -> SchemaKey {
        SchemaKey(name, isRequired: true, schema, title, about, nil, examples)
    }

    /// A key that may be left out, and what then counts.
    static func optional(
        _ name: String, _ schema: SchemaNode, _ title: String, _ about: String, usual: JSONNode? = nil,
        examples: [JSONNode] = []
    ) -> SchemaKey {
        SchemaKey(name, isRequired: false, schema, title, about, usual, examples)
    }
}
