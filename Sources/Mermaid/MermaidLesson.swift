import CellGrid
public import LocatedJSON

/// A Mermaid sequence diagram as a scripted lesson to start from.
///
/// Every message is a step that says in a plain sentence who sends what; the author puts the meaning in its place.
public struct MermaidLesson: Sendable {
    /// The lesson as text in the format of lessons; `nil` when the diagram has an error.
    public let text: String?
    /// Faults of the diagram in order of their place.
    public let diagnostics: [Diagnostic]

    /// Reads the diagram in `source`.
    ///
    /// - Parameters:
    ///   - source: A Mermaid text.
    ///   - id: The id of the lesson: lower-case letters, digits and hyphens.
    public init(reading source: SourceFile, id: String) {
        let log = FaultLog(file: source.name)
        let diagram = MermaidReader.read(source, log)
        text = diagram.map { MermaidComposer($0).lesson(id).text(fitting: 120) }
        diagnostics = log.diagnostics
    }

    /// An id made of a file's name; `nil` when nothing in the name can be a part of one.
    public static func id(from name: String) -> String? {
        let id = MermaidNames.slug(name)
        return id.isEmpty ? nil : id
    }
}

/// Writes a diagram as a lesson.
struct MermaidComposer {
    private let diagram: MermaidDiagram
    private let ids: [String]
    /// The most cells of a lesson's title.
    private static let widestTitle = 36

    init(_ diagram: MermaidDiagram) {
        self.diagram = diagram
        var names = MermaidNames()
        ids = diagram.participants.enumerated().map { names.id(of: $0.element, at: $0.offset) }
    }

    /// The whole lesson.
    func lesson(_ id: String) -> JSONNode {
        let given = Self.text((diagram.title ?? "").sanitized)
        let title = MermaidText.isBlank(given) ? Self.words(of: id) : given
        let messages = Self.count(diagram.items)
        var members: [(String, JSONNode)] = [
            ("format", .integer(1)), ("id", .string(id)), ("track", "imported"),
            ("title", .string(truncated(title, columns: Self.widestTitle, ellipsis: "…"))),
            (
                "summary",
                Self.both(
                    en:
                        "\(title): a diagram of \(Self.count(ids.count, "participant")) and \(Self.count(messages, "message")).",
                    zh: "\(title)：一张时序图，\(ids.count)个参与方，\(messages)条消息。")
            ),
        ]
        members.append(("participants", .array(diagram.participants.indices.map(participant))))
        members.append(("timeline", .array(entries(diagram.items, isTold: true))))
        return .object(members)
    }

