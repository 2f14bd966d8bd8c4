/// The contents of an SVG picture, gathered role by role.
struct SVGPicture {
    let theme: Theme
    private var backgrounds: [Role: SVGLayer] = [:]
    private var layers: [Role: SVGLayer] = [:]

    init(theme: Theme) { self.theme = theme }

    /// Adds neighbouring cells of a row, the first of which stands at `column`.
    mutating func add(_ cells: ArraySlice<Cell>, row: Int, column: Int = 0) {
        let y = row * SVGShape.cellHeight
        var run = TextRun(), column = column
        for cell in cells where cell.width > 0 {
            let x = column * SVGShape.cellWidth, width = Int(cell.width) * SVGShape.cellWidth
            defer { column += Int(cell.width) }
            let style = theme.style(of: cell.role, at: .trueColor)
            let end = SVGShape.Point(x: x + width, y: y + SVGShape.cellHeight)
            if style.background != nil || style.attributes.contains(.reverse) {
                backgrounds[cell.role, default: SVGLayer()].addBlock(from: .init(x: x, y: y), to: end)
            }
            if style.attributes.contains(.underline) {
                layers[cell.role, default: SVGLayer()].addBlock(
                    from: .init(x: x, y: end.y - 4), to: .init(x: end.x, y: end.y - 2))
            }
            if let kind = TextRun.Kind(cell) {
                if !run.goesOn(with: kind, cell.role) {
                    flush(run, y: y)
                    run = TextRun(kind: kind, role: cell.role, column: column)
                }
                run.append(cell)
            } else {
                flush(run, y: y)
                run = TextRun()
                if let shape = cell.text.unicodeScalars.first.flatMap(SVGShape.init) {
                    layers[cell.role, default: SVGLayer()].add(shape, at: .init(x: x, y: y))
                }
            }
        }
        flush(run, y: y)
    }

    private mutating func flush(_ run: TextRun, y: Int) {
        if run.text.isEmpty { return }
        let length = run.width * SVGShape.cellWidth, x = run.column * SVGShape.cellWidth + (run.kind == .wide ? 3 : 0)
        let options =
            switch run.kind {
            case .narrow: ""
            case .wide: " class=\"wide\""
            case .alone: " lengthAdjust=\"spacingAndGlyphs\""
            }
        layers[run.role, default: SVGLayer()].addText(
            "<text x=\"\(x)\" y=\"\(y + 24)\" textLength=\"\(length)\"\(options)>\(run.text.escapedForXML)</text>")
    }

    /// Groups by role, backgrounds first.
    var elements: [String] {
        Role.allCases.compactMap { role in
            backgrounds[role].map { group($0, class: "\(role)-back") }
        }
            + Role.allCases.compactMap { role in layers[role].map { group($0, class: "\(role)") } }
    }

    private func group(_ layer: SVGLayer, class name: String) -> String {
        "<g class=\"\(name)\">\n" + layer.elements.joined(separator: "\n") + "\n</g>"
    }

    /// The roles that something is drawn in.
    var roles: SVGRoles { SVGRoles(fronts: Set(layers.keys), backs: Set(backgrounds.keys)) }
}

/// A stretch of text of one role that the font draws.
private struct TextRun {
    enum Kind {
        /// Letters that a monospaced font has one cell wide.
        case narrow
        /// Chinese: one em wide in every font that has it.
        case wide
        /// What may come from another font and be of any width: squeezed into its cells one by one.
        case alone

        /// `nil` for a character that is no text: a space, a shape.
        init?(_ cell: Cell) {
            guard let scalar = cell.text.unicodeScalars.first, cell.text != " " else { return nil }
            let isSingle = cell.text.unicodeScalars.count == 1
            if isSingle, SVGShape(scalar) != nil { return nil }
            switch scalar.value {
            case 0x21...0x24F where isSingle: self = .narrow
            case 0x3001...0x9FFF where isSingle && cell.width == 2, 0xFF01...0xFF60 where isSingle: self = .wide
            default: self = .alone
            }
        }
    }

    var kind = Kind.alone
    var role = Role.plain
    /// Where it begins.
    var column = 0
    var text = ""
    /// In cells.
    var width = 0

    func goesOn(with kind: Kind, _ role: Role) -> Bool {
        kind == self.kind && kind != .alone && role == self.role && !text.isEmpty
    }

    mutating func append(_ cell: Cell) {
        text += cell.text
        width += Int(cell.width)
    }
}
