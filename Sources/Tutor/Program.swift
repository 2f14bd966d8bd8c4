public import CellGrid
public import Courseware
import Localization
public import Simulator
public import Study

/// The tutor as a pure state machine: inputs in, effects and frames out.
///
/// Nothing here reads a clock, a file or a terminal. What happens is a function of the inputs and the times they come
/// with; what is seen is a function of the state.
///
///     catalogue ── open ──▶ player ── q ──▶ quiz ── show me ──▶ player
///         │ ▲                 │               │                   │
///         │ └────── Esc ──────┴───────────────┴───────────────────┘   (each goes back to where it came from)
///         └── review, interview, diagnostic ──▶ quiz over questions of several
public struct Program: InteractiveProgram, Sendable {
    /// The course; at the beginning perhaps only so much of it as the first frame shows.
    public private(set) var catalog: Catalog
    /// What the learner has done; the loop saves it when asked to.
    public private(set) var progress: Progress
    /// Language, charset and motion.
    public internal(set) var appearance: Appearance
    /// The terminal's size.
    public private(set) var size: Size
    /// How far the learner's clock is ahead of UTC, in milliseconds.
    let utcOffset: Int64
    /// What there is to review; found out anew when the catalogue comes to the top, and when more becomes due.
    private(set) var outlook = ReviewOutlook()

    /// What there is instead of the catalogue while a single file is previewed.
    var ground: Ground?
    var catalogue = CatalogueScreen()
    /// What lies over the catalogue, the topmost last.
    var screens: [Screen] = []
    /// Whether the help lies over everything, and how far it is scrolled.
    var help: Int?
    /// What is asked about the progress file, over everything.
    var question: SavingQuestion?
    /// Why the progress could not be saved the last time; `nil` when it could.
    var unsaved: LocalizedText?
    /// A sentence for the learner that stands in the bar of keys until the next key.
    var notice: String?
    /// Where every drawn value and every shuffle comes from; moves on with every use.
    var seed: UInt64
    /// Whether the rest of the course has still to be asked for.
    private var wantsCourse: Bool
    /// Whether the course is not all there yet.
    private(set) var isReading: Bool
    /// What was asked of the course before it was there, and all that came after it.
    var waiting: Waiting?
    /// When the last input came, to know how much time a tick stands for.
    private var lastTime: WallTime?

    /// A screen over the catalogue.
    enum Screen: Sendable {
        case player(PlayerScreen)
        case quiz(QuizScreen)
        case briefing(BriefingScreen)
        case progress(ProgressScreen)
    }

    /// The smallest terminal that everything fits into.
    public static let minimumSize = Size(columns: 60, rows: 18)

    /// A program at its catalogue.
    ///
    /// - Parameters:
    ///   - catalog: The course, or the beginning of it.
    ///   - isWhole: Whether `catalog` is all there is; if not, the program asks for the rest with ``Effect/load``.
    ///   - progress: What the learner has done before.
    ///   - appearance: How it presents itself; the learner's own choices in `progress` have been taken in already.
    ///   - size: The terminal's size.
    ///   - seed: Where chance comes from.
    ///   - utcOffset: How far the learner's clock is ahead of UTC, in milliseconds.
    public init(
        catalog: Catalog, isWhole: Bool = true, progress: Progress, appearance: Appearance, size: Size, seed: UInt64,
        utcOffset: Int64 = 0
    ) {
        self.catalog = catalog
        wantsCourse = !isWhole
        isReading = !isWhole
        self.progress = progress
        self.appearance = appearance
        self.size = size
        self.seed = seed
        self.utcOffset = utcOffset
        catalogue.selected = progress.resume?.value.lesson
    }

    /// Milliseconds until the program wants a tick; `nil` while nothing moves by itself.
    public var wake: Int64? {
        switch screens.last {
        case .player(let player):
            return size.holds(Self.minimumSize) && help == nil && question == nil ? player.wake : nil
        case .quiz(let quiz): return quiz.wake
        case nil: return untilMoreIsDue
        case .briefing, .progress: return nil
        }
    }

    /// Milliseconds until the catalogue's count of what is due is out of date, a day at most.
    private var untilMoreIsDue: Int64? {
        guard ground == nil, let next = outlook.queue.next, let lastTime else { return nil }
        return min(max(next - lastTime.milliseconds, 0), StudyDay.length)
    }

    /// Takes one input in.
    public mutating func update(_ input: Input, at now: WallTime) -> [Effect] {
        let wasAtCatalogue = screens.isEmpty
        let effects = respond(to: input, at: now)
        noteShowing(at: now)
        refreshOutlook(input, wasAtCatalogue: wasAtCatalogue, at: now)
        return effects
    }

