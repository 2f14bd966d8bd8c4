import Testing

@testable import CellGrid

@Suite struct SVGFilmTests {
    private func frame(_ text: String, _ milliseconds: Int64 = 100, role: Role = .plain) -> TimedFrame {
        var grid = Grid(Size(columns: 12, rows: 2))
        grid.write(text, column: 0, row: 0, role: role)
        grid.write("always", column: 0, row: 1)
        return TimedFrame(grid, milliseconds: milliseconds)
    }

    private func film(_ frames: TimedFrame...) -> String { SVGFilm(of: frames).document(title: "t") }

    /// The lines of a document that hold something of interest.
    private func lines(_ document: String, with word: String) -> [String] {
        document.split(separator: "\n").map(String.init).filter { $0.contains(word) }
    }

    @Test func `what never changes is drawn once and does not move`() {
        let svg = film(frame("ab   x"), frame("ab   y"), frame("ab   z"))
        #expect(lines(svg, with: ">always<").count == 1)
        #expect(lines(svg, with: ">ab<").count == 1)
        #expect(lines(svg, with: ">ab<").allSatisfy { !$0.contains("class=\"h") })
        #expect(lines(svg, with: ">x<").count == 1)
    }

    @Test func `each look is seen when it is its turn, and the last one without motion`() {
        let svg = film(frame("x", 100), frame("y", 200), frame("x", 100), frame("z", 600))
        #expect(lines(svg, with: ">x<")[0].hasPrefix("<g class=\"h t0\">"))
        #expect(lines(svg, with: ">y<")[0].hasPrefix("<g class=\"h t1\">"))
        #expect(lines(svg, with: ">z<")[0].hasPrefix("<g class=\"v t2\">"))
        #expect(
            lines(svg, with: "@keyframes") == [
                """
                .t0{animation:t0 1000ms step-end infinite}@keyframes t0{0%{visibility:visible}10%{visibility:hidden}\
                30%{visibility:visible}40%{visibility:hidden}}
                """,
                """
                .t1{animation:t1 1000ms step-end infinite}@keyframes t1{0%{visibility:hidden}10%{visibility:visible}\
                30%{visibility:hidden}}
                """,
                ".t2{animation:t2 1000ms step-end infinite}@keyframes t2{0%{visibility:hidden}40%{visibility:visible}}",
            ])
        #expect(lines(svg, with: "prefers-reduced-motion:reduce").count == 1)
    }

    @Test func `wide characters are not cut apart, and blank looks cost nothing`() {
        let svg = film(frame("三次x"), frame("三x x"), frame(""))
        #expect(GridSVGTests.elements(of: svg) != nil)
        #expect(
            lines(svg, with: "三").allSatisfy { $0.contains("textLength=\"32\"") || $0.contains("textLength=\"64\"") })
        #expect(!svg.contains("><text x=\"0\" y=\"24\" textLength=\"0\""))
        #expect(lines(svg, with: "<g class=\"v").isEmpty)
    }

    @Test func `times are shares with four decimals at most`() {
        let svg = film(frame("a", 1), frame("b", 2))
        #expect(svg.contains("33.3333%{visibility:hidden}"))
        #expect(svg.contains("t0 3ms step-end"))
    }

    @Test func `a film without frames is an empty picture`() {
        #expect(GridSVGTests.elements(of: SVGFilm(of: []).document(title: "<&>")) != nil)
    }

    @Test func `every frame can be put together again from the looks of its time`() throws {
        var state: UInt64 = 7
        var frames: [TimedFrame] = []
        for _ in 0..<40 {
            var grid = Grid(Size(columns: 12, rows: 3))
            for _ in 0..<6 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let draw = Int(state >> 33)
                grid.write(["a", "bc", "三", "握手", "│", " "][draw % 6], column: draw / 6 % 12, row: draw / 72 % 3)
            }
            frames.append(TimedFrame(grid, milliseconds: 10))
        }
        let size = frames[0].grid.size
        for row in 0..<size.rows {
            let lines = frames.map { Array($0.grid.row(row)) }
            for range in SVGStretch.ranges(ofChangesIn: lines) {
                for line in lines {
                    #expect(line[range.lowerBound].width != 0)
                    #expect(range.upperBound == line.count || line[range.upperBound].width != 0)
                }
            }
            let moving = SVGStretch.ranges(ofChangesIn: lines).flatMap { Array($0) }
            for column in 0..<size.columns where !moving.contains(column) {
                #expect(lines.allSatisfy { $0[column] == lines[0][column] })
            }
        }
    }
}
