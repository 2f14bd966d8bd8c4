import LocatedJSON

/// Reads a Mermaid `sequenceDiagram`.
///
/// Statements stand on lines of their own or between semicolons; keywords may be in any case. What is of the eye only
/// (colours, themes, links) is left out. Every fault is reported, each with its place. Source: the syntax reference of
/// Mermaid 11 (mermaid.js.org/syntax/sequenceDiagram.html).
struct MermaidReader {
    private let log: FaultLog
    private var diagram = MermaidDiagram()
    private var places: [String: Int] = [:]
    /// The blocks that are open, outermost first.
    private var open: [OpenBlock] = []
    /// The box that participants are declared in, when there is one.
    private var box: Box?
    /// Who begins to exist with the next message to it, and who ends with the next message of its own.
    private var created: Set<Int> = [], destroyed: [Int] = []
    private var statementCount = 0

    private struct OpenBlock {
        var block: MermaidDiagram.Block
        var place: Place
    }

    private struct Box {
        var title: String?
        var place: Place
    }

    /// Deeper blocks are refused, as nobody could read them; so are longer diagrams.
    static let deepest = 12, mostStatements = 5000

    /// The diagram in a text; `nil` when it has an error.
    static func read(_ source: SourceFile, _ log: FaultLog) -> MermaidDiagram? {
        guard let text = MermaidSource(source, log) else { return nil }
        var reader = MermaidReader(log: log)
        reader.read(text.lines)
        return log.errorCount == 0 ? reader.diagram : nil
    }

    private init(log: FaultLog) { self.log = log }

    // MARK: Lines

    private mutating func read(_ lines: [MermaidSlice]) {
        var rest = lines[...]
        skipFrontMatter(&rest)
        var hasBegun = false
        while let line = rest.popFirst() {
            let text = line.trimmed
            if text.isEmpty { continue }
            if text.has("%%{", at: text.scalars.startIndex) {
                skip(text, &rest, to: "}%%", opened: "%%{")
            } else if text.has("%%", at: text.scalars.startIndex) || text.scalars.first == "#" {
                continue
            } else if hasBegun, isDescription(text) {
                skip(text, &rest, to: "}", opened: "accDescr {")
            } else {
                for statement in text.statements {
                    if hasBegun {
                        read(statement)
                    } else {
                        guard statement.text == "sequenceDiagram" else {
                            return log.report(MermaidFault.noDiagram(found: statement.text), at: statement.place)
                        }
                        hasBegun = true
                    }
                }
            }
            if statementCount > Self.mostStatements {
                return log.report(MermaidFault.tooMany(limit: Self.mostStatements), at: text.place)
            }
        }
        guard hasBegun else { return log.report(MermaidFault.noDiagram(found: ""), at: .start) }
        finish()
    }

    /// Takes the title from what stands between two lines of three hyphens at the top, and goes on behind it.
    private mutating func skipFrontMatter(_ rest: inout ArraySlice<MermaidSlice>) {
        let blank = rest.prefix { $0.trimmed.isEmpty }.count
        guard rest.dropFirst(blank).first?.trimmed.text == "---" else { return }
        let opening = rest[rest.startIndex + blank].place
        rest = rest.dropFirst(blank + 1)
        while let line = rest.popFirst() {
            let text = line.trimmed
            if text.text == "---" { return }
            if let (key, value) = line.split(at: ":"), key.text == "title" {
                diagram.title = Self.unquoted(value.trimmed.text)
            }
        }
        log.report(MermaidFault.openComment("---"), at: opening)
    }

    /// A value of YAML in double or single quotation marks, or bare.
    private static func unquoted(_ text: String) -> String {
        if text.hasPrefix("\""), let node = try? JSONNode(parsing: Array(text.utf8)), let value = node.string {
            return value
        }
        guard text.count >= 2, let mark = text.first, "\"'".contains(mark), text.last == mark else { return text }
        return String(text.dropFirst().dropLast())
    }

    private func skip(
        _ first: MermaidSlice, _ rest: inout ArraySlice<MermaidSlice>, to closing: String, opened mark: String
    ) {
        var text = first.text
        while !text.contains(closing) {
            guard let next = rest.popFirst() else {
                return log.report(MermaidFault.openComment(mark), at: first.place)
            }
            text = next.text
        }
    }

    private func isDescription(_ text: MermaidSlice) -> Bool {
        let (word, rest) = text.firstWord
        return word == "accdescr" && rest.trimmed.scalars.first == "{"
    }

    private mutating func finish() {
        for block in open { log.report(MermaidFault.openBlock(block.block.kind.rawValue), at: block.place) }
        if let box { log.report(MermaidFault.openBlock("box"), at: box.place) }
        diagram.items += destroyed.map { .destroy($0) }
        if diagram.items.isEmpty, log.errorCount == 0 { log.report(MermaidFault.nothingHappens, at: .start) }
    }

