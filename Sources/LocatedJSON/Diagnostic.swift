/// A fault in a file, in the form that editors and people know: `lessons/dns.json:14:41: error: …`.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
    /// Whether the file can be used all the same.
    public enum Severity: String, Hashable, Sendable { case error, warning }

    /// Whether the file is refused for it.
    public var severity: Severity
    /// The name of the file, as the person gave it.
    public var file: String
    /// Where in the file.
    public var place: Place
    /// What is wrong, the offending word, and the way out; lower case, without a full stop.
    ///
    /// Words of the file that it quotes are made harmless: what a terminal would obey is a question mark.
    public var message: String
    /// Whether it is about form, which a JSON Schema can judge too, and not about what the file means.
    public var isOfForm: Bool

    /// A fault at a place; see the properties.
    public init(
        _ severity: Severity = .error, file: String, place: Place, message: String, isOfForm: Bool = false
    ) {
        self.severity = severity
        self.file = file
        self.place = place
        self.message = message.printable
        self.isOfForm = isOfForm
    }

    /// `file:line:column: error: message`, on one line.
    public var description: String {
        "\(file.printable):\(place.line):\(place.column): \(severity.rawValue): \(message)"
    }
}

/// A fault as a fact; only its conformance puts it into words.
public protocol Fault: Sendable {
    /// What is wrong, the offending word, and the way out; lower case, without a full stop.
    var message: String { get }
    /// Whether the file can be used all the same; an error unless said otherwise.
    var severity: Diagnostic.Severity { get }
    /// Whether it is about form: a key, a type, a pattern, which a JSON Schema judges alike; not so unless said otherwise.
    var isOfForm: Bool { get }
}

extension Fault {
    /// Faults are errors unless they say otherwise.
    public var severity: Diagnostic.Severity { .error }

    /// Faults are about what is meant unless they say otherwise.
    public var isOfForm: Bool { false }
}
