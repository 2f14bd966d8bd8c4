public import Courseware
public import Localization
import Timelines

/// A ladder on which the learner is to find an event.
public struct PosedPoint: Equatable, Sendable {
    /// What is told on it.
    public let scene: Scene
    /// The events that a cursor can be put on, in order, as indices in the timeline's events.
    public let events: [Int]
    /// Those that answer the question; not empty.
    public let right: Set<Int>
    /// What is wrong with others, where the author foresaw them.
    let mistakes: [Int: LocalizedText]

    /// `nil` when no event answers the question.
    init?(_ question: PointQuestion, in shelf: SceneShelf) {
        guard let scene = shelf.scene(question.scene) else { return nil }
        let timeline = scene.timeline
        let right = Set(question.right.events(in: timeline).compactMap(timeline.pointedEvent))
        guard !right.isEmpty else { return nil }
        self.scene = scene
        events = timeline.pointedEvents
        self.right = right
        mistakes = question.wrong.reduce(into: [:]) { mistakes, mistake in
            for event in mistake.events.events(in: timeline).compactMap(timeline.pointedEvent)
            where mistakes[event] == nil && !right.contains(event) {
                mistakes[event] = mistake.because
            }
        }
    }

    /// An event in words, as the learner reads it when the cursor is on it: `Client → Server: ACK seq=1 ack=2461, 0.085 s`.
    ///
    /// The numbers and the time tell events apart that look alike.
    public func words(for event: Int) -> LocalizedText {
        let timeline = scene.timeline
        guard let words = timeline.words(forEvent: event) else { return "" }
        let time = timeline.events[event].instant.clock
        var fields = ""
        if case .sent(let message) = timeline.events[event].kind {
            fields = timeline.messages[message].fields.prefix(3).map { " \($0.name)=\($0.value)" }.joined()
        }
        return LocalizedText { "\(words($0))\(fields)" + ($0 == .chinese ? "，\(time)" : ", \(time)") }
    }

    /// What is wrong with a wrong event: what the author says of it, or when it is beside the right one.
    func because(_ event: Int) -> LocalizedText {
        if let because = mistakes[event] { return because }
        let isBefore = right.min().map { event < $0 } ?? false
        return isBefore
            ? LocalizedText(en: "What is asked for comes later.", zh: "所问的事在它之后才发生。")
            : LocalizedText(en: "What is asked for comes sooner.", zh: "所问的事在它之前就发生了。")
    }

    /// The right events in words, the first ones of many.
    var solutionText: LocalizedText {
        let words = right.sorted().map(words).reduce(into: [LocalizedText]()) { if !$0.contains($1) { $0.append($1) } }
        return Array(words.prefix(3)).joined(en: ", or ", zh: "，或")
    }
}
