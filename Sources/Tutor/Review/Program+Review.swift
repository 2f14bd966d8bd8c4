import CellGrid
import Courseware
import Study

extension Program {
    /// What there is to say about reviews.
    var reviewWords: ReviewWords { ReviewWords(appearance: appearance, offset: utcOffset) }

    /// Begins a review of what is due, or says that nothing is.
    ///
    /// - Parameters:
    ///   - track: The id of the only track to ask about; `nil` for all.
    ///   - now: The time.
    /// - Returns: Whether there is anything to ask.
    @discardableResult
    public mutating func openReview(track: String? = nil, at now: WallTime) -> Bool {
        let outlook = ReviewOutlook(
            catalog: catalog, progress: progress, track: track, at: now.milliseconds, offset: utcOffset)
        guard outlook.count > 0 else {
            notice = reviewWords.nothing(outlook, at: now.milliseconds)
            return false
        }
        var screen = QuizScreen(.review(outlook.queue, seed: draw(), in: catalog))
        screen.track = track
        screen.hasMore = outlook.queue.hasMore
        screens.append(.quiz(screen))
        return true
    }

    /// Another set after the first, if there is more to ask.
    mutating func reviewMore(after screen: QuizScreen, at now: WallTime) -> [Effect] {
        screens.removeLast()
        openReview(track: screen.track, at: now)
        return []
    }

    /// Takes the last answer of a review back.
    mutating func takeBack(in screen: inout QuizScreen) -> [Effect] {
        var session = screen.session
        var isTaken = false
        record { isTaken = $0.takeBackLastAnswer(of: &session) }
        guard isTaken else {
            notice = appearance.say("There is no answer to take back.", "没有可以撤回的回答。")
            return []
        }
        screen.reopen(session)
        notice = appearance.say("The last answer is taken back.", "已撤回上一次回答。")
        return [.save]
    }
}
