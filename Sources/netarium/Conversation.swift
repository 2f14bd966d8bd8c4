import CellGrid
import Courseware
import Localization
import Runtime
import Study
import Tutor

/// Questions asked in lines of text and answered on standard input; every answer is on disk before it is judged.
struct Conversation {
    private let setting: Setting
    private var file: ProgressFile?
    private var progress: Progress

    init(_ setting: Setting) {
        self.setting = setting
        file = setting.progressFile
        progress = setting.progress
    }

    private var now: WallTime { setting.clock.now() }

    /// Asks until the session is finished or nobody answers any more.
    mutating func run(_ session: QuizSession) {
        var talk = PlainQuiz(session, appearance: setting.appearance, utcOffset: setting.utcOffset)
        for line in talk.opening { Output.line(line) }
        talk.show(at: now.milliseconds)
        while !talk.session.isFinished, let line = readLine() {
            if talk.takesBack(line) {
                for line in talk.takeBack(from: &progress) { Output.line(line) }
                save()
                talk.show(at: now.milliseconds)
                continue
            }
            let (said, isSettled) = talk.answer(line, at: now.milliseconds)
            if isSettled {
                talk.keep(in: &progress, language: setting.language, at: now.milliseconds)
                save()
            }
            for line in said { Output.line(line) }
            guard isSettled else { continue }
            let next = talk.next()
            talk.show(at: now.milliseconds)
            if talk.session.isFinished { finish(talk.session) }
            for line in next { Output.line(line) }
        }
        if !talk.session.isFinished { for line in talk.result { Output.line(line) } }
    }

    private mutating func finish(_ session: QuizSession) {
        progress.finished(session, at: now.milliseconds)
        if let placement = session.placement(among: session.course.heads) {
            progress.placed(skipping: Set(placement.skippable), at: now.milliseconds)
        }
        save()
    }

    private mutating func save() {
        let now = now
        do throws(ProgressObstacle) {
            try file?.save(progress, now: now)
        } catch {
            Output.error(error.message(setting.language))
        }
    }
}
