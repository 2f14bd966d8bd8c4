import LocatedJSON

/// What can be wrong with the answers in a progress file.
enum CardFault: Fault, Equatable {
    case noCard(String)
    case noHistory(String)
    case noMemory(String)
    case noStretch(String)
    case noAttempt(String)
    case noMonth(String)

    var code: String {
        switch self {
        case .noCard: "not-a-card"
        case .noHistory: "not-a-history"
        case .noMemory: "not-a-memory"
        case .noStretch: "not-a-stretch"
        case .noAttempt: "not-an-attempt"
        case .noMonth: "not-a-month"
        }
    }

    var message: String {
        switch self {
        case .noCard(let text): "'\(text.shortened)' names no question; expected 'quiz/question'"
        case .noHistory(let text):
            "'\(text.shortened)' is no history; expected '2026-11-21T03:52:58Z good 8s +3d4h again'"
        case .noMemory(let text):
            "'\(text.shortened)' is no memory; expected 'review, stability 12.5 days, difficulty 5.1, due 2026-12-04T03:52:58Z'"
        case .noStretch(let text):
            "'\(text.shortened)' is no stretch of time; expected '2026-11-21T03:52:58Z/2027-01-01T00:00:00Z'"
        case .noAttempt(let text): "'\(text.shortened)' is no attempt; expected '2026-11-21T03:52:58.123Z 7/8 #2a'"
        case .noMonth(let text): "'\(text.shortened)' are no days of a month; expected '1 2 21' under '2026-11'"
        }
    }
}

extension String {
    /// As much of a long text as fits into a message.
    fileprivate var shortened: String { count <= 60 ? self : prefix(57) + "..." }
}
