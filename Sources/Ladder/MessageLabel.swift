import CellGrid
import Localization
import Timelines

/// What stands on an arrow: the message's name, how it is protected, that it is sent again, its fields, and why it is
/// wrong where that is shown.
///
///     SYN seq=1000 win=64240        {Certificate}        [GET /]        SYN · resent seq=1000        ACK · copy
///
/// Where messages are numbered, the number stands first: `2. SYN,ACK`. Braces and brackets are those of RFC 8446 §2: `{…}` under handshake keys, `[…]` under application keys.
struct MessageLabel: Equatable {
    /// A stretch of the label with one role.
    struct Run: Equatable {
        var text: String
        var role: Role
    }

    /// The name with its marks, which is never cut, only wrapped.
    var name: String
    /// The fields as `name=value`, most telling first; shown as far as there is room, and some in any case.
    var fields: [Run]
    /// That it is against the rules, and why; stands below the rest.
    var wrong: String?
    private let ellipsis: Character
    /// How many of ``fields``, from the first on, are shown in any case.
    private let kept: Int
    /// The place of each of ``fields`` among the message's own, in whose order they are written.
    private let places: [Int]

    /// The label of the message with this index, numbered if the timeline's messages are.
    init(_ index: Int, in timeline: Timeline, _ settings: LadderSettings) {
        self.init(timeline.messages[index], settings)
        name = Self.numbered(name, index, in: timeline)
    }

    private static func numbered(_ name: String, _ index: Int, in timeline: Timeline) -> String {
        timeline.number(ofMessage: index).map { "\($0). \(name)" } ?? name
    }

    /// The cells that the label of the message with this index takes at least on so many lines, without its fields.
    static func width(
        of index: Int, in timeline: Timeline, _ settings: LadderSettings, inLines lines: Int
    ) -> Int {
        width(of: numbered(name(of: timeline.messages[index], settings), index, in: timeline), inLines: lines)
    }

    init(_ message: Message, _ settings: LadderSettings) {
        ellipsis = settings.glyphs.ellipsis
        name = Self.name(of: message, settings)
        wrong = message.wrong.map { Self.mark(of: $0, settings) }
        // What is kept stands first and in its own order, so that the same fields are seen on every message.
        let all = message.fields
        let shown = all.indices.filter { settings.fieldsKept.contains(all[$0].name) }
        let rest = all.indices.filter { !settings.fieldsKept.contains(all[$0].name) }
        kept = shown.count
        let lit = rest.filter { message.spotlight.contains(all[$0].name) }
        places = shown + lit + rest.filter { !message.spotlight.contains(all[$0].name) }
        fields = places.map { place in
            let field = all[place]
            let role: Role = message.spotlight.contains(field.name) ? .spotlight : .dimmed
            return Run(text: settings.charset.adapt("\(field.name)=\(field.value)"), role: role)
        }
    }

    /// The name of a message with its marks, without a number.
    private static func name(of message: Message, _ settings: LadderSettings) -> String {
        let plain = settings.text(message.label)
        let marked =
            switch message.protection {
            case .clear: plain
            case .handshakeKeys: "{\(plain)}"
            case .applicationKeys: "[\(plain)]"
            }
        let again = message.isRetransmission ? settings.say(" · resent", "·重传") : ""
        let copy = message.isCopy ? settings.say(" · copy", "·副本") : ""
        let damaged = message.packet?.arrivedBytes != nil ? settings.say(" · damaged", "·损坏") : ""
        let stray =
            switch message.stray {
            case .forged: settings.say(" · forged", "·伪造")
            case .old: settings.say(" · old copy", "·旧副本")
            case nil: ""
            }
        return marked + again + copy + damaged + stray
    }

    /// That something is against the rules, and why: `✗ wrong: the SYN counts as one`.
    private static func mark(of why: LocalizedText, _ settings: LadderSettings) -> String {
        let mark = settings.glyphs.wrong, text = settings.text(why)
        return settings.say("\(mark) wrong: \(text)", "\(mark)违规：\(text)")
    }

    /// How many lines a label may take to say why it is wrong; the details say all of it.
    private static let wrongLines = 2

    /// Lines of runs, each at most `columns` cells wide: the name wrapped, the most telling of its fields as far as they
    /// fit beside it, in the message's own order, and why it is wrong.
    func lines(columns: Int, role: Role) -> [[Run]] {
        var lines = wrapped(name, columns: columns).map { [Run(text: $0, role: role)] }
        guard var last = lines.popLast() else { return [] }
        var used = last.reduce(0) { $0 + $1.text.cellWidth }
        var others: [(place: Int, field: Run)] = []
        for (place, field) in fields.enumerated() {
            if used + 1 + field.text.cellWidth <= columns {
                used += 1 + field.text.cellWidth
                if place < kept {
                    last += [Run(text: " ", role: .plain), field]
                } else {
                    others.append((places[place], field))
                }
            } else if place < kept {
                lines.append(last)
                last = [field]
                used = field.text.cellWidth
            } else {
                break
            }
        }
        for (_, field) in others.sorted(by: { $0.place < $1.place }) { last += [Run(text: " ", role: .plain), field] }
        return lines + [last] + wrongLines(columns: columns)
    }

    private func wrongLines(columns: Int) -> [[Run]] {
        guard let wrong else { return [] }
        var lines = wrapped(wrong, columns: columns)
        if lines.count > Self.wrongLines {
            let kept = lines[Self.wrongLines - 1]
            lines = Array(lines.prefix(Self.wrongLines - 1))
            lines.append(truncated(kept + "  ", columns: min(kept.cellWidth + 1, columns), ellipsis: ellipsis))
        }
        return lines.map { [Run(text: $0, role: .failure)] }
    }

    /// The same without the reason why it is wrong, for where lines are slanted and room is scarce.
    func brief(_ settings: LadderSettings) -> MessageLabel {
        var label = self
        if label.wrong != nil {
            label.name += settings.say(" \(settings.glyphs.wrong) wrong", " \(settings.glyphs.wrong)违规")
        }
        label.wrong = nil
        return label
    }

    /// The fewest cells in which the name takes no more than `lines` lines without a word being cut.
    func width(inLines lines: Int) -> Int { Self.width(of: name, inLines: lines) }

    private static func width(of name: String, inLines lines: Int) -> Int {
        let full = name.cellWidth
        guard lines > 1 else { return full }
        let narrowest = name.narrowestWrap
        guard narrowest < full else { return full }
        return (narrowest..<full).first { wrapped(name, columns: $0).count <= lines } ?? full
    }

    /// The cells of the name with all its fields on one line.
    var fullWidth: Int { fields.reduce(name.cellWidth) { $0 + 1 + $1.text.cellWidth } }
}

extension String {
    /// The width in cells of the widest part that wrapping must not cut: a Latin word, or one Chinese character with
    /// a punctuation mark that clings to it.
    var narrowestWrap: Int {
        var widest = 0, word = 0
        for glyph in Glyph.glyphs(of: self) {
            if glyph.text == " " {
                word = 0
            } else {
                word = glyph.width == 2 ? 4 : word + 1
                widest = max(widest, word)
                if glyph.width == 2 { word = 0 }
            }
        }
        return min(widest, cellWidth)
    }
}
