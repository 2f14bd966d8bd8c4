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
    /// Right is the first thing anybody notices that is not in the run without the fault, or not at that time: a timer that
    /// expires, a segment that is sent, a state, a call that returns. Wrong are what would have happened without the fault
    /// and what comes only later. What happens between the message's departure and the right answer, or at the same
    /// instant, is never offered as wrong.
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
        let happenings = changed.noticed(after: departure), usual = Set(clean.noticed(after: departure))
        guard let right = happenings.first(where: { !usual.contains($0) }) else { return nil }
        let sooner = changed.events.indices.filter { $0 > departure && changed.events[$0].instant <= right.instant }
        var seen = Set(sooner.compactMap(changed.words))
        let changedSet = Set(happenings)
        let missed = clean.noticed(after: departure).filter {
            !changedSet.contains($0) && seen.insert($0.words).inserted
        }
        let later = happenings.filter { $0.instant > right.instant && seen.insert($0.words).inserted }
        let toCome = Set(happenings.filter { $0.instant > right.instant }.map(\.words))
        let wrong = (missed.prefix(3) + later.prefix(3)).map { other in
            Choice(
                text: other.words, isRight: false, because: toCome.contains(other.words) ? comesLater : isMissed)
        }
        guard !wrong.isEmpty else { return nil }
        var random = SplitMix64(seed: seed)
        let choices = [Choice(text: right.words, isRight: true, because: nil)] + random.shuffled(wrong).prefix(3)
        return (Prediction(question: question, choices: random.shuffled(choices)), right.event)
    }

    private static let isMissed = LocalizedText(
        en: "That would have happened without your change.", zh: "没有你的改动才会这样。")
    private static let comesLater = LocalizedText(en: "That comes later.", zh: "这要晚一些才会发生。")
}

/// Something that a learner notices: what, and when; of the same run also where.
private struct Happening: Hashable {
    var instant: Instant
    var words: LocalizedText
    var event: Int

    static func == (one: Self, other: Self) -> Bool { one.instant == other.instant && one.words == other.words }

    func hash(into hasher: inout Hasher) {
        hasher.combine(instant)
        hasher.combine(words)
    }
}

extension Timeline {
    /// What is noticed after an event, in order.
    fileprivate func noticed(after departure: Int) -> [Happening] {
        events.indices.dropFirst(departure + 1).filter(isNoticed).compactMap { index in
            words(forEvent: index).map { Happening(instant: events[index].instant, words: $0, event: index) }
        }
    }

    /// Whether a learner would say that "something happens": not at an arrival, which something else shows, nor the
    /// bookkeeping of timers and tables, nor a loss, which nobody notices.
    fileprivate func isNoticed(_ index: Int) -> Bool {
        switch events[index].kind {
        case .sent(let message): !messages[message].isCopy
        case .timerFired, .state, .action, .created, .destroyed: true
        case .arrived, .lost, .timerStarted, .timerCancelled, .table, .note, .phase, .divider, .gap, .work: false
        }
    }
}
