public import LocatedJSON

/// What a file of a course can be.
public enum DocumentKind: String, CaseIterable, Hashable, Sendable {
    case lesson, quiz, course

    /// The kind's JSON Schema, draft 2020-12: what an editor needs to complete and check a file as one types.
    ///
    /// It judges form alone: keys, types, patterns. What a file means is for `netarium check`.
    public var schema: JSONNode {
        switch self {
        case .lesson: LessonSchema.document
        case .quiz: QuizSchema.document
        case .course: CourseSchema.document
        }
    }

    /// The name of the schema's file.
    public var schemaName: String { "\(rawValue).schema.json" }

    /// What is wrong with the form of a file of this kind: the same that its schema finds.
    ///
    /// - Returns: The faults in order of their place; none for a file that may be wrong in what it means.
    public func faultsOfForm(in file: SourceFile) -> [Diagnostic] {
        let diagnostics =
            switch self {
            case .lesson: LessonDecoder.decode(file).diagnostics
            case .quiz: QuizDecoder.decode(file).diagnostics
            case .course: CourseDecoder.decode(file).diagnostics
            }
        return diagnostics.filter(\.isOfForm)
    }
}
