import Courseware
import Ladder
import Study
import Timelines

/// A lesson being played: which scene, which page, which moment, and how it is looked at.
///
/// A scene's *pages* are its opening (0), its steps (1…n) and its closing (n + 1). The moment follows the page: while a
/// step is being animated the moment runs to the step's stop; seeking sets the page that the moment belongs to.
struct PlayerScreen: Sendable {
    let lesson: Lesson
    private(set) var sceneIndex: Int
    private(set) var pacing: Pacing

    /// The page whose text is shown, `0...steps + 1`.
    var page = 0
    /// Where the show is, in milliseconds of show time.
    var show: Int64 = 0
    /// Whether the show runs on from step to step.
    var isPlaying = false
    /// Whether the current step is still being animated.
    var isAnimating = false
    /// What is left of the pause for reading before the next step, in milliseconds at speed 1×.
    var readingLeft: Int64 = 0
    /// Index in ``speeds``.
    var speed = Self.normalSpeed

    /// The layout: steps below each other, or true time.
    var isTrueTime = false
    /// Doublings of the true-time scale.
    var zoom = 0
    /// How far the learner has panned the ladder, in cells.
    var pan = 0
    /// Which of the pictures beside the ladder is shown first; the timers and tables come after them.
    var picture = 0
    /// Whether the sliders have shown the end to somebody who was at the opening, so that nothing has been watched yet.
    var isPeeking = false
    /// Lines that the text is scrolled by.
    var textScroll = 0
    /// The event under the cursor when a question led here, which no learner has to let go of before going back.
    var pointedOut: Int?
    /// The event that the cursor is on, independent of time.
    var cursor: Int?
    /// Whether the event under the cursor is shown in full.
    var showsDetails = false
    /// The scene shown beside this one, if any.
    var comparedScene: Int?
    /// Whether the scene without the learner's changes is shown beside this one.
    var comparesClean = false
    /// What lies over the player.
    var sheet: Sheet?

    /// What the learner has changed, and what happens then.
    var changes = Changes()
    /// Where the learner has put the sliders; `nil` for where they stand at first.
    var sliding: [Int]?
    private var changedScene: Scene?
    /// The challenge that the learner is at, by its place in the lesson.
    var challenge: Int?
    /// What the changes make of the challenge; `nil` without changes or a challenge.
    private(set) var grade: Challenge.Grade?
    /// The page on which the challenge was solved, and on which its explanation stands; `nil` for every page.
    var solvedPage: Int?
    /// Whether the solution of the challenge was shown, which then does not count.
    var sawSolution = false
    /// The question of a quiz that the challenge answers, when it was opened for one.
    var asked: PosedChallenge?

    /// Whether what comes next is hidden and asked about.
    var predicts = false
    /// The question before the next step, while it is open.
    var question: OpenQuestion? {
        didSet { if question == nil { pageAfterQuestion = nil } }
    }
    /// The page that goes on when the question is answered, for one about what the learner changed; `nil` for the next one.
    var pageAfterQuestion: Int?
    /// What was said about the last prediction; shown above the step's text.
    var verdict: Feedback?

    /// Speeds as quarters: ¼, ½, 1, 2, 4, 8.
    static let speeds: [Int64] = [1, 2, 4, 8, 16, 32]
    static let normalSpeed = 2

    init(_ lesson: Lesson, scene: Int = 0) {
        self.lesson = lesson
        sceneIndex = lesson.scenes.indices.contains(scene) ? scene : 0
        pacing = Pacing(lesson.scenes[sceneIndex])
    }

    /// What is played: the scene, with what the learner has changed.
    var scene: Scene { changedScene ?? lesson.scenes[sceneIndex] }
    var timeline: Timeline { scene.timeline }
    /// How many pictures there are to turn to, timers and tables counted as one.
    var pictureCount: Int { PictureStack.pages(scene.pictures, timeline) }
    var lastPage: Int { scene.steps.count + 1 }
    var moment: Moment { pacing.moment(at: show) }
    /// The step that the page is about; `nil` on the opening and the closing page.
    var step: Step? { scene.steps.indices.contains(page - 1) ? scene.steps[page - 1] : nil }

    /// Show time at which `page` has been shown.
    func stop(of page: Int) -> Int64 {
        page <= 0 ? 0 : page - 1 < pacing.stops.count ? pacing.stops[page - 1] : pacing.length
    }

    /// Plays the scene with the changes, and grades them.
    mutating func playChanges() {
        changedScene =
            changes.isEmpty && sliding == nil ? nil : original.changed(by: changes.faults, sliding: sliding)
        pacing = Pacing(scene)
        solvedPage = nil
        grade =
            changes.isEmpty
            ? nil : challenge.map { lesson.challenges[$0].grade(changes.faults, causing: scene.timeline) }
    }

    /// Changes the scene and begins it anew, keeping how it is looked at.
    mutating func open(scene index: Int) {
        guard lesson.scenes.indices.contains(index) else { return }
        sceneIndex = index
        changes = Changes()
        sliding = nil
        changedScene = nil
        comparesClean = false
        isPeeking = false
        sheet = nil
        challenge = nil
        grade = nil
        sawSolution = false
        pacing = Pacing(lesson.scenes[index])
        if comparedScene == index { comparedScene = nil }
        cursor = nil
        showsDetails = false
        pan = 0
        picture = 0
        jump(to: 0)
    }

    /// Shows `page` at once, its animation done.
    mutating func jump(to page: Int) {
        self.page = min(max(page, 0), lastPage)
        show = stop(of: self.page)
        settle()
    }

    /// Shows the moment at `show`, on the page it belongs to.
    mutating func seek(to show: Int64) {
        self.show = min(max(show, 0), pacing.length)
        page = self.show == 0 ? 0 : (pacing.stops.firstIndex { $0 >= self.show } ?? scene.steps.count) + 1
        settle()
    }

    /// Ends whatever was going on: animation, reading pause, question, scrolling.
    private mutating func settle() {
        isAnimating = false
        readingLeft = 0
        question = nil
        verdict = nil
        textScroll = 0
    }

    /// Where to begin so that the event named `anchor` has just happened.
    mutating func jump(toAnchor anchor: String) {
        guard let event = timeline.event(anchored: anchor) else { return }
        let page = (scene.steps.lastIndex { $0.event <= event } ?? -1) + 1
        jump(to: max(page, 1))
        let shown = max(
            stop(of: self.page), pacing.show(at: Moment(timeline.events[event].instant, happened: event + 1)))
        show = min(shown, pacing.length)
        cursor = event
        pointedOut = event
    }
}