    // MARK: Statements

    private mutating func read(_ statement: MermaidSlice) {
        statementCount += 1
        let (word, rest) = statement.firstWord
        let isKeyword = rest.scalars.first.map { $0.properties.isWhitespace || $0 == ":" } ?? true
        let behind = rest.trimmed
        switch isKeyword ? word : "" {
        case "participant", "actor": declare(behind, after: word)
        case "create":
            let (kind, name) = behind.firstWord
            guard kind == "participant" || kind == "actor" else { return readMessage(statement) }
            if let index = declare(name.trimmed, after: kind) { created.insert(index) }
        case "destroy": if let index = participant(behind, after: word) { destroyed.append(index) }
        case "box": box = Box(title: Self.boxTitle(behind.text), place: statement.place)
        case "autonumber": diagram.isNumbered = behind.text.lowercased() != "off"
        case "activate": if let index = participant(behind, after: word) { add(.active(index, true)) }
        case "deactivate": if let index = participant(behind, after: word) { add(.active(index, false)) }
        case "note": note(behind, statement)
        case "title", "acctitle": title(behind, isForReaders: word == "acctitle")
        case "accdescr": return
        case "links", "link", "properties", "details": log.report(MermaidFault.leftOut(word), at: statement.place)
        case "loop", "alt", "opt", "critical", "break", "rect": begin(word, behind, statement)
        case "par", "par_over": begin("par", behind, statement)
        case "else": section(word, of: .alt, behind, statement)
        case "and": section(word, of: .par, behind, statement)
        case "option": section(word, of: .critical, behind, statement)
        case "end" where behind.isEmpty: end(statement)
        default: readMessage(statement)
        }
    }

    private mutating func title(_ text: MermaidSlice, isForReaders: Bool) {
        let bare = text.scalars.first == ":" ? text[text.scalars.startIndex + 1..<text.scalars.endIndex] : text
        let title = MermaidText.decoded(bare.text)
        if !isForReaders || diagram.title == nil, !MermaidText.isBlank(title) { diagram.title = title }
    }

    private mutating func note(_ text: MermaidSlice, _ statement: MermaidSlice) {
        guard let (head, words) = text.split(at: ":") else {
            return log.report(MermaidFault.missingText(of: "a note"), at: statement.place)
        }
        let (placement, rest) = head.firstWord
        var names = rest.trimmed
        if placement == "left" || placement == "right" {
            let (of, behind) = names.firstWord
            guard of == "of" else { return log.report(MermaidFault.missingPlacement, at: head.trimmed.place) }
            names = behind.trimmed
        } else if placement != "over" {
            return log.report(MermaidFault.missingPlacement, at: head.trimmed.place)
        }
        let pair = names.split(at: ",").map { [$0.before, $0.behind] } ?? [names]
        let places = pair.compactMap { participant($0.trimmed, after: placement) }
        guard let first = places.min(), let last = places.max() else { return }
        let note = MermaidText.decoded(words.text)
        if !MermaidText.isBlank(note) { add(.note(note, over: first...last)) }
    }

    private mutating func readMessage(_ statement: MermaidSlice) {
        let parts = statement.split(at: ":")
        let head = parts?.before ?? statement
        let ways = MermaidArrow.candidates(in: head).map { Head(of: head, $0.arrow, $0.range) }
        // A name that has been declared may hold what looks like an arrow.
        guard let way = ways.first(where: { places[$0.from.text] != nil && places[$0.to.text] != nil }) ?? ways.first
        else { return log.report(MermaidFault.unknownStatement(statement.text), at: statement.place) }
        let (from, to, arrow, sign) = (way.from, way.to, way.arrow, way.sign)
        if from.isEmpty { return log.report(MermaidFault.missingSender, at: statement.place) }
        guard let sender = participant(from, after: ""),
            let receiver = participant(to, after: arrow.text, near: statement)
        else { return }
        guard let parts else { return log.report(MermaidFault.missingText(of: "a message"), at: statement.place) }
        let text = MermaidText.decoded(parts.behind.text)
        add(
            .message(
                MermaidDiagram.Message(
                    sender: sender, receiver: receiver, text: MermaidText.isBlank(text) ? "…" : text, arrow: arrow,
                    activates: sign == "+", deactivates: sign == "-", creates: created.remove(receiver) != nil)))
        for index in destroyed where index == sender || index == receiver { add(.destroy(index)) }
        destroyed.removeAll { $0 == sender || $0 == receiver }
    }

    /// A message's statement up to its colon, cut at an arrow.
    private struct Head {
        let from: MermaidSlice, to: MermaidSlice
        let arrow: MermaidArrow
        /// What stands before the receiver, about who is active.
        let sign: Unicode.Scalar?

