import CellGrid
import Courseware
import Localization
import Study

/// What is agreed on before an interview begins: how many questions, how long, and about what.
struct BriefingScreen: Equatable, Sendable {
    /// What is agreed on as it stands.
    var terms = InterviewTerms()
    /// The row that the pointer is on: questions, minutes, then the tracks.
    var row = 0
    /// The tracks that there are questions about, by id.
    let tracks: [String]

    init(_ terms: InterviewTerms, tracks: [String]) {
        self.terms = terms
        self.tracks = tracks
    }

    /// How many rows there are.
    var rows: Int { 2 + tracks.count }

    /// Moves the pointer.
    mutating func move(_ distance: Int) { row = min(max(row + distance, 0), rows - 1) }

    /// Changes what stands under the pointer by so many steps; a track is taken in or left out.
    mutating func change(_ steps: Int) {
        switch row {
        case 0: terms.questions += steps * 5 + (terms.questions == 1 && steps > 0 ? -1 : 0)
        case 1: terms.minutes += steps * 5 + (terms.minutes == 1 && steps > 0 ? -1 : 0)
        default: toggle()
        }
    }

    /// Takes the track under the pointer in, or leaves it out; the last one stays.
    mutating func toggle() {
        guard tracks.indices.contains(row - 2) else { return }
        var asked = terms.tracks.isEmpty ? Set(tracks) : terms.tracks
        asked.formSymmetricDifference([tracks[row - 2]])
        guard !asked.isEmpty else { return }
        terms.tracks = asked == Set(tracks) ? [] : asked
    }

    /// Whether a track is asked about.
    func asks(about track: String) -> Bool { terms.tracks.isEmpty || terms.tracks.contains(track) }
}

/// The agreement as a frame.
struct BriefingView {
    let screen: BriefingScreen
    let catalog: Catalog
    let appearance: Appearance

    private var glyphs: Glyphs { appearance.glyphs }

    func draw(into grid: inout Grid) {
        let columns = grid.size.columns
        grid.fill(Rect(column: 0, row: 0, columns: columns, rows: 1), with: Cell(" ", .bar))
        grid.write(appearance.say("Interview", "模拟面试"), column: 1, row: 0, role: .bar)
        Panel.rule(into: &grid, row: 1, columns: 0..<columns, glyphs: glyphs)
        Panel.rule(into: &grid, row: grid.size.rows - 2, columns: 0..<columns, glyphs: glyphs)
        let body = Rect(grid.size).inset(left: 2, top: 3, right: 2, bottom: 2)
        let (lines, chosen) = lines(columns: min(body.columns, 76))
        TextPane(lines: lines, scroll: max(chosen + 2 - body.rows, 0), glyphs: glyphs).draw(into: &grid, in: body)
    }

    private func lines(columns: Int) -> (lines: [RichLine], chosen: Int) {
        var lines = RichText(
            appearance.say(
                "A mixed set of questions against the clock, as in an interview. There are no hints, and you hear nothing about your answers until the end. Then you see what was wrong, why, and which moment of a lesson to look at again.",
                "像面试一样限时回答一组混合题目：没有提示，答题时不给对错。结束后再看哪里错了、为什么错，以及该回看课程中的哪一刻。")
        ).wrapped(columns: max(columns, 1))
        lines.append(RichLine())
        let start = lines.count
        let values = [
            (appearance.say("Questions", "题数"), "\(screen.terms.questions)"),
            (appearance.say("Minutes", "分钟"), "\(screen.terms.minutes)"),
        ]
        for (row, (name, value)) in values.enumerated() {
            addRow(row, name.padded(to: 12) + "\(glyphs.moreLeft) \(value) \(glyphs.moreRight)", to: &lines)
        }
        for (row, track) in screen.tracks.enumerated() {
            let mark = screen.asks(about: track) ? glyphs.checkboxOn : glyphs.checkboxOff
            addRow(row + 2, "\(mark) " + appearance.text(catalog.title(ofTrack: track)), to: &lines)
        }
        return (lines, start + screen.row)
    }

    private func addRow(_ row: Int, _ text: String, to lines: inout [RichLine]) {
        let isChosen = row == screen.row
        let lead = isChosen ? "\(glyphs.pointer) " : "  "
        lines.append(RichLine([RichRun(lead + text, isChosen ? .selected : .plain)]))
    }
}