    /// `My diagram` for `my-diagram`.
    private static func words(of id: String) -> String {
        let words = id.split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)" + (number == 1 ? "" : "s")
    }

    private static func count(_ items: [MermaidDiagram.Item]) -> Int {
        items.reduce(0) { sum, item in
            switch item {
            case .message: sum + 1
            case .block(let block): sum + block.sections.reduce(0) { $0 + count($1.items) }
            case .note, .active, .destroy: sum
            }
        }
    }

    // MARK: Texts

    /// A text on one line that a lesson accepts: backquotes mark code there, and come in pairs.
    private static func text(_ text: String) -> String {
        paragraphs(text.split(separator: "\n").joined(separator: " "))
    }

    /// The same with its line breaks.
    private static func paragraphs(_ text: String) -> String {
        let marks = text.count { $0 == "`" }
        return marks.isMultiple(of: 2) ? text : String(text.map { $0 == "`" ? "'" : $0 })
    }

    private static func both(en: String, zh: String) -> JSONNode {
        .object([("en", .string(en)), ("zh", .string(zh))])
    }

    private func participant(_ index: Int) -> JSONNode {
        let participant = diagram.participants[index]
        var lines = participant.name.split(separator: "\n").map(String.init)
        var members: [(String, JSONNode)] = [("id", .string(ids[index]))]
        let address = lines.count > 1 ? lines.last.flatMap { Self.isAddress($0) ? $0 : nil } : nil
        if address != nil { lines.removeLast() }
        let name = Self.text(lines.joined(separator: " "))
        members.append(("name", .string(MermaidText.isBlank(name) ? ids[index] : name)))
        if let address { members.append(("address", .string(address))) }
        return .object(members)
    }

    private static func isAddress(_ line: String) -> Bool {
        line.allSatisfy { $0.isASCII && !$0.isWhitespace && $0 != "`" } && line.contains(where: \.isNumber)
            && line.contains { ".:".contains($0) }
    }

    // MARK: Entries

    /// What happens as entries of a timeline, whose messages are steps of their own if it is told.
    private func entries(_ items: [MermaidDiagram.Item], isTold: Bool) -> [JSONNode] {
        items.enumerated().flatMap { place, item in
            let next = place + 1 < items.count ? items[place + 1] : nil
            switch item {
            case .message(let message): return [entry(message, before: next, isTold: isTold)]
            case .note(let text, let over): return [note(text, over)]
            case .block(let block): return entries(block, isTold: isTold)
            case .active, .destroy: return []
            }
        }
    }

    private func entry(
        _ message: MermaidDiagram.Message, before next: MermaidDiagram.Item?, isTold: Bool
    ) -> JSONNode {
        guard message.arrow.isTwoWay, message.sender != message.receiver else {
            var goesOn = false
            // What is sent without waiting is followed at once only by what the same one sends.
            if message.arrow.isAsynchronous, case .message(let other) = next { goesOn = other.sender == message.sender }
            return sending(message, goesOn: goesOn, isTold: isTold)
        }
        var back = message
        swap(&back.sender, &back.receiver)
        let ways = [message, back].map { JSONNode.array([sending($0, goesOn: false, isTold: false)]) }
        var members: [(String, JSONNode)] = [("parallel", .array(ways))]
        if isTold { members.append(("say", said(message))) }
        return .object(members)
    }

    private func sending(_ message: MermaidDiagram.Message, goesOn: Bool, isTold: Bool) -> JSONNode {
        let label = MermaidLabel(Self.text(message.text))
        var members: [(String, JSONNode)] = [
            ("send", .string(label.name)), ("from", .string(ids[message.sender])),
            ("to", .string(ids[message.receiver])),
        ]
        if !label.fields.isEmpty {
            members.append(
                (
                    "fields",
                    .object(
                        label.fields.map { name, value in
                            let number = Int64(value).flatMap { String($0) == value ? $0 : nil }
                            return (name, number.map { .integer($0) } ?? .string(value))
                        })
                ))
        }
        if label.isResent { members.append(("again", true)) }
        if message.arrow.isLost { members.append(("lost", true)) }
        if goesOn { members.append(("wait", false)) }
        if isTold { members.append(("say", said(message))) }
        return .object(members)
    }

    /// Who sends what, in a sentence.
    private func said(_ message: MermaidDiagram.Message) -> JSONNode {
        let words = String(Self.text(message.text).map { $0 == "`" ? "'" : $0 })
        let names = [message.sender, message.receiver].map { index in
            Self.text(diagram.participants[index].name.split(separator: "\n").first.map(String.init) ?? ids[index])
        }
        let isLost = message.arrow.isLost
        guard message.sender != message.receiver else {
            return Self.both(en: "\(names[0]): `\(words)`.", zh: "\(names[0])：`\(words)`。")
        }
        let joint = message.arrow.isTwoWay ? (" and ", "与") : (" to ", "发往")
        return Self.both(
            en: "\(names[0])\(joint.0)\(names[1]): `\(words)`." + (isLost ? " It never arrives." : ""),
            zh: "\(names[0])\(joint.1)\(names[1])：`\(words)`。" + (isLost ? "它没有到达。" : ""))
    }

    private func note(_ text: String, _ over: ClosedRange<Int>) -> JSONNode {
        let ends = over.count == 1 ? [ids[over.lowerBound]] : [ids[over.lowerBound], ids[over.upperBound]]
        return .object([("note", .string(Self.paragraphs(text))), ("over", .array(ends.map { .string($0) }))])
    }

    // MARK: Blocks

    private func entries(_ block: MermaidDiagram.Block, isTold: Bool) -> [JSONNode] {
        switch block.kind {
        case .par:
            let branches = block.sections.map { entries($0.items, isTold: false) }.filter { !$0.isEmpty }
            return branches.isEmpty ? [] : [.object([("parallel", .array(branches.map { .array($0) }))])]
        case .rect: return block.sections.flatMap { entries($0.items, isTold: isTold) }
        case .loop, .alt, .opt, .critical, .break:
            return block.sections.flatMap { section in
                let title = Self.text(section.title)
                let words = block.kind.rawValue + (title.isEmpty ? "" : ": " + title)
                return [.object([("phase", .string(words))])] + entries(section.items, isTold: isTold)
            }
        }
    }
}
