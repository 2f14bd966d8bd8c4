import CellGrid
import Courseware
import Ladder
import Study
import Timelines

/// The lesson player as a frame.
struct PlayerView {
    let player: PlayerScreen
    let appearance: Appearance
    var progress = Progress()

    private var glyphs: Glyphs { appearance.glyphs }

    func draw(into grid: inout Grid) {
        let layout = PlayerLayout(size: grid.size, player: player, appearance: appearance)
        drawTitle(into: &grid)
        drawFrame(layout, into: &grid)
        if player.comparesClean {
            drawComparison(with: player.original, in: layout.ladder, into: &grid)
        } else if let compared = player.comparedScene {
            drawComparison(with: player.lesson.scenes[compared], in: layout.ladder, into: &grid)
        } else {
            ladder.draw(into: &grid, in: layout.ladder)
        }
        let text = PlayerText(player, appearance: appearance, columns: layout.text.columns)
        let scroll = text.scroll(player.textScroll, rows: layout.text.rows)
        TextPane(lines: text.lines, scroll: scroll, glyphs: glyphs).draw(into: &grid, in: layout.text)
        var settings = appearance.ladder
        settings.hiddenTables = player.scene.queuesUnspokenOf
        PictureStack(
            player.scene.pictures, player.timeline, at: player.moment, columns: layout.gauges.columns,
            settings: settings
        ).draw(into: &grid, in: layout.gauges, first: player.picture)
        drawTimeBar(layout, into: &grid)
        if player.showsDetails, let event = player.detailedEvent {
            EventDetails(player, event: event, appearance: appearance).draw(into: &grid)
        }
        drawSheet(into: &grid)
    }

    /// What lies over the player.
    private func drawSheet(into grid: inout Grid) {
        switch player.sheet {
        case nil, .sliders: return  // Sliders stand where the words are, so that the ladder is seen.
        case .why(let event, let scroll):
            WhyView(player, event: event, appearance: appearance, size: grid.size).draw(scroll: scroll, into: &grid)
        case .packet(let inspector): PacketView(inspector, appearance: appearance).draw(into: &grid)
        case .changes(let row):
            ChangesView(player, row: row, appearance: appearance).draw(into: &grid)
        case .challenges(let list):
            ChallengesView(lesson: player.lesson, list: list, progress: progress, appearance: appearance)
                .draw(into: &grid)
        }
    }

    /// What a scene is called in a comparison, with how much was changed.
    private func title(ofChanged scene: Scene) -> String {
        guard player.changeCount > 0 else { return appearance.text(scene.title) }
        return appearance.text(scene.title) + appearance.say(", ", "，")
            + ChangeWords(appearance: appearance).count(player.changeCount)
    }

    /// The ladder as this player looks at it.
    var ladder: LadderPane {
        var pane = ladder(of: player.timeline, at: player.moment)
        pane.cursor = player.cursor
        pane.subject = player.step?.event
        pane.marked = player.changes.messages(in: player.timeline)
        return pane
    }

    /// Another timeline, looked at in the same way.
    private func ladder(of timeline: Timeline, at moment: Moment) -> LadderPane {
        LadderPane(
            timeline, at: moment, settings: appearance.ladder,
            form: player.isTrueTime ? .trueTime(zoom: player.zoom) : .compact,
            showsFuture: !player.predicts && player.question == nil, pan: player.pan)
    }

    /// The bar at the top: `Three-way handshake · SYN lost     4 / 11  paused 1×  0.040 s of 0.084 s`.
    private func drawTitle(into grid: inout Grid) {
        grid.fill(Rect(column: 0, row: 0, columns: grid.size.columns, rows: 1), with: Cell(" ", .bar))
        let title = title
        // The title comes first; of the rest as much as there is room for.
        let room = grid.size.columns - 4 - title.cellWidth
        let right = readings.first { $0.cellWidth <= room } ?? readings[readings.count - 1]
        let left = truncated(title, columns: grid.size.columns - right.cellWidth - 4, ellipsis: glyphs.ellipsis)
        grid.write(left, column: 1, row: 0, role: .bar)
        grid.write(right, column: grid.size.columns - right.cellWidth - 1, row: 0, role: .bar)
    }

    /// What the bar at the top says at its left: the lesson, the variant, how much was changed.
    var title: String {
        var title = appearance.text(player.lesson.title)
        if player.sceneIndex > 0 { title += appearance.say(" · ", "·") + appearance.text(player.scene.title) }
        if player.changeCount > 0 {
            title +=
                appearance.say(" · ", "·")
                + ChangeWords(appearance: appearance).count(player.changeCount)
        }
        return title
    }

    /// The cells that the title has at the most, beside the shortest of the readings.
    func titleRoom(columns: Int) -> Int { columns - 4 - page.cellWidth }

    /// Which step of how many is shown.
    private var page: String {
        let steps = player.scene.steps.count
        return "\(min(player.page, steps)) / \(steps)"
    }

    /// What the player is doing and where it is, from the fullest form to the shortest.
    private var readings: [String] {
        let page = page
        let isMoving = player.isPlaying || player.isAnimating
        let motion = isMoving ? appearance.say("playing", "播放") : appearance.say("paused", "暂停")
        let speed = Self.speed(player.speed, appearance)
        let now = player.moment.instant.clock
        let whole = now + appearance.say(" of ", " / ") + player.timeline.end.clock
        return [
            "\(page)  \(motion) \(speed)  \(whole)", "\(page)  \(motion) \(speed)  \(now)", "\(page)  \(speed)  \(now)",
            "\(page)  \(now)", page,
        ]
    }

