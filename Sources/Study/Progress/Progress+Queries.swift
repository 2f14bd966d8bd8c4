public import Courseware

/// How far a lesson is.
public enum LessonStatus: Hashable, Sendable {
    /// Never opened.
    case new
    /// Opened; `done` of the main scene's `of` steps were seen.
    case inProgress(done: Int, of: Int)
    /// Seen to the end of its main scene at least once; variants are extra.
    case done
}

extension Progress {
    /// How far `lesson` is.
    ///
    /// What was once done stays done, also when the lesson has grown since.
    public func status(of lesson: Lesson) -> LessonStatus {
        guard let played = lessons[lesson.id], !played.isEmpty else { return .new }
        let main = lesson.scenes.first.flatMap { played[$0.id] }
        if main?.completed != nil { return .done }
        let count = lesson.scenes.first?.steps.count ?? 0
        return .inProgress(done: min(main?.seen ?? 0, count), of: count)
    }

    /// How far the lesson with this head is, as far as that can be told without it: by the number of steps that it had when
    /// it was last open.
    public func status(of lesson: LessonHead) -> LessonStatus {
        guard let played = lessons[lesson.id], !played.isEmpty else { return .new }
        let main = played[Scene.mainID]
        if main?.completed != nil { return .done }
        let count = main?.visit.value.of ?? 0
        return .inProgress(done: min(main?.seen ?? 0, count), of: count)
    }

    /// How many of the lesson's challenges are solved; `nil` for a lesson without challenges.
    public func challengesSolved(of lesson: Lesson) -> Score? {
        guard !lesson.challenges.isEmpty else { return nil }
        let solved = challenges[lesson.id] ?? [:]
        return Score(right: lesson.challenges.count { solved[$0.id] != nil }, of: lesson.challenges.count)
    }

    /// The fewest faults that a challenge was solved with; `nil` when it is not solved.
    public func fewestFaults(for challenge: String, of lesson: String) -> Int? {
        challenges[lesson]?[challenge]?.value
    }

    /// When the lesson with this id was last open, in milliseconds since 1970 UTC; `nil` for never.
    public func lastVisited(_ lesson: String) -> Int64? {
        lessons[lesson]?.values.map(\.visit.at).max()
    }

    /// The best finished attempt at the quiz with this id.
    public func best(_ quiz: String) -> Score? {
        attempts.lazy.filter { $0.quiz == quiz }.map(\.score).max()
    }

    /// The ids of the questions whose latest answer was wrong, in the quiz's order.
    public func wrongLastTime(in quiz: QuizHead) -> [String] {
        quiz.questions.filter { lastAnswer(to: CardID(quiz: quiz.id, question: $0))?.isRight == false }
    }
}
