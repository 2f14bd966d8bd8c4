public import Courseware
public import Localization

extension Scrutiny {
    /// The way in which an author's files are looked at: everything is said that can be found out.
    ///
    /// - Parameters:
    ///   - languages: Those that the course says it has; `nil` when it says nothing.
    ///   - expectsSchema: Whether a file should name its schema.
    /// - Returns: The closest look that there is.
    public static func ofAuthor(languages: Set<Language>? = nil, expectsSchema: Bool = false) -> Scrutiny {
        Scrutiny(
            languages: languages, isThorough: true, expectsSchema: expectsSchema,
            lessonSurvey: { lesson, node, log in LessonFit(lesson, node, log).survey() },
            quizSurvey: { quiz, node, log in QuizFit(quiz, node, log).survey() })
    }
}
