public import Courseware
public import Localization
public import Timelines

/// "You dropped the SYN,ACK. What will happen first because of it?", asked before the run that a fault changed goes on.
///
///     without the fault   SYN ─ SYN,ACK ─ Client enters ESTABLISHED ─ ACK …           wrong: would have happened
///     with the fault      SYN ─ SYN,ACK ─ Client sees its RTO timer expire ─ SYN …    right, and wrong: comes later
extension Prediction {
    /// The question, and the event that is its answer.
    ///
    /// Right is the first thing anybody notices from where the two runs part: a timer that expires, a segment that is sent,
    /// a state, a call that returns. Wrong are what would have happened without the fault and what comes only later. What
    /// happens between the message's departure and the right answer, or at the same instant, is never offered as wrong.
    ///
    /// - Parameters:
    ///   - question: What is asked.
    ///   - departure: The event with which the message left, the same in both timelines.
    ///   - changed: What happens with the fault.
    ///   - clean: What happens without it.
    ///   - seed: What the wrong choices and the order are drawn from.
    /// - Returns: The question and the event in `changed` that is its answer; `nil` when nothing comes of the fault, or too
    ///   little to choose from.
    public static func consequence(
        asking question: LocalizedText, after departure: Int, in changed: Timeline, insteadOf clean: Timeline,
        seed: UInt64
    ) -> (prediction: Prediction, event: Int)? {
        guard changed.events.indices.contains(departure),
            let target = changed.events.indices.dropFirst(changed.parting(from: clean, after: departure))
                .first(where: changed.isNoticed),
            let right = changed.words(forEvent: target)
        else { return nil }
        let instant = changed.events[target].instant
        let sooner = changed.events.indices.filter { $0 > departure && changed.events[$0].instant <= instant }
        let banned = Set(sooner.compactMap(changed.words) + [right])
        let later = changed.noticed(from: target + 1, except: banned)
        let missed = clean.noticed(from: departure + 1, except: banned)
        let comesLater = Set(later)
        let wrong = (missed.prefix(3) + later.filter { !missed.contains($0) }.prefix(3)).map { words in
            Choice(text: words, isRight: false, because: comesLater.contains(words) ? Self.comesLater : Self.isMissed)
        }
        guard !wrong.isEmpty else { return nil }
        var random = SplitMix64(seed: seed)
        let choices = [Choice(text: right, isRight: true, because: nil)] + random.shuffled(wrong).prefix(3)
        return (Prediction(question: question, choices: random.shuffled(choices)), target)
    }

    private static let isMissed = LocalizedText(
        en: "That would have happened without your change.", zh: "没有你的改动才会这样。")
    private static let comesLater = LocalizedText(en: "That comes later.", zh: "这要晚一些才会发生。")
}

extension Timeline {
    /// The first event after `departure` that is not the same in the other timeline.
    fileprivate func parting(from other: Timeline, after departure: Int) -> Int {
        events.indices.dropFirst(departure + 1).first { index in
            guard other.events.indices.contains(index) else { return true }
            let one = events[index], two = other.events[index]
            return one.instant != two.instant || one.kind != two.kind
                || words(forEvent: index) != other.words(forEvent: index)
        } ?? events.count
    }

    /// What is noticed from an event on, in words, in order and each once.
    fileprivate func noticed(from first: Int, except banned: Set<LocalizedText>) -> [LocalizedText] {
        var seen = banned
        return events.indices.dropFirst(first).filter(isNoticed).compactMap(words).filter { seen.insert($0).inserted }
    }

    /// Whether a learner would say that "something happens": not at an arrival, which something else shows, nor the
    /// bookkeeping of timers and tables, nor a loss, which nobody notices.
    fileprivate func isNoticed(_ index: Int) -> Bool {
        switch events[index].kind {
        case .sent(let message): !messages[message].isCopy
        case .timerFired, .state, .action: true
        case .arrived, .lost, .timerStarted, .timerCancelled, .table, .note, .phase: false
        }
    }
}
