import CellGrid
import Courseware
import Ladder
import Localization
import Study
import Timelines

/// The catalogue as a frame: lessons by track at the left, the chosen one at the right.
struct CatalogueView {
    let screen: CatalogueScreen
    let catalog: Catalog
    let progress: Progress
    let appearance: Appearance
    /// What there is to review.
    var outlook = ReviewOutlook()
    /// Whether somebody is here for the first time, who is offered the diagnostic.
    var isNewcomer = false

    private var glyphs: Glyphs { appearance.glyphs }

    /// A row of the list.
    enum Row: Equatable {
        case course(LocalizedText)
        case track(LocalizedText)
        case lesson(LessonHead)
    }

    /// Tracks and their lessons, as listed; below the name of their course where there are several.
    var rows: [Row] {
        var rows: [Row] = []
        var course: Int?, track: String?
        for lesson in screen.visible(in: catalog) {
            if hasCourses, let index = catalog.courseIndex(of: lesson), index != course {
                rows.append(.course(catalog.courses[index].outline.title))
                (course, track) = (index, nil)
            }
            if lesson.track != track {
                rows.append(.track(catalog.track(of: lesson).title))
                track = lesson.track
            }
            rows.append(.lesson(lesson))
        }
        return rows
    }

    /// Whether there is more than one course, so that each is named.
    private var hasCourses: Bool { catalog.courses.count > 1 }

    /// Where the list and the preview stand: the list as wide as its longest title wants, within limits.
    func areas(_ size: Size) -> (list: Rect, preview: Rect) {
        let body = Rect(size).inset(top: 2, bottom: isNewcomer ? 3 : 2)
        guard size.columns >= 72 else { return (body, body.split(left: body.columns).rest) }
        let longest = catalog.heads.map { appearance.text($0.title).cellWidth }.max() ?? 0
        let wanted = max(longest + 27, size.columns * 9 / 20)
        let (list, preview) = body.split(left: min(wanted, size.columns * 3 / 5))
        return (list, preview.inset(left: 2, right: 1))
    }

    /// The first of the list's `rows` in sight: the chosen lesson, with its track if possible, is always visible.
    func firstRow(of rows: [Row], height: Int) -> Int {
        let chosen = screen.lesson(in: catalog).map(Row.lesson)
        let index = rows.firstIndex { $0 == chosen } ?? 0
        return min(max(index - height * 2 / 3, 0), max(rows.count - height, 0))
    }

    func draw(into grid: inout Grid) {
        let (list, preview) = areas(grid.size)
        drawTitle(into: &grid)
        Panel.rule(into: &grid, row: 1, columns: 0..<grid.size.columns, glyphs: glyphs)
        Panel.rule(into: &grid, row: grid.size.rows - 2, columns: 0..<grid.size.columns, glyphs: glyphs)
        if !preview.isEmpty {
            for row in list.row..<list.endRow { grid[list.endColumn, row] = Cell(glyphs.vertical, .border) }
        }
        if isNewcomer { drawOffer(into: &grid) }
        drawList(into: &grid, in: list)
        if let chosen = screen.lesson(in: catalog).flatMap({ catalog.preview(of: $0.id) }) {
            draw(chosen, into: &grid, in: preview)
        }
    }

    private func drawTitle(into grid: inout Grid) {
        grid.fill(Rect(column: 0, row: 0, columns: grid.size.columns, rows: 1), with: Cell(" ", .bar))
        var column = grid.write("netarium", column: 1, row: 0, role: .bar)
        if let query = screen.query {
            let cursor = screen.isTyping ? "_" : ""
            column = grid.write(
                "   " + appearance.say("find: ", "查找：") + appearance.charset.adapt(query) + cursor, column: column,
                row: 0,
                role: .bar)
        }
        let done = catalog.heads.count { status(of: $0) == .done }, all = catalog.heads.count
        let due =
            outlook.count == 0
            ? ""
            : outlook.queue.isEnoughForToday
                ? appearance.say("reviewed for today   ", "今天已复习   ")
                : appearance.say("\(outlook.count) to review   ", "\(outlook.count)题待复习   ")
        let right = due + appearance.say("\(done) of \(all) lessons done", "已完成\(done) / \(all)课")
        grid.write(right, column: max(grid.size.columns - right.cellWidth - 1, column + 2), row: 0, role: .bar)
    }

