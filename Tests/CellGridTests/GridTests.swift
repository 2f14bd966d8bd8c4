import Testing

@testable import CellGrid

@Suite struct GridTests {
    /// Every wide cell is followed by its tail, every tail follows a wide cell, and both have one role.
    static func isSound(_ grid: Grid) -> Bool {
        (0..<grid.size.rows).allSatisfy { row in
            (0..<grid.size.columns).allSatisfy { column in
                let cell = grid[column, row]
                return switch cell.width {
                case 2: column + 1 < grid.size.columns && grid[column + 1, row] == .tail(cell.role)
                case 0: column > 0 && grid[column - 1, row].width == 2 && cell.text.isEmpty
                default: cell.width == 1 && cell.text.cellWidth == 1
                }
            }
        }
    }

    @Test func `text is clipped and half a character is never drawn`() {
        var grid = Grid(Size(columns: 6, rows: 1))
        #expect(grid.write("三次握手", column: 1, row: 0) == 9)
        #expect(grid.text == " 三次")
        #expect(Self.isSound(grid))
    }

    @Test func `text to the left of the area is skipped`() {
        var grid = Grid(Size(columns: 4, rows: 1))
        #expect(grid.write("三次握手", column: -3, row: 0) == 5)
        #expect(grid.text == " 握")
        #expect(grid.write("abcdef", column: -2, row: 0, within: Rect(column: 1, row: 0, columns: 2, rows: 1)) == 4)
        #expect(grid.text == " de")
    }

    @Test func `overwriting one half blanks the other`() {
        for column in 2...3 {
            var grid = Grid(Size(columns: 6, rows: 1))
            grid.write("一二三", column: 0, row: 0)
            grid.write("x", column: column, row: 0)
            #expect(grid.text == (column == 2 ? "一x 三" : "一 x三"))
            #expect(Self.isSound(grid))
        }
    }

    @Test func `a cell is as wide as its character and safe to print`() {
        #expect(Cell("中").width == 2)
        #expect(Cell("a").width == 1)
        #expect(Cell("\u{7}").text == "·")
        #expect(Cell("\u{200B}") == .blank)
        #expect(Cell("\r\n") == .blank)
    }

    @Test func `a wide cell written by subscript takes two places`() {
        var grid = Grid(Size(columns: 3, rows: 1))
        grid[0, 0] = Cell("中")
        #expect(grid.text == "中")
        grid[1, 0] = Cell("文")
        #expect(grid.text == " 文")
        grid[2, 0] = Cell("末")
        #expect(grid.text == "")
        #expect(Self.isSound(grid))
    }

    @Test func `copying cell by cell keeps wide characters`() {
        var grid = Grid(Size(columns: 7, rows: 1)), copy = Grid(Size(columns: 7, rows: 1))
        grid.write("a中b文c", column: 0, row: 0, role: .code)
        copy.write("旧旧旧", column: 0, row: 0)
        for column in 0..<7 { copy[column, 0] = grid[column, 0] }
        #expect(copy == grid)
    }

    @Test func `filling with a wide character leaves no half`() {
        var grid = Grid(Size(columns: 7, rows: 2))
        grid.fill(Rect(column: 1, row: 0, columns: 5, rows: 1), with: Cell("中"))
        #expect(grid.text == " 中中\n")
        #expect(Self.isSound(grid))
    }

    @Test func `restyling never gives two roles to one character`() {
        var grid = Grid(Size(columns: 6, rows: 1))
        grid.write("一二三", column: 0, row: 0)
        grid.restyle(Rect(column: 1, row: 0, columns: 2, rows: 1), role: .selected)
        #expect(grid.row(0).map(\.role) == [.plain, .plain, .selected, .selected, .plain, .plain])
        #expect(grid.text == "一二三")
    }

    @Test func `drawing a part leaves out what its edge cuts`() {
        var source = Grid(Size(columns: 8, rows: 1))
        source.write("一二三四", column: 0, row: 0)
        var grid = Grid(Size(columns: 8, rows: 1))
        grid.draw(source, source: Rect(column: 1, row: 0, columns: 4, rows: 1), column: 0, row: 0)
        #expect(grid.text == " 二")
        #expect(Self.isSound(grid))
    }

    @Test func `a source that begins outside keeps its place`() {
        var source = Grid(Size(columns: 2, rows: 2))
        source.fill(source.bounds, with: Cell("x"))
        var grid = Grid(Size(columns: 4, rows: 3))
        grid.draw(source, source: Rect(column: -1, row: -1, columns: 3, rows: 3), column: 1, row: 0)
        #expect(grid.text == "\n  xx\n  xx")
    }

    @Test func `nothing is drawn or read outside`() {
        for size in [Size(columns: 0, rows: 0), Size(columns: 1, rows: 1), Size(columns: -3, rows: 2)] {
            var grid = Grid(size)
            let blank = grid
            grid.write("abc", column: 1, row: 0)
            grid.write("中", column: 0, row: 0)
            grid.write("abc", column: -3, row: 0)
            grid.write("x", column: 0, row: 1)
            grid.write("x", column: 0, row: -1)
            grid.fill(Rect(column: 1, row: 1, columns: 5, rows: 5), with: Cell("x"))
            grid.restyle(Rect(column: 1, row: 1, columns: 5, rows: 5), role: .bar)
            grid.draw(blank, source: Rect(column: -2, row: -2, columns: 9, rows: 9), column: -1, row: -1)
            grid[5, 5] = Cell("x")
            #expect(grid == blank)
            #expect(grid[9, 9] == .blank)
            #expect(grid.row(7).isEmpty && grid.row(-1).isEmpty)
        }
    }

    @Test func `sizes never become negative`() {
        var size = Size(columns: 3, rows: 3), rect = Rect(size)
        size.columns = -1
        rect.rows -= 5
        #expect(size == Size(columns: 0, rows: 3))
        #expect(rect.isEmpty && !rect.contains(column: 0, row: 0))
        #expect(rect.inset(left: 9, top: 9).isEmpty)
    }

    @Test(arguments: 0..<40 as Range<UInt64>) func `no sequence of writes leaves half a character`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let size = Size(columns: Int.random(in: 0...9, using: &random), rows: Int.random(in: 0...3, using: &random))
        var grid = Grid(size), other = Grid(size)
        let texts = ["中", "a", "一二三", "ab", "x三", "e\u{301}中", ""]
        func place() -> Int { Int.random(in: -3...10, using: &random) }
        func area() -> Rect { Rect(column: place(), row: place() / 2, columns: place(), rows: place()) }
        for _ in 0..<60 {
            let role = Role.allCases.randomElement(using: &random) ?? .plain
            let text = texts.randomElement(using: &random) ?? ""
            switch Int.random(in: 0..<5, using: &random) {
            case 0:
                grid.write(
                    text, column: place(), row: place() / 3, role: role,
                    within: Bool.random(using: &random) ? area() : nil)
            case 1: grid.fill(area(), with: Cell(text.first ?? "中", role))
            case 2: grid.restyle(area(), role: role)
            case 3: grid.draw(other, source: area(), column: place(), row: place() / 3, within: area())
            default: grid[place(), place() / 3] = other[place(), place() / 3]
            }
            #expect(Self.isSound(grid))
            if Bool.random(using: &random) { swap(&grid, &other) }
        }
    }
}

/// Steele, Lea and Flood's generator: the same numbers for the same seed everywhere.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
