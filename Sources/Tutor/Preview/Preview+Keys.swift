import CellGrid
import Courseware
import Localization
import LocatedJSON
import Study

extension Preview {
    /// A key: the preview's own where it has no other meaning, otherwise the player's or the quiz's.
    mutating func handle(_ key: Key, at now: WallTime) -> [Effect] {
        guard size.holds(Self.minimumSize) else { return program.handleUnseen(key).filter { $0 == .quit } }
        guard program.help == nil, !program.isTyping(key) else {
            return pass(.key(key), at: now)
        }
        switch program.keys.action(for: key) {
        case .edit: return [edit]
        case .nextFault: choose(chosen + 1, at: now)
        case .previousFault: choose(chosen - 1, at: now)
        case .skipQuestion: program.moveQuestion(by: 1)
        case .previousQuestion: program.moveQuestion(by: -1)
        default: return pass(.key(key), at: now)
        }
        return []
    }

    /// The mouse: in the panel a click chooses a fault and the wheel goes through them.
    mutating func handle(_ mouse: Mouse, at now: WallTime) -> [Effect] {
        let top = size.rows - panelRows
        guard size.holds(Self.minimumSize) else { return [] }
        guard mouse.row >= top else { return pass(.mouse(mouse), at: now) }
        switch mouse.action {
        case .wheelUp: choose(chosen - 1, at: now)
        case .wheelDown: choose(chosen + 1, at: now)
        case .click:
            if let fault = panel.fault(atRow: mouse.row - top, of: panelRows) { choose(fault, at: now) }
        }
        return []
    }

    /// Shows another fault in full; after the last comes the first.
    private mutating func choose(_ fault: Int, at now: WallTime) {
        let count = course.diagnostics.count
        guard count > 0 else { return }
        chosen = (fault + count) % count
        program.announce(nil)
        fit(at: now)
    }

    /// The editor at the fault that is shown, or at what is on the screen, or at the beginning.
    private var edit: Effect {
        if course.diagnostics.indices.contains(chosen) {
            let fault = course.diagnostics[chosen]
            return .edit(path: fault.file, line: fault.place.line)
        }
        let line = program.wordsOnScreen.lazy.compactMap { [course] in
            SourceSearch(course.source(of: course.subject)).line(of: $0)
        }
        return .edit(path: course.subject, line: line.first ?? 1)
    }
}

extension Program {
    /// Whether a key is a letter of an answer that is being typed.
    func isTyping(_ key: Key) -> Bool {
        guard case .character = key, case .quiz(let quiz) = screens.last else { return false }
        return quiz.open?.isTyped ?? false
    }

    /// Shows the question after or before, whether or not this one has been answered.
    mutating func moveQuestion(by distance: Int) {
        guard case .quiz(let quiz) = screens.last else { return }
        screens[screens.count - 1] = .quiz(quiz.moved(to: quiz.session.position + distance))
    }

    /// Wordings from the file that are on the screen, the most telling first.
    var wordsOnScreen: [String] {
        switch screens.first {
        case nil, .briefing, .progress: []
        case .player(let player):
            (player.step?.say ?? player.scene.about ?? player.lesson.summary).wordings.map(\.text)
        case .quiz(let quiz):
            quiz.session.current.flatMap { current in
                quiz.session.quiz.questions.first { $0.id == current.id }?.ask?.wordings.map(\.text)
            } ?? []
        }
    }
}

/// Finds a text of a lesson in the JSON that it was read from.
struct SourceSearch {
    private let source: [UInt8]

    init(_ source: [UInt8]) { self.source = source }

    /// The line, 1-based, on which the text stands; `nil` when it is written with escapes throughout, or not there.
    func line(of text: String) -> Int? {
        // What JSON may write otherwise is left out: the longest stretch without such characters is looked for.
        let stretches = text.split { $0 == "\"" || $0 == "\\" || $0 == "/" || $0.isNewline || $0 == "\t" }
        guard let longest = stretches.max(by: { $0.utf8.count < $1.utf8.count }) else { return nil }
        let wanted = Array(longest.utf8)
        guard let first = wanted.first, source.count >= wanted.count else { return nil }
        var line = 1
        for start in 0...source.count - wanted.count {
            if source[start] == UInt8(ascii: "\n") { line += 1 }
            if source[start] == first, source[start..<start + wanted.count].elementsEqual(wanted) { return line }
        }
        return nil
    }
}
