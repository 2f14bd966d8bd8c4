/// How fast an answer came, against what the question needs.
public enum Pace: CaseIterable, Sendable {
    /// In no more than the time that reading and answering usually take.
    case quick
    /// Between the two, or not known.
    case usual
    /// In more than three times that.
    case slow

    /// How fast an answer was that took so many milliseconds.
    ///
    /// What took no time was not measured, and after a quarter of an hour the learner was elsewhere: neither says
    /// anything.
    ///
    /// - Parameters:
    ///   - took: From showing the question to the answer, in milliseconds.
    ///   - needed: What reading and answering usually take, in milliseconds; `nil` where time says nothing.
    public init(took: Int, needed: Int?) {
        guard let needed, (1..<Self.away).contains(took) else {
            self = .usual
            return
        }
        self = took <= needed ? .quick : took / 3 > needed ? .slow : .usual
    }

    /// A quarter of an hour, in milliseconds.
    private static let away = 900_000
}
