public import LocatedJSON

/// What reading a lesson or a quiz came to.
public struct Decoded<Document> {
    /// What was read; `nil` when the file has an error.
    ///
    /// Warnings do not keep a document from being used.
    public var document: Document?
    /// What the document says about others, to be checked when they are known.
    var references: [Reference]
    /// Faults in order of their place in the file.
    public var diagnostics: [Diagnostic]
}

extension Decoded: Sendable where Document: Sendable {}

/// A file whose JSON has been parsed, well or not.
struct ParsedFile {
    let source: SourceFile
    let content: Result<JSONNode, JSONSyntaxError>
    /// How closely it is looked at.
    let scrutiny: Scrutiny
    /// Where the keys that are asked for are noted.
    let census: KeyCensus?

    init(_ source: SourceFile, _ scrutiny: Scrutiny = Scrutiny(), census: KeyCensus? = nil) {
        self.source = source
        self.scrutiny = scrutiny
        self.census = census
        content = Result { () throws(JSONSyntaxError) in try JSONNode(parsing: source.bytes) }
    }

    /// A file whose contents are known otherwise.
    init(_ source: SourceFile, holding node: JSONNode, _ scrutiny: Scrutiny) {
        self.source = source
        self.scrutiny = scrutiny
        census = nil
        content = .success(node)
    }

    /// The value that the file holds; `nil` when it is not JSON.
    var node: JSONNode? { try? content.get() }

    /// Hands the file's value to `decode` and what it answers to `survey`, and puts what was reported in order.
    ///
    /// A document that could be read is surveyed even if it has errors, so that they hide nothing.
    func decoded<Document>(
        survey: ((Document, JSONNode, FaultLog) -> Void)? = nil,
        _ decode: (JSONNode, FaultLog, inout [Reference]) -> Document?
    ) -> Decoded<Document> {
        let node: JSONNode
        switch content {
        case .success(let value): node = value
        case .failure(let error):
            return Decoded(document: nil, references: [], diagnostics: [error.diagnostic(in: source.name)])
        }
        let log = scrutiny.log(of: source, census: census)
        var references: [Reference] = []
        let document = decode(node, log, &references)
        if let document { survey?(document, node, log) }
        return Decoded(
            document: log.errorCount == 0 ? document : nil, references: references,
            diagnostics: log.diagnostics.sortedByPlace)
    }
}

extension [Diagnostic] {
    /// From the top of the file to its end; those of the same place stay in their order.
    var sortedByPlace: [Diagnostic] {
        enumerated().sorted { ($0.element.place.offset, $0.offset) < ($1.element.place.offset, $1.offset) }.map(
            \.element)
    }
}

extension ObjectReader {
    /// Reads what all documents have in common: `$schema`, `format` and `id`.
    mutating func header(of file: ParsedFile, schema: String, log: FaultLog) -> String? {
        _ = optional("$schema", .string)
        if file.scrutiny.expectsSchema, !has("$schema") {
            let fix = node.inserting("$schema", schema, after: nil, in: file.source.bytes)
            log.report(CourseFault.missingSchema(schema), at: node.head, fix: fix)
        }
        _ = required("format", .format)
        return required("id", .identifier)
    }

    /// Reports an id that is not the name of its file.
    func checkName(_ id: String?, of file: ParsedFile, log: FaultLog) {
        if let id, id != file.source.stem {
            log.report(CourseFault.idIsNotFileName(id: id, file: file.source.stem), at: place(of: "id"))
        }
    }
}

/// Ids that have been used in one list, to find the second use.
struct UsedIDs {
    private let what: String
    private var lines: [String: Int] = [:]

    /// - Parameter what: What has the ids: `the participant`.
    init(of what: String) { self.what = what }

    /// Notes an id, and reports it when it is there already.
    mutating func use(_ id: String, at place: Place, log: FaultLog) {
        if let line = lines[id] {
            log.report(CourseFault.repeatedID(id, of: what, firstLine: line), at: place)
        } else {
            lines[id] = place.line
        }
    }
}