    /// The line above the bottom that offers a newcomer to find out where to begin.
    private func drawOffer(into grid: inout Grid) {
        let row = grid.size.rows - 3
        let offer = appearance.say(
            "New here? d: ten questions find your place   x: no, thanks", "第一次来？d：用十道题找到起点   x：不用，谢谢")
        grid.fill(Rect(column: 0, row: row, columns: grid.size.columns, rows: 1), with: .blank)
        grid.write(offer, column: 1, row: row, role: .emphasis)
    }

    private func drawList(into grid: inout Grid, in area: Rect) {
        let rows = rows
        guard !rows.isEmpty else {
            let text =
                screen.query == nil
                ? appearance.say(
                    "There are no lessons. `netarium doctor` tells where they are looked for.",
                    "没有课程。`netarium doctor` 会说明到哪些地方找过。")
                : appearance.say("No lesson has these words. Esc ends the search.", "没有课程含有这些词。按Esc结束查找。")
            TextPane(lines: RichText(text).wrapped(columns: area.columns - 4), scroll: 0, glyphs: glyphs)
                .draw(into: &grid, in: area.inset(left: 2, top: 1, right: 2))
            return
        }
        let first = firstRow(of: rows, height: area.rows)
        let chosen = screen.lesson(in: catalog)?.id
        for (offset, row) in rows.dropFirst(first).prefix(area.rows).enumerated() {
            let line = area.row + offset
            switch row {
            case .course(let title):
                let end = grid.write(
                    appearance.text(title) + " ", column: area.column + 1, row: line, role: .title, within: area)
                let last = max(area.endColumn - 2, 0)
                Panel.rule(into: &grid, row: line, columns: min(end, last)..<last, glyphs: glyphs)
            case .track(let title):
                grid.write(
                    appearance.text(title), column: area.column + 1, row: line, role: .heading, within: area)
            case .lesson(let lesson):
                draw(lesson, isChosen: lesson.id == chosen, into: &grid, row: line, in: area)
            }
        }
        let right = area.endColumn - 1
        if first > 0 { grid[right, area.row] = Cell(glyphs.moreUp, .key) }
        if first + area.rows < rows.count { grid[right, area.endRow - 1] = Cell(glyphs.moreDown, .key) }
    }

    /// A lesson's row: `▸ ● Three-way handshake     6 min  ██████`.
    private func draw(_ lesson: LessonHead, isChosen: Bool, into grid: inout Grid, row: Int, in area: Rect) {
        let role: Role = isChosen ? .selected : .plain
        if isChosen {
            grid.fill(Rect(column: area.column, row: row, columns: area.columns, rows: 1), with: Cell(" ", role))
        }
        let (mark, share): (Character, Int) =
            switch status(of: lesson) {
            case .new where isSkippable(lesson): (glyphs.check, 0)
            case .new: (glyphs.new, 0)
            case .inProgress(let done, let of): (glyphs.partlyDone, of == 0 ? 0 : done * 6 / of)
            case .done: (glyphs.done, 6)
            }
        let lead = isChosen ? String(glyphs.pointer) : " "
        grid.write("\(lead) \(mark) ", column: area.column + 1, row: row, role: role, within: area)
        let minutes = appearance.say("\(lesson.minutes) min", "\(lesson.minutes)分钟")
        let barColumn = area.endColumn - 8
        let minutesColumn = barColumn - 2 - minutes.cellWidth
        let title = truncated(
            appearance.text(lesson.title), columns: minutesColumn - area.column - 6, ellipsis: glyphs.ellipsis)
        grid.write(title, column: area.column + 5, row: row, role: role, within: area)
        grid.write(minutes, column: minutesColumn, row: row, role: isChosen ? .selected : .dimmed, within: area)
        for cell in 0..<6 {
            let isFull = cell < share
            grid[barColumn + cell, row] = Cell(
                isFull ? glyphs.progressFull : glyphs.progressEmpty, isChosen ? .selected : isFull ? .progress : .track)
        }
    }

    private func status(of lesson: LessonHead) -> LessonStatus {
        catalog.lesson(lesson.id).map(progress.status) ?? progress.status(of: lesson)
    }

    /// Whether the diagnostic found that the learner knows what the lesson tells.
    private func isSkippable(_ lesson: LessonHead) -> Bool { progress.skippable.contains(lesson.id) }

