/// A fault in a file, in the form that editors and people know: `lessons/dns.json:14:41: error: …`.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
    /// Whether the file can be used all the same.
    public enum Severity: String, Hashable, Sendable { case error, warning }

    /// Whether the file is refused for it.
    public var severity: Severity
    /// What kind of fault it is, in words that never change: `unknown-key`.
    public var code: String
    /// The name of the file, as the person gave it.
    public var file: String
    /// Where in the file.
    public var place: Place
    /// What is wrong, the offending word, and the way out; lower case, without a full stop.
    public var message: String
    /// What was probably meant, when the fault is a misspelling.
    public var suggestion: String?
    /// What a program can change so that the fault is gone.
    public var fix: Fix?

    /// A fault at a place; see the properties.
    public init(
        _ severity: Severity = .error, code: String, file: String, place: Place, message: String,
        suggestion: String? = nil, fix: Fix? = nil
    ) {
        self.severity = severity
        self.code = code
        self.file = file
        self.place = place
        self.message = DisplayWidth.printable(message)
        self.suggestion = suggestion
        self.fix = fix
    }

    /// `file:line:column: error: message`, on one line; what a file says in it cannot steer a terminal.
    public var description: String {
        "\(DisplayWidth.printable(file)):\(place.line):\(place.column): \(severity.rawValue): \(message)"
    }
}

/// A fault as a fact; only its conformance puts it into words.
public protocol Fault: Sendable {
    /// What kind of fault it is: lower-case words joined by hyphens, which never change.
    var code: String { get }
    /// What is wrong, the offending word, and the way out; lower case, without a full stop.
    var message: String { get }
    /// Whether the file can be used all the same; an error unless said otherwise.
    var severity: Diagnostic.Severity { get }
    /// The word that is misspelled and the one that was meant; none unless said otherwise.
    var correction: Correction? { get }
}

extension Fault {
    /// Faults are errors unless they say otherwise.
    public var severity: Diagnostic.Severity { .error }

    /// Most faults are no misspellings.
    public var correction: Correction? { nil }
}
