import CellGrid
public import Courseware
public import Study

/// A learner's progress in lines of text: each lesson, what is remembered, the days, and what comes.
public struct PlainProgress: Sendable {
    /// The lines.
    public let lines: [String]

    /// The cells that a line may take.
    private static let columns = 78

    /// What there is to say about `overview`.
    public init(_ overview: ProgressOverview, in catalog: Catalog, appearance: Appearance) {
        let sections = ProgressSections(
            overview: overview, catalog: catalog, appearance: appearance, columns: Self.columns)
        let parts = [sections.mastery, sections.forecast, sections.calendar, sections.retention]
        lines = parts.joined(separator: [RichLine()]).map { line in
            let text = line.text.sanitized
            return String(text.reversed().drop { $0 == " " }.reversed())
        }
    }
}
