import LocatedJSON

extension MermaidComposer {
    /// So many loops in each other are performed in two rounds; inside of more, everything happens once.
    private static let deepestRounds = 3
    /// The most rounds of a loop.
    private static let mostRounds = 20

    /// A block as entries.
    mutating func entries(_ block: MermaidDiagram.Block, in context: Context) -> [JSONNode] {
        let sections = block.sections.map { (title: Self.text($0.title), items: $0.items) }
        switch block.kind {
        case .rect: return sections.flatMap { entries($0.items, in: context) }
        case .par: return parallel(block, in: context)
        case .loop: return sections.flatMap { loop($0.title, $0.items, in: context) }
        case .opt, .break: return sections.flatMap { group($0.title, block.kind, entries($0.items, in: context)) }
        case .alt, .critical:
            guard sections.count > 1, scope.hasVariants else {
                return sections.flatMap { group($0.title, block.kind, entries($0.items, in: context)) }
            }
            // What may befall a critical part comes on top of it.
            let base = block.kind == .critical ? sections[0].items : []
            let ways = sections.enumerated().map { place, section in
                (section.title, entries((place > 0 ? base : []) + section.items, in: context))
            }
            return [alternatives(ways, block.kind)]
        }
    }

    private func group(_ title: String, _ kind: MermaidDiagram.Block.Kind, _ inner: [JSONNode]) -> [JSONNode] {
        let words = title.isEmpty ? kind.rawValue : title
        return inner.isEmpty ? [] : [.object([("group", .string(words)), ("do", .array(inner))])]
    }

    private mutating func loop(_ text: String, _ items: [MermaidDiagram.Item], in context: Context) -> [JSONNode] {
        var context = context
        context.loops += 1
        let inner = entries(items, in: context)
        guard !inner.isEmpty else { return [] }
        let (title, rounds) = MermaidLoop.read(text)
        var members: [(String, JSONNode)] = [("loop", .string(title.isEmpty ? "loop" : title))]
        if context.loops > Self.deepestRounds {
            members.append(("times", 1))
        } else if let rounds, rounds != 2 {
            members.append(("times", .integer(Int64(min(rounds, Self.mostRounds)))))
        }
        return [.object(members + [("do", .array(inner))])]
    }

    /// Branches whose ids the author will find better ones for.
    private mutating func alternatives(
        _ ways: [(title: String, entries: [JSONNode])], _ kind: MermaidDiagram.Block.Kind
    ) -> JSONNode {
        let branches = ways.enumerated().map { place, way in
            let fallback = place == 0 ? kind.rawValue : "else"
            var members: [(String, JSONNode)] = [("if", .string(way.title.isEmpty ? fallback : way.title))]
            if place > 0 { members.append(("id", .string(branchNames.id(ofBranch: way.title)))) }
            return JSONNode.object(members + [("do", .array(way.entries))])
        }
        return .object([("alternatives", .array(branches))])
    }

    private mutating func parallel(_ block: MermaidDiagram.Block, in context: Context) -> [JSONNode] {
        var inside = context
        inside.isTold = false
        let branches = block.sections.map { entries($0.items, in: inside) }.filter { !$0.isEmpty }
        guard !branches.isEmpty else { return [] }
        var members: [(String, JSONNode)] = [("parallel", .array(branches.map { .array($0) }))]
        let titles = block.sections.map { Self.text($0.title) }.filter { !$0.isEmpty }
        if !titles.isEmpty { members.append(("title", .string(titles.joined(separator: " | ")))) }
        let firsts = block.sections.compactMap { section in
            if case .message(let message) = section.items.first { said(message) } else { nil }
        }
        if context.isTold, !firsts.isEmpty {
            let en = firsts.map(\.en).joined(separator: "; "), zh = firsts.map(\.zh).joined(separator: "；")
            members.append(("say", Self.both(en: "At the same time: \(en).", zh: "同时：\(zh)。")))
        }
        return [.object(members)]
    }
}

/// How a diagram says how often something happens: `until it answers (3 times)`.
enum MermaidLoop {
    /// The title of a loop with its number of rounds.
    static func write(_ title: String, rounds: Int, inChinese: Bool) -> String {
        inChinese ? "\(title)（\(rounds)次）" : "\(title) (\(rounds) times)"
    }

    /// The title and the number of rounds, if it says one.
    static func read(_ text: String) -> (title: String, rounds: Int?) {
        for (open, close) in [(" (", " times)"), ("（", "次）")] where text.hasSuffix(close) {
            let head = text.dropLast(close.count)
            let digits = head.reversed().prefix { $0.isASCII && $0.isNumber }.count
            guard digits > 0, digits < 4, let rounds = Int(head.suffix(digits)), rounds > 0 else { continue }
            let title = head.dropLast(digits)
            if title.hasSuffix(open) { return (String(title.dropLast(open.count)), rounds) }
        }
        return (text, nil)
    }
}
