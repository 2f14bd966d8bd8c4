extension FileProblem {
    /// The kind of problem, in words that never change.
    public var code: String {
        switch self {
        case .system(.open, _, _), .system(.read, _, _), .system(.list, _, _): "unreadable-file"
        case .system: "unwritable-file"
        case .notAFile: "not-a-file"
        case .tooLarge: "huge-file"
        case .tooMany: "too-many-files"
        case .courseTooLarge: "course-too-large"
        case .leadsOutside: "leads-outside"
        case .changed: "changed-file"
        case .wouldBeTooLarge: "overfull-file"
        case .locked: "locked-file"
        }
    }
}
