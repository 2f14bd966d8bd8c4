import Study

/// Does with the program's scheduler what standard input says, one command a line, and prints what comes of it.
///
///     scheduler RETENTION DAYS STEPS STEPS WEIGHTS    the settings from here on: desired retention, longest interval,
///                                                     learning and relearning steps (ms), weights or "usual"; lists as 1,2,3 or -
///     card                                            a new card; prints nothing
///     review AT GRADE                                 prints R(AT) before it, stage, step, S, D, due (ms)
///     fuzz DAYS                                       prints the first and the last day of the range, or -
@main struct SchedulerProbe {
    private static let card = CardID(quiz: "oracle", question: "card")
    private var scheduler = Scheduler(isFuzzed: false)
    private var memory: Memory?

    static func main() {
        var probe = SchedulerProbe()
        while let line = readLine() {
            guard let answer = probe.answer(line.split(separator: " ").map(String.init)) else {
                print("not understood: \(line)")
                return
            }
            if !answer.isEmpty { print(answer) }
        }
    }

    /// What is printed; `nil` for words that make no sense.
    private mutating func answer(_ words: [String]) -> String? {
        switch words.first {
        case "scheduler" where words.count == 6: configure(words) ? "" : nil
        case "card": forget()
        case "review" where words.count == 3: review(words)
        case "fuzz" where words.count == 2:
            Int(words[1]).map { days in
                scheduler.fuzzRange(around: days).map { "\($0.lowerBound) \($0.upperBound)" } ?? "-"
            }
        default: nil
        }
    }

    private mutating func configure(_ words: [String]) -> Bool {
        guard let retention = Double(words[1]), let days = Int(words[2]),
            let weights = words[5] == "usual" ? .usual : FSRSWeights(list(words[5], of: Double.init))
        else { return false }
        scheduler = Scheduler(
            weights: weights, desiredRetention: retention, learningSteps: list(words[3]) { Int64($0) },
            relearningSteps: list(words[4]) { Int64($0) }, maximumInterval: days, isFuzzed: false)
        return true
    }

    private mutating func forget() -> String {
        memory = nil
        return ""
    }

    private mutating func review(_ words: [String]) -> String? {
        guard let instant = Int64(words[1]), let grade = Int(words[2]).flatMap(Grade.init) else { return nil }
        let before = memory.map { scheduler.retrievability(of: $0, at: instant) } ?? 0
        let after = scheduler.review(memory, grade: grade, at: instant, of: Self.card)
        memory = after
        let stage =
            switch after.stage {
            case .learning(let step): "learning \(step)"
            case .review: "review -"
            case .relearning(let step): "relearning \(step)"
            }
        return "\(before) \(stage) \(after.stability) \(after.difficulty) \(after.due)"
    }

    private func list<Element>(_ text: String, of read: (String) -> Element?) -> [Element] {
        text == "-" ? [] : text.split(separator: ",").compactMap { read(String($0)) }
    }
}
