/// A character drawn as vector shapes, so that lines join whatever font the viewer has.
///
/// The unit is a sixteenth of a cell's width; a cell is ``cellWidth`` by ``cellHeight`` units, its origin the top left.
struct SVGShape {
    static let cellWidth = 16
    static let cellHeight = 32

    struct Point: Hashable {
        var x, y: Int
    }

    /// A piece of a character, in units from the cell's origin.
    enum Part {
        /// A straight line.
        case line(from: Point, to: Point, isHeavy: Bool)
        /// A filled rectangle that covers so many per cent of what is behind it.
        case block(from: Point, to: Point, percent: Int)
        /// A filled figure: where it starts, and relative path commands from there.
        case figure(Point, String)
        /// An open line or the rim of a figure, likewise.
        case outline(Point, String)
        /// A small round dot.
        case dot(Point)
    }

    let parts: [Part]

    /// `nil` for characters that are left to the font.
    init?(_ scalar: Unicode.Scalar) {
        let parts: [Part]? =
            switch scalar.value {
            // Letters and spaces, of which most of a picture is made.
            case 0..<0x2000, 0x3000...: nil
            case 0x2500...0x257F: Self.boxes[Int(scalar.value) - 0x2500]
            case 0x2580...0x2590, 0x2591...0x2595: Self.blocks(scalar)
            case 0x2800...0x28FF: Self.braille(scalar)
            default: Self.figures[scalar]
            }
        guard let parts else { return nil }
        self.parts = parts
    }

    // MARK: Lines

    /// The lines of U+2500…257F, of which pictures are made.
    private static let boxes = (0x2500...0x257F).map { value in Unicode.Scalar(UInt32(value)).flatMap(lines) }

