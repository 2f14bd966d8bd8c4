import Testing

@testable import CellGrid

@Suite struct GridANSITests {
    private var frame: Grid {
        var grid = Grid(Size(columns: 9, rows: 3))
        grid.write("三x", column: 0, row: 0, role: .lost)
        grid.write("ok", column: 4, row: 0, role: .success)
        grid.write("plain", column: 2, row: 1)
        grid.restyle(Rect(column: 0, row: 2, columns: 9, rows: 1), role: .bar)
        return grid
    }

    @Test(arguments: [
        (ColorDepth.monochrome, "\u{1B}[1m三x\u{1B}[0m \u{1B}[1mok\u{1B}[0m\n  plain\n\u{1B}[7m         \u{1B}[0m"),
        (.ansi8, "\u{1B}[1;31m三x\u{1B}[0m \u{1B}[30;42mok\u{1B}[0m\n  plain\n\u{1B}[37;44m         \u{1B}[0m"),
        (
            .indexed256,
            "\u{1B}[1;38;5;161m三x\u{1B}[0m \u{1B}[1;38;5;28mok\u{1B}[0m\n  plain\n\u{1B}[38;5;255;48;5;238m         \u{1B}[0m"
        ),
        (
            .trueColor,
            "\u{1B}[1;38;2;215;0;95m三x\u{1B}[0m \u{1B}[1;38;2;0;135;0mok\u{1B}[0m\n  plain\n\u{1B}[38;2;238;238;238;48;2;68;68;68m         \u{1B}[0m"
        ),
    ])
    func `a frame has the colours of its depth`(depth: ColorDepth, expected: String) {
        #expect(frame.ansi(depth: depth) == expected)
    }

    @Test(arguments: ColorDepth.allCases) func `without its sequences it is the frame's text`(depth: ColorDepth) {
        var grid = Grid(Size(columns: 40, rows: Role.allCases.count))
        for (row, role) in Role.allCases.enumerated() {
            grid.write("\u{1B}[2J 三次 \(role)", column: row % 3, row: row, role: role)
        }
        for (ansi, text) in zip(grid.ansi(depth: depth).split(separator: "\n"), grid.text.split(separator: "\n")) {
            let stripped = ansi.split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated()
                .map { $0.offset == 0 ? $0.element : $0.element.drop { $0 != "m" }.dropFirst() }.joined()
            #expect(stripped == text)
            #expect(ansi.hasSuffix("\u{1B}[0m") || !ansi.contains("\u{1B}"))
        }
    }

    @Test func `neighbours of different looks are reset in one sequence`() {
        var grid = Grid(Size(columns: 2, rows: 1))
        grid[0, 0] = Cell("a", .lost)
        grid[1, 0] = Cell("b", .emphasis)
        #expect(grid.ansi(depth: .ansi8) == "\u{1B}[1;31ma\u{1B}[0;1mb\u{1B}[0m")
    }

    @Test func `empty grids have nothing to say`() {
        #expect(Grid(Size(columns: 0, rows: 0)).ansi(depth: .trueColor) == "")
        #expect(Grid(Size(columns: 1, rows: 1)).ansi(depth: .trueColor) == "")
        #expect(Grid(Size(columns: 0, rows: 2)).ansi(depth: .trueColor) == "\n")
    }

    @Test func `changes move the cursor to where they are and leave the rest alone`() {
        var old = Grid(Size(columns: 6, rows: 2))
        old.write("abcdef", column: 0, row: 0)
        var new = old
        new.write("三", column: 2, row: 0, role: .lost)
        new.write("z", column: 5, row: 1)
        let red = new.ansi(depth: .ansi8).split(separator: "\n")[0].dropFirst(2).prefix { $0 != "三" }
        #expect(new.ansi(changing: old, depth: .ansi8) == "\u{1B}[1;3H\(red)三\u{1B}[0m\u{1B}[2;6Hz")
        #expect(new.ansi(changing: new, depth: .ansi8).isEmpty)
    }
}
