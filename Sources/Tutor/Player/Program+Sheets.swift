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
        case (_, .back): return withPlayer(at: now) { $0.sheet = nil }
        case (.why(let event, let scroll), _):
            let most = whyScroll(player, event)
            let moved = action == .pageDown ? scroll + 3 : action == .pageUp ? scroll - 3 : scroll
            return withPlayer(at: now) { $0.sheet = .why(event: event, scroll: min(max(moved, 0), most)) }
        case (.packet(var inspector), _):
            inspector.perform(action, bytesPerRow: PacketView.bytesPerRow(size))
            return withPlayer(at: now) { $0.sheet = .packet(inspector) }
        case (.changes(let row), _): return performInChanges(action, row, at: now)
        case (.challenges(let list), _): return performInChallenges(action, list, at: now)
        }
    }

    private func whyScroll(_ player: PlayerScreen, _ event: Int) -> Int {
        let lines = WhyView.lines(player, event: event, appearance: appearance, size: size)
        return max(lines.count - (WhyView.area(size).rows - 2), 0)
    }

    private mutating func performInChanges(_ action: Action, _ row: Int, at now: WallTime) -> [Effect] {
        withPlayer(at: now) { player in
            let count = player.changes.items.count
            switch action {
            case .up: player.sheet = .changes(row: max(row - 1, 0))
            case .down: player.sheet = .changes(row: min(row + 1, max(count - 1, 0)))
            case .remove:
                player.removeChange(at: row)
                player.sheet = player.changes.isEmpty ? nil : .changes(row: max(min(row, count - 2), 0))
            case .undo:
                player.undo()
                player.sheet = player.changes.isEmpty ? nil : .changes(row: max(min(row, count - 2), 0))
            default: break
            }
        }
    }

    // MARK: Changing what happens

    /// Changes what happens; a challenge is graded at once.
    mutating func changeScene(_ action: Action, at now: WallTime) -> [Effect] {
        guard case .player(let player) = screens.last else { return [] }
        guard player.isSimulated else {
            notice = appearance.say("Only a simulated lesson can be changed.", "只有模拟出来的课才能改动。")
            return []
        }
        let seed = draw()
        let effects = withPlayer(at: now) { player in
            switch action {
            case .drop: player.tamper(.drop, seed: seed)
            case .delay: player.tamper(.delay(Changes.delays[0]), seed: seed)
            case .duplicate: player.tamper(.duplicate, seed: seed)
            case .overtake: player.tamper(.overtake, seed: seed)
            default: player.undo()
            }
        }
        return effects + gradeChallenge(at: now)
    }

    /// Says so when the learner's changes solve the challenge they are at.
    private mutating func gradeChallenge(at now: WallTime) -> [Effect] {
        guard case .player(let player) = screens.last, let place = player.challenge, !player.changes.isEmpty else {
            return []
        }
        let challenge = player.lesson.challenges[place]
        let grade = challenge.grade(player.changes.faults, causing: player.timeline)
        guard grade.isMet else { return [] }
        if player.sawSolution { return [] }
        let lesson = player.lesson.id, count = grade.faultCount
        var isBetter = false
        record { progress in
            isBetter = progress.solved(challenge: challenge.id, of: lesson, faults: count, at: now.milliseconds)
        }
        _ = withPlayer(at: now) { $0.question = nil }
        notice = ChallengeWords(appearance: appearance).solved(challenge, with: count)
        return isBetter ? [.save] : []
    }

    private mutating func performInChallenges(_ action: Action, _ list: ChallengeList, at now: WallTime) -> [Effect] {
        withPlayer(at: now) { player in
            var list = list
            let count = player.lesson.challenges.count
            switch action {
            case .up:
                list = ChallengeList(row: max(list.row - 1, 0))
                player.sheet = .challenges(list)
            case .down:
                list = ChallengeList(row: min(list.row + 1, count - 1))
                player.sheet = .challenges(list)
            case .hint:
                list.showsHint.toggle()
                player.sheet = .challenges(list)
            case .choose: player.take(challenge: list.row)
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

    /// Shows the author's solution of a challenge.
    mutating func showSolution(of place: Int) {
        take(challenge: place)
        guard challenge == place else { return }
        sawSolution = true
        change(to: lesson.challenges[place].solution)
    }
}

/// What is said about challenges.
struct ChallengeWords {
    let appearance: Appearance

    /// The line over the text while a challenge is on.
    func task(_ challenge: Challenge) -> String {
        appearance.say("Challenge: ", "挑战：") + appearance.text(challenge.task)
    }

    /// What the bar says when it is solved.
    func solved(_ challenge: Challenge, with count: Int) -> String {
        let score = appearance.say(
            "Solved with \(count == 1 ? "1 change" : "\(count) changes"), par \(challenge.par). ",
            "完成！用了\(count)处改动，标准\(challenge.par)处。")
        return score + appearance.text(challenge.because)
    }
}
