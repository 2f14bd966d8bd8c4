import CellGrid
import Courseware
import Simulator
import Study
import Timelines

extension Program {
    /// What an action does while something lies over the player.
    mutating func performInSheet(_ action: Action, at now: WallTime) -> [Effect] {
        guard case .player(let player) = screens.last, let sheet = player.sheet else { return [] }
        switch (sheet, action) {
        case (.sliders, .back): return withPlayer(at: now) { $0.closeSliders() }
        case (_, .back): return withPlayer(at: now) { $0.sheet = nil }
        case (.why(let event, let scroll), _):
            let most = WhyView(player, event: event, appearance: appearance, size: size).maximumScroll(size)
            let moved = action == .pageDown ? scroll + 3 : action == .pageUp ? scroll - 3 : scroll
            return withPlayer(at: now) { $0.sheet = .why(event: event, scroll: min(max(moved, 0), most)) }
        case (.packet(var inspector), _):
            inspector.perform(action, bytesPerRow: PacketView.bytesPerRow(size))
            return withPlayer(at: now) { $0.sheet = .packet(inspector) }
        case (.changes(let row), _): return performInChanges(action, row, at: now)
        case (.challenges(let list), _): return performInChallenges(action, list, at: now)
        case (.sliders(let row), _): return performInSliders(action, row, at: now)
        }
    }

    private mutating func performInChanges(_ action: Action, _ row: Int, at now: WallTime) -> [Effect] {
        var isRefused = false
        let effects = withPlayer(at: now) { player in
            switch action {
            case .up: player.sheet = .changes(row: max(row - 1, 0))
            case .down: player.sheet = .changes(row: min(row + 1, max(player.changeCount - 1, 0)))
            case .remove, .undo:
                if action == .undo { _ = player.undo() } else { isRefused = !player.removeChange(at: row) }
                let last = player.changeCount - 1
                player.sheet = last < 0 ? nil : .changes(row: min(row, last))
            default: break
            }
        }
        if isRefused { refuseSliding() }
        return action == .remove || action == .undo ? effects + noteSolution(at: now) : effects
    }

    private mutating func performInSliders(_ action: Action, _ row: Int, at now: WallTime) -> [Effect] {
        guard case .player(let player) = screens.last else { return [] }
        switch action {
        // Beside the unchanged run there is nothing to compare, and another scene has other sliders.
        case .compare where player.changeCount == 0: return []
        case .stepForward, .stepBack, .playOrPause, .toStart, .toEnd, .nextPicture, .compare, .pageUp, .pageDown:
            let effects = performInPlayer(action, at: now)
            guard case .player(let player) = screens.last, player.question != nil else { return effects }
            // What is asked now needs the room and the keys.
            return effects + withPlayer(at: now) { $0.sheet = nil }
        default: break
        }
        var isRefused = false
        let effects = withPlayer(at: now) { player in
            switch action {
            case .up: player.sheet = .sliders(row: max(row - 1, 0))
            case .down: player.sheet = .sliders(row: max(min(row + 1, player.sliders.count - 1), 0))
            case .more: isRefused = !player.moveSlider(row, by: 1)
            case .less: isRefused = !player.moveSlider(row, by: -1)
            case .undo: player.slide(to: player.sliders.map(\.start))
            case .sliders: player.closeSliders()
            default: break
            }
        }
        if isRefused { refuseSliding() }
        return effects
    }

    private mutating func refuseSliding() {
        notice = appearance.say(
            "These values do not go together: the scenario has a fault then.", "这几个值不能同时使用：那样场景会出错。")
    }

    // MARK: Changing what happens

