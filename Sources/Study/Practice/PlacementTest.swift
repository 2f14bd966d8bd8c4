import Courseware

/// Ten questions that find out where a newcomer should begin: harder after a right answer, easier after a wrong one.
///
/// Asked is always the track that was asked least, and in it the question nearest to the present level. The level begins in
/// the middle of `0...100` and moves by 24, then by less with every answer, down to 8: a staircase, as tests of hearing
/// use it.
public struct PlacementTest: Equatable, Sendable {
    /// One question asked, and how it was answered.
    public struct Outcome: Equatable, Sendable {
        /// What was asked.
        public let card: PracticeCard
        /// Whether the answer was right.
        public let isRight: Bool
    }

    /// How many questions it has.
    public static let length = 10
    /// How many tracks it asks about at most, so that there are two questions to each.
    static let trackLimit = 5
    private static let firstStep = 24, lastStep = 8

    /// What has been asked and answered so far.
    public private(set) var outcomes: [Outcome] = []
    private let tracks: [String]
    private var pool: [PracticeCard]
    private(set) var level = 50

    /// A diagnostic from these questions.
    ///
    /// - Parameters:
    ///   - cards: The questions of the course, in its order.
    ///   - seed: Which of two questions that suit equally well is asked.
    public init(_ cards: [PracticeCard], seed: UInt64) {
        var random = SplitMix64(seed: seed, for: "diagnostic")
        let usable = cards.filter { $0.lesson != nil && $0.question.kind.demand != .performing }
        var tracks: [String] = []
        for card in usable where !tracks.contains(card.track) { tracks.append(card.track) }
        let chosen = Self.spread(tracks, limit: Self.trackLimit)
        self.tracks = chosen
        pool = random.shuffled(usable.filter { chosen.contains($0.track) })
    }

    /// How many questions will have been asked at the end.
    public var length: Int { min(Self.length, outcomes.count + pool.count) }

    /// The question to ask now; `nil` when enough is known, or nothing is left to ask.
    public var next: PracticeCard? {
        guard outcomes.count < Self.length else { return nil }
        let counts = Dictionary(grouping: outcomes, by: \.card.track).mapValues(\.count)
        let asked = tracks.filter { track in pool.contains { $0.track == track } }
        guard let track = asked.min(by: { counts[$0, default: 0] < counts[$1, default: 0] }) else { return nil }
        return pool.filter { $0.track == track }.min { distance($0) < distance($1) }
    }

    /// Takes in how a question was answered.
    public mutating func note(_ card: PracticeCard, isRight: Bool) {
        pool.removeAll { $0.id == card.id }
        outcomes.append(Outcome(card: card, isRight: isRight))
        let step = max(Self.firstStep - 4 * (outcomes.count - 1), Self.lastStep)
        level = min(max(level + (isRight ? step : -step), 0), 100)
    }

    /// Leaves out the question to ask now, because it cannot be asked.
    mutating func skip() {
        guard let next else { return }
        pool.removeAll { $0.id == next.id }
    }

    /// Forgets the last answer; the question is asked again.
    mutating func takeBack() {
        guard let last = outcomes.popLast() else { return }
        let step = max(Self.firstStep - 4 * outcomes.count, Self.lastStep)
        level = min(max(level - (last.isRight ? step : -step), 0), 100)
        pool.append(last.card)
    }

    private func distance(_ card: PracticeCard) -> Int { abs(card.level - level) }

    /// At most `limit` of the elements, from the first on in even steps.
    private static func spread(_ all: [String], limit: Int) -> [String] {
        guard all.count > limit else { return all }
        return (0..<limit).map { all[$0 * all.count / limit] }
    }
}
