/// A film as one SVG document that moves by itself, without a script.
///
/// What never changes is drawn once. The rest of each row is cut into the stretches of cells that change, and each look of
/// such a stretch is drawn once and shown whenever it is its turn, by CSS keyframes:
///
///     row  │ SYN ──────▶      │        frame 1     static: │          │
///     row  │ SYN ─────────▶   │        frame 2     changes:  SYN ──────▶, SYN ─────────▶
///
/// Where motion is not wanted (`prefers-reduced-motion`), and in viewers that know no animation, the last frame is seen.
public struct SVGFilm {
    private let size: Size
    private let theme: Theme
    private let palette: SVGPalette
    private var last: Grid
    private var rows: [[Look]]
    /// How long the film is so far, in milliseconds.
    public private(set) var length: Int64 = 0

    /// A row's cells from some time on, in milliseconds since the film began.
    private struct Look {
        var start: Int64
        var cells: [Cell]
    }

    /// A film of frames of this size that has none yet.
    public init(size: Size, theme: Theme = .standard, palette: SVGPalette = .dark) {
        self.size = size
        self.theme = theme
        self.palette = palette
        last = Grid(size)
        rows = (0..<size.rows).map { row in [Look(start: 0, cells: Array(Grid(size).row(row)))] }
    }

    /// A film of these frames, all of the size of the first.
    public init(of frames: some Sequence<TimedFrame>, theme: Theme = .standard, palette: SVGPalette = .dark) {
        var film: SVGFilm?
        for frame in frames {
            if film == nil { film = SVGFilm(size: frame.grid.size, theme: theme, palette: palette) }
            film?.add(frame)
        }
        self = film ?? SVGFilm(size: Size(columns: 0, rows: 0), theme: theme, palette: palette)
    }

    /// Adds a frame, cut to the film's size, after those before.
    public mutating func add(_ frame: TimedFrame) {
        var grid = frame.grid
        if grid.size != size {
            grid = Grid(size)
            grid.draw(frame.grid, source: frame.grid.bounds, column: 0, row: 0)
        }
        for row in rows.indices where !grid.row(row).elementsEqual(last.row(row)) {
            let look = Look(start: length, cells: Array(grid.row(row)))
            // What is blank before the first frame is never seen.
            if length == 0 { rows[row] = [look] } else { rows[row].append(look) }
        }
        last = grid
        length += frame.milliseconds
    }

    /// The document, in which the film begins anew when it is over; readers of the picture hear `title`.
    public func document(title: String) -> String {
        var picture = SVGPicture(theme: theme)
        var scenes: [SVGStretch] = []
        for (row, looks) in rows.enumerated() {
            let lines = looks.map(\.cells)
            let stretches = SVGStretch.ranges(ofChangesIn: lines)
            var column = 0
            for range in stretches + [size.columns..<size.columns] {
                picture.add(lines[0][column..<range.lowerBound], row: row, column: column)
                column = range.upperBound
            }
            for range in stretches {
                var stretch = SVGStretch(row: row, column: range.lowerBound)
                for (index, look) in looks.enumerated() {
                    let end = index + 1 < looks.count ? looks[index + 1].start : length
                    stretch.show(Array(look.cells[range]), from: look.start, to: end)
                }
                scenes.append(stretch)
            }
        }
        var timing = SVGTiming(length: length)
        var roles = picture.roles
        let moving = scenes.flatMap { $0.elements(theme: theme, timing: &timing, roles: &roles) }
        return SVGWindow(size: size, palette: palette).document(
            title: title, style: roles.styleSheet(theme: theme, palette: palette) + "\n" + timing.styleSheet,
            elements: picture.elements + moving)
    }
}