    /// Changes what happens; a challenge is graded at once.
    mutating func changeScene(_ action: Action, at now: WallTime) -> [Effect] {
        let seed = draw()
        var isDone = false
        let effects = withPlayer(at: now) { player in
            isDone =
                switch action {
                case .drop: player.tamper(.drop, seed: seed)
                case .delay: player.tamper(.delay(Changes.delays[0]), seed: seed)
                case .duplicate: player.tamper(.duplicate, seed: seed)
                case .overtake: player.tamper(.overtake, seed: seed)
                default: player.undo()
                }
        }
        guard isDone else {
            notice =
                action == .undo
                ? appearance.say("Nothing has been changed.", "还没有任何改动。")
                : appearance.say(
                    "Put the cursor on a packet first, with the up and down arrows.", "请先用上下方向键把光标移到一个包上。")
            return effects
        }
        return effects + noteSolution(at: now)
    }

    /// Notes down when the learner's changes solve the challenge they are at, unless the solution was shown to them.
    private mutating func noteSolution(at now: WallTime) -> [Effect] {
        guard case .player(let player) = screens.last, let place = player.challenge, let grade = player.grade,
            grade.isMet
        else { return [] }
        _ = withPlayer(at: now) {
            $0.question = nil
            $0.cursor = nil
            $0.solvedPage = $0.page
        }
        guard !player.sawSolution else { return [] }
        let settled = settleChallenge(player.changes.faults, at: now)
        // A challenge of a quiz's own is no achievement of the lesson.
        guard player.asked?.isOfLesson ?? true else { return settled }
        let challenge = player.lesson.challenges[place].id, lesson = player.lesson.id
        var isBetter = false
        record { progress in
            isBetter = progress.solved(
                challenge: challenge, of: lesson, faults: grade.faultCount, at: now.milliseconds)
        }
        return isBetter || !settled.isEmpty ? [.save] : []
    }

    private mutating func performInChallenges(_ action: Action, _ list: ChallengeList, at now: WallTime) -> [Effect] {
        // Who has seen the solution can no longer answer with it.
        let settled = action == .showMe ? settleChallenge(nil, at: now) : []
        return settled
            + withPlayer(at: now) { player in
                var list = list
                let count = player.lesson.challenges.count
                switch action {
                case .up:
                    list = ChallengeList(row: max(list.row - 1, 0))
                    player.sheet = .challenges(list)
                case .down:
                    list = ChallengeList(row: max(min(list.row + 1, count - 1), 0))
                    player.sheet = .challenges(list)
                case .hint:
                    list.showsHint.toggle()
                    player.sheet = .challenges(list)
                case .choose: player.take(challenge: list.row)
                case .giveUp:
                    player.leaveChallenge()
                    player.sheet = nil
                case .showMe: player.showSolution(of: list.row)
                default: break
                }
            }
    }

    /// A click in what lies over the player: it closes, except that in a packet it chooses a field or a byte.
    mutating func handleInSheet(_ mouse: Mouse, at now: WallTime) -> [Effect] {
        guard case .player(let player) = screens.last else { return [] }
        switch mouse.action {
        case .wheelUp: return handle(.up, at: now)
        case .wheelDown: return handle(.down, at: now)
        case .click: break
        }
        guard case .packet(var inspector) = player.sheet else { return perform(.back, at: now) }
        PacketView(inspector, appearance: appearance).choose(
            column: mouse.column, row: mouse.row, in: size, &inspector)
        return withPlayer(at: now) { $0.sheet = .packet(inspector) }
    }
}

extension PlayerScreen {
    /// Begins a challenge at the scene that it starts from, nothing changed.
    mutating func take(challenge place: Int) {
        guard lesson.challenges.indices.contains(place) else { return }
        let scene = lesson.challenges[place].scene
        open(scene: lesson.scenes.firstIndex { $0.id == scene } ?? 0)
        challenge = place
    }

    /// Is at no challenge any more; what was changed stays.
    mutating func leaveChallenge() {
        challenge = nil
        sawSolution = false
        playChanges()
    }

    /// Shows the author's solution of a challenge.
    mutating func showSolution(of place: Int) {
        take(challenge: place)
        guard challenge == place else { return }
        sawSolution = true
        sheet = nil
        change(to: lesson.challenges[place].solution)
        solvedPage = page
    }
}