    mutating func respond(to input: Input, at now: WallTime) -> [Effect] {
        passTime(until: now)
        switch input {
        case .tick: return []
        case .resize(let size):
            self.size = size
            defer { wantsCourse = false }
            return wantsCourse ? [.load] : []
        case .loaded(let catalog, let sentence):
            self.catalog = catalog
            isReading = false
            let effects = catchUp(at: now)
            notice = notice ?? sentence
            return effects
        case .files, .edited: return []
        case .saved(let outcome): return note(outcome, at: now)
        case .restored(let all, let sentence):
            take(all, at: now)
            unsaved = nil
            notice = appearance.text(sentence)
            return []
        case .key(let key) where !size.holds(Self.minimumSize): return handleUnseen(key)
        case .key where waiting != nil, .mouse where waiting != nil:
            waiting?.inputs.append(input)
            return []
        case .key(let key):
            notice = nil
            return handleSaving(key, at: now) ?? handle(key, at: now)
        case .mouse(let mouse):
            guard question == nil else { return [] }
            notice = nil
            return handle(mouse, at: now)
        }
    }

    private mutating func passTime(until now: WallTime) {
        defer { lastTime = now }
        if case .quiz(var quiz) = screens.last {
            quiz.pass(until: now)
            screens[screens.count - 1] = .quiz(quiz)
        }
        guard let lastTime, now > lastTime, wake != nil, case .player(var player) = screens.last else { return }
        let appearance = appearance, size = size
        player.pass(now.milliseconds - lastTime.milliseconds, reducedMotion: appearance.reducedMotion) { player in
            let layout = PlayerLayout(size: size, player: player, appearance: appearance)
            return PlayerText(player, appearance: appearance, columns: layout.text.columns).readingTime
        }
        screens[screens.count - 1] = .player(player)
        note(player, at: now)
    }

    /// Changes the player on top, if there is one, and notes how far it has come.
    mutating func withPlayer(at now: WallTime, _ change: (inout PlayerScreen) -> Void) -> [Effect] {
        guard case .player(var player) = screens.last else { return [] }
        change(&player)
        screens[screens.count - 1] = .player(player)
        return note(player, at: now) ? [.save] : []
    }

    /// Writes the player's place into the progress; says whether that changed it.
    @discardableResult
    private mutating func note(_ player: PlayerScreen, at now: WallTime) -> Bool {
        let count = player.scene.steps.count
        // What the learner has made of a scene is not what its author tells.
        guard player.page > 0, count > 0, player.changeCount == 0, !player.isPeeking else { return false }
        let step = min(player.page, count) - 1
        if let resume = progress.resume?.value, resume.lesson == player.lesson.id, resume.scene == player.scene.id,
            resume.step == step
        {
            return false
        }
        progress.reached(step: step, of: count, scene: player.scene.id, lesson: player.lesson.id, at: now.milliseconds)
        progress.practised(on: StudyDay(of: now.milliseconds, offset: utcOffset))
        return true
    }

    /// Opens a lesson of the catalogue at the beginning of one of its scenes, with these changes if it is simulated.
    ///
    /// - Parameters:
    ///   - id: The lesson.
    ///   - scene: The place of the scene in it.
    ///   - faults: What goes wrong besides.
    ///   - places: Where the scene's sliders stand; where they stand at first for `nil`.
    public mutating func open(lesson id: String, scene: Int = 0, faults: [Fault] = [], sliding places: [Int]? = nil) {
        guard let lesson = catalog.lesson(id) else { return }
        catalogue.selected = id
        var player = PlayerScreen(lesson, scene: scene)
        if let places { player.slide(to: places) }
        if player.isSimulated, !faults.isEmpty { player.change(to: faults) }
        screens.append(.player(player))
    }

    /// Begins a quiz of the catalogue.
    public mutating func open(quiz id: String, seed: UInt64) {
        guard let quiz = catalog.quiz(id) else { return }
        screens.append(.quiz(QuizScreen(QuizSession(quiz, seed: seed, in: catalog))))
    }

    /// Finds out what there is to review as soon as nothing lies over the catalogue, and when that has changed.
    ///
    /// While a question is asked nobody sees it, and with a long history it takes its time.
    private mutating func refreshOutlook(_ input: Input, wasAtCatalogue: Bool, at now: WallTime) {
        guard screens.isEmpty, ground == nil, !isReading else { return }
        var isStale = !wasAtCatalogue || outlook.queue.next.map { $0 <= now.milliseconds } ?? false
        switch input {
        case .loaded, .restored, .resize, .saved(.saved(all: .some, notice: _)): isStale = true
        default: break
        }
        guard isStale else { return }
        outlook = ReviewOutlook(catalog: catalog, progress: progress, at: now.milliseconds, offset: utcOffset)
    }

    /// Goes back to what lies under the screen on top, unless there is nothing to go back to.
    mutating func leaveScreen() -> [Effect] {
        guard ground == nil || screens.count > 1 else {
            notice = appearance.say("Q leaves the preview.", "按Q键退出预览。")
            return []
        }
        screens.removeLast()
        return [.save]
    }

    /// Shows a sentence until the next key.
    public mutating func announce(_ sentence: String?) { notice = sentence }

    /// Changes the progress from outside the player.
    mutating func record(_ change: (inout Progress) -> Void) { change(&progress) }

    /// A fresh seed.
    mutating func draw() -> UInt64 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return seed
    }
}
