public import CellGrid
public import Courseware
import Ladder
public import Study
public import Timelines

/// Where in a lesson a still picture is taken.
public struct StillPlace: Equatable, Sendable {
    /// Which scene, 0 for the main one.
    public var scene: Int
    /// The virtual time; `nil` to go by ``anchor``.
    public var instant: Instant?
    /// The author's name for a moment; `nil` to go by ``page``.
    public var anchor: String?
    /// The page: 0 for the opening, then the steps, then the closing; `nil` for the last step.
    public var page: Int?
    /// Another scene drawn beside it.
    public var compare: Int?

    /// A place; see the properties.
    public init(
        scene: Int = 0, instant: Instant? = nil, anchor: String? = nil, page: Int? = nil, compare: Int? = nil
    ) {
        self.scene = scene
        self.instant = instant
        self.anchor = anchor
        self.page = page
        self.compare = compare
    }
}

/// Frames of the program without anybody at the keys: what `netarium render` writes and the README shows.
public struct Still: Sendable {
    private let program: Program
    /// Keys that are pressed, one after the other, before the picture is taken.
    public var keys: [Key] = []

    /// Stills of this course, drawn this way.
    public init(catalog: Catalog, progress: Progress, appearance: Appearance, size: Size) {
        program = Program(catalog: catalog, progress: progress, appearance: appearance, size: size, seed: 1)
    }

    /// A lesson at a moment.
    public func lesson(_ lesson: Lesson, at place: StillPlace, isTrueTime: Bool = false) -> Grid {
        frame(.player(player(of: lesson, at: place, isTrueTime: isTrueTime)))
    }

    /// The ladder of a lesson at a moment, whole and alone, as high as it needs to be.
    ///
    /// It is as wide as the frames are, or wider when the participants do not fit.
    public func ladder(of lesson: Lesson, at place: StillPlace, isTrueTime: Bool = false) -> Grid {
        ladder(of: player(of: lesson, at: place, isTrueTime: isTrueTime))
    }

    /// The ladder alone, as `player` shows it.
    func ladder(of player: PlayerScreen) -> Grid {
        let pane = PlayerView(player: player, appearance: program.appearance).ladder
        var grid = Grid(pane.wholeSize(columns: program.size.columns))
        pane.draw(into: &grid, in: grid.bounds)
        return grid.adapted(to: program.appearance.charset)
    }

    /// A player that is at `place`.
    func player(of lesson: Lesson, at place: StillPlace, isTrueTime: Bool) -> PlayerScreen {
        var player = PlayerScreen(lesson, scene: place.scene)
        player.isTrueTime = isTrueTime
        player.comparedScene = place.compare
        if let instant = place.instant {
            player.seek(to: player.pacing.show(at: player.timeline.moment(at: instant)))
        } else if let anchor = place.anchor {
            player.jump(toAnchor: anchor)
            player.cursor = nil
        } else {
            player.jump(to: place.page ?? player.scene.steps.count)
        }
        return player
    }

    /// The whole program with `player` on its screen.
    func frame(of player: PlayerScreen) -> Grid { frame(.player(player)) }

    /// How the pictures present themselves.
    var appearance: Appearance { program.appearance }
    /// Of each frame.
    var size: Size { program.size }

    /// The catalogue with this lesson chosen.
    public func catalogue(choosing lesson: Lesson) -> Grid {
        var still = program
        still.catalogue.selected = lesson.id
        return picture(of: still)
    }

    /// The first question of the lesson's quiz; the catalogue for a lesson without one.
    public func quiz(of lesson: Lesson) -> Grid {
        guard let quiz = lesson.quiz.flatMap(program.catalog.quiz) else { return catalogue(choosing: lesson) }
        return frame(.quiz(QuizScreen(QuizSession(quiz, seed: 1, in: program.catalog))))
    }

    /// The player's keys.
    public func help(for lesson: Lesson) -> Grid {
        var still = program
        still.screens = [.player(PlayerScreen(lesson))]
        still.help = 0
        return picture(of: still)
    }

    private func frame(_ screen: Program.Screen) -> Grid {
        var still = program
        still.screens = [screen]
        return picture(of: still)
    }

    /// What there is to see once the keys are pressed and nothing moves any more.
    private func picture(of still: Program) -> Grid {
        guard !keys.isEmpty else { return still.view() }
        var still = still
        still.appearance.reducedMotion = true
        for key in keys { _ = still.update(.key(key), at: WallTime(milliseconds: 0)) }
        return still.view()
    }
}
