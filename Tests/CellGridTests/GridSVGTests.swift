import Testing

@testable import CellGrid

@Suite struct GridSVGTests {
    /// The names of all elements in order of their beginning, or `nil` when the document is not well formed.
    static func elements(of document: String) -> [String]? {
        var names: [String] = [], open: [String] = []
        var rest = document[...]
        while let start = rest.firstIndex(where: { $0 == "<" || $0 == ">" || $0 == "&" }) {
            if rest[start] == "&" {
                guard ["&amp;", "&lt;", "&gt;", "&quot;"].contains(where: rest[start...].hasPrefix) else { return nil }
                rest = rest[rest.index(after: start)...]
                continue
            }
            guard rest[start] == "<", let end = rest[start...].firstIndex(of: ">") else { return nil }
            let tag = rest[rest.index(after: start)..<end]
            if tag.contains("<") || tag.filter({ $0 == "\"" }).count % 2 != 0 { return nil }
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                guard open.popLast() == String(tag.dropFirst()) else { return nil }
            } else {
                guard !open.isEmpty || names.isEmpty else { return nil }  // one root
                let name = String(tag.prefix { $0.isLetter })
                names.append(name)
                if !tag.hasSuffix("/") { open.append(name) }
            }
        }
        return open.isEmpty ? names : nil
    }

    private func picture(_ text: String, role: Role = .plain, columns: Int = 20) -> String {
        var grid = Grid(Size(columns: columns, rows: 1))
        grid.write(text, column: 0, row: 0, role: role)
        return grid.svg(title: "t")
    }

    /// The text elements as `x+length:text`, in units of a sixteenth of a cell.
    private func texts(_ svg: String) -> [String] {
        svg.split(separator: "\n").filter { $0.hasPrefix("<text") }.map { line in
            let parts = line.split(separator: "\"")
            let content = line.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
            return "\(parts[1])+\(parts[5]):\(content)"
        }
    }

    @Test func `every stretch of text says where it begins and how long it is`() {
        #expect(texts(picture("ab 三次x。“é")) == ["0+32:ab", "51+64:三次", "112+16:x", "131+32:。", "160+16:“", "176+16:é"])
        #expect(texts(picture("a←→")) == ["0+16:a", "16+16:←", "32+16:→"])
    }

    @Test func `a line of many cells is one stroke`() {
        #expect(picture("──────").contains("d=\"M0 16H96\""))
        #expect(picture("━━ ━━").contains("class=\"line heavy\" d=\"M0 16H32M48 16H80\""))
        var grid = Grid(Size(columns: 3, rows: 3))
        for (row, text) in ["┌─┐", "│ │", "└─┘"].enumerated() { grid.write(text, column: 0, row: row, role: .border) }
        #expect(grid.svg(title: "").contains("d=\"M8 16H40M8 16V80M40 16V80M8 80H40\""))
    }

    @Test func `neighbouring blocks are one block`() {
        #expect(picture("███").contains("d=\"M0 0H48V32H0z\""))
        #expect(picture("█▌░░").contains("fill-opacity=\".25\" d=\"M32 0H64V32H32z\""))
    }

    @Test func `text and title are escaped and sanitised`() {
        var grid = Grid(Size(columns: 30, rows: 1))
        grid.write("<a & \"b\">]]>\u{1B}\u{0}", column: 0, row: 0)
        let svg = grid.svg(title: "</title><script>\u{1}&")
        #expect(Self.elements(of: svg)?.contains("script") == false)
        #expect(svg.contains("<title>&lt;/title&gt;&lt;script&gt;·&amp;</title>"))
    }

    @Test func `the checker knows what is not well formed`() {
        for document in ["<a>", "<a></b>", "<a><b></a></b>", "<a>&</a>", "<a x=\"></a>", "<a/><b/>", "<a>></a>"] {
            #expect(Self.elements(of: document) == nil, "\(document)")
        }
        #expect(Self.elements(of: "<a><b x=\"1\"/>&amp;</a>") == ["a", "b"])
    }

    @Test(arguments: [SVGPalette.dark, .light]) func `any frame is well formed`(palette: SVGPalette) {
        for size in [
            Size(columns: 0, rows: 0), Size(columns: 1, rows: 1), Size(columns: 0, rows: 3),
            Size(columns: 70, rows: 40),
        ] {
            var grid = Grid(size)
            for (row, role) in Role.allCases.enumerated() {
                grid.write("<三 ─▶ & ⠉é“ ╔╦░ ● \(role)", column: -row % 3, row: row, role: role)
            }
            let names = Self.elements(of: grid.svg(title: "frame", palette: palette))
            #expect(names?.first == "svg")
            #expect(names?.filter { $0 == "title" }.count == 1)
        }
    }

    @Test func `the picture is as large as its cells`() {
        let svg = Grid(Size(columns: 100, rows: 30)).svg(title: "")
        #expect(svg.contains("viewBox=\"0 0 1648 1008\" width=\"1030\" height=\"630\""))
    }

    @Test(arguments: [SVGPalette.dark, .light]) func `every role can be read in the picture`(palette: SVGPalette) {
        for role in Role.allCases {
            let colors = palette.colors(of: Theme.standard.style(of: role, at: .trueColor))
            let contrast = ThemeTests.contrast(colors.foreground, colors.background ?? palette.background)
            #expect(contrast >= 4.5, "\(role) \(contrast)")
        }
    }

    @Test func `box drawing has the arms that its Unicode name tells`() {
        let arms = ["UP": [0], "RIGHT": [1], "DOWN": [2], "LEFT": [3], "VERTICAL": [0, 2], "HORIZONTAL": [1, 3]]
        let weights = ["LIGHT": BoxDrawing.Weight.light, "SINGLE": .light, "HEAVY": .heavy, "DOUBLE": .double]
        for scalar in (0x2500...0x257F).compactMap(Unicode.Scalar.init) {
            let words = (scalar.properties.name ?? "").split(separator: " ").map(String.init)
            if words.contains(where: ["DASH", "ARC", "DIAGONAL"].contains) {
                #expect(BoxDrawing(scalar) == nil && SVGShape(scalar) != nil, "\(scalar)")
                continue
            }
            // The weight of a group stands in it, else in the first: "LIGHT DOWN AND RIGHT", "DOWN LIGHT AND RIGHT HEAVY".
            let groups = words.dropFirst(2).split(separator: "AND")
            let common = groups.first?.compactMap { weights[$0] }.first
            var expected = Array(repeating: BoxDrawing.Weight.none, count: 4)
            for group in groups {
                for arm in group.flatMap({ arms[$0] ?? [] }) {
                    expected[arm] = group.compactMap { weights[$0] }.first ?? common ?? .none
                }
            }
            let box = BoxDrawing(scalar)
            #expect([box?.up, box?.right, box?.down, box?.left] == expected, "\(scalar)")
        }
    }

    @Test func `lines, blocks, arrow heads and dots are shapes`() {
        for scalar in "─━│┊╌┌┐└┘├┤┬┴┼▶◀▲▼▸◂▴▾█░▮▯●◐○◆◇■□✗✓⠁⣿".unicodeScalars {
            #expect(SVGShape(scalar) != nil, "\(scalar)")
        }
        #expect(SVGShape("a") == nil)
        for (text, dots) in [("⠁", 1), ("⣿", 8), ("⢄", 2)] {
            #expect(picture(text).split(separator: "h0").count - 1 == dots)
        }
    }
}
