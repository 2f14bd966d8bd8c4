import Testing

@testable import CellGrid

@Suite struct GridDiffTests {
    private func grid(_ text: String) -> Grid {
        var grid = Grid(Size(columns: 10, rows: 1))
        grid.write(text, column: 0, row: 0)
        return grid
    }

    private func picture(_ old: String, _ new: String) -> String {
        grid(new).changes(from: grid(old)).map { "\($0.column):\($0.text)" }.joined(separator: " ")
    }

    @Test func `runs are as long as the change`() {
        #expect(picture("abcdef", "abcdef") == "")
        #expect(picture("abcdef", "aXXdeY") == "1:XX 5:Y")
        #expect(picture("", "abcdefghij") == "0:abcdefghij")
    }

    @Test func `a wide character changes with both its cells`() {
        #expect(picture("中文", "中末") == "2:末")
        #expect(grid("中末").changes(from: grid("中文")).map(\.cells.count) == [2])
        #expect(picture("ab", "中") == "0:中")
        #expect(picture("中", "ab") == "0:ab")
        #expect(picture("a中", "中b") == "0:中b")
    }

    @Test func `a change of role is a change`() {
        var new = grid("中a")
        new.restyle(Rect(column: 0, row: 0, columns: 1, rows: 1), role: .code)
        #expect(new.changes(from: grid("中a")).map(\.text) == ["中"])
    }

    @Test func `cells and bytes are counted`() {
        let changes = grid("中x末").changes(from: grid("文x本"))
        #expect(changes.cellCount == 4)
        #expect(changes.utf8Count == 6)
    }

    @Test func `of another size nothing is kept`() {
        let small = Grid(Size(columns: 3, rows: 2))
        #expect(small.changes(from: Grid(Size(columns: 2, rows: 3))).cellCount == 6)
        #expect(Grid(Size(columns: 0, rows: 0)).changes(from: small).isEmpty)
        #expect(small.changes(from: small).isEmpty)
    }

    @Test(arguments: 0..<100 as Range<UInt64>) func `drawing the changes over the old frame gives the new one`(
        seed: UInt64
    ) {
        var random = SplitMix64(seed: seed)
        func scribble(_ grid: inout Grid) {
            for _ in 0..<8 {
                let text = ["中", "a", "一二三", "ab", "x三"].randomElement(using: &random) ?? ""
                grid.write(
                    text, column: Int.random(in: -1...9, using: &random), row: Int.random(in: 0...2, using: &random),
                    role: Bool.random(using: &random) ? .code : .plain)
            }
        }
        var old = Grid(Size(columns: 9, rows: 3))
        scribble(&old)
        var new = old
        scribble(&new)
        var redrawn = old
        for change in new.changes(from: old) {
            for (offset, cell) in change.cells.enumerated() { redrawn[change.column + offset, change.row] = cell }
        }
        #expect(redrawn == new)
    }
}
