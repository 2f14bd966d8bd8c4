import CellGrid
import Courseware
import Localization
import Study

/// The report about an interview in lines: by topic, then every mistake with what would have been right.
struct ReportText {
    let report: InterviewReport
    let catalog: Catalog
    let appearance: Appearance
    /// The mistake under the pointer; `nil` where nothing can be chosen.
    var chosen: Int?
    let columns: Int
    private(set) var lines: [RichLine] = []
    /// For each mistake the lines that tell it.
    private(set) var missLines: [Range<Int>] = []

    private var glyphs: Glyphs { appearance.glyphs }

    init(_ report: InterviewReport, catalog: Catalog, appearance: Appearance, chosen: Int? = nil, columns: Int) {
        self.report = report
        self.catalog = catalog
        self.appearance = appearance
        self.chosen = chosen
        self.columns = max(columns, 8)
        addScore()
        addTopics()
        for (place, miss) in report.misses.enumerated() {
            lines.append(RichLine())
            let start = lines.count
            add(miss, isChosen: place == chosen)
            missLines.append(start..<lines.count)
        }
    }

    private mutating func add(_ markup: String, _ role: Role = .plain, indent: Int = 0, lead: RichRun? = nil) {
        let wrapped = RichText(markup, role: role).wrapped(columns: max(columns - indent, 1))
        for (index, line) in wrapped.enumerated() {
            let space = RichRun(String(repeating: " ", count: indent))
            lines.append(indent == 0 ? line : RichLine([index == 0 ? lead ?? space : space] + line.runs))
        }
    }

    private mutating func addScore() {
        let score = report.score
        add(appearance.say("\(score.right) of \(score.of) right", "\(score.of)题中答对\(score.right)题"), .title)
        if report.unreached > 0 {
            let count = report.unreached
            let rest = count == 1 ? "the last one" : "the last \(count)"
            add(
                report.isTimeUp
                    ? appearance.say("The time was up before \(rest).", "时间到了，还有\(count)题没有答。")
                    : appearance.say("You ended it before \(rest).", "提前结束，还有\(count)题没有答。"), .dimmed)
        }
        if report.misses.isEmpty, report.unreached == 0 {
            add(appearance.say("Nothing was wrong. Well done.", "全部答对，非常好。"), .success)
        }
    }

    private mutating func addTopics() {
        lines.append(RichLine())
        let names = report.topics.map {
            $0.track.isEmpty ? appearance.say("Other", "其他") : appearance.text(catalog.title(ofTrack: $0.track))
        }
        let width = min(names.map(\.cellWidth).max() ?? 0, columns / 2)
        for (name, topic) in zip(names, report.topics) {
            let cells = 12, full = topic.score.of > 0 ? topic.score.right * cells / topic.score.of : 0
            let shown = truncated(name, columns: width, ellipsis: glyphs.ellipsis).padded(to: width)
            lines.append(
                RichLine([
                    RichRun("\(shown)  "),
                    RichRun(String(repeating: glyphs.progressFull, count: full), .progress),
                    RichRun(String(repeating: glyphs.progressEmpty, count: cells - full), .track),
                    RichRun(
                        "  "
                            + appearance.say(
                                "\(topic.score.right) of \(topic.score.of)",
                                "\(topic.score.right) / \(topic.score.of)")),
                ]))
        }
    }

    private mutating func add(_ miss: InterviewReport.Miss, isChosen: Bool) {
        let pointer = isChosen ? glyphs.pointer : " "
        add(
            appearance.text(miss.question.ask), isChosen ? .selected : .heading, indent: 4,
            lead: RichRun("\(pointer) \(glyphs.wrong) ", .failure))
        if case .recall(let points, let model) = miss.question.form {
            addPoints(points, model, miss.feedback)
        } else {
            if let given = miss.question.answerText(of: miss.feedback) {
                add(appearance.say("You said: ", "你的回答：") + appearance.text(given), indent: 4)
            }
            add(appearance.say("Right: ", "正确答案：") + appearance.text(miss.feedback.solutionText), .success, indent: 4)
            for remark in miss.feedback.remarks { add(appearance.text(remark.because), indent: 4) }
            add(appearance.text(miss.feedback.because), indent: 4)
        }
        if let place = miss.revisit, let lesson = catalog.lesson(place.lesson) {
            add(appearance.say("Look again: ", "回看：") + appearance.text(lesson.title), .dimmed, indent: 4)
        }
    }

    /// What an answer said aloud named, and what it left out.
    private mutating func addPoints(_ points: [RecallPoint], _ model: LocalizedText, _ feedback: Feedback) {
        let named = feedback.credit.right, all = points.count
        add(appearance.say("You named \(named) of \(all) points.", "\(all)个要点中，你说到了\(named)个。"), indent: 4)
        let isNamed = { (place: Int) in !feedback.remarks.contains { $0.place == place } && feedback.answer != nil }
        for (place, point) in points.enumerated() where !isNamed(place) {
            add(appearance.text(point.text), .emphasis, indent: 6, lead: RichRun("    \(glyphs.wrong) ", .failure))
            if let because = point.because { add(appearance.text(because), indent: 6) }
        }
        add(appearance.say("It could sound like this: ", "可以这样回答：") + appearance.text(model), indent: 4)
    }
}

extension InterviewReport.Place {
    /// The lesson's id.
    var lesson: String {
        switch self {
        case .moment(let moment): moment.lesson
        case .lesson(let id): id
        }
    }
}
