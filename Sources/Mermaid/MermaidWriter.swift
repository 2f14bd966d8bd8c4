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
        for event in timeline.events { write(event.kind) }
        flush()
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
        case .phase(let title): write(note: text(title), over: 0...max(keys.count - 1, 0))
        }
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
