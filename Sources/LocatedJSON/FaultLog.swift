/// Where the faults of one file gather while it is read, so that its author hears of all of them at once.
public final class FaultLog {
    /// The name of the file.
    public let file: String
    /// What the file holds, to find what can be mended; empty when nobody will mend it.
    private let source: [UInt8]
    /// Whether to look also for what only the author of the file cares about.
    public let isThorough: Bool
    /// How grave a fault is in this file; `nil` for what is no fault in it.
    private let severity: (any Fault) -> Diagnostic.Severity?
    /// What has been reported so far, in order of report.
    public private(set) var diagnostics: [Diagnostic] = []

    /// How many are kept; a file with more is not a lesson with typos.
    static let limit = 500

    /// A log without faults.
    public init(file: String) {
        self.file = file
        source = []
        isThorough = false
        severity = { $0.severity }
    }

    /// A log without faults, of a file whose contents are known.
    ///
    /// - Parameters:
    ///   - source: The file.
    ///   - isThorough: Whether to look also for what only its author cares about.
    ///   - severity: How grave a fault is in this file; `nil` for what is no fault in it.
    public init(
        of source: SourceFile, isThorough: Bool = false,
        severity: @escaping (any Fault) -> Diagnostic.Severity? = { $0.severity }
    ) {
        file = source.name
        self.source = source.bytes
        self.isThorough = isThorough
        self.severity = severity
    }

    /// A log without faults, of the same file looked at in the same way.
    public func emptied() -> FaultLog {
        FaultLog(of: SourceFile(file, source), isThorough: isThorough, severity: severity)
    }

    /// Notes a fault; of too many the last place says that there are more.
    ///
    /// - Parameters:
    ///   - fault: What is wrong.
    ///   - place: Where.
    ///   - fix: What mends it, when that is not to put one word in the place of another.
    public func report(_ fault: some Fault, at place: Place, fix: Fix? = nil) {
        guard diagnostics.count <= Self.limit, let severity = severity(fault) else { return }
        report(diagnostic(of: fault, severity, at: place, fix: fix))
    }

    /// Notes what has been found and put into words elsewhere.
    public func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < Self.limit {
            diagnostics.append(diagnostic)
        } else if diagnostics.count == Self.limit {
            let fault = ReadingFault.tooManyFaults(Self.limit)
            diagnostics.append(self.diagnostic(of: fault, fault.severity, at: diagnostic.place))
        }
    }

    private func diagnostic(
        of fault: some Fault, _ severity: Diagnostic.Severity, at place: Place, fix: Fix? = nil
    ) -> Diagnostic {
        let correction = fault.correction
        return Diagnostic(
            severity, code: fault.code, file: file, place: place, message: fault.message,
            suggestion: correction?.right, fix: fix ?? correction?.fix(at: place, in: source))
    }

    /// How many errors have been reported; warnings do not count.
    public var errorCount: Int { diagnostics.count { $0.severity == .error } }
}
