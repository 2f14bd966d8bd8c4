import Courseware
import Localization
import LocatedJSON
import Runtime
import Tutor

/// What a check has found, and what was changed.
struct CheckReport {
    let language: Language
    /// What could not be read or written.
    private(set) var problems: [FileProblem]
    /// The files as they are now.
    private(set) var files: [SourceFile]
    /// The faults that were mended.
    private var fixed: [Diagnostic]?
    /// The faults that the files have.
    private(set) var diagnostics: [Diagnostic] = []
    /// Documents that the files may refer to besides each other.
    var known = Catalog()

    init(language: Language, problems: [FileProblem], files: [SourceFile]) {
        self.language = language
        self.problems = problems
        self.files = files
    }

    /// Whether a program that asked should stop.
    func fails(strictly: Bool) -> Bool {
        !problems.isEmpty || diagnostics.contains { strictly || $0.severity == .error }
    }

    /// Looks for faults.
    mutating func check() {
        diagnostics = Catalog.load(files, besides: known, .ofAuthor(), by: Cores()).diagnostics
    }

    /// Changes in the files what a program can change, writes those that differ, and looks at them again.
    mutating func mend() {
        let mended = Catalog.mend(files, besides: known, .ofAuthor(expectsSchema: true), by: Cores())
        var unwritten: Set<String> = []
        for (former, file) in zip(files, mended.files) where former != file {
            do {
                try CourseLibrary.write(file, over: former)
            } catch {
                problems.append(error)
                unwritten.insert(file.name)
            }
        }
        files = zip(files, mended.files).map { unwritten.contains($0.name) ? $0 : $1 }
        let fixed = mended.fixed.filter { !unwritten.contains($0.file) }
        self.fixed = fixed
        if !fixed.isEmpty { check() }
    }

    // MARK: Text

    /// Writes a line for each change, and three for each fault.
    func printText() {
        for problem in problems { Output.error(problem.message(language)) }
        for diagnostic in fixed ?? [] {
            let place = "\(diagnostic.file):\(diagnostic.place.line):\(diagnostic.place.column)"
            Output.line(DisplayWidth.printable("\(place): fixed: \(diagnostic.message)"))
        }
        let sources = sources
        for diagnostic in diagnostics {
            Output.line(sources[diagnostic.file].map(diagnostic.excerpt) ?? diagnostic.description)
        }
        if let summary { Output.error(summary, prefixed: false) }
    }

    /// How much was found: `2 errors and 1 warning in 1 of 10 files`; `nil` when all is well.
    private var summary: String? {
        guard !diagnostics.isEmpty else { return nil }
        let errors = diagnostics.count { $0.severity == .error }
        func count(_ number: Int, _ noun: String) -> String? {
            number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
        }
        let kinds = [count(errors, "error"), count(diagnostics.count - errors, "warning")].compactMap { $0 }
        let faulty = Set(diagnostics.map(\.file)).count
        return "\(kinds.joined(separator: " and ")) in \(faulty) of \(count(files.count, "file") ?? "0 files")"
    }

    private var sources: [String: [UInt8]] {
        Dictionary(files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    }

    // MARK: JSON

    /// Writes one object: the version of this form, the faults, and the changes if any were asked for.
    func printJSON() {
        let sources = sources
        let faults = unreadable + diagnostics.map { $0.json(in: sources[$0.file] ?? []) }
        var members: [(String, JSONNode)] = [
            ("version", 1), ("files", .integer(Int64(files.count))), ("diagnostics", .array(faults)),
        ]
        if let fixed { members.append(("fixed", .array(fixed.map { $0.json(in: []) }))) }
        Output.raw(JSONNode.object(members).harmlessText)
    }

    /// The files that could not be read or written, as faults at their beginning.
    private var unreadable: [JSONNode] {
        problems.map { problem in
            Diagnostic(
                code: problem.code, file: problem.path, place: .start, message: problem.message(language)
            ).json(in: [])
        }
    }
}
