public import CellGrid
public import Timelines

/// What stands beside a ladder at a moment: the pictures of a scene, then its timers and tables, as many as have room.
///
/// They stand below each other from the one that the learner has turned to; those before it follow at the end, so that
/// on a large screen all are seen.
public struct PictureStack {
    private let drawings: [any PictureDrawing]
    private let gauges: GaugePanel
    /// Whether the gauges are one of several things to turn to.
    private let hasGauges: Bool
    private let settings: LadderSettings

    /// The pictures of a scene and its gauges.
    ///
    /// - Parameters:
    ///   - pictures: What the scene wants; what cannot be drawn in this timeline is left out.
    ///   - timeline: What happens.
    ///   - moment: The present.
    ///   - columns: How wide the gauges may be, in cells.
    ///   - settings: The language and the characters.
    public init(
        _ pictures: [Picture], _ timeline: Timeline, at moment: Moment, columns: Int, settings: LadderSettings
    ) {
        drawings = pictures.compactMap { $0.drawing(timeline, at: moment, settings) }
        gauges = GaugePanel(timeline, at: moment, columns: columns, settings: settings)
        hasGauges = !drawings.isEmpty && timeline.hasGauges
        self.settings = settings
    }

    /// How many things there are to turn to.
    public static func pages(_ pictures: [Picture], _ timeline: Timeline) -> Int {
        let count = pictures.count { $0.isDrawable(in: timeline) }
        return count + (count > 0 && timeline.hasGauges ? 1 : 0)
    }

    /// What the pictures show, a sentence each; `nil` for one that shows nothing yet.
    public var sentences: [String?] { drawings.map(\.sentence) }

    /// What the pictures told of themselves when they were last asked.
    public struct Told: Equatable, Sendable {
        fileprivate var sentences: [String?] = []
        fileprivate var facts: [[String]] = []

        /// Nothing yet.
        public init() {}
    }

    /// What there is to tell of the pictures since the last time, a sentence for each that has changed.
    public func news(since told: inout Told) -> [String] {
        defer {
            told.sentences = sentences
            told.facts = drawings.map(\.facts)
        }
        return drawings.enumerated().compactMap { place, drawing in
            let wasTold = told.sentences.indices.contains(place)
            guard !drawing.facts.isEmpty else {
                return wasTold && told.sentences[place] == drawing.sentence ? nil : drawing.sentence
            }
            let known = wasTold ? told.facts[place] : []
            let news = drawing.facts.filter { !known.contains($0) }
            return news.isEmpty ? nil : drawing.sentence(of: news)
        }
    }

    /// The pictures that have something cut in an area of this size, by their places among those that can be drawn.
    public func cut(in size: Size) -> [(place: Int, needs: Size)] {
        drawings.enumerated().compactMap { place, drawing in
            let needs = Size(columns: drawing.minimumColumns, rows: drawing.minimumRows)
            return size.holds(needs) ? nil : (place, needs)
        }
    }

    /// Draws into an area, beginning with the picture or gauges at place `first`.
    public func draw(into grid: inout Grid, in area: Rect, first: Int) {
        guard !drawings.isEmpty else { return gauges.draw(into: &grid, in: area, settings: settings) }
        let count = drawings.count + (hasGauges ? 1 : 0)
        let order = (0..<count).map { (first % max(count, 1) + $0) % count }
        var rows: [(page: Int, rows: Int)] = []
        var left = area.rows
        for page in order {
            let usual = usualRows(page)
            guard rows.isEmpty || usual + 1 <= left else { continue }
            left -= min(usual, left) + (rows.isEmpty ? 0 : 1)
            rows.append((page, usual))
        }
        // What is left goes to those that gain from it, the first one first.
        for place in rows.indices where left > 0 {
            let more = min(left, max(preferredRows(rows[place].page) - rows[place].rows, 0))
            rows[place].rows += more
            left -= more
        }
        var row = area.row
        for (page, height) in rows {
            let part = Rect(column: area.column, row: row, columns: area.columns, rows: min(height, area.endRow - row))
            if drawings.indices.contains(page) {
                drawings[page].draw(into: &grid, in: part)
            } else if gauges.rows == 0, page == order[0] {
                let text = settings.say("No timer runs at this moment.", "此刻没有定时器在走。")
                grid.write(text, column: part.column, row: part.row, role: .dimmed, within: part)
            } else {
                gauges.draw(into: &grid, in: part, settings: settings)
            }
            row += height + 1
        }
        if rows.count < count { drawPage("\(order[0] + 1)/\(count)", into: &grid, in: area) }
    }

    /// Says at the right end of the first line that there is more to turn to, where nothing else stands.
    private func drawPage(_ page: String, into grid: inout Grid, in area: Rect) {
        let start = area.endColumn - page.cellWidth
        let blank = Cell(" ")
        guard area.rows > 0, start > area.column,
            (start - 1..<area.endColumn).allSatisfy({ grid[$0, area.row].text == blank.text })
        else { return }
        grid.write(page, column: start, row: area.row, role: .dimmed, within: area)
    }

    private func usualRows(_ page: Int) -> Int {
        drawings.indices.contains(page) ? drawings[page].usualRows : min(max(gauges.rows, 1), 3)
    }

    private func preferredRows(_ page: Int) -> Int {
        drawings.indices.contains(page) ? drawings[page].preferredRows : max(gauges.rows, 1)
    }
}

extension Timeline {
    /// Whether there is ever a timer or a table to show.
    public var hasGauges: Bool {
        events.contains {
            switch $0.kind {
            case .table, .timerStarted: true
            default: false
            }
        }
    }
}

extension Picture {
    /// The picture at a moment; `nil` when there is never anything to draw.
    func drawing(_ timeline: Timeline, at moment: Moment, _ settings: LadderSettings) -> (any PictureDrawing)? {
        guard isDrawable(in: timeline) else { return nil }
        let quantities = quantities(in: timeline)
        switch kind {
        case .curve: return CurvePicture(self, quantities, timeline, at: moment, settings)
        case .bars:
            return quantities.first.map { BarsPicture(self, $0, timeline, at: moment, settings) }
        case .sequence(let side): return SequencePicture(self, side, timeline, at: moment, settings)
        case .dial(_, let modulus):
            return DialPicture(self, quantities, modulo: modulus, timeline, at: moment, settings)
        case .controlBlock: return RecordPicture(self, timeline, at: moment, settings)
        case .states: return StatesPicture(self, timeline, at: moment, settings)
        }
    }
}
