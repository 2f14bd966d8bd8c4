import CellGrid
public import Localization
public import Timelines

/// Writes a timeline as a Mermaid `sequenceDiagram`.
///
/// Messages stand in the order in which they leave, since such a diagram has no time; states, timers, tables and what
/// applications do become notes. Of a loop one round is written. ``MermaidLesson`` reads it back.
public struct MermaidWriter {
    private let timeline: Timeline
    private let outline: MermaidOutline
    private let language: Language
    private let keys: [String]
    private var lines: [String] = []
    /// How deep statements are indented.
    private var depth = 1
    /// For each open frame under which conditions something else would happen.
    private var otherwise: [[String]] = []
    /// How many pieces of work go on at each participant.
    private var work: [Int: Int] = [:]
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
        outline = MermaidOutline(timeline)
        keys = timeline.participants.map { MermaidNames.key(of: $0.id) }
    }

    private mutating func write(_ title: LocalizedText) {
        let words = title(language).sanitized.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined()
        lines = ["---", "title: \"\(words)\"", "---", "sequenceDiagram"]
        if timeline.isNumbered { add("autonumber") }
        declareParticipants()
        for index in timeline.participants.indices where outline.first.contains(index) {
            if let state = timeline.participants[index].state { note(text(state), at: index) }
        }
        for (index, event) in timeline.events.enumerated() where !outline.repeated.contains(index) {
            for frame in outline.opening[index] ?? [] { begin(frame) }
            write(event, at: index)
            for _ in 0..<(outline.closing[index] ?? 0) { end() }
        }
        flush()
    }

    // MARK: Participants

    private mutating func declareParticipants() {
        var group: LocalizedText?
        for (index, participant) in timeline.participants.enumerated() where outline.first.contains(index) {
            if participant.group != group {
                if group != nil { end() }
                // A word for a colour, so that none in the title is taken for one.
                if let title = participant.group { begin("box transparent " + text(title)) }
                group = participant.group
            }
            add(declaration(of: index))
        }
        if group != nil { end() }
        if timeline.messages.contains(where: { $0.outside != nil }) {
            add("participant \(Self.outside) as \(say("(outside)", "（外部）"))")
        }
    }

    /// Stands for whoever is not shown; no id has an underscore at its beginning.
    private static let outside = "_outside"

    private func declaration(of index: Int) -> String {
        var name = text(timeline.participants[index].name)
        if let address = timeline.participants[index].address { name += "<br/>" + MermaidText.encoded(address) }
        return "participant \(keys[index]) as \(name)"
    }

    // MARK: Frames

    private mutating func begin(_ frame: Frame) {
        let title = frame.title.map(text) ?? ""
        switch frame.kind {
        case .loop(let rounds):
            begin("loop " + MermaidLoop.write(title, rounds: rounds, inChinese: language == .chinese))
        case .alternatives: begin("alt " + title)
        case .group: begin("critical " + title)
        case .parallel: begin("par " + title)
        }
        if case .alternatives(let others) = frame.kind {
            otherwise.append(others.map(text))
        } else {
            otherwise.append([])
        }
    }

    // MARK: Events

    private mutating func write(_ event: Event, at place: Int) {
        switch event.kind {
        case .sent(let index): write(broadcast: timeline.broadcast(of: index), at: place)
        case .arrived, .lost, .created, .destroyed: return
        case .state(let owner, let state):
            note(text(state) + (event.wrong.map { "<br/>" + wrong($0) } ?? ""), at: owner)
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
            write(note: text(title) + say(" (\(span.text))", "（\(span.text)）"), over: 0...max(keys.count - 1, 0))
        case .work(let owner, let begins): write(workOf: owner, begins: begins)
        }
    }

    /// One arrow for each receiver, since such a diagram knows no other broadcast.
    private mutating func write(broadcast messages: ClosedRange<Int>, at place: Int) {
        flush()
        let created = outline.created[place] ?? [], destroyed = outline.destroyed[place] ?? []
        for index in messages {
            // Created and destroyed is whom the very next arrow is about.
            func isNext(_ owner: Int) -> Bool {
                messages.count == 1 || timeline.messages[index].receiver == owner
                    || (index == messages.lowerBound && timeline.messages[index].sender == owner)
            }
            for owner in created where isNext(owner) { add("create " + declaration(of: owner)) }
            for owner in destroyed where isNext(owner) { add("destroy " + keys[owner]) }
            write(timeline.messages[index])
        }
        if let why = timeline.messages[messages.lowerBound].wrong {
            write(note: wrong(why), over: timeline.lifelines(ofBroadcast: messages.lowerBound))
        }
    }

    private mutating func write(_ message: Message) {
        var label = message.label(language)
        switch message.protection {
        case .clear: break
        case .handshakeKeys: label = "{\(label)}"
        case .applicationKeys: label = "[\(label)]"
        }
        if message.isRetransmission { label += say(MermaidLabel.resent.english, MermaidLabel.resent.chinese) }
        switch message.stray {
        case .forged: label += say(" (forged)", "（伪造）")
        case .old: label += say(" (old copy)", "（旧副本）")
        case nil: break
        }
        for field in message.fields { label += " \(field.name)=\(field.value)" }
        let sender = message.outside == .sender ? Self.outside : keys[message.sender]
        let receiver = message.outside == .receiver ? Self.outside : keys[message.receiver]
        add("\(sender)\(message.isLost ? "--x" : "->>")\(receiver): \(MermaidText.encoded(label))")
    }

    /// Work that ends must have begun on the diagram too, where only one round of a loop is written.
    private mutating func write(workOf owner: Int, begins: Bool) {
        guard begins || work[owner, default: 0] > 0 else { return }
        flush()
        work[owner, default: 0] += begins ? 1 : -1
        add((begins ? "activate " : "deactivate ") + keys[owner])
    }

    private func wrong(_ why: LocalizedText) -> String { say("✗ wrong: ", "✗ 错误：") + text(why) }

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

    private mutating func add(_ line: String) { lines.append(String(repeating: "    ", count: depth) + line) }

    private mutating func begin(_ line: String) {
        flush()
        add(line)
        depth += 1
    }

    private mutating func end() {
        flush()
        depth -= 1
        for title in otherwise.popLast() ?? [] { add("else " + title) }
        add("end")
    }

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
