import Courseware

/// What an interview is about and how long it takes.
public struct InterviewTerms: Equatable, Sendable {
    /// Minutes until it ends; ``minutesRange``.
    public var minutes: Int { didSet { minutes = Self.minutesRange.clamp(minutes) } }
    /// How many questions are asked at most; ``questionsRange``.
    public var questions: Int { didSet { questions = Self.questionsRange.clamp(questions) } }
    /// The ids of the tracks that are asked about; all when empty.
    public var tracks: Set<String>

    /// How long an interview may take.
    public static let minutesRange = 1...120
    /// How many questions it may have.
    public static let questionsRange = 1...100

    /// An interview; what is out of range is taken as the nearest that is in range.
    public init(minutes: Int = 15, questions: Int = 10, tracks: Set<String> = []) {
        self.minutes = Self.minutesRange.clamp(minutes)
        self.questions = Self.questionsRange.clamp(questions)
        self.tracks = tracks
    }

    /// Its length in milliseconds.
    public var length: Int64 { Int64(minutes) * 60_000 }

    /// A mixed set: the tracks in turn, and from each what an interviewer would ask first.
    ///
    /// Of each track the questions that are answered aloud alternate with the others, each kind in an order drawn from the
    /// seed. What is done in the simulator is no matter for an interview.
    public func draw(from cards: [PracticeCard], seed: UInt64) -> [PracticeCard] {
        var random = SplitMix64(seed: seed, for: "interview")
        let asked = cards.filter { (tracks.isEmpty || tracks.contains($0.track)) && !$0.question.kind.isDone }
        let shuffled = random.shuffled(asked)
        var names: [String] = []
        for card in shuffled where !names.contains(card.track) { names.append(card.track) }
        let piles = names.map { name in
            let pile = shuffled.filter { $0.track == name }
            return Self.alternating(pile.filter(\.question.kind.isSaid), pile.filter { !$0.question.kind.isSaid })
        }
        let rounds = piles.map(\.count).max() ?? 0
        let dealt = (0..<rounds).flatMap { round in piles.compactMap { round < $0.count ? $0[round] : nil } }
        return Array(dealt.prefix(questions))
    }

    private static func alternating(_ one: [PracticeCard], _ other: [PracticeCard]) -> [PracticeCard] {
        (0..<max(one.count, other.count)).flatMap { place in
            [one, other].compactMap { place < $0.count ? $0[place] : nil }
        }
    }
}

extension Question.Kind {
    /// Whether the answer is said aloud.
    var isSaid: Bool { if case .recall = self { true } else { false } }

    /// Whether the answer is something done in the simulator.
    var isDone: Bool { if case .challenge = self { true } else { false } }
}

extension ClosedRange<Int> {
    fileprivate func clamp(_ number: Int) -> Int { Swift.min(Swift.max(number, lowerBound), upperBound) }
}
