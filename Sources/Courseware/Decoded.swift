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

/// A mention of another document.
struct Reference: Equatable, Sendable {
    enum Target: Equatable, Sendable {
        case lesson(String)
        /// A lesson that a course lists under a track.
        case lessonOfTrack(String, track: String)
        case quiz(String)
        /// A moment in a lesson, whose parts stand at these places.
        case moment(LessonMoment, variantPlace: Place, anchorPlace: Place)
    }

    var target: Target
    /// Where the id of the document stands.
    var place: Place
}

/// A file whose JSON has been parsed, well or not.
struct ParsedFile {
    let source: SourceFile
    let content: Result<JSONNode, JSONSyntaxError>
    /// Where the keys that are asked for are noted.
    let census: KeyCensus?

    init(_ source: SourceFile, census: KeyCensus? = nil) {
        self.source = source
        self.census = census
        content = Result { () throws(JSONSyntaxError) in try JSONNode(parsing: source.bytes) }
    }

    /// A file whose contents are known otherwise.
    init(_ source: SourceFile, holding node: JSONNode) {
        self.source = source
        census = nil
        content = .success(node)
    }

    /// The value that the file holds; `nil` when it is not JSON.
    var node: JSONNode? { try? content.get() }

    /// Hands the file's value to `decode`, and puts what was reported in order.
    func decoded<Document>(_ decode: (JSONNode, FaultLog, inout [Reference]) -> Document?) -> Decoded<Document> {
        let node: JSONNode
        switch content {
        case .success(let value): node = value
        case .failure(let error):
            return Decoded(document: nil, references: [], diagnostics: [error.diagnostic(in: source.name)])
        }
        let log = FaultLog(file: source.name, census: census)
        var references: [Reference] = []
        let document = decode(node, log, &references)
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
    mutating func header() -> String? {
        _ = optional("$schema", .string)
        _ = required("format", .format)
        return required("id", .identifier)
    }

    /// Reads the same of a document that is named after its id.
    mutating func header(of file: SourceFile, log: FaultLog) -> String? {
        let id = header()
        if let id, id != file.stem {
            log.report(CourseFault.idIsNotFileName(id: id, file: file.stem), at: place(of: "id"))
        }
        return id
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