        init(of head: MermaidSlice, _ arrow: MermaidArrow, _ range: Range<Int>) {
            from = head[head.scalars.startIndex..<range.lowerBound].trimmed
            let rest = head[range.upperBound..<head.scalars.endIndex].trimmed
            sign = rest.scalars.first.flatMap { $0 == "+" || $0 == "-" ? $0 : nil }
            to = sign == nil ? rest : rest[rest.scalars.startIndex + 1..<rest.scalars.endIndex].trimmed
            self.arrow = arrow
        }
    }

    // MARK: Participants

    /// The participant with this name, which need not have been declared.
    private mutating func participant(
        _ name: MermaidSlice, after word: String, near statement: MermaidSlice? = nil
    ) -> Int? {
        guard !name.isEmpty else {
            log.report(MermaidFault.missingName(after: word), at: statement?.place ?? name.place)
            return nil
        }
        let key = name.text
        if let place = places[key] { return place }
        places[key] = diagram.participants.count
        diagram.participants.append(.init(key: key, name: MermaidText.decoded(key), box: box?.title))
        return places[key]
    }

    @discardableResult
    private mutating func declare(_ text: MermaidSlice, after word: String) -> Int? {
        var name = text, alias: MermaidSlice?
        // What kind of picture it has, in braces, is for the eye.
        if let at = name.scalars.indices.first(where: { name.has("@{", at: $0) }),
            let brace = name.scalars[at...].firstIndex(of: "}")
        {
            let rest = name[brace + 1..<name.scalars.endIndex].trimmed
            name = name[name.scalars.startIndex..<at].trimmed
            if rest.firstWord.word == "as" { alias = rest.firstWord.rest.trimmed }
        } else if let place = name.scalars.indices.first(where: { Self.isAlias(name, at: $0) }) {
            alias = name[place + 4..<name.scalars.endIndex].trimmed
            name = name[name.scalars.startIndex..<place].trimmed
        }
        guard let index = participant(name, after: word, near: text.isEmpty ? nil : text) else { return nil }
        if let alias, !alias.isEmpty { diagram.participants[index].name = MermaidText.decoded(alias.text) }
        if let title = box?.title { diagram.participants[index].box = title }
        return index
    }

    /// Whether the word `as` stands at a place, with a space on either side.
    private static func isAlias(_ text: MermaidSlice, at place: Int) -> Bool {
        let word = Array(text.scalars[place...].prefix(4))
        return word.count == 4 && word[0].properties.isWhitespace && word[3].properties.isWhitespace
            && (word[1] == "a" || word[1] == "A") && (word[2] == "s" || word[2] == "S")
    }

    // MARK: Blocks

    private mutating func add(_ item: MermaidDiagram.Item) {
        guard let block = open.last?.block, !block.sections.isEmpty else { return diagram.items.append(item) }
        open[open.count - 1].block.sections[block.sections.count - 1].items.append(item)
    }

    private mutating func begin(_ word: String, _ title: MermaidSlice, _ statement: MermaidSlice) {
        guard let kind = MermaidDiagram.Block.Kind(rawValue: word) else { return }
        if open.count == Self.deepest { log.report(MermaidFault.tooDeep(limit: Self.deepest), at: statement.place) }
        // What stands behind 'rect' is its colour.
        let words = kind == .rect ? "" : MermaidText.decoded(title.text)
        open.append(OpenBlock(block: .init(kind: kind, sections: [.init(title: words)]), place: statement.place))
    }

    private mutating func section(
        _ word: String, of kind: MermaidDiagram.Block.Kind, _ title: MermaidSlice, _ statement: MermaidSlice
    ) {
        guard open.last?.block.kind == kind else {
            return log.report(MermaidFault.wrongSection(word, of: kind.rawValue), at: statement.place)
        }
        open[open.count - 1].block.sections.append(.init(title: MermaidText.decoded(title.text)))
    }

    private mutating func end(_ statement: MermaidSlice) {
        if box != nil {
            box = nil
        } else if let closed = open.popLast() {
            add(.block(closed.block))
        } else {
            log.report(MermaidFault.unmatchedEnd, at: statement.place)
        }
    }

    /// The title of a box without the colour before it; `nil` for none.
    private static func boxTitle(_ text: String) -> String? {
        var words = text.split(separator: " ")
        if ["rgb(", "rgba(", "hsl(", "hsla("].contains(where: text.lowercased().hasPrefix) {
            words = text.drop { $0 != ")" }.dropFirst().split(separator: " ")
        } else if let first = words.first, MermaidColor.isName(first.lowercased()) {
            words.removeFirst()
        }
        let title = MermaidText.decoded(words.joined(separator: " "))
        return MermaidText.isBlank(title) ? nil : title
    }
}