    private func draw(_ preview: LessonPreview, into grid: inout Grid, in area: Rect) {
        guard area.columns >= 20 else { return }
        let lesson = preview.lesson
        var lines = RichText(appearance.text(lesson.title), role: .title).wrapped(columns: area.columns)
        if let question = lesson.question {
            lines += RichText(appearance.text(question), role: .emphasis).wrapped(columns: area.columns)
        }
        lines.append(RichLine())
        lines += RichText(appearance.text(lesson.summary)).wrapped(columns: area.columns)
        lines.append(RichLine())
        lines += (headings(of: lesson.head) + facts(about: preview)).flatMap {
            RichText([$0]).wrapped(columns: area.columns)
        }
        let (text, rest) = area.split(top: min(lines.count, area.rows))
        TextPane(lines: lines, scroll: 0, glyphs: glyphs).draw(into: &grid, in: text)
        let ladder = rest.inset(top: 1)
        guard let scene = lesson.scenes.first, ladder.rows >= 6,
            CompactLayout.comfortableWidth(scene.timeline, appearance.ladder) <= ladder.columns
        else { return }
        LadderPane(scene.timeline, at: moment(of: scene), settings: appearance.ladder).draw(into: &grid, in: ladder)
    }

    /// The moment at which half of the scene's steps have been told.
    private func moment(of scene: Scene) -> Moment {
        let stops = scene.stops
        return stops.isEmpty ? scene.timeline.finish : stops[(stops.count - 1) / 3]
    }

    /// What its course and its track say of themselves.
    private func headings(of lesson: LessonHead) -> [RichRun] {
        let course = hasCourses ? catalog.course(of: lesson) : nil, track = catalog.track(of: lesson)
        let texts = [
            course.flatMap { course in course.about.map { (course.title, $0) } }, track.about.map { (track.title, $0) },
        ]
        return texts.compactMap { $0 }.map { title, about in
            RichRun(appearance.text(title) + appearance.say(": ", "：") + appearance.text(about), .dimmed)
        }
    }

    /// The lessons that it builds upon, with a mark at each that is done; `nil` when there are none, or it is done itself.
    private func needs(of lesson: Lesson) -> RichRun? {
        let needed = lesson.needs.compactMap { id in catalog.heads.first { $0.id == id } }
        guard !needed.isEmpty, status(of: lesson.head) != .done else { return nil }
        let names = needed.map { head in
            let isKnown = status(of: head) == .done || isSkippable(head)
            return "\(isKnown ? glyphs.done : glyphs.new) " + appearance.text(head.title)
        }
        let text = appearance.say("Builds on: ", "先学：") + names.joined(separator: appearance.say(", ", "、"))
        return RichRun(text, .dimmed)
    }

    private func facts(about preview: LessonPreview) -> [RichRun] {
        var facts: [RichRun] = []
        if isSkippable(preview.lesson.head), status(of: preview.lesson.head) == .new {
            let mark = "\(glyphs.check) "
            facts.append(
                RichRun(mark + appearance.say("You know this already; you may skip it.", "你已经掌握，可以跳过。"), .success))
        }
        if let needs = needs(of: preview.lesson) { facts.append(needs) }
        if !preview.variants.isEmpty {
            let names = preview.variants.map(appearance.text).joined(separator: appearance.say(", ", "、"))
            facts.append(RichRun(appearance.say("Also: ", "还有：") + names, .dimmed))
        }
        if let quiz = preview.quiz {
            var text = appearance.say("Quiz: \(quiz.questions.count) questions", "测验：\(quiz.questions.count)题")
            if let best = progress.best(quiz.id) {
                text += appearance.say(" · best \(best.right)/\(best.of)", "·最好成绩\(best.right)/\(best.of)")
            }
            let wrong = progress.wrongLastTime(in: quiz).count
            let due = outlook.dueOfLesson[preview.lesson.id] ?? 0
            if due > 0 { text += appearance.say(" · \(due) due today", "·今天到期\(due)题") }
            if wrong > 0 { text += appearance.say(" · \(wrong) wrong last time", "·上次答错\(wrong)题") }
            facts.append(RichRun(text, .dimmed))
        }
        if !preview.challenges.isEmpty {
            let done = preview.challenges.count { progress.fewestFaults(for: $0, of: preview.lesson.id) != nil }
            let words = ChallengeWords(appearance: appearance).solved(done, of: preview.challenges.count)
            facts.append(RichRun(words, .dimmed))
        }
        return facts
    }
}
