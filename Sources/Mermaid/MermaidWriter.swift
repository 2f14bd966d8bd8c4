import CellGrid
public import Localization
public import Timelines

/// Writes a timeline as a Mermaid `sequenceDiagram`.
///
/// Messages stand in the order in which they leave, since such a diagram has no time; states, timers, tables and what
/// applications do become notes. ``MermaidLesson`` reads it back.
public struct MermaidWriter {
    private let timeline: Timeline
    private let language: Language
    private let keys: [String]
    private var lines: [String] = []
    /// What goes on at one participant, which becomes one note.
    private var pending: (owner: Int, texts: [String])?
    /// How many pieces of work have begun at each participant and not ended.
    private var work: [Int: Int] = [:]

    /// The diagram of a timeline, with a line break at its end.
    public static func text(of timeline: Timeline, title: LocalizedText, language: Language) -> String {
        var writer = MermaidWriter(timeline, language)
        writer.write(title)
        return writer.lines.joined(separator: "\n") + "\n"
    }

    private init(_ timeline: Timeline, _ language: Language) {
        self.timeline = timeline
        self.language = language
        keys = timeline.participants.map { MermaidNames.key(of: $0.id) }
    }

    private mutating func write(_ title: LocalizedText) {
        let words = title(language).sanitized.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined()
        lines = ["---", "title: \"\(words)\"", "---", "sequenceDiagram"]
        for (key, participant) in zip(keys, timeline.participants) {
            var name = text(participant.name)
            if let address = participant.address { name += "<br/>" + MermaidText.encoded(address) }
            add("participant \(key) as \(name)")
        }
        for (index, participant) in timeline.participants.enumerated() {
            if let state = participant.state { note(text(state), at: index) }
        }
        for (index, event) in timeline.events.enumerated() {
            for frame in frames where frame.events.lowerBound == index { open(frame) }
            write(event.kind)
            for frame in frames.reversed() where frame.events.upperBound == index { close(frame) }
        }
        flush()
    }

    // MARK: Frames

    /// The frames that stand wholly inside or outside each other, outer ones first: others a Mermaid diagram cannot have.
    private var frames: [Frame] {
        timeline.frames.enumerated().filter { place, frame in
            !timeline.frames[..<place].contains { $0.events.overlaps(frame.events) && !$0.events.holds(frame.events) }
        }.map(\.element).sorted { $0.depth < $1.depth }
    }

    private mutating func open(_ frame: Frame) {
        flush()
        let title = frame.title.map(text) ?? ""
        switch frame.kind {
        case .loop(let times): add("loop \(title) \(say("(\(times) times)", "（\(times)次）"))")
        case .alternatives: add("alt \(title)")
        case .group: add("critical \(title)")
        case .parallel: add("par \(title)")
        }
    }

    private mutating func close(_ frame: Frame) {
        flush()
        if case .alternatives(let others) = frame.kind { for other in others { add("else \(text(other))") } }
        add("end")
    }

    private mutating func write(_ kind: Event.Kind) {
        switch kind {
        case .sent(let index): write(timeline.messages[index])
        case .arrived, .lost: return
        case .state(let owner, let state): note(text(state), at: owner)
        case .timerStarted(let index):
            let timer = timeline.timers[index], length = timer.length.text
            let name = text(timer.name)
            note(say("timer \(name): \(length)", "定时器\(name)：\(length)"), at: timer.owner)
        case .timerCancelled(let index):
            let timer = timeline.timers[index], name = text(timer.name)
            note(say("timer \(name) stops", "定时器\(name)停止"), at: timer.owner)
        case .timerFired(let index):
            let timer = timeline.timers[index], name = text(timer.name)
            note(say("timer \(name) fires", "定时器\(name)到期"), at: timer.owner)
        case .table(let change): write(change)
        case .action(let owner, let action): note(text(action), at: owner)
        case .note(let span, let remark): write(note: text(remark), over: span)
        case .phase(let title), .divider(let title): write(note: text(title), over: 0...max(keys.count - 1, 0))
        case .gap(let title, let span):
            write(note: "\(text(title)) (\(span.text))", over: 0...max(keys.count - 1, 0))
        case .work(let owner, let begins): write(workOf: owner, begins: begins)
        case .created(let owner): note(say("created", "创建"), at: owner)
        case .destroyed(let owner): note(say("destroyed", "销毁"), at: owner)
        }
    }

    /// Mermaid refuses the end of work that has not begun.
    private mutating func write(workOf owner: Int, begins: Bool) {
        guard begins || work[owner, default: 0] > 0 else { return }
        flush()
        work[owner, default: 0] += begins ? 1 : -1
        add("\(begins ? "activate" : "deactivate") \(keys[owner])")
    }

    private mutating func write(_ message: Message) {
        flush()
        var label = message.label(language)
        switch message.protection {
        case .clear: break
        case .handshakeKeys: label = "{\(label)}"
        case .applicationKeys: label = "[\(label)]"
        }
        if message.isRetransmission { label += say(MermaidLabel.resent.english, MermaidLabel.resent.chinese) }
        for field in message.fields { label += " \(field.name)=\(field.value)" }
        if let outside = message.outside {
            let comes = outside == .sender
            let words = comes ? say("from outside", "来自外部") : say("to outside", "发往外部")
            return add("Note over \(keys[message.sender]): \(words)\(say(": ", "："))\(MermaidText.encoded(label))")
        }
        let arrow = message.isLost ? "--x" : "->>"
        add("\(keys[message.sender])\(arrow)\(keys[message.receiver]): \(MermaidText.encoded(label))")
    }

    private mutating func write(_ change: TableChange) {
        var rows = change.set.map { row in
            let value = text(row.value)
            return "+ " + MermaidText.encoded(row.key) + (value.isEmpty ? "" : " = " + value)
        }
        rows += change.removed.map { "- " + MermaidText.encoded($0) }
        if rows.isEmpty { rows = [say("empty", "空")] }
        note(text(change.name) + say(": ", "：") + rows.joined(separator: "<br/>"), at: change.owner)
    }

    // MARK: Lines

    private mutating func add(_ line: String) { lines.append("    " + line) }

    private mutating func write(note text: String, over span: ClosedRange<Int>) {
        flush()
        let ends = span.count == 1 ? keys[span.lowerBound] : "\(keys[span.lowerBound]),\(keys[span.upperBound])"
        add("Note over \(ends): \(text)")
    }

    /// Notes something at one participant, together with what was noted there just before.
    private mutating func note(_ text: String, at owner: Int) {
        if pending?.owner != owner {
            flush()
            pending = (owner, [])
        }
        pending?.texts.append(text)
    }

    private mutating func flush() {
        guard let (owner, texts) = pending else { return }
        pending = nil
        add("Note over \(keys[owner]): \(texts.joined(separator: "<br/>"))")
    }

    private func text(_ text: LocalizedText) -> String { MermaidText.encoded(text(language)) }

    private func say(_ english: String, _ chinese: String) -> String { language == .chinese ? chinese : english }
}

extension ClosedRange<Int> {
    fileprivate func holds(_ other: ClosedRange<Int>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
