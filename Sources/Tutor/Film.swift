public import CellGrid
public import Courseware

/// A lesson that plays by itself, frame by frame, from its opening to its closing page.
///
/// Each step moves as in the player at its usual speed, and then rests for as long as its text takes to read; a ladder
/// alone, which has no text, rests a moment. The frames are made one by one, as they are asked for.
public struct Film: Sequence, IteratorProtocol, Sendable {
    private let still: Still
    private let subject: Still.Subject
    /// Milliseconds from one frame to the next while something moves.
    private let interval: Int64
    private var player: PlayerScreen
    private var isOver = false

    /// How long a ladder alone rests after each step, and at the end, in milliseconds.
    private static let rest: Int64 = 1400, lastRest: Int64 = 4000

    init(_ still: Still, of player: PlayerScreen, showing subject: Still.Subject, interval: Int64) {
        self.still = still
        self.subject = subject
        self.interval = Swift.max(interval, 1)
        self.player = player
        self.player.jump(to: 0)
        self.player.isPlaying = true
    }

    /// How long it takes from its first frame to its end, in milliseconds.
    public var length: Int64 {
        var player = player
        return (0...player.lastPage).reduce(player.pacing.length) { sum, page in
            player.jump(to: page)
            return sum + rest(of: player)
        }
    }

    /// The next frame; `nil` when the film is over.
    public mutating func next() -> TimedFrame? {
        if isOver { return nil }
        return player.isAnimating ? move() : pause()
    }

    /// A frame of a step that moves.
    private mutating func move() -> TimedFrame {
        let stop = player.stop(of: player.page)
        let lasts = Swift.min(interval, stop - player.show)
        let frame = TimedFrame(still.picture(of: player, showing: subject), milliseconds: lasts)
        player.show += lasts
        player.isAnimating = player.show < stop
        return frame
    }

    /// The frame of a step that rests, after which the next one begins.
    private mutating func pause() -> TimedFrame {
        let steps = player.scene.steps.count
        let isStep = (1...Swift.max(steps, 1)).contains(player.page) && steps > 0
        let frame = TimedFrame(
            still.picture(of: player, showing: subject), milliseconds: rest(of: player),
            chapter: isStep ? "\(player.page) / \(steps)" : nil)
        isOver = player.page >= player.lastPage
        player.begin(player.page + 1, reducedMotion: false)
        return frame
    }

    /// How long a page rests.
    private func rest(of player: PlayerScreen) -> Int64 {
        switch subject {
        case .player: still.readingTime(of: player)
        case .ladder: player.page == player.lastPage ? Self.lastRest : Self.rest
        }
    }
}

extension Still {
    /// A scene of a lesson as a film.
    ///
    /// - Parameters:
    ///   - lesson: The lesson.
    ///   - place: Which scene, and which beside it; the moment counts for nothing.
    ///   - subject: What is seen.
    ///   - isTrueTime: Whether rows are time.
    ///   - interval: Milliseconds from one frame to the next while something moves.
    /// - Returns: Its frames, made as they are asked for.
    public func film(
        of lesson: Lesson, in place: StillPlace, showing subject: Subject = .player, isTrueTime: Bool = false,
        interval: Int64
    ) -> Film {
        let player = player(of: lesson, at: place, isTrueTime: isTrueTime)
        return Film(self, of: player, showing: subject, interval: interval)
    }

    /// How long the page that `player` is on takes to read, in milliseconds.
    fileprivate func readingTime(of player: PlayerScreen) -> Int64 {
        let layout = PlayerLayout(size: size, player: player, appearance: appearance)
        return PlayerText(player, appearance: appearance, columns: layout.text.columns).readingTime
    }
}
