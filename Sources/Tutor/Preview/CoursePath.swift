import Courseware

/// Where the documents of a course lie beside each other.
///
///     DIR/lessons/tcp.json      DIR/quizzes/tcp.json       in a course
///     DIR/tcp.json              DIR/tcp-quiz.json          anywhere else
struct CoursePath: Equatable, Sendable {
    /// The directory of the file with a slash at its end; empty for a bare name.
    private let directory: Substring
    /// What stands before `lessons/` or `quizzes/`; `nil` in any other directory.
    private let root: Substring?

    /// The neighbourhood of the file at `path`.
    init(of path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        directory = path.prefix(path.count - (parts.last?.count ?? 0))
        let folder = parts.dropLast().last
        root = folder == "lessons" || folder == "quizzes" ? directory.dropLast((folder?.count ?? 0) + 1) : nil
    }

    /// Where the lesson with this id would be.
    func lesson(_ id: String) -> String { path("lessons/", id) }

    /// Where the quiz with this id would be.
    func quiz(_ id: String) -> String { path("quizzes/", id) }

    private func path(_ folder: String, _ id: String) -> String {
        root.map { "\($0)\(folder)\(id).json" } ?? "\(directory)\(id).json"
    }
}