    private static func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, isHeavy: Bool = false) -> Part {
        .line(from: Point(x: x1, y: y1), to: Point(x: x2, y: y2), isHeavy: isHeavy)
    }

    private static func lines(_ scalar: Unicode.Scalar) -> [Part]? {
        if let box = BoxDrawing(scalar) {
            return arm(box.left) { line(0, 16 + $0, 8, 16 + $0, isHeavy: $1) }
                + arm(box.right) { line(8, 16 + $0, 16, 16 + $0, isHeavy: $1) }
                + arm(box.up) { line(8 + $0, 0, 8 + $0, 16, isHeavy: $1) }
                + arm(box.down) { line(8 + $0, 16, 8 + $0, 32, isHeavy: $1) }
        }
        return switch scalar {
        case "╌", "╍": dashes(2, isHeavy: scalar == "╍", isVertical: false)
        case "┄", "┅": dashes(3, isHeavy: scalar == "┅", isVertical: false)
        case "┈", "┉": dashes(4, isHeavy: scalar == "┉", isVertical: false)
        case "╎", "╏": dashes(2, isHeavy: scalar == "╏", isVertical: true)
        case "┆", "┇": dashes(3, isHeavy: scalar == "┇", isVertical: true)
        case "┊", "┋": dashes(4, isHeavy: scalar == "┋", isVertical: true)
        case "╭": [.outline(Point(x: 8, y: 32), "v-8q0-8 8-8")]
        case "╮": [.outline(Point(x: 8, y: 32), "v-8q0-8-8-8")]
        case "╯": [.outline(Point(x: 8, y: 0), "v8q0 8-8 8")]
        case "╰": [.outline(Point(x: 8, y: 0), "v8q0 8 8 8")]
        case "╱": [line(16, 0, 0, 32)]
        case "╲": [line(0, 0, 16, 32)]
        case "╳": [line(16, 0, 0, 32), line(0, 0, 16, 32)]
        default: nil
        }
    }

    /// An arm as one line or, when double, two: `make` gets the distance from the middle and whether it is heavy.
    private static func arm(_ weight: BoxDrawing.Weight, _ make: (Int, Bool) -> Part) -> [Part] {
        switch weight {
        case .none: []
        case .light: [make(0, false)]
        case .heavy: [make(0, true)]
        case .double: [make(-2, false), make(2, false)]
        }
    }

    private static func dashes(_ count: Int, isHeavy: Bool, isVertical: Bool) -> [Part] {
        let step = (isVertical ? cellHeight : cellWidth) / count
        return (0..<count).map { index in
            let start = index * step + step / 4 + 1, end = (index + 1) * step - step / 4
            return isVertical ? line(8, start, 8, end, isHeavy: isHeavy) : line(start, 16, end, 16, isHeavy: isHeavy)
        }
    }

    // MARK: Blocks and dots

    private static func block(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, percent: Int = 100) -> Part {
        .block(from: Point(x: x1, y: y1), to: Point(x: x2, y: y2), percent: percent)
    }

    private static func blocks(_ scalar: Unicode.Scalar) -> [Part]? {
        switch scalar.value {
        case 0x2580: [block(0, 0, 16, 16)]
        case 0x2581...0x2588: [block(0, 32 - 4 * Int(scalar.value - 0x2580), 16, 32)]
        case 0x2589...0x258F: [block(0, 0, 2 * Int(0x2590 - scalar.value), 32)]
        case 0x2590: [block(8, 0, 16, 32)]
        case 0x2591...0x2593: [block(0, 0, 16, 32, percent: 25 * Int(scalar.value - 0x2590))]
        case 0x2594: [block(0, 0, 16, 4)]
        case 0x2595: [block(14, 0, 16, 32)]
        default: nil
        }
    }

    private static func braille(_ scalar: Unicode.Scalar) -> [Part] {
        let places = [(4, 4), (4, 12), (4, 20), (12, 4), (12, 12), (12, 20), (4, 28), (12, 28)]
        return places.enumerated()
            .filter { scalar.value & (1 << UInt32($0.offset)) != 0 }
            .map { .dot(Point(x: $0.element.0, y: $0.element.1)) }
    }

    // MARK: Figures

    private static let figures: [Unicode.Scalar: [Part]] = {
        let ring = "a6 6 0 1 0 12 0a6 6 0 1 0-12 0z", diamond = "l7-9 7 9-7 9z"
        let middle = Point(x: 2, y: 16), rim = Point(x: 1, y: 16)
        return [
            "▶": [.figure(Point(x: 1, y: 8), "l15 8-15 8z")], "◀": [.figure(Point(x: 15, y: 8), "l-15 8 15 8z")],
            "▲": [.figure(Point(x: 1, y: 23), "l7-14 7 14z")], "▼": [.figure(Point(x: 1, y: 9), "l7 14 7-14z")],
            "►": [.figure(Point(x: 1, y: 10), "l15 6-15 6z")], "◄": [.figure(Point(x: 15, y: 10), "l-15 6 15 6z")],
            "▸": [.figure(Point(x: 4, y: 10), "l9 6-9 6z")], "◂": [.figure(Point(x: 12, y: 10), "l-9 6 9 6z")],
            "▴": [.figure(Point(x: 3, y: 20), "l5-9 5 9z")], "▾": [.figure(Point(x: 3, y: 12), "l5 9 5-9z")],
            "▷": [.outline(Point(x: 2, y: 9), "l12 7-12 7z")], "◁": [.outline(Point(x: 14, y: 9), "l-12 7 12 7z")],
            "●": [.figure(middle, ring)], "○": [.outline(middle, ring)],
            "◐": [.outline(middle, ring), .figure(Point(x: 8, y: 10), "a6 6 0 0 0 0 12z")],
            "◉": [.outline(middle, ring), .figure(Point(x: 5, y: 16), "a3 3 0 1 0 6 0a3 3 0 1 0-6 0z")],
            "◆": [.figure(rim, diamond)], "◇": [.outline(rim, diamond)],
            "■": [.figure(Point(x: 2, y: 10), "h12v12h-12z")], "□": [.outline(Point(x: 2, y: 10), "h12v12h-12z")],
            "▮": [.figure(Point(x: 3, y: 5), "h10v22h-10z")], "▯": [.outline(Point(x: 4, y: 6), "h8v20h-8z")],
            "✗": [line(3, 10, 13, 22, isHeavy: true), line(13, 10, 3, 22, isHeavy: true)],
            "✓": [.outline(Point(x: 2, y: 17), "l4 6 8-14")],
            "‖": [line(5, 9, 5, 23, isHeavy: true), line(11, 9, 11, 23, isHeavy: true)],
            "⎺": [line(0, 2, 16, 2)], "⎻": [line(0, 9, 16, 9)], "⎼": [line(0, 23, 16, 23)], "⎽": [line(0, 30, 16, 30)],
        ]
    }()
}
