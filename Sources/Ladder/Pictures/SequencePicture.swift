import CellGrid
import Localization
import Timelines

/// A sequence space as a bar, and its edges below it.
///
///     Client  ▓in flight 2920  ░usable 4380 B
///     ████████▓▓▓▓▓▓▓▓░░░░░░░░░░░░·······
///             │       │           └SND.UNA+SND.WND 8301
///             │       └SND.NXT 3921
///             └SND.UNA 1001
///     █acknowledged  ·not allowed yet
struct SequencePicture: PictureDrawing {
    private let space: SequenceSpace?
    /// Whether the connection is one that has ended.
    private let isGone: Bool
    private let side: Picture.Side
    private let head: PictureHead
    private let settings: LadderSettings

    init(_ picture: Picture, _ side: Picture.Side, _ timeline: Timeline, at moment: Moment, _ settings: LadderSettings)
    {
        space = SequenceSpace(picture, side, timeline, at: moment)
        isGone = space == nil && timeline.hasEnded(picture, at: moment)
        self.side = side
        head = PictureHead(picture, timeline, settings)
        self.settings = settings
    }

    var minimumRows: Int { 5 }
    var usualRows: Int { (space?.edges.count ?? 1) + 3 }
    var preferredRows: Int { usualRows + 1 }
    var minimumColumns: Int {
        max(head.width(legend), space?.edges.map { label($0, isShort: true).cellWidth + 1 }.max() ?? 0)
    }

    var sentence: String? {
        guard let space else { return isGone ? head.owner + settings.say(": ", "：") + gone : nil }
        let bytes = QuantityText(unit: .named("B"), settings: settings)
        let parts = zip(legend, [space.waiting, space.open]).map { part, count in
            PictureHead.Part(name: part.name, value: bytes.full(count), role: part.role)
        }
        let edges = space.edges.map { edge in
            if case .island = edge.kind { settings.say("out of order ", "乱序数据") + label(edge) } else { label(edge) }
        }
        let comma = settings.say(", ", "，")
        return ([head.sentence(parts, settings)] + edges).joined(separator: comma)
    }

    private var gone: String { settings.say("the connection is gone", "连接已不存在") }

    /// The two parts that move, with the unit behind the second.
    private var legend: [PictureHead.Part] {
        let glyphs = settings.glyphs, bytes = QuantityText(unit: .named("B"), settings: settings)
        let none = settings.charset.adapt("–")
        let names =
            side == .sent
            ? (settings.say("in flight", "在途"), settings.say("usable", "可发送"))
            : (settings.say("waiting", "待读取"), settings.say("window", "窗口"))
        return [
            PictureHead.Part(
                sample: String(glyphs.spaceSent), name: names.0, value: space.map { bytes.bare($0.waiting) } ?? none,
                role: .inFlight),
            PictureHead.Part(
                sample: String(glyphs.spaceOpen), name: names.1, value: space.map { bytes.full($0.open) } ?? none,
                role: .quantity),
        ]
    }

    /// What the other two parts of the bar are.
    private var footer: [(Character, String)] {
        let glyphs = settings.glyphs
        return switch side {
        case .sent:
            [
                (glyphs.spaceDone, settings.say("acknowledged", "已确认")),
                (glyphs.spaceClosed, settings.say("not allowed yet", "暂不可发送")),
            ]
        case .received:
            [
                (glyphs.spaceDone, settings.say("delivered", "已交付")),
                (glyphs.spaceClosed, settings.say("beyond the window", "窗口之外")),
            ]
        }
    }

    private func label(_ edge: SequenceSpace.Edge, isShort: Bool = false) -> String {
        func range(_ last: Int64) -> String { last > edge.number ? "\(edge.number)-\(last)" : "\(edge.number)" }
        switch edge.kind {
        case .edge(let names):
            let shown = isShort ? names.map(Self.short) : names
            return shown.joined(separator: "=") + " \(edge.number)"
        case .island(let last): return range(last)
        case .arrival(let last): return settings.say("arrived ", "刚到达") + range(last)
        }
    }

    /// A name without `SND.` and `RCV.`, for where there is not room for that.
    private static func short(_ name: String) -> String {
        name.split(separator: "+").map { $0.split(separator: ".").last.map(String.init) ?? "" }.joined(separator: "+")
    }

    /// The label of an edge in a column of an area, at its right if there is room, and where it begins.
    private func placed(_ edge: SequenceSpace.Edge, _ place: Int, in area: Rect) -> (text: String, column: Int) {
        let texts = [label(edge), label(edge, isShort: true)]
        for text in texts {
            if place + 1 + text.cellWidth <= area.endColumn { return (text, place + 1) }
            if place - text.cellWidth >= area.column { return (text, place - text.cellWidth) }
        }
        return (texts[1], max(area.endColumn - texts[1].cellWidth, area.column))
    }

    func draw(into grid: inout Grid, in area: Rect) {
        let body = area.inset(top: head.draw(legend, into: &grid, in: area))
        guard body.rows >= 1, body.columns >= 8 else { return }
        guard let space else {
            if isGone { grid.write(gone, column: body.column, row: body.row, role: .lost, within: body) }
            return
        }
        let edges = space.edges
        // Twice as thick where there is room.
        let thickness = body.rows >= edges.count + 3 ? 2 : 1
        drawBar(space, body, thickness, into: &grid)
        let below = body.inset(top: thickness)
        let shown = Array(edges.prefix(below.rows))
        drawEdges(shown, space, below, into: &grid)
        guard below.rows > shown.count else { return }
        var column = area.column
        for (place, (mark, text)) in footer.enumerated() {
            if place > 0 { column += 1 }
            column = grid.write(
                "\(mark) \(text)", column: column, row: below.row + shown.count, role: .dimmed, within: area)
        }
    }

    private func drawBar(_ space: SequenceSpace, _ area: Rect, _ thickness: Int, into grid: inout Grid) {
        let glyphs = settings.glyphs
        for place in 0..<area.columns {
            let cell =
                switch space.part(atCell: place, of: area.columns) {
                case .done: Cell(glyphs.spaceDone, .dimmed)
                case .waiting: Cell(glyphs.spaceSent, .inFlight)
                case .open: Cell(glyphs.spaceOpen, .quantity)
                case .closed: Cell(glyphs.spaceClosed, .track)
                }
            for row in 0..<thickness { grid[area.column + place, area.row + row] = cell }
        }
        if space.goesOnBeyondView {
            for row in 0..<thickness { grid[area.endColumn - 1, area.row + row] = Cell(glyphs.moreRight, .quantity) }
        }
    }

    /// The edges below the bar, the rightmost first, so that no label crosses the line of another.
    private func drawEdges(
        _ edges: [SequenceSpace.Edge], _ space: SequenceSpace, _ area: Rect, into grid: inout Grid
    ) {
        let glyphs = settings.glyphs
        let places = edges.map { area.column + space.cell(of: $0, among: area.columns) }
        let order = edges.indices.sorted { (places[$0], $0) > (places[$1], $1) }
        for (line, index) in order.enumerated() {
            let row = area.row + line, place = places[index]
            let (text, start) = placed(edges[index], place, in: area)
            for other in order.dropFirst(line + 1) { grid[places[other], row] = Cell(glyphs.vertical, .border) }
            let corner = start > place ? glyphs.bottomLeft : glyphs.bottomRight
            let edge = edges[index]
            let end = space.isBeyondView(edge) ? glyphs.moreRight : space.isBeforeView(edge) ? glyphs.moreLeft : corner
            grid[place, row] = Cell(end, .border)
            grid.write(text, column: start, row: row, role: .code, within: area)
        }
    }
}
