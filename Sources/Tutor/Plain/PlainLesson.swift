import CellGrid
public import Courseware
public import Simulator
import Timelines

/// A whole lesson as lines of text, one event a line, told in order: no screen, no colours, nothing to repaint.
public struct PlainLesson: Sendable {
    /// The lines, without line breaks.
    public private(set) var lines: [String] = []
    private let appearance: Appearance
    private let givesReasons: Bool
    /// The indentation of narration under its event, in cells: the width of `0.000 s  `.
    private static let indent = "         "

    /// Tells the scene with this index.
    ///
    /// - Parameters:
    ///   - lesson: The lesson.
    ///   - index: The scene's place in the lesson, 0-based.
    ///   - faults: What goes wrong besides what the author lets go wrong; only a simulated scene can be changed.
    ///   - places: Where the scene's sliders stand; where they stand at first for `nil`.
    ///   - givesReasons: Whether each event is followed by the rule that it happened by.
    ///   - appearance: Its language and characters.
    ///   - wrapAt: Where narration is wrapped, in cells; `nil` for one line a paragraph.
    public init(
        _ lesson: Lesson, scene index: Int = 0, faults: [Fault] = [], sliding places: [Int]? = nil,
        givesReasons: Bool = false,
        appearance: Appearance,
        wrapAt: Int? = nil
    ) {
        self.appearance = appearance
        self.givesReasons = givesReasons
        let scene = lesson.scenes[index].changed(by: faults, sliding: places)
        var title = appearance.text(lesson.title)
        if index > 0 { title += ": " + appearance.text(scene.title) }
        lines.append(title.sanitized)
        lines.append("")
        if index > 0 {
            if let about = scene.about { add(appearance.text(about), wrapAt) }
        } else {
            if let question = lesson.question { add(appearance.text(question), wrapAt) }
            add(appearance.text(lesson.summary), wrapAt)
        }
        lines.append("")
        let sliders = lesson.scenes[index].simulation?.sliders?.list ?? []
        for (slider, place) in zip(sliders, places ?? sliders.map(\.start)) {
            let words = SliderLines(appearance: appearance, columns: 0).sentence(slider, at: place)
            lines.append((appearance.say("Slider ", "滑块") + "\(slider.id) - " + words).sanitized)
        }
        for fault in faults {
            let isIdle = fault.messages(in: scene.timeline)?.isEmpty ?? false
            lines.append(
                appearance.say("Changed: ", "改动：") + fault.text.sanitized
                    + (isIdle ? appearance.say(" (no packet fits)", "（没有符合的包）") : ""))
        }
        tell(scene, wrapAt)
        if index == 0, faults.isEmpty, places == nil { close(lesson, wrapAt) }
    }

    private mutating func add(_ markup: String, _ wrapAt: Int?, indent: String = "") {
        let text = RichText.plain(markup)
        let paragraphs =
            wrapAt.map { wrapped(text, columns: max($0 - indent.count, 20)) }
            ?? text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).sanitized }
        lines += paragraphs.map { indent + $0 }
    }

    private mutating func tell(_ scene: Scene, _ wrapAt: Int?) {
        let sentence = EventSentence(timeline: scene.timeline, appearance: appearance)
        for (participant, index) in zip(scene.timeline.participants, 0...) {
            var line =
                appearance.say("Participant \(index + 1): ", "参与方\(index + 1)：") + appearance.text(participant.name)
            if let address = participant.address { line += ", " + appearance.charset.adapt(address) }
            if let state = participant.state { line += ", " + appearance.text(state) }
            if let group = participant.group {
                line += appearance.say(" (\(appearance.text(group)))", "（\(appearance.text(group))）")
            }
            lines.append(line.sanitized)
        }
        lines.append("")
        let frames = FrameSentences(timeline: scene.timeline, appearance: appearance)
        var pictures = PictureSentences(scene, appearance)
        for event in scene.timeline.events.indices {
            lines += frames.lines(before: event)
            lines.append(sentence.line(event))
            let rule = givesReasons ? scene.timeline.events[event].rule : nil
            if let rule { add(rule, wrapAt) }
            // Where the author says nothing, the rule itself is told, which is not said twice.
            for step in scene.steps where step.event == event && step.say != rule?.sentence {
                add(appearance.text(step.say), wrapAt, indent: Self.indent)
                if !step.citations.isEmpty {
                    let sources = step.citations.map(\.text).joined(separator: appearance.say("; ", "；"))
                    lines.append(Self.indent + appearance.charset.adapt("[\(sources)]").sanitized)
                }
            }
            for sentence in pictures.news(after: event) { add(sentence, wrapAt, indent: Self.indent) }
            lines += frames.lines(after: event)
        }
    }

    /// Why the event happened, with the id by which an author can name the rule.
    private mutating func add(_ rule: Rule, _ wrapAt: Int?) {
        let id = appearance.say("rule \(rule.id)", "规则\(rule.id)")
        let sources = (rule.citations + [id]).joined(separator: appearance.say("; ", "；"))
        let text = appearance.say("why: ", "原因：") + appearance.text(rule.sentence)
        add(text, wrapAt, indent: Self.indent)
        lines.append(Self.indent + appearance.charset.adapt("[\(sources)]").sanitized)
    }

    private mutating func close(_ lesson: Lesson, _ wrapAt: Int?) {
        if let answer = lesson.answer {
            lines.append("")
            lines.append(appearance.say("In an interview you could say:", "面试时可以这样回答："))
            add(appearance.text(answer), wrapAt)
        }
        for myth in lesson.myths {
            lines.append("")
            add(appearance.say("Often heard: ", "常见误解：") + appearance.text(myth.claim), wrapAt)
            add(appearance.say("In truth: ", "事实是：") + appearance.text(myth.truth), wrapAt)
            let sources = myth.citations.map(\.text).joined(separator: appearance.say("; ", "；"))
            lines.append(appearance.charset.adapt("[\(sources)]").sanitized)
        }
        guard lesson.scenes.count > 1 else { return }
        lines.append("")
        lines.append(appearance.say("Variants:", "其他情形："))
        for scene in lesson.scenes.dropFirst() {
            lines.append("  --scene \(scene.id)  ".sanitized + appearance.text(scene.title).sanitized)
        }
    }
}
