import Courseware
import Localization
import Timelines

extension PredictQuestion {
    /// What there is to choose from, the right one and plausible ones from elsewhere in the lesson, shuffled.
    ///
    /// What the author has not said of the question (what is asked, why, and from where) is taken from the lesson, and the
    /// picture shows the ladder up to the moment. With an explanation of the author's own the scene has this attempt's
    /// numbers; what a step says may name those of the lesson.
    ///
    /// - Returns: `nil` when there is no such moment, or nothing to choose from.
    func choices(
        from shelf: inout SceneShelf, _ words: inout PosedQuestion.Words, using random: inout SplitMix64
    ) -> [Choice]? {
        if words.because != nil { _ = shelf.freshScene(moment.scene) }
        guard let lesson = shelf.course.lesson(moment.lesson), let (scene, event) = shelf.event(moment) else {
            return nil
        }
        let choices =
            switch matter {
            case .event: scene.nextEvents(at: event, among: lesson.scenes, seed: random.next())
            case .state: scene.states(at: event, among: lesson.scenes, using: &random)
            case .number(let field): scene.numbers(of: field, at: event, using: &random)
            }
        guard let choices, choices.count > 1 else { return nil }
        let timeline = scene.timeline
        words.ask = words.ask ?? asked(at: event, in: timeline)
        let step = scene.steps.first { $0.event == event }
        if words.citations.isEmpty { words.citations = step?.citations ?? [] }
        words.because = words.because ?? step?.say
        words.show = moment
        words.picture = PosedQuestion.Picture(
            scene: scene, moment: Moment(timeline.events[event].instant, happened: event), isNeeded: true)
        return random.shuffled(choices)
    }

    /// What is asked unless the author has words for it.
    private func asked(at event: Int, in timeline: Timeline) -> LocalizedText {
        let what = LocalizedText(en: "What happens next?", zh: "接下来会发生什么？")
        switch (matter, timeline.events[event].kind) {
        case (.state, .state(let owner, _)):
            let name = timeline.participants[owner].name
            return LocalizedText { language in
                language == .chinese ? "\(name(.chinese))接下来进入哪个状态？" : "Which state does \(name(language)) enter next?"
            }
        case (.number(let field), _):
            guard let message = timeline.message(of: event) else { return what }
            let label = timeline.messages[message].label
            let sender = timeline.participants[timeline.messages[message].sender].name
            return LocalizedText { language in
                language == .chinese
                    ? "\(sender(.chinese))接下来发送\(label(.chinese))，其中的`\(field)`是多少？"
                    : "The next message from \(sender(language)) is \(label(language)). What is its `\(field)`?"
            }
        default: return what
        }
    }
}

extension Scene {
    /// The event, and others of its sort.
    fileprivate func nextEvents(at event: Int, among scenes: [Scene], seed: UInt64) -> [Choice]? {
        // As if the scene stopped before this event, at it, and once its message has come to its end.
        var scene = self
        let end = timeline.message(of: event).flatMap { timeline.endings[$0] } ?? event
        let before = event > 0 ? [Step(event: event - 1, say: "")] : []
        let after = end + 1 < timeline.events.count ? [Step(event: max(event, end) + 1, say: "")] : []
        scene.steps = before + [Step(event: event, say: "")] + after.filter { $0.event < timeline.events.count }
        return Prediction.automatic(forStep: before.count, of: scene, among: scenes, seed: seed)?.choices
    }

    /// The state, and up to three others of the lesson.
    fileprivate func states(
        at event: Int, among scenes: [Scene], using random: inout SplitMix64
    ) -> [Choice]? {
        guard case .state(_, let right) = timeline.events[event].kind else { return nil }
        var others: [LocalizedText] = []
        for scene in [self] + scenes.filter({ $0.id != id }) {
            for case .state(_, let state) in scene.timeline.events.map(\.kind)
            where state != right && !others.contains(state) {
                others.append(state)
            }
        }
        let told = timeline.events[..<event].map(\.kind)
        let wrong = random.shuffled(Array(others.prefix(5))).prefix(3).map { state in
            let isPast = told.contains { if case .state(_, state) = $0 { true } else { false } }
            return Choice(text: state, because: isPast ? .seenAlready : .notHere)
        }
        return [Choice(text: right, isRight: true)] + wrong
    }

    /// The number, and up to three others that stand in messages, or beside the right one.
    fileprivate func numbers(
        of field: String, at event: Int, using random: inout SplitMix64
    ) -> [Choice]? {
        func number(_ field: Message.Field) -> Int64? { Int64(field.value) }
        guard let place = timeline.message(of: event),
            let right = timeline.messages[place].fields.first(where: { $0.name == field }).flatMap(number)
        else { return nil }
        // What stood in any field of the kind before, then the numbers next to the right one.
        let before = timeline.messages[..<place].reversed().flatMap(\.fields).filter {
            $0.name == field || $0.isNumbering
        }
        let near = [right - 1, right + 1].filter { $0 >= 0 }
        var others: [Int64] = []
        for other in random.shuffled(Array(before.compactMap(number).prefix(4))) + near
        where other != right && !others.contains(other) {
            others.append(other)
        }
        let known = Set(before.compactMap(number))
        let wrong = others.prefix(3).map { other in
            Choice(text: LocalizedText(String(other)), because: known.contains(other) ? .seenNumber : .offByOne)
        }
        return [Choice(text: LocalizedText(String(right)), isRight: true)] + wrong
    }
}

extension Message.Field {
    /// Whether it counts bytes of a stream.
    fileprivate var isNumbering: Bool { name == "seq" || name == "ack" }
}

extension LocalizedText {
    fileprivate static let seenAlready = LocalizedText(
        en: "That state is past here, or somebody else's.", zh: "这个状态在这里已经过去，或属于另一方。")
    fileprivate static let notHere = LocalizedText(en: "This event does not lead there.", zh: "这个事件不会进入该状态。")
    fileprivate static let seenNumber = LocalizedText(
        en: "That number stood in a message before.", zh: "这个数是前面报文里出现过的。")
    fileprivate static let offByOne = LocalizedText(en: "Close: count once more.", zh: "很接近，再数一遍。")
}
