/// A timed set of questions: no help, and nothing said about the answers until the end.
///
/// It knows no clock: it is told when it began and asked what is left.
public struct Interview: Equatable, Sendable {
    /// What was agreed on.
    public let terms: InterviewTerms
    /// What is asked, in this order.
    public let cards: [PracticeCard]
    /// When it began, in milliseconds since 1970 UTC.
    public let began: Int64
    /// Whether it has ended because its time was up.
    public internal(set) var isTimeUp = false

    /// An interview with questions drawn from `cards` that begins at `instant`.
    public init(_ terms: InterviewTerms, from cards: [PracticeCard], seed: UInt64, at instant: Int64) {
        self.terms = terms
        self.cards = terms.draw(from: cards, seed: seed)
        began = instant
    }

    /// The milliseconds that are left at `instant`; 0 when the time is up.
    ///
    /// A clock that was set back gives no more time than there was.
    public func left(at instant: Int64) -> Int64 {
        let (elapsed, isTooLong) = instant.subtractingReportingOverflow(began)
        return isTooLong ? 0 : max(terms.length - max(elapsed, 0), 0)
    }
}
