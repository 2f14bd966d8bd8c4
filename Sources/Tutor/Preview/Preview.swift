public import CellGrid
import Courseware
public import Localization
import LocatedJSON
import Simulator
import Study

/// A lesson or a quiz played while its author writes it, above a panel with what is wrong with it.
///
///     ┌──────────────┐  files    ┌─────────┐  the last sound version   ┌─────────┐
///     │ what changed │ ────────▶ │ Preview │ ────────────────────────▶ │ Program │
///     └──────────────┘           └─────────┘  at the same place        └─────────┘
///            ▲  watch, edit           │ faults ──▶ panel
///            └────────────────────────┘
///
/// It reads nothing by itself: it asks to be told what the files hold, and is told again whenever they change. Nothing
/// that is done here is written into the progress.
public struct Preview: InteractiveProgram, Sendable {
    /// The file, what it refers to, and what is wrong with them.
    public private(set) var course: PreviewedCourse
    /// What plays above the panel.
    var program: Program
    /// The terminal's size.
    private(set) var size: Size
    /// The fault that is shown in full.
    var chosen = 0
    private var isAsking = true

    /// The smallest terminal that the player and a fault below it fit into.
    public static let minimumSize = Size(columns: 60, rows: Program.minimumSize.rows + 5)

    /// A preview of a file that has not been looked for yet.
    ///
    /// - Parameters:
    ///   - course: The file, and what it may refer to.
    ///   - appearance: How it presents itself.
    ///   - size: The terminal's size.
    ///   - seed: Where the quiz's values and orders come from, which stay the same from one version to the next.
    public init(_ course: PreviewedCourse, appearance: Appearance, size: Size, seed: UInt64) {
        self.course = course
        self.size = size
        program = Program(catalog: course.catalog, progress: Progress(), appearance: appearance, size: size, seed: seed)
        program.ground = Ground()
        fit(at: WallTime(milliseconds: 0))
    }

    /// The language of everything on the screen.
    public var language: Language { program.appearance.language }

    /// Milliseconds until it wants a tick; `nil` while nothing moves by itself.
    public var wake: Int64? { size.holds(Self.minimumSize) ? program.wake : nil }

    /// Takes one input in.
    public mutating func update(_ input: Input, at now: WallTime) -> [Effect] {
        switch input {
        case .resize(let size):
            self.size = size
            fit(at: now)
            defer { isAsking = false }
            return isAsking ? [.watch(course.watched)] : []
        case .files(let readings): return take(readings, at: now)
        case .edited(let complaint):
            program.announce(complaint.map(program.appearance.text))
            return []
        case .key(let key): return handle(key, at: now)
        case .mouse(let mouse): return handle(mouse, at: now)
        case .tick: return program.update(input, at: now).filter { $0 == .quit }
        case .saved, .restored, .loaded: return pass(input, at: now)
        }
    }

    /// Lets the player or the quiz have an input.
    mutating func pass(_ input: Input, at now: WallTime) -> [Effect] {
        let effects = program.update(input, at: now).filter { $0 == .quit }
        // The key may have led from a lesson to its quiz, where other keys work.
        fit(at: now)
        return effects
    }

    /// The panel below, as high as what is in it, but the player keeps the room that it needs.
    var panel: PreviewPanel {
        PreviewPanel(course: course, chosen: chosen, columns: size.columns, appearance: program.appearance)
    }

    var panelRows: Int {
        let most = min(max(5, size.rows / 4), size.rows - Program.minimumSize.rows)
        return max(panel.rows(atMost: most), 1)
    }

    /// Gives the program the room above the panel, and the words and keys that depend on what was read.
    mutating func fit(at now: WallTime) {
        chosen = min(max(chosen, 0), max(course.diagnostics.count - 1, 0))
        let isQuiz = if case .quiz = program.screens.last { true } else { false }
        program.ground = Ground(
            title: program.appearance.say("Preview: ", "预览：") + course.subject, text: panel.waitingText,
            bindings: KeyMap.preview(hasFaults: !course.diagnostics.isEmpty, isQuiz: isQuiz))
        let room = Size(columns: size.columns, rows: size.rows - panelRows)
        if program.size != room { _ = program.update(.resize(room), at: now) }
    }

    /// Takes in what files hold now.
    private mutating func take(_ readings: [FileReading], at now: WallTime) -> [Effect] {
        let watched = course.watched
        let former = course.diagnostics.indices.contains(chosen) ? course.diagnostics[chosen] : nil
        course.take(readings)
        // The fault that was looked at is still the one that is shown, if it is still there.
        chosen = course.diagnostics.firstIndex { $0.file == former?.file && $0.message == former?.message } ?? 0
        _ = program.update(.loaded(course.catalog, notice: nil), at: now)
        program.renewScreens(showing: course.shown)
        fit(at: now)
        return course.watched == watched ? [] : [.watch(course.watched)]
    }

    /// The frame of the present state, as large as the terminal.
    public func view() -> Grid {
        var grid = Grid(size)
        guard size.holds(Self.minimumSize) else {
            program.drawTooSmall(needing: Self.minimumSize, into: &grid)
            return grid.adapted(to: program.appearance.charset)
        }
        let (upper, lower) = grid.bounds.split(top: size.rows - panelRows)
        grid.draw(program.view(), source: upper, column: 0, row: 0)
        panel.draw(into: &grid, in: lower)
        return grid.adapted(to: program.appearance.charset)
    }
}

extension Program {
    /// Shows the present version of everything that is open, each where it was.
    ///
    /// - Parameter document: What is to lie at the bottom; `nil` for nothing.
    mutating func renewScreens(showing document: PreviewedCourse.Document?) {
        guard let document else {
            screens = []
            return
        }
        if screens.first.map({ $0.isOf(document) }) != true {
            screens = [first(of: document)]
            return
        }
        screens = screens.map { screen in
            switch screen {
            case .player(let player):
                guard let lesson = catalog.lesson(player.lesson.id), lesson != player.lesson else { return screen }
                return .player(player.renewed(with: lesson, seed: seed))
            case .quiz(let quiz):
                // What is asked also depends on the lessons that the questions are about.
                guard let renewed = catalog.quiz(quiz.session.quiz.id) else { return screen }
                return .quiz(quiz.renewed(with: renewed, in: catalog))
            case .briefing, .progress: return screen
            }
        }
    }

    private func first(of document: PreviewedCourse.Document) -> Screen {
        switch document {
        case .lesson(let lesson): .player(PlayerScreen(lesson))
        case .quiz(let quiz): .quiz(QuizScreen(QuizSession(quiz, seed: seed, in: catalog)))
        }
    }
}

extension Program.Screen {
    /// Whether it shows this document, in whatever version.
    fileprivate func isOf(_ document: PreviewedCourse.Document) -> Bool {
        switch (self, document) {
        case (.player(let player), .lesson(let lesson)): player.lesson.id == lesson.id
        case (.quiz(let quiz), .quiz(let other)): quiz.session.quiz.id == other.id
        default: false
        }
    }
}
