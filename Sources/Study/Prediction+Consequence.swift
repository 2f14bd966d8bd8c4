public import Courseware
public import Localization
public import Timelines

extension Prediction {
    /// "You dropped the SYN,ACK. What happens first?", asked before the run that a fault changed goes on.
    ///
    /// Right is the first thing that anybody notices after the message has left: a timer that expires, a segment that is
    /// sent, a state, an application's outcome. Wrong are what would have happened without the fault, and what comes only
    /// later. Nothing is offered as wrong that happens at the same instant as the right one.
    ///
    /// - Parameters:
    ///   - question: What is asked.
    ///   - departure: The event with which the message left, in both timelines.
    ///   - changed: What happens with the fault.
    ///   - clean: What happens without it.
    ///   - seed: What the order of the choices is drawn from.
    /// - Returns: The question and the event in `changed` that is its answer; `nil` when nothing follows, or too little to
    ///   choose from.
    public static func consequence(
        asking question: LocalizedText, after departure: Int, in changed: Timeline, insteadOf clean: Timeline,
        seed: UInt64
    ) -> (prediction: Prediction, event: Int)? {
        guard changed.events.indices.contains(departure) else { return nil }
        let start = changed.events[departure].instant
        let later = changed.events.indices.filter { $0 > departure && changed.events[$0].instant > start }
        guard let target = later.first(where: { changed.isNoticed($0) }), let right = changed.words(forEvent: target)
        else { return nil }
        let instant = changed.events[target].instant
        var banned: Set<LocalizedText> = [right]
        for index in later where changed.events[index].instant <= instant {
            if let words = changed.words(forEvent: index) { banned.insert(words) }
        }
        var wrong: [Choice] = []
        func offer(_ timeline: Timeline, from first: Int, because: LocalizedText) {
            for index in timeline.events.indices.dropFirst(first) where wrong.count < 3 && timeline.isNoticed(index) {
                guard let words = timeline.words(forEvent: index), banned.insert(words).inserted else { continue }
                wrong.append(Choice(text: words, isRight: false, because: because))
                if wrong.count == 2, timeline == clean { return }
            }
        }
        offer(
            clean, from: departure + 1,
            because: LocalizedText(en: "That is what would have happened without the change.", zh: "没有这次改动时才会这样。"))
        offer(changed, from: target + 1, because: LocalizedText(en: "That comes later.", zh: "这要晚一些才会发生。"))
        guard !wrong.isEmpty else { return nil }
        var random = SplitMix64(seed: seed)
        let choices = random.shuffled([Choice(text: right, isRight: true, because: nil)] + wrong)
        return (Prediction(question: question, choices: choices), target)
    }
}

extension Timeline {
    /// Whether a learner would call this "the first thing that happens": not an arrival that something else shows, nor the
    /// bookkeeping of timers and tables, nor a loss, which nobody notices.
    fileprivate func isNoticed(_ index: Int) -> Bool {
        switch events[index].kind {
        case .sent(let message): !messages[message].isCopy
        case .timerFired, .state: true
        case .action(_, let action): action.wordings.contains { $0.text.contains("returns") || $0.text.contains(": E") }
        case .arrived, .lost, .timerStarted, .timerCancelled, .table, .note, .phase: false
        }
    }
}
