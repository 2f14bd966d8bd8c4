import CellGrid
import Courseware
import Localization
import Study

/// What is known of a learner's progress as lines, part by part: for the screen, and for lines of text.
struct ProgressSections {
    let overview: ProgressOverview
    let catalog: Catalog
    let appearance: Appearance
    /// The cells that a line may take.
    let columns: Int

    var glyphs: Glyphs { appearance.glyphs }

    /// A heading and what stands below it.
    func section(_ english: String, _ chinese: String, _ lines: [RichLine]) -> [RichLine] {
        [RichLine([RichRun(appearance.say(english, chinese), .heading)])] + lines
    }

    /// A line of small print, wrapped.
    func remark(_ english: String, _ chinese: String) -> [RichLine] {
        RichText([RichRun(appearance.say(english, chinese), .dimmed)]).wrapped(columns: max(columns - 2, 1)).map {
            RichLine([RichRun("  ")] + $0.runs)
        }
    }

    // MARK: What is remembered

    /// For each track a bar: `TCP  ████████░░░░  52 %  9 of 22 asked`.
    var mastery: [RichLine] {
        let rows = overview.study.mastery.tracks.map { (catalog.title(ofTrack: $0.id), $0.mastery) }
        guard !rows.isEmpty else {
            return section("What you remember", "记住了多少", remark("There are no questions.", "没有题目。"))
        }
        let all = LocalizedText(en: "Everything", zh: "全部")
        let shown = rows + (rows.count > 1 ? [(all, overview.study.mastery.overall)] : [])
        let names = shown.map { truncated(appearance.text($0.0), columns: columns / 3, ellipsis: glyphs.ellipsis) }
        let width = names.map(\.cellWidth).max() ?? 0
        let counts = shown.map { appearance.say("\($0.1.seen) of \($0.1.of) asked", "已答\($0.1.seen) / \($0.1.of)题") }
        let room = columns - 2 - width - 2 - 7 - (counts.map(\.cellWidth).max() ?? 0)
        let lines = zip(zip(names, counts), shown).map { texts, row in
            RichLine(
                [RichRun("  " + texts.0.padded(to: width) + "  ")]
                    + bar(row.1.value, cells: min(max(room, 4), 40))
                    + [
                        RichRun(" \(row.1.percent)%".padded(to: 7), .plain), RichRun(texts.1, .dimmed),
                    ])
        }
        return section("What you remember", "记住了多少", lines)
    }

    // MARK: What comes

    /// The coming days as columns, with the number above and the day of the week below.
    var forecast: [RichLine] {
        let days = overview.study.forecast.days
        let most = days.map(\.offered).max() ?? 0
        guard most > 0 else {
            return section("The coming two weeks", "未来两周", remark("Nothing is due.", "没有到期的题目。"))
        }
        let shown = Array(days.prefix(max((columns - 2) / 3, 1)))
        let height = 4
        func line(_ role: Role, _ text: (Forecast.Day) -> String) -> RichLine {
            RichLine([RichRun("  " + shown.map { text($0).centred(in: 3) }.joined(), role)])
        }
        var lines = [line(.plain) { $0.offered > 0 ? "\($0.offered)" : "" }]
        for level in (1...height).reversed() {
            lines.append(
                line(.progress) { day in
                    // The smallest column that is not empty is still seen.
                    let cells = day.offered == 0 ? 0 : max((day.offered * height + most - 1) / most, 1)
                    return cells >= level ? String(repeating: glyphs.progressFull, count: 2) : ""
                })
        }
        lines.append(line(.dimmed) { weekday($0.day) })
        return section("The coming two weeks", "未来两周", lines)
    }

    // MARK: What was remembered

    /// For each week that has answers a bar: how much of what came up again was still known.
    var retention: [RichLine] {
        let weeks = overview.study.retention.weeks.filter { $0.recalled.of > 0 }
        guard !weeks.isEmpty else {
            return section(
                "Remembered, week by week", "每周记住的比例",
                remark(
                    "This fills when questions come up again on a later day.", "题目隔天再次出现后，这里会显示记住的比例。"))
        }
        let lines = weeks.map { week in
            let share = Double(week.recalled.right) / Double(max(week.recalled.of, 1))
            let count = appearance.say(
                "\(week.recalled.right) of \(week.recalled.of)", "\(week.recalled.right) / \(week.recalled.of)题")
            return RichLine(
                [RichRun("  " + dayAndMonth(week.monday).padded(to: 8))]
                    + bar(share, cells: min(max(columns - 28, 4), 40))
                    + [
                        RichRun(" \(week.recalled.percent)%".padded(to: 7)), RichRun(count, .dimmed),
                    ])
        }
        return section("Remembered, week by week", "每周记住的比例", lines)
    }

    // MARK: Helpers

    /// A share in `0...1` as cells.
    private func bar(_ share: Double, cells: Int) -> [RichRun] {
        let bounded = min(max(share, 0), 1)
        let full = bounded > 0 ? max(Int(bounded * Double(cells)), 1) : 0
        return [
            RichRun(String(repeating: glyphs.progressFull, count: full), .progress),
            RichRun(String(repeating: glyphs.progressEmpty, count: cells - full), .track),
        ]
    }

    /// The day of the week in two cells.
    func weekday(_ day: StudyDay) -> String {
        let english = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"], chinese = ["一", "二", "三", "四", "五", "六", "日"]
        return appearance.say(english[day.weekday], chinese[day.weekday])
    }

    /// `Nov 16`, `11/16`.
    private func dayAndMonth(_ day: StudyDay) -> String {
        let (_, month, number) = day.date
        return appearance.say("\(Self.months[(month - 1) % 12]) \(number)", "\(month)/\(number)")
    }

    static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

extension Catalog {
    /// What a track is called; its id when nobody names it.
    func title(ofTrack id: String) -> LocalizedText {
        heads.first { $0.track == id }.map { track(of: $0).title } ?? LocalizedText(id)
    }
}

extension String {
    /// The text with spaces after it up to a width in cells.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(width - cellWidth, 0)) }

    /// The text in the middle of so many cells.
    func centred(in width: Int) -> String {
        let left = max(width - cellWidth, 0) / 2
        return (String(repeating: " ", count: left) + self).padded(to: width)
    }
}
