import CellGrid
import Courseware
import Timelines

/// Why an event happened: the event with its rule, then what brought it about, back to where it began.
///
///     1.020 s  Server to Client: SYN,ACK (resent)
///        The retransmission timer ran out …
///        RFC 6298 §5.4
///     ▲ because
///     1.020 s  Server: timer RTO fires
///     ▲ because
///     0.020 s  Server starts timer RTO, 1 s
struct WhyView {
    private(set) var lines: [RichLine] = []
    private let appearance: Appearance

    init(_ player: PlayerScreen, event: Int, appearance: Appearance, columns: Int) {
        self.appearance = appearance
        let timeline = player.timeline
        let sentence = EventSentence(timeline: timeline, appearance: appearance, fieldLimit: 3)
        for (place, index) in timeline.causes(of: event).enumerated() {
            if place > 0 {
                add("\(appearance.glyphs.moreUp) " + appearance.say("because", "因为"), .key, indent: 1, columns)
            }
            add(sentence.line(index), .heading, indent: 0, columns)
            if let rule = timeline.events[index].rule {
                add(appearance.text(rule.sentence), .plain, indent: 3, columns)
                if !rule.citations.isEmpty {
                    add(rule.citations.joined(separator: appearance.say("; ", "；")), .citation, indent: 3, columns)
                }
            } else if place == 0, timeline.events[index].cause == nil {
                explain(index, in: player, columns)
            }
        }
    }

    /// An event of a lesson that was written by hand has no rule; what its step says is the next best.
    private mutating func explain(_ event: Int, in player: PlayerScreen, _ columns: Int) {
        guard let step = player.scene.steps.last(where: { $0.event <= event }) else {
            add(
                appearance.say("Nothing is written about this event.", "关于这个事件没有说明。"), .dimmed, indent: 3, columns)
            return
        }
        add(appearance.text(step.say), .plain, indent: 3, columns)
        let citations = step.citations.map(\.text).joined(separator: appearance.say("; ", "；"))
        if !citations.isEmpty { add(citations, .citation, indent: 3, columns) }
    }

    private mutating func add(_ text: String, _ role: Role, indent: Int, _ columns: Int) {
        let lead = RichRun(String(repeating: " ", count: indent), .plain)
        for line in RichText(appearance.charset.adapt(text), role: role).wrapped(columns: max(columns - indent, 8)) {
            lines.append(RichLine([lead] + line.runs))
        }
    }

    /// The rectangle over the player that it takes up.
    static func area(_ size: Size) -> Rect {
        Rect(size).centered(Size(columns: min(size.columns - 4, 84), rows: size.rows - 4))
    }

    /// The view of an event on a screen of this size; two cells are kept for the marks that there is more.
    init(_ player: PlayerScreen, event: Int, appearance: Appearance, size: Size) {
        self.init(player, event: event, appearance: appearance, columns: Self.area(size).columns - 6)
    }

    /// How far it can be scrolled on a screen of this size.
    func maximumScroll(_ size: Size) -> Int { max(lines.count - (Self.area(size).rows - 2), 0) }

    func draw(scroll: Int, into grid: inout Grid) {
        var area = Self.area(grid.size)
        let rows = min(lines.count + 2, area.rows)
        area = Rect(grid.size).centered(Size(columns: area.columns, rows: rows))
        let inner = Panel.draw(
            title: appearance.say("Why?", "为什么？"), into: &grid, in: area, glyphs: appearance.glyphs)
        TextPane(lines: lines, scroll: scroll, glyphs: appearance.glyphs).draw(into: &grid, in: inner)
    }
}
