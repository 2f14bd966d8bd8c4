public import Localization

/// Why questions of several quizzes are asked together; and, from the answers so far, which one comes next.
public enum Practice: Equatable, Sendable {
    /// What is about to be forgotten.
    case review(ReviewSession)
    /// A timed mixed set without help.
    case interview(Interview)
    /// Ten questions that find out where to begin.
    case diagnostic(PlacementTest)

    /// Whether hints are given, and something is said about each answer at once.
    public var helps: Bool {
        switch self {
        case .review, .diagnostic: true
        case .interview: false
        }
    }

    /// What it is called.
    public var title: LocalizedText {
        switch self {
        case .review: LocalizedText(en: "Review", zh: "复习")
        case .interview: LocalizedText(en: "Interview", zh: "模拟面试")
        case .diagnostic: LocalizedText(en: "Where to begin", zh: "定位测试")
        }
    }

    /// What an answer is kept as.
    var setting: ReviewRecord.Setting {
        switch self {
        case .review: .review
        case .interview: .interview
        case .diagnostic: .diagnostic
        }
    }

    /// The question that comes after `count` answers; `nil` at the end.
    func next(after count: Int) -> CardID? {
        switch self {
        case .review(let session): session.current?.id
        case .interview(let interview): interview.cards.dropFirst(count).first?.id
        case .diagnostic(let diagnostic): diagnostic.next?.id
        }
    }

    /// How many questions there will have been at the end, as far as that can be told after `count` answers.
    func length(after count: Int) -> Int {
        switch self {
        case .review(let session): session.answers.count + session.remaining
        case .interview(let interview): interview.cards.count
        case .diagnostic(let diagnostic): diagnostic.length
        }
    }

    /// Takes in how the question that came next was answered.
    mutating func note(_ record: ReviewRecord) {
        switch self {
        case .review(var session):
            session.answer(record)
            self = .review(session)
        case .interview: break
        case .diagnostic(var diagnostic):
            if let card = diagnostic.next { diagnostic.note(card, isRight: record.isRight) }
            self = .diagnostic(diagnostic)
        }
    }

    /// Leaves out the question that would come next, because it cannot be asked.
    ///
    /// - Returns: Whether there is another one to try.
    mutating func skip() -> Bool {
        guard case .diagnostic(var diagnostic) = self else { return false }
        diagnostic.skip()
        self = .diagnostic(diagnostic)
        return true
    }

    /// Forgets the last answer.
    mutating func takeBack() {
        switch self {
        case .review(var session):
            session.undo()
            self = .review(session)
        case .interview: break
        case .diagnostic(var diagnostic):
            diagnostic.takeBack()
            self = .diagnostic(diagnostic)
        }
    }
}
