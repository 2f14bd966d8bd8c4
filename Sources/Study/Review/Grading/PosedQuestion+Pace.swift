import Courseware
public import Localization

extension PosedQuestion {
    /// What reading it and answering usually take, in milliseconds; `nil` for what takes as long as it takes.
    public func usualTime(in language: Language) -> Int? {
        let needed = work.usualTime(reading: ([ask] + shown).map { $0(language) })
        return picture == nil ? needed : needed?.addingClamped(Self.look)
    }

    /// Looking at a ladder beside the question, in milliseconds.
    private static let look = 8000

    private var work: AnswerWork {
        switch form {
        case .choice(let choices): .choosing(of: choices.count)
        case .several(let choices): .judging(choices.count)
        case .order(let shown, _): .ordering(shown.count)
        case .number: .computing
        case .text: .naming
        case .match(_, let pairs): .pairing(pairs.count)
        case .point: .finding
        case .challenge, .recall: .untimed
        }
    }

    /// What there is to read besides the question.
    private var shown: [LocalizedText] {
        switch form {
        case .choice(let choices), .several(let choices): choices.map(\.text)
        case .order(let shown, _): shown
        case .match(let shown, let pairs): shown + pairs.map(\.left)
        case .number, .text, .point, .challenge, .recall: []
        }
    }
}