    /// A speed as the title shows it: `¼×`, `1×`, `8×`.
    static func speed(_ index: Int, _ appearance: Appearance) -> String {
        let quarters = PlayerScreen.speeds[index]
        let number = quarters == 1 ? "1/4" : quarters == 2 ? "1/2" : "\(quarters / 4)"
        return number + appearance.charset.adapt("×")
    }

    private func drawFrame(_ layout: PlayerLayout, into grid: inout Grid) {
        let columns = 0..<grid.size.columns
        Panel.rule(into: &grid, row: 1, columns: columns, glyphs: glyphs)
        Panel.rule(into: &grid, row: grid.size.rows - PlayerLayout.bottom, columns: columns, glyphs: glyphs)
        if layout.isBeside {
            for row in layout.ladder.row..<layout.ladder.endRow {
                grid[layout.ladder.endColumn, row] = Cell(glyphs.vertical, .border)
            }
        } else {
            Panel.rule(into: &grid, row: layout.ladder.endRow, columns: columns, glyphs: glyphs)
            if !layout.gauges.isEmpty {
                for row in layout.gauges.row..<layout.gauges.endRow {
                    grid[layout.gauges.column - 2, row] = Cell(glyphs.vertical, .border)
                }
            }
        }
    }

    /// Two scenes at the same instant, side by side.
    private func drawComparison(with other: Scene, in area: Rect, into grid: inout Grid) {
        let (left, rest) = area.split(left: (area.columns - 1) / 2)
        let right = rest.inset(left: 1)
        for row in area.row..<area.endRow { grid[left.endColumn, row] = Cell(glyphs.vertical, .border) }
        let instant = player.moment.instant
        let panes = [ladder, ladder(of: other.timeline, at: other.timeline.moment(at: instant))]
        let names = [title(ofChanged: player.scene), appearance.text(other.title)]
        for (place, pane) in panes.enumerated() {
            let (top, body) = (place == 0 ? left : right).split(top: 1)
            let title = truncated(names[place], columns: top.columns - 2, ellipsis: glyphs.ellipsis)
            grid.write(title, column: top.column + 1, row: top.row, role: .heading, within: top)
            pane.draw(into: &grid, in: body)
        }
    }

    /// The bar `├━━━━━━●──────────┤` with the modes that are on behind it.
    private func drawTimeBar(_ layout: PlayerLayout, into grid: inout Grid) {
        let bar = layout.timeBar, row = layout.timeBarRow
        guard bar.count > 1 else { return }
        let modes = self.modes
        let line = bar.lowerBound..<max(bar.upperBound - (modes.isEmpty ? 0 : modes.cellWidth + 2), bar.lowerBound + 1)
        let knob = Self.column(of: player.show, in: line, length: player.pacing.length)
        for column in line {
            let isDone = column < knob
            grid[column, row] = Cell(isDone ? glyphs.heavyHorizontal : glyphs.horizontal, isDone ? .progress : .track)
        }
        for page in 1..<max(player.lastPage, 1) {  // Where the steps end.
            let column = Self.column(of: player.stop(of: page), in: line, length: player.pacing.length)
            if column != knob { grid[column, row] = Cell(glyphs.teeBottom, column < knob ? .progress : .track) }
        }
        grid[line.lowerBound - 1, row] = Cell(glyphs.teeLeft, .track)
        grid[line.upperBound, row] = Cell(glyphs.teeRight, .track)
        grid[knob, row] = Cell(glyphs.knob, .progress)
        grid.write(modes, column: line.upperBound + 2, row: row, role: .heading)
    }

    /// The modes that are on, in a few words.
    private var modes: String {
        var modes: [String] = []
        if player.predicts { modes.append(appearance.say("predict", "预测")) }
        if player.isTrueTime { modes.append(appearance.say("true time", "真实时间")) }
        if player.comparedScene != nil || player.comparesClean { modes.append(appearance.say("compare", "对照")) }
        return modes.joined(separator: " ")
    }

    /// The column of a show time on the time bar.
    static func column(of show: Int64, in bar: Range<Int>, length: Int64) -> Int {
        guard length > 0, bar.count > 1 else { return bar.lowerBound }
        return bar.lowerBound + Int(show * Int64(bar.count - 1) / length)
    }
}

extension PlayerScreen {
    /// The event whose details are asked for: under the cursor, or what the page is about, or what happened last.
    var detailedEvent: Int? {
        cursor ?? step?.event ?? (moment.happened > 0 ? moment.happened - 1 : nil)
    }

    /// The same, but nothing that is still to come while the learner is to predict it.
    func detailedEvent(whilePredicting predicts: Bool) -> Int? {
        guard predicts || question != nil else { return detailedEvent }
        guard let event = detailedEvent, event < moment.happened else {
            return moment.happened > 0 ? moment.happened - 1 : nil
        }
        return event
    }

    /// Opens what the cursor is on: a packet byte by byte, or everything about an event.
    mutating func inspect() {
        if showsDetails {
            showsDetails = false
            return
        }
        let event = detailedEvent(whilePredicting: predicts)
        guard let message = event.flatMap(timeline.message), let packet = timeline.messages[message].packet else {
            showsDetails = event != nil
            return
        }
        sheet = .packet(PacketInspector(packet, label: timeline.messages[message].label))
    }

    private var playing: KeyMap {
        .player(
            canChange: isSimulated, hasChallenges: !lesson.challenges.isEmpty, hasPictures: pictureCount > 1,
            hasSliders: !sliders.isEmpty)
    }

    /// The keys that work now.
    var keys: KeyMap {
        switch sheet {
        case .why: .why
        case .packet: .packet
        case .changes: .changes
        case .challenges: .challenges
        case .sliders: .sliders
        case nil where question != nil: pageAfterQuestion == nil ? .prediction : .consequence
        case nil: challenge == nil ? playing : playing.atChallenge(isOfQuiz: asked != nil)
        }
    }
}
