import Courseware
import Study
import Timelines

extension PlayerScreen {
    /// Milliseconds between two frames while something moves.
    static let frame: Int64 = 33

    /// Goes on by one step; a second press while the step is being animated finishes it.
    mutating func stepForward(reducedMotion: Bool, seed: UInt64) {
        if isAnimating {
            show = stop(of: page)
            isAnimating = false
            return
        }
        guard page < lastPage, question == nil else { return }
        if predicts, isWorthAsking(page), let posed = Self.posed(scene, in: lesson, step: page, seed: seed) {
            isPlaying = false
            question = OpenQuestion(posed)
            textScroll = 0
            return
        }
        begin(page + 1, reducedMotion: reducedMotion)
    }

    /// Starts to animate `page`, or shows it at once.
    mutating func begin(_ page: Int, reducedMotion: Bool) {
        self.page = min(page, lastPage)
        textScroll = 0
        verdict = nil
        if reducedMotion || stop(of: self.page) <= show {
            show = stop(of: self.page)
            isAnimating = false
        } else {
            isAnimating = true
        }
    }

    /// One step back; while a step is being animated, back to where it began.
    mutating func stepBack() {
        isPlaying = false
        let back = isAnimating || show > stop(of: page) || show < stop(of: page) || page == 0 ? page - 1 : page - 1
        jump(to: back)
    }

    /// Lets `elapsed` milliseconds of wall-clock time pass.
    ///
    /// - Parameters:
    ///   - elapsed: Milliseconds since time was last passed.
    ///   - reducedMotion: Whether steps appear at once.
    ///   - readingTime: How long the text of a page takes to read, in milliseconds.
    mutating func pass(_ elapsed: Int64, reducedMotion: Bool, readingTime: (PlayerScreen) -> Int64) {
        var left = min(max(elapsed, 0), 250) * Self.speeds[speed] / 4
        while left > 0 {
            if isAnimating {
                let missing = stop(of: page) - show
                if left < missing {
                    show += left
                    return
                }
                left -= max(missing, 0)
                show = stop(of: page)
                isAnimating = false
                if isPlaying { readingLeft = readingTime(self) }
            } else if isPlaying {
                if left < readingLeft {
                    readingLeft -= left
                    return
                }
                left -= max(readingLeft, 0)
                readingLeft = 0
                guard page < lastPage else {
                    isPlaying = false
                    return
                }
                begin(page + 1, reducedMotion: reducedMotion)
                if !isAnimating { readingLeft = readingTime(self) }
            } else {
                return
            }
        }
    }

    /// When the show wants to be told the time again, in milliseconds; `nil` while nothing moves.
    var wake: Int64? {
        if isAnimating { return Self.frame }
        guard isPlaying else { return nil }
        return max(readingLeft * 4 / Self.speeds[speed], 1)
    }

    /// Plays on, or pauses.
    mutating func playOrPause(reducedMotion: Bool) {
        if isPlaying || isAnimating {
            isPlaying = false
            isAnimating = false
            return
        }
        if page >= lastPage { jump(to: 0) }
        question = nil
        isPlaying = true
        if show < stop(of: page) {
            isAnimating = true
        } else {
            begin(page + 1, reducedMotion: reducedMotion)
        }
    }

    /// Moves by one event without narration.
    mutating func stepEvent(_ distance: Int) {
        isPlaying = false
        isAnimating = false
        let target = min(max(moment.happened + distance, 0), timeline.events.count)
        guard target > 0 else { return seek(to: 0) }
        let event = timeline.events[target - 1]
        seek(to: pacing.show(at: .init(event.instant, happened: target)))
    }
}
