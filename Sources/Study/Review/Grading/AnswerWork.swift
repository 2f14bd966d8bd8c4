/// What there is to do for an answer once the question has been read.
public enum AnswerWork: Hashable, Sendable {
    /// Choosing one of so many.
    case choosing(of: Int)
    /// Judging each of so many.
    case judging(Int)
    /// Putting so many in order.
    case ordering(Int)
    /// Finding for each of so many what belongs to it.
    case pairing(Int)
    /// Working out a number.
    case computing
    /// Finding a word and typing it.
    case naming
    /// Finding an event on a ladder.
    case finding
    /// Talking or trying things out, which takes as long as it takes.
    case untimed

    /// What reading `texts` and this work usually take, in milliseconds; `nil` for what takes as long as it takes.
    ///
    ///     choosing   3 s + 1 s each        computing  15 s
    ///     judging    4 s + 2 s each        naming      8 s
    ///     ordering   4 s + 2 s each        finding    12 s
    ///     pairing    4 s + 3 s each
    ///
    /// These are ours, and generous. For reading see ``ReadingTime``.
    public func usualTime(reading texts: [String]) -> Int? {
        let work: Int
        switch self {
        case .choosing(let count): work = 3000 + 1000 * Self.bounded(count)
        case .judging(let count): work = 4000 + 2000 * Self.bounded(count)
        case .ordering(let count): work = 4000 + 2000 * Self.bounded(count)
        case .pairing(let count): work = 4000 + 3000 * Self.bounded(count)
        case .computing: work = 15_000
        case .naming: work = 8000
        case .finding: work = 12_000
        case .untimed: return nil
        }
        return texts.reduce(work) { $0.addingClamped(ReadingTime.milliseconds(for: $1)) }
    }

    private static func bounded(_ count: Int) -> Int { min(max(count, 0), 1000) }
}
