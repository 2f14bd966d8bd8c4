public import LocatedJSON

extension Catalog {
    /// Files after everything was changed in them that a program can change.
    public struct Mended: Sendable {
        /// All files, in the order given; most are as they were.
        public var files: [SourceFile]
        /// The faults that are gone, file by file, each with the ``Diagnostic/fix`` that was made; places are those of the
        /// moment when it was made.
        public var fixed: [Diagnostic]
    }

    /// Most rounds of changes: mending a key shows faults of what stands under it, which nests no deeper than this.
    private static let mostRounds = 32

    /// Makes every change that some fault of these files comes with, until there is none left.
    ///
    /// What does not parse is left as it is, and so is a file that would not parse after its changes. Mending what is
    /// mended changes nothing.
    ///
    /// - Parameters:
    ///   - files: Lessons and quizzes.
    ///   - known: Documents that exist besides and may be referred to.
    ///   - scrutiny: How closely the files are looked at.
    ///   - workforce: Who reads them.
    /// - Returns: The files, and what was changed in them.
    public static func mend(
        _ files: [SourceFile], besides known: Catalog = Catalog(), _ scrutiny: Scrutiny = Scrutiny(),
        by workforce: some Workforce = LoneWorker()
    ) -> Mended {
        var mended = Mended(files: files, fixed: [])
        var refused: Set<String> = []
        for _ in 0..<mostRounds {
            let found = load(mended.files, besides: known, scrutiny, by: workforce).diagnostics.filter { $0.fix != nil }
            let byFile = Dictionary(grouping: found) { $0.file }
            var isChanged = false
            for index in mended.files.indices {
                let file = mended.files[index]
                guard let faults = byFile[file.name], !refused.contains(file.name) else { continue }
                let fixes = Set(SourceFile.compatible(faults.compactMap(\.fix)))
                let changed = file.applying(faults.compactMap(\.fix))
                guard (try? JSONNode(parsing: changed.bytes)) != nil else {
                    refused.insert(file.name)
                    continue
                }
                mended.files[index] = changed
                mended.fixed += faults.filter { $0.fix.map(fixes.contains) ?? false }
                isChanged = true
            }
            if !isChanged { break }
        }
        let order = Dictionary(files.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
        mended.fixed = mended.fixed.enumerated().sorted {
            (order[$0.element.file] ?? 0, $0.offset) < (order[$1.element.file] ?? 0, $1.offset)
        }.map(\.element)
        return mended
    }
}
