import Localization
import Study

/// What the program says about reviews.
struct ReviewWords {
    let appearance: Appearance
    /// How far the learner's clock is ahead of UTC, in milliseconds.
    let offset: Int64

    /// Why there is nothing to ask now, and when there will be.
    func nothing(_ outlook: ReviewOutlook, at instant: Int64) -> String {
        guard let next = outlook.queue.next else {
            return appearance.say(
                "Nothing to review yet. Questions come here once you have answered them or finished their lesson.",
                "还没有可复习的题目。答过的题目、学完的课程会出现在这里。")
        }
        let when = time(until: next, from: instant)
        return appearance.say(
            "Nothing to review now. The next question comes \(when.en).", "现在没有要复习的题目，下一题\(when.zh)出现。")
    }

    /// The end of a session.
    func done(_ score: Score) -> String {
        appearance.say(
            "\(score.of) for today, done. You remembered \(score.right) at once.",
            "今天的\(score.of)题已完成，其中\(score.right)题一次答对。")
    }

    /// A session that was broken off.
    func stopped(_ review: ReviewSession) -> String {
        let count = review.remaining
        return appearance.say(
            "Stopped here. \(count) question\(count == 1 ? "" : "s") can wait until you come back.",
            "先到这里，还有\(count)题，下次再做也不迟。")
    }

    /// That there is more, and that it can wait.
    var more: String {
        appearance.say(
            "There is more, and it can wait until tomorrow. Enter asks another set now.", "还有题目，可以留到明天。按Enter现在再来一组。")
    }

    /// When a question comes again.
    func again(_ memory: Memory, at instant: Int64) -> String {
        let when = time(until: memory.due, from: instant)
        return appearance.say("This question comes again \(when.en).", "这道题\(when.zh)再次出现。")
    }

    /// `in 10 minutes`, `tomorrow`, `in 4 days`; days are counted by nights.
    private func time(until due: Int64, from instant: Int64) -> (en: String, zh: String) {
        let (wait, isTooLong) = due.subtractingReportingOverflow(instant)
        let days = StudyDay(of: due, offset: offset).number - StudyDay(of: instant, offset: offset).number
        switch days {
        case ..<1:
            let minutes = isTooLong ? 0 : max((wait + 59_999) / 60_000, 0)
            if minutes <= 1 { return ("in a minute", "1分钟后") }
            return minutes < 90 ? ("in \(minutes) minutes", "\(minutes)分钟后") : ("later today", "今天晚些时候")
        case 1: return ("tomorrow", "明天")
        case ..<60: return ("in \(days) days", "\(days)天后")
        default: return ("in \(days / 30) months", "\(days / 30)个月后")
        }
    }
}
