import CellGrid
import LocatedJSON

/// Writes a diagram as a lesson.
struct MermaidComposer {
    /// How much of a diagram becomes a part of the lesson.
    struct Scope: Equatable {
        /// Work, creation and destruction of participants.
        var hasLives: Bool
        /// Branches that become variants; otherwise they follow each other, each in a frame.
        var hasVariants: Bool

        /// All of it.
        static let full = Scope(hasLives: true, hasVariants: true)
        /// From all of it down to the least.
        static let all = [
            full, Scope(hasLives: false, hasVariants: true), Scope(hasLives: true, hasVariants: false),
            Scope(hasLives: false, hasVariants: false),
        ]
    }

    private let diagram: MermaidDiagram
    let scope: Scope
    let ids: [String]
    /// The ids of variants that branches make.
    var branchNames = MermaidNames(used: ["main"])
    /// The most cells of a lesson's title.
    private static let widestTitle = 36

    init(_ diagram: MermaidDiagram, _ scope: Scope) {
        self.diagram = diagram
        self.scope = scope
        var names = MermaidNames()
        ids = diagram.participants.enumerated().map { names.id(of: $0.element, at: $0.offset) }
    }

    /// The whole lesson.
    mutating func lesson(_ id: String) -> JSONNode {
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
        if diagram.isNumbered { members.append(("numbered", true)) }
        members.append(("participants", .array(diagram.participants.indices.map(participant))))
        members.append(("timeline", .array(entries(diagram.items, in: Context()))))
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
    static func text(_ text: String) -> String {
        paragraphs(text.split(separator: "\n").joined(separator: " "))
    }

    /// The same with its line breaks.
    private static func paragraphs(_ text: String) -> String {
        let marks = text.count { $0 == "`" }
        return marks.isMultiple(of: 2) ? text : String(text.map { $0 == "`" ? "'" : $0 })
    }

    static func both(en: String, zh: String) -> JSONNode {
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
        if let box = participant.box { members.append(("group", .string(Self.text(box)))) }
        return .object(members)
    }

    private static func isAddress(_ line: String) -> Bool {
        line.allSatisfy { $0.isASCII && !$0.isWhitespace && $0 != "`" } && line.contains(where: \.isNumber)
            && line.contains { ".:".contains($0) }
    }

    // MARK: Entries

    /// Where entries stand.
    struct Context {
        /// Whether messages are steps of their own.
        var isTold = true
        /// How many loops they are in.
        var loops = 0
    }

    /// What happens as entries of a timeline.
    mutating func entries(_ items: [MermaidDiagram.Item], in context: Context) -> [JSONNode] {
        items.enumerated().flatMap { place, item in
            let next = place + 1 < items.count ? items[place + 1] : nil
            switch item {
            case .message(let message): return [entry(message, before: next, in: context)]
            case .note(let text, let over): return [note(text, over)]
            case .block(let block): return entries(block, in: context)
            case .active(let index, let begins):
                return scope.hasLives ? [.object([("active", .bool(begins)), ("at", .string(ids[index]))])] : []
            case .destroy(let index): return scope.hasLives ? [.object([("destroy", .string(ids[index]))])] : []
            }
        }
    }

    private func entry(
        _ message: MermaidDiagram.Message, before next: MermaidDiagram.Item?, in context: Context
    ) -> JSONNode {
        guard message.arrow.isTwoWay, message.sender != message.receiver else {
            var goesOn = false
            // What is sent without waiting is followed at once only by what the same one sends.
            if message.arrow.isAsynchronous, case .message(let other) = next { goesOn = other.sender == message.sender }
            return sending(message, goesOn: goesOn, isTold: context.isTold)
        }
        let back = MermaidDiagram.Message(
            sender: message.receiver, receiver: message.sender, text: message.text, arrow: message.arrow)
        let ways = [message, back].map { JSONNode.array([sending($0, goesOn: false, isTold: false)]) }
        var members: [(String, JSONNode)] = [("parallel", .array(ways))]
        if context.isTold { members.append(("say", said(message).sentence)) }
        return .object(members)
    }

    private func sending(_ message: MermaidDiagram.Message, goesOn: Bool, isTold: Bool) -> JSONNode {
        let label = MermaidLabel(Self.paragraphs(message.text))
        var members: [(String, JSONNode)] = [
            ("send", .string(label.name)), ("from", .string(ids[message.sender])),
            ("to", .string(ids[message.receiver])),
        ]
        if !label.fields.isEmpty { members.append(("fields", Self.fields(label))) }
        if label.isResent { members.append(("again", true)) }
        if message.arrow.isLost { members.append(("lost", true)) }
        if goesOn { members.append(("wait", false)) }
        if scope.hasLives, message.creates { members.append(("creates", true)) }
        if scope.hasLives, message.activates { members.append(("activates", true)) }
        if scope.hasLives, message.deactivates { members.append(("deactivates", true)) }
        if isTold { members.append(("say", said(message).sentence)) }
        return .object(members)
    }

    private static func fields(_ label: MermaidLabel) -> JSONNode {
        .object(
            label.fields.map { name, value in
                let number = Int64(value).flatMap { String($0) == value ? $0 : nil }
                return (name, number.map { .integer($0) } ?? .string(value))
            })
    }

    /// Who sends what, in each language, without a full stop.
    struct Said {
        var en: String, zh: String
        var isLost = false

        var sentence: JSONNode {
            MermaidComposer.both(
                en: en + "." + (isLost ? " It never arrives." : ""), zh: zh + "。" + (isLost ? "它没有到达。" : ""))
        }
    }

    func said(_ message: MermaidDiagram.Message) -> Said {
        let words = String(Self.text(message.text).map { $0 == "`" ? "'" : $0 })
        let names = [message.sender, message.receiver].map { index in
            Self.text(diagram.participants[index].name.split(separator: "\n").first.map(String.init) ?? ids[index])
        }
        let isLost = message.arrow.isLost
        guard message.sender != message.receiver else {
            return Said(en: "\(names[0]): `\(words)`", zh: "\(names[0])：`\(words)`", isLost: isLost)
        }
        let joint = message.arrow.isTwoWay ? (" and ", "与") : (" to ", "发往")
        return Said(
            en: "\(names[0])\(joint.0)\(names[1]): `\(words)`", zh: "\(names[0])\(joint.1)\(names[1])：`\(words)`",
            isLost: isLost)
    }

    private func note(_ text: String, _ over: ClosedRange<Int>) -> JSONNode {
        let ends = over.count == 1 ? [ids[over.lowerBound]] : [ids[over.lowerBound], ids[over.upperBound]]
        return .object([("note", .string(Self.paragraphs(text))), ("over", .array(ends.map { .string($0) }))])
    }
}
