/// All that is drawn in one role, gathered so that a line of many cells becomes one stroke.
struct SVGLayer {
    private var lines: [Bool: Lines] = [:]  // by whether they are heavy
    private var blocks: [Int: [(from: SVGShape.Point, to: SVGShape.Point)]] = [:]  // by per cent
    private var figures = "", outlines = "", dots = ""
    private var texts: [String] = []

    /// Adds a shape whose cell has its origin at `origin`.
    mutating func add(_ shape: SVGShape, at origin: SVGShape.Point) {
        func moved(_ point: SVGShape.Point) -> SVGShape.Point { .init(x: origin.x + point.x, y: origin.y + point.y) }
        for part in shape.parts {
            switch part {
            case .line(let from, let to, let isHeavy):
                lines[isHeavy, default: Lines()].add(from: moved(from), to: moved(to))
            case .block(let from, let to, let percent): addBlock(from: moved(from), to: moved(to), percent: percent)
            case .figure(let start, let path): figures += Self.path(moved(start), path)
            case .outline(let start, let path): outlines += Self.path(moved(start), path)
            case .dot(let place): dots += Self.path(moved(place), "h0")
            }
        }
    }

    /// Adds a filled rectangle, joined to the one added last when it continues that to the right.
    mutating func addBlock(from: SVGShape.Point, to: SVGShape.Point, percent: Int = 100) {
        var list = blocks[percent, default: []]
        if let last = list.last, last.to == .init(x: from.x, y: to.y), last.from.y == from.y {
            list[list.count - 1].to.x = to.x
        } else {
            list.append((from, to))
        }
        blocks[percent] = list
    }

    /// Adds an element that is complete.
    mutating func addText(_ element: String) { texts.append(element) }

    /// The elements, without the group around them.
    var elements: [String] {
        var elements = blocks.sorted { $0.key < $1.key }.map { percent, blocks in
            let path = blocks.map { Self.path($0.from, "H\($0.to.x)V\($0.to.y)H\($0.from.x)z") }.joined()
            let opacity = percent < 100 ? " fill-opacity=\".\(percent)\"" : ""
            return "<path class=\"fill\"\(opacity) d=\"\(path)\"/>"
        }
        if let light = lines[false] { elements.append("<path class=\"line\" d=\"\(light.path)\"/>") }
        if let heavy = lines[true] { elements.append("<path class=\"line heavy\" d=\"\(heavy.path)\"/>") }
        if !outlines.isEmpty { elements.append("<path class=\"line\" d=\"\(outlines)\"/>") }
        if !figures.isEmpty { elements.append("<path class=\"fill\" d=\"\(figures)\"/>") }
        if !dots.isEmpty { elements.append("<path class=\"line dot\" d=\"\(dots)\"/>") }
        return elements + texts
    }

    private static func path(_ start: SVGShape.Point, _ commands: String) -> String {
        "M\(start.x) \(start.y)\(commands)"
    }

    /// Straight lines, joined where one goes on from the end of another in its direction.
    private struct Lines {
        private var lines: [(from: SVGShape.Point, to: SVGShape.Point)] = []
        /// The lines that may go on, by where they end, but for the two that follow.
        private var open: [End: Int] = [:]
        /// The level and the upright line that were drawn at last; what comes next nearly always goes on with one of them.
        private var level: Tip?, upright: Tip?

        private struct Tip {
            var point: SVGShape.Point
            var line: Int
        }

        private struct End: Hashable {
            var point: SVGShape.Point
            var isVertical: Bool
        }

        mutating func add(from: SVGShape.Point, to: SVGShape.Point) {
            guard from.x == to.x || from.y == to.y else { return lines.append((from, to)) }
            let isVertical = from.x == to.x
            let index = line(endingAt: from, isVertical: isVertical) ?? lines.count
            if index < lines.count { lines[index].to = to } else { lines.append((from, to)) }
            let tip = Tip(point: to, line: index)
            if isVertical { upright = tip } else { level = tip }
        }

        /// The line that goes on from a point in this direction, if there is one.
        private mutating func line(endingAt point: SVGShape.Point, isVertical: Bool) -> Int? {
            if let tip = isVertical ? upright : level {
                if tip.point == point { return tip.line }
                open[End(point: tip.point, isVertical: isVertical)] = tip.line
            }
            return open.removeValue(forKey: End(point: point, isVertical: isVertical))
        }

        var path: String {
            var path = ""
            for line in lines {
                path += "M"
                path += String(line.from.x)
                path += " "
                path += String(line.from.y)
                if line.from.y == line.to.y {
                    path += "H"
                    path += String(line.to.x)
                } else if line.from.x == line.to.x {
                    path += "V"
                    path += String(line.to.y)
                } else {
                    path += "L\(line.to.x) \(line.to.y)"
                }
            }
            return path
        }
    }
}
