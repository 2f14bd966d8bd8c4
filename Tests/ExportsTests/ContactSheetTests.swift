import CellGrid
import Exports
import Testing

@Suite struct ContactSheetTests {
    private func picture(_ text: String, columns: Int = 3, rows: Int = 1) -> Grid {
        var grid = Grid(Size(columns: columns, rows: rows))
        grid.write(text, column: 0, row: 0)
        return grid
    }

    @Test func `pictures stand under their captions, line by line`() {
        let sheet = ContactSheet(
            [("one", picture("a")), ("second", picture("b", rows: 2)), ("3", picture("c"))], across: 2)
        #expect(
            sheet.grid.text == """
                one      second
                a        b


                3
                c
                """)
        #expect(ContactSheet([("one", picture("a")), ("2", picture("b"))]).grid.text == "one\na\n\n2\nb")
        #expect(ContactSheet([]).grid.size == Size(columns: 0, rows: 0))
    }

    @Test func `a sheet is about as wide as high`() {
        #expect(ContactSheet.across(1, of: Size(columns: 100, rows: 30)) == 1)
        #expect(ContactSheet.across(12, of: Size(columns: 100, rows: 30)) == 3)
        #expect(ContactSheet.across(4, of: Size(columns: 10, rows: 100)) == 4)
    }

    @Test func `a sheet holds no more than its limit`() {
        let pictures = (0...ContactSheet.limit).map { ("\($0)", picture("x", columns: 1)) }
        #expect(ContactSheet(pictures).grid.size.rows == ContactSheet.limit * 3 - 1)
    }
}
