public import Courseware

extension QuizSession {
    /// What a diagnostic found out so far; `nil` for any other session.
    ///
    /// `lessons` are those of the course, in its order.
    public func placement(among lessons: [LessonHead]) -> Placement? {
        guard case .diagnostic(let diagnostic) = practice else { return nil }
        return Placement(diagnostic.outcomes, lessons: lessons)
    }
}
