import CellGrid
import Wire

/// A packet as fields and bytes side by side, each lighting up the other, and the chosen field explained below.
///
///     ┌─ SYN, 60 bytes ─────────────────────────────────────────────────────┐
///     │ ▸ IPv4  192.0.2.10 → 198…    │ 0010  c6 33 64 14 c3 50 01 bb  .3d.. │
///     │ ▾ TCP  50000 → 443, SYN      │ 0018 [00 00 03 e8]00 00 00 00  ..... │
///     │▶    Sequence Number  1000    │ 0020  a0 02 fa f0 45 cb 00 00  ....E │
///     │─────────────────────────────────────────────────────────────────────│
///     │ Sequence Number  1000                                               │
///     │ bytes 24–27                                                         │
///     │ Numbers the first data byte of the segment; in a SYN …              │
///     └─────────────────────────────────────────────────────────────────────┘
struct PacketView {
    private let inspector: PacketInspector
    private let appearance: Appearance
    /// Rows of the explanation.
    private static let footRows = 6

    init(_ inspector: PacketInspector, appearance: Appearance) {
        self.inspector = inspector
        self.appearance = appearance
    }

    private var glyphs: Glyphs { appearance.glyphs }

    /// How many bytes stand in a row on a screen of this size.
    static func bytesPerRow(_ size: Size) -> Int { size.columns >= 112 ? 16 : 8 }

    /// Cells of a row of bytes: the offset, the bytes, and their characters where there is room for them.
    private static func hexColumns(_ size: Size) -> (hex: Int, hasCharacters: Bool) {
        let count = bytesPerRow(size)
        let hex = 6 + count * 3
        let hasCharacters = size.columns - hex - count - 6 >= 36
        return (hex + (hasCharacters ? count + 1 : 0), hasCharacters)
    }

    private struct Areas {
        var whole: Rect, tree: Rect, hex: Rect, foot: Rect
    }

    private static func areas(_ size: Size) -> Areas {
        let whole = Rect(size).inset(bottom: 1)
        let inner = whole.inset(left: 2, top: 1, right: 2, bottom: 1)
        let (top, bottom) = inner.split(top: inner.rows - footRows - 1)
        let (tree, hex) = top.split(left: top.columns - hexColumns(size).hex)
        return Areas(whole: whole, tree: tree.inset(right: 2), hex: hex, foot: bottom.inset(top: 1))
    }

    func draw(into grid: inout Grid) {
        let areas = Self.areas(grid.size)
        let count = inspector.bytes.count
        var title = appearance.text(inspector.label) + appearance.say(", \(count) bytes", "，\(count)字节")
        if !inspector.damaged.isEmpty {
            let changed = inspector.damaged.count
            title += appearance.say(", \(changed) changed on the way", "，途中有\(changed)字节被改动")
        }
        _ = Panel.draw(title: title, into: &grid, in: areas.whole, glyphs: glyphs)
        guard areas.tree.columns > 4, areas.tree.rows > 0 else { return }  // Below what the program needs at least.
        for row in areas.tree.row..<areas.tree.endRow {
            grid[areas.hex.column - 2, row] = Cell(glyphs.vertical, .border)
        }
        Panel.rule(
            into: &grid, row: areas.foot.row - 1, columns: areas.whole.column + 1..<areas.whole.endColumn - 1,
            glyphs: glyphs)
        drawTree(into: &grid, in: areas.tree)
        drawBytes(into: &grid, in: areas.hex)
        drawFoot(into: &grid, in: areas.foot)
    }

    // MARK: The tree

    private func drawTree(into grid: inout Grid, in area: Rect) {
        let rows = inspector.rows
        let first = Self.firstRow(of: inspector.row, of: rows.count, in: area.rows)
        for (place, row) in rows.dropFirst(first).prefix(area.rows).enumerated() {
            let isChosen = first + place == inspector.row
            let indent = String(repeating: " ", count: (row.path.count - 1) * 2)
            let mark = row.isOpen == true ? glyphs.moreDown : row.isOpen == false ? glyphs.moreRight : " "
            let lead = "\(indent)\(mark) "
            let name = truncated(row.field.name, columns: area.columns - lead.cellWidth, ellipsis: glyphs.ellipsis)
            let room = area.columns - lead.cellWidth - name.cellWidth - 2
            let value = truncated(
                appearance.charset.adapt(row.field.value).sanitized, columns: max(room, 0), ellipsis: glyphs.ellipsis)
            let runs = [
                RichRun(lead, .key), RichRun(name, isChosen ? .selected : .plain),
                RichRun(value.isEmpty ? "" : "  " + value, isChosen ? .selected : .code),
            ]
            grid.write(line: RichLine(runs), column: area.column, row: area.row + place, within: area)
            if isChosen, !inspector.isInBytes {
                grid[area.column - 1, area.row + place] = Cell(glyphs.arrowRight, .selected)
            }
        }
    }

    /// The first of `count` rows to show so that `row` is seen, with some of what comes after it.
    private static func firstRow(of row: Int, of count: Int, in height: Int) -> Int {
        min(max(row - height * 2 / 3, 0), max(count - height, 0))
    }

    // MARK: The bytes

