import CellGrid
import Localization
import Timelines

/// The first lines of a picture: whose it is, and what its quantities are now.
struct PictureHead {
    /// A name and a value, with a sample of how it is drawn.
    struct Part {
        var sample = ""
        var name: String
        var value: String
        var role: Role

        fileprivate var width: Int { sample.cellWidth + name.cellWidth + 1 + value.cellWidth }

        /// The same with room between the sample and the name.
        fileprivate var spaced: Part {
            var part = self
            if !sample.isEmpty { part.sample += " " }
            return part
        }
    }

    /// The owner's name, or what the author writes in its place.
    let owner: String
    /// Whether the author chose it, so that it stays whatever there is room for.
    private let isTitle: Bool

    init(_ picture: Picture, _ timeline: Timeline, _ settings: LadderSettings) {
        let name = timeline.participants.first { $0.id == picture.owner }?.name
        owner = settings.text(picture.title ?? name ?? LocalizedText(picture.owner))
        isTitle = picture.title != nil
    }

    /// The parts in words: `Client: cwnd 14600 B, ssthresh 7300 B`.
    func sentence(_ parts: [Part], _ settings: LadderSettings) -> String {
        let words = parts.map { "\($0.name) \($0.value)" }.joined(separator: settings.say(", ", "，"))
        return owner + settings.say(": ", "：") + words
    }

    /// How many cells are needed so that nothing is cut.
    func width(_ parts: [Part]) -> Int { max(parts.map(\.width).max() ?? 0, isTitle ? owner.cellWidth : 0) }

    /// The parts line by line: all on one with the owner, without it, or one on each.
    private func lines(_ parts: [Part], columns: Int) -> [(owner: String?, parts: [Part])] {
        for parts in [parts.map(\.spaced), parts] {
            let all = parts.map(\.width).reduce(0, +) + 2 * max(parts.count - 1, 0)
            if owner.cellWidth + 2 + all <= columns { return [(owner, parts)] }
            if !isTitle, all <= columns { return [(nil, parts)] }
        }
        let parts = parts.map(\.width).max() ?? 0 < columns ? parts.map(\.spaced) : parts
        guard let first = parts.first else { return [(owner, [])] }
        let leads = owner.cellWidth + 2 + first.width <= columns
        if leads { return [(owner, [first])] + parts.dropFirst().map { (nil, [$0]) } }
        return (isTitle ? [(owner, [])] : []) + parts.map { (nil, [$0]) }
    }

    /// Draws the parts; answers how many rows they took.
    func draw(_ parts: [Part], into grid: inout Grid, in area: Rect) -> Int {
        let lines = lines(parts, columns: area.columns)
        for (row, line) in lines.prefix(max(area.rows, 0)).enumerated() {
            var column = area.column
            func write(_ text: String, _ role: Role) {
                column = grid.write(text, column: column, row: area.row + row, role: role, within: area)
            }
            if let owner = line.owner { write(owner + (line.parts.isEmpty ? "" : "  "), .participant) }
            for (place, part) in line.parts.enumerated() {
                if place > 0 { write("  ", .plain) }
                write(part.sample, part.role)
                write(part.name, part.role)
                write(" " + part.value, .plain)
            }
        }
        return lines.count
    }
}
