import CellGrid
import Courseware
import Runtime
import Study
import Tutor

/// Questions asked in lines of text and answered on standard input; every answer is on disk before it is judged.
struct Conversation {
    private let setting: Setting
    private var saver: Saver

    init(_ setting: Setting) {
        self.setting = setting
        saver = Saver(file: setting.progressFile, progress: setting.progress, appearance: setting.appearance)
    }

    /// Asks until the session is finished or nobody answers any more.
    mutating func run(_ session: QuizSession) {
        var talk = PlainQuiz(session, appearance: setting.appearance, utcOffset: setting.utcOffset)
        for line in talk.opening { Output.line(line) }
        talk.show(at: setting.clock.now().milliseconds)
        while !talk.session.isFinished, let line = readLine() {
            let now = setting.clock.now()
            if saver.saveElsewhere(line, now: now) { continue }
            for line in reply(to: line, &talk, now: now) { Output.line(line) }
            talk.show(at: setting.clock.now().milliseconds)
        }
        if !talk.session.isFinished { for line in talk.result { Output.line(line) } }
    }

    /// Takes a line in, and gives back what is said to it.
    ///
    /// What a learner reads has been saved, or they have read that it was not.
    private mutating func reply(to line: String, _ talk: inout PlainQuiz, now: WallTime) -> [String] {
        if talk.takesBack(line) {
            let said = talk.takeBack(from: &saver.progress)
            saver.save(now: now)
            return said
        }
        var (said, isSettled) = talk.answer(line, at: now.milliseconds)
        guard isSettled else { return said }
        talk.keep(in: &saver.progress, language: setting.language, at: now.milliseconds)
        said += talk.next()
        if talk.session.isFinished { finish(talk.session, now: now) }
        saver.save(now: now)
        return said
    }

    private mutating func finish(_ session: QuizSession, now: WallTime) {
        saver.progress.finished(session, at: now.milliseconds)
        if let placement = session.placement(among: session.course.heads) {
            saver.progress.placed(skipping: Set(placement.skippable), at: now.milliseconds)
        }
    }
}