    private func drawBytes(into grid: inout Grid, in area: Rect) {
        let count = Self.bytesPerRow(grid.size)
        let lit = inspector.selectedBits
        let all = (inspector.bytes.count + count - 1) / count
        let first = Self.firstRow(of: inspector.byte / count, of: all, in: area.rows)
        for place in 0..<min(all - first, area.rows) {
            let start = (first + place) * count, row = area.row + place
            grid.write(Self.hex(start, digits: 4), column: area.column, row: row, role: .dimmed, within: area)
            if inspector.isInBytes, start..<start + count ~= inspector.byte {
                grid[area.column - 1, row] = Cell(glyphs.arrowRight, .selected)
            }
            for offset in 0..<min(count, inspector.bytes.count - start) {
                drawByte(
                    start + offset, column: area.column + 6 + offset * 3, row: row, lit: lit, into: &grid, in: area)
                guard Self.hexColumns(grid.size).hasCharacters else { continue }
                let index = start + offset, byte = inspector.bytes[index]
                grid.write(
                    (33..<127).contains(byte) ? String(UnicodeScalar(byte)) : ".",
                    column: area.column + 7 + count * 3 + offset, row: row,
                    role: (index * 8..<index * 8 + 8).overlaps(lit) ? .selected : .dimmed, within: area)
            }
        }
    }

    /// A byte, in brackets where the chosen field begins and ends: `45 [00 3c] 00`.
    private func drawByte(
        _ index: Int, column: Int, row: Int, lit: Range<Int>, into grid: inout Grid, in area: Rect
    ) {
        let isLit = (index * 8..<index * 8 + 8).overlaps(lit)
        let isPointedAt = inspector.isInBytes && index == inspector.byte
        let role: Role =
            isPointedAt ? .spotlight : isLit ? .selected : inspector.damaged.contains(index) ? .lost : .plain
        grid.write(Self.hex(Int(inspector.bytes[index]), digits: 2), column: column, row: row, role: role, within: area)
        guard isLit else { return }
        if lit.lowerBound / 8 == index { grid.write("[", column: column - 1, row: row, role: .selected, within: area) }
        if (lit.upperBound - 1) / 8 == index {
            grid.write("]", column: column + 2, row: row, role: .selected, within: area)
        }
    }

    private static func hex(_ value: Int, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(digits - text.count, 0)) + text
    }

    // MARK: The explanation

    private func drawFoot(into grid: inout Grid, in area: Rect) {
        guard let field = inspector.field else { return }
        let heading = RichLine([
            RichRun(field.name, .heading),
            RichRun(field.value.isEmpty ? "" : "  " + appearance.charset.adapt(field.value).sanitized, .code),
        ])
        let place = self.place(of: field.bits)
        var lines = [heading]
        if heading.width + place.cellWidth + 3 <= area.columns {
            grid.write(place, column: area.endColumn - place.cellWidth, row: area.row, role: .dimmed, within: area)
        } else {
            lines.append(RichLine([RichRun(place, .dimmed)]))
        }
        let isDamaged = inspector.damaged.contains { ($0 * 8..<$0 * 8 + 8).overlaps(field.bits) }
        if isDamaged {
            lines.append(
                RichLine([RichRun(appearance.say("Changed on the way.", "在途中被改动过。"), .lost)]))
        }
        lines += RichText(appearance.text(field.meaning)).wrapped(columns: area.columns)
        lines.append(RichLine([RichRun(appearance.charset.adapt(field.source), .citation)]))
        for (row, line) in lines.prefix(area.rows).enumerated() {
            grid.write(line: line, column: area.column, row: area.row + row, within: area)
        }
    }

    /// `bytes 24–27`, or `bits 4–7 of byte 12` for what does not fill whole bytes; the first bit of a byte is bit 0.
    private func place(of bits: Range<Int>) -> String {
        guard !bits.isEmpty else { return "" }
        let first = bits.lowerBound / 8, last = (bits.upperBound - 1) / 8
        let dash = appearance.charset.adapt("–")
        if bits.lowerBound % 8 == 0, bits.upperBound % 8 == 0 {
            guard first < last else { return appearance.say("byte \(first)", "第\(first)字节") }
            let here = inspector.byte
            let pointer = inspector.isInBytes ? appearance.say(", here \(here)", "，当前第\(here)字节") : ""
            return appearance.say("bytes \(first)\(dash)\(last)", "第\(first)\(dash)\(last)字节") + pointer
        }
        let from = bits.lowerBound % 8, to = (bits.upperBound - 1) % 8
        if first == last {
            return from == to
                ? appearance.say("bit \(from) of byte \(first)", "第\(first)字节的第\(from)位")
                : appearance.say("bits \(from)\(dash)\(to) of byte \(first)", "第\(first)字节的第\(from)\(dash)\(to)位")
        }
        return appearance.say(
            "byte \(first) bit \(from) to byte \(last) bit \(to)", "第\(first)字节第\(from)位到第\(last)字节第\(to)位")
    }

    // MARK: The mouse

    /// Puts the pointer on what a click hits.
    func choose(column: Int, row: Int, in size: Size, _ inspector: inout PacketInspector) {
        let areas = Self.areas(size)
        if areas.tree.contains(column: column, row: row) {
            let first = Self.firstRow(of: inspector.row, of: inspector.rows.count, in: areas.tree.rows)
            inspector.move(toRow: first + row - areas.tree.row)
        } else if areas.hex.contains(column: column, row: row) {
            let count = Self.bytesPerRow(size)
            let all = (inspector.bytes.count + count - 1) / count
            let first = Self.firstRow(of: inspector.byte / count, of: all, in: areas.hex.rows)
            let offset = (column - areas.hex.column - 6) / 3
            guard (0..<count).contains(offset) else { return }
            inspector.move(toByte: (first + row - areas.hex.row) * count + offset)
        }
    }
}
