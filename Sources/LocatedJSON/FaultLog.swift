/// Where the faults of one file gather while it is read, so that its author hears of all of them at once.
public final class FaultLog {
    /// The name of the file.
    public let file: String
    /// What has been reported so far, in order of report.
    public private(set) var diagnostics: [Diagnostic] = []

    /// How many are kept; a file with more is not a lesson with typos.
    static let limit = 500

    /// Where the keys that readers ask for are noted, if somebody wants to know them.
    let census: KeyCensus?

    /// A log without faults.
    public init(file: String, census: KeyCensus? = nil) {
        self.file = file
        self.census = census
    }

    /// Notes a fault; one too many is dropped.
    public func report(_ fault: some Fault, at place: Place) {
        guard diagnostics.count < Self.limit else { return }
        let diagnostic = Diagnostic(
            fault.severity, file: file, place: place, message: fault.message, isOfForm: fault.isOfForm)
        diagnostics.append(diagnostic)
    }

    /// How many errors have been reported; warnings do not count.
    public var errorCount: Int { diagnostics.count { $0.severity == .error } }
}
