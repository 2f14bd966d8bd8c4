import CellGrid
import Courseware
import Ladder
import Timelines

extension Program {
    mutating func performInPlayer(_ action: Action, at now: WallTime) -> [Effect] {
        let reducedMotion = appearance.reducedMotion
        switch action {
        case .back:
            if case .player(let player) = screens.last,
                player.showsDetails || player.cursor != nil && player.cursor != player.pointedOut
            {
                break
            }
            return leaveScreen()
        case .duplicate:
            // Without a packet under the cursor the digit is one like the others.
            guard case .player(let player) = screens.last, player.cursor != nil, player.targetMessage != nil
            else { return performInPlayer(.seek(tenths: 2), at: now) }
            return changeScene(action, at: now)
        case .drop, .delay, .overtake, .undo: return changeScene(action, at: now)
        case .openQuiz:
            if case .player(let player) = screens.last { openQuiz(of: player.lesson) }
            return []
        default: break
        }
        let seed = seed
        let textRows = self.textRows, maximumScroll = self.maximumScroll
        return withPlayer(at: now) { player in
            if action.leadsThroughScene { player.isPeeking = false }
            switch action {
            case .back:
                if player.showsDetails { player.showsDetails = false } else { player.cursor = nil }
            case .stepForward:
                if player.page == player.lastPage, !player.isAnimating, player.textScroll < maximumScroll(player) {
                    player.textScroll += max(textRows - 1, 1)  // First the rest of what is said.
                } else {
                    player.stepForward(reducedMotion: reducedMotion, seed: seed)
                }
            case .stepBack: player.stepBack()
            case .playOrPause: player.playOrPause(reducedMotion: reducedMotion)
            case .toStart: player.jump(to: 0)
            case .toEnd: player.jump(to: player.lastPage)
            case .faster: player.speed = min(player.speed + 1, PlayerScreen.speeds.count - 1)
            case .slower: player.speed = max(player.speed - 1, 0)
            case .nextEvent: player.stepEvent(1)
            case .previousEvent: player.stepEvent(-1)
            case .seek(let tenths): player.seek(to: player.pacing.length * Int64(tenths) / 10)
            case .cursorUp: player.moveCursor(-1)
            case .cursorDown: player.moveCursor(1)
            case .details: player.inspect()
            case .why:
                if let event = player.detailedEvent(whilePredicting: player.predicts) {
                    player.sheet = .why(event: event, scroll: 0)
                }
            case .sliders: player.openSliders()
            case .changes: player.sheet = .changes(row: max(player.changeCount - 1, 0))
            case .challenges:
                if !player.lesson.challenges.isEmpty { player.sheet = .challenges(ChallengeList()) }
            case .goToCursor: player.goToCursor()
            case .trueTime:
                player.isTrueTime.toggle()
                player.pan = 0
            case .zoomIn: player.zoom = min(player.zoom + 1, 8)
            case .zoomOut: player.zoom = max(player.zoom - 1, -8)
            case .panLeft: player.pan -= 8
            case .panRight: player.pan += 8
            case .nextScene: player.open(scene: (player.sceneIndex + 1) % player.lesson.scenes.count)
            case .previousScene:
                player.open(scene: (player.sceneIndex + player.lesson.scenes.count - 1) % player.lesson.scenes.count)
            case .compare: player.compareNext()
            case .nextPicture: player.picture = (player.picture + 1) % max(player.pictureCount, 1)
            case .predict:
                player.predicts.toggle()
                player.question = nil
            case .pageUp: player.textScroll = max(player.textScroll - max(textRows - 1, 1), 0)
            case .pageDown: player.textScroll += max(textRows - 1, 1)
            default: break
            }
            player.textScroll = min(player.textScroll, maximumScroll(player))
        }
    }

    /// Rows of the text panel of the player on top.
    private var textRows: Int {
        guard case .player(let player) = screens.last else { return 1 }
        return PlayerLayout(size: size, player: player, appearance: appearance).text.rows
    }

    /// How far the text of a player can be scrolled on this screen.
    private var maximumScroll: (PlayerScreen) -> Int {
        { [size, appearance] player in
            let area = PlayerLayout(size: size, player: player, appearance: appearance).text
            let lines = PlayerText(player, appearance: appearance, columns: area.columns).lines
            return TextPane(lines: lines, scroll: 0, glyphs: appearance.glyphs).maximumScroll(rows: area.rows)
        }
    }

    /// While a prediction is asked for.
    mutating func performInPrediction(_ action: Action, at now: WallTime) -> [Effect] {
        let reducedMotion = appearance.reducedMotion
        let textRows = self.textRows, maximumScroll = self.maximumScroll
        switch action {
        case .drop, .delay, .overtake, .undo: return changeScene(action, at: now)
        default: break
        }
        return withPlayer(at: now) { player in
            switch action {
            case .up: player.question?.move(-1)
            case .down: player.question?.move(1)
            case .pick(let place): player.question?.pick(place)
            case .choose: player.answerPrediction(reducedMotion: reducedMotion)
            case .stepForward, .giveUp: player.skipPrediction(reducedMotion: reducedMotion)
            case .stepBack, .back: player.question = nil
            case .predict:
                player.predicts = false
                player.question = nil
            case .pageUp: player.textScroll = max(player.textScroll - max(textRows - 1, 1), 0)
            case .pageDown: player.textScroll += max(textRows - 1, 1)
            default: break
            }
            player.textScroll = min(player.textScroll, maximumScroll(player))
        }
    }
}

extension PlayerScreen {
    /// Moves the cursor over the events that are seen on the ladder; starts from what happened last.
    mutating func moveCursor(_ distance: Int) {
        let stops = CompactLayout(timeline, columns: 80, settings: LadderSettings()).cursorStops
        // Of what is still to come only messages are drawn; elsewhere the cursor would stand on nothing.
        let visible = stops.filter { $0 < moment.happened || !predicts && timeline.message(of: $0) != nil }
        guard !visible.isEmpty else { return }
        guard let cursor else {
            self.cursor = visible.last { $0 < moment.happened } ?? visible[0]
            return
        }
        let place = visible.firstIndex { $0 >= cursor } ?? visible.count - 1
        self.cursor = visible[min(max(place + distance, 0), visible.count - 1)]
    }

    /// Seeks to where the event under the cursor has just happened.
    mutating func goToCursor() {
        guard let cursor else { return }
        isPlaying = false
        seek(to: pacing.show(at: .init(timeline.events[cursor].instant, happened: cursor + 1)))
    }

    /// Compares with the next other scene; after the last one no longer.
    ///
    /// With changes it is the scene without them that it is compared with.
    mutating func compareNext() {
        if changeCount > 0 {
            comparesClean.toggle()
            return
        }
        let others = lesson.scenes.indices.filter { $0 != sceneIndex }
        let place = comparedScene.flatMap { others.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        comparedScene = place < others.count ? others[place] : nil
    }
}

extension Action {
    /// Whether it shows another moment of the scene.
    fileprivate var leadsThroughScene: Bool {
        switch self {
        case .stepForward, .stepBack, .playOrPause, .toStart, .toEnd, .nextEvent, .previousEvent, .seek, .goToCursor:
            true
        default: false
        }
    }
}
