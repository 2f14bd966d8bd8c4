public import Courseware
import Localization
import Timelines

extension Prediction {
    /// "What happens next?" for a step whose author asks nothing.
    ///
    /// The right choice is the step's event in words; up to three wrong ones are other events of the lesson, those
    /// that happen nearby in the same scene before those of its other scenes. A message stands among messages, a
    /// state among states; another sort of event is offered only where there are too few. Nothing is offered as wrong
    /// that could be taken for right: whatever else happens between the steps before and after, such as the arrival
    /// of the message that is sent, or at the same instant.
    ///
    ///
    /// Of another scene only that is offered which could happen in this one too: a message between the same participants,
    /// a state of somebody who has states, a timer or a table that is there. What an application does there, what is lost
    /// there and who comes and goes there is that scene's own story.
    ///
    /// - Parameters:
    ///   - step: The step's place in the scene's steps, 0-based.
    ///   - scene: The scene being played.
    ///   - lesson: Where further wrong choices come from; may be empty.
    ///   - seed: What the wrong choices and the order are drawn from.
    /// - Returns: `nil` for a step about a note or a phase, or in a lesson too short for two different choices.
    public static func automatic(
        forStep step: Int, of scene: Scene, among lesson: [Scene] = [], seed: UInt64
    ) -> Prediction? {
        guard scene.steps.indices.contains(step) else { return nil }
        let target = scene.steps[step].event
        guard let right = scene.timeline.words(forEvent: target) else { return nil }
        var random = SplitMix64(seed: seed)
        let wrong = Distractor.all(forStep: step, of: scene, among: lesson, right: right)
        // Chance picks among a few more of the same sort than are needed; others only fill up to two.
        let alike = wrong.filter { $0.rank.sort == 0 }
        let near = alike.count >= 2 ? random.shuffled(Array(alike.prefix(5))).prefix(3) : wrong.prefix(2)
        guard !near.isEmpty else { return nil }
        let choices =
            [Choice(text: right, isRight: true, because: nil)]
            + near.map { Choice(text: $0.words, isRight: false, because: $0.because) }
        return Prediction(
            question: LocalizedText(en: "What happens next?", zh: "接下来会发生什么？"), choices: random.shuffled(choices))
    }
}

/// An event of the lesson that is not the next one, and why it is not.
private struct Distractor {
    var words: LocalizedText
    var because: LocalizedText
    /// Smaller is better: the same sort and scene first, then by distance in events.
    var rank: (sort: Int, scene: Int, distance: Int)

    /// Everything that could be offered, best first, no two alike.
    static func all(forStep step: Int, of scene: Scene, among lesson: [Scene], right: LocalizedText) -> [Distractor] {
        let target = scene.steps[step].event
        let previous = step > 0 ? scene.steps[step - 1].event : -1
        let next = step + 1 < scene.steps.count ? scene.steps[step + 1].event : scene.timeline.events.count
        let instant = scene.timeline.events[target].instant
        let ambiguous = scene.timeline.events.indices.filter { index in
            index > previous && (index < next || scene.timeline.events[index].instant == instant)
        }
        let banned = Set(ambiguous.compactMap(scene.timeline.words) + [right])
        let sort = scene.timeline.sort(ofEvent: target)

        var found: [Distractor] = []
        for (place, other) in ([scene] + lesson.filter { $0.id != scene.id }).enumerated() {
            for index in other.timeline.events.indices {
                guard let words = other.timeline.words(forEvent: index), !banned.contains(words) else { continue }
                guard place == 0 || scene.timeline.canSee(index, of: other.timeline) else { continue }
                let because = place > 0 ? elsewhere(other) : index < target ? alreadyHappened : comesLater
                let isSameSort = other.timeline.sort(ofEvent: index) == sort
                found.append(
                    Distractor(
                        words: words, because: because, rank: (isSameSort ? 0 : 1, place, abs(index - target))))
            }
        }
        var seen: Set<LocalizedText> = []
        return found.sorted { $0.rank < $1.rank }.filter { seen.insert($0.words).inserted }
    }

    private static let alreadyHappened = LocalizedText(en: "That has already happened.", zh: "这已经发生过了。")
    private static let comesLater = LocalizedText(en: "That comes later.", zh: "这要晚一些才会发生。")

    private static func elsewhere(_ scene: Scene) -> LocalizedText {
        LocalizedText { language in
            language == .chinese
                ? "这发生在另一种情形中：“\(scene.title(language))”。"
                : "That happens in another variant: “\(scene.title(language))”."
        }
    }
}

extension Timeline {
    /// Whether something that happens on another timeline could happen on this one as well.
    fileprivate func canSee(_ index: Int, of other: Timeline) -> Bool {
        func isHere(_ owner: Participant.Index) -> Bool { place(of: other.participants[owner]) != nil }
        switch other.events[index].kind {
        case .sent(let message):
            return other.broadcast(of: message).allSatisfy {
                isHere(other.messages[$0].sender) && isHere(other.messages[$0].receiver)
            }
        case .arrived(let message):
            return isHere(other.messages[message].sender) && isHere(other.messages[message].receiver)
        case .state(let owner, _):
            guard let place = place(of: other.participants[owner]) else { return false }
            return participants[place].state != nil
                || events.contains { if case .state(place, _) = $0.kind { true } else { false } }
        case .timerStarted(let timer), .timerCancelled(let timer), .timerFired(let timer):
            let run = other.timers[timer]
            return timers.contains { $0.name == run.name && $0.owner == place(of: other.participants[run.owner]) }
        case .table(let change):
            let place = place(of: other.participants[change.owner])
            return events.contains {
                if case .table(let own) = $0.kind { own.name == change.name && own.owner == place } else { false }
            }
        case .lost, .action, .created, .destroyed, .note, .phase, .divider, .gap, .work: return false
        }
    }

    /// Where a participant of another scene stands in this one; `nil` when nobody here has its id and name.
    private func place(of stranger: Participant) -> Participant.Index? {
        participants.firstIndex { $0.id == stranger.id && $0.name == stranger.name }
    }

    /// What sort of thing happens: events of one sort make good alternatives to each other.
    fileprivate func sort(ofEvent index: Int) -> Int {
        switch events[index].kind {
        case .sent: 0
        case .arrived, .lost: 1
        case .state: 2
        case .timerStarted, .timerCancelled, .timerFired: 3
        case .table: 4
        case .action: 5
        case .created, .destroyed: 6
        case .note, .phase, .divider, .gap, .work: 7
        }
    }
}
