import ArgumentParser
import CellGrid
import Courseware
import Localization
import Runtime
import Study
import Tutor

/// Asks a quiz, on the screen or on standard input.
struct QuizCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quiz", abstract: "Take a quiz.",
        discussion: """
            Without a terminal, with TERM=dumb or with --plain the questions are lines of text and the answers are read from
            standard input, a line each; an empty line shows the answer, and ? a hint where there is one.

            Examples:
              netarium quiz three-way-handshake
              netarium quiz dns-lookup-path --plain
            """)

    @Argument(help: "The quiz's id, or its lesson's.") var quiz: String
    @Flag(help: "Ask in lines of text.") var plain = false
    @Option(help: "The seed from which values and orders are drawn; random by default.") var seed: UInt64?
    @OptionGroup var options: CommonOptions

    func run() throws {
        var setting = Setting(options.preferences)
        let seed = seed ?? UInt64.random(in: .min ... .max)
        if !plain, setting.hasScreen {
            let beginning = CourseOverview(setting.places).catalog(withQuiz: quiz)
            if let quiz = beginning.quizzes.first {
                return try FullScreen.run(setting, with: beginning) { $0.open(quiz: quiz.id, seed: seed) }
            }
        }
        let course = setting.course()
        let quiz = try course.quiz(quiz)
        if !plain, setting.hasScreen {
            return try FullScreen.run(setting, with: course.catalog, isWhole: true) {
                $0.open(quiz: quiz.id, seed: seed)
            }
        }
        try ask(QuizSession(quiz, seed: seed, in: course.catalog), &setting)
    }

    private func ask(_ session: QuizSession, _ setting: inout Setting) throws {
        var talk = PlainQuiz(session, appearance: setting.appearance)
        var saver = Saver(file: setting.progressFile, progress: setting.progress, appearance: setting.appearance)
        let clock = SystemClock()
        for line in talk.opening { Output.line(line) }
        talk.show(at: clock.now().milliseconds)
        while !talk.session.isFinished, let line = readLine() {
            if saver.saveElsewhere(line, now: clock.now()) { continue }
            var (said, isSettled) = talk.answer(line, at: clock.now().milliseconds)
            if isSettled {
                let now = clock.now()
                saver.progress.recordCurrentAnswer(of: talk.session, at: now.milliseconds)
                said += talk.next()
                talk.show(at: now.milliseconds)
                if talk.session.isFinished { saver.progress.finished(talk.session, at: now.milliseconds) }
                // What a learner reads here has been saved, or they have read that it was not.
                saver.save(now: now)
            }
            for line in said { Output.line(line) }
        }
        if !talk.session.isFinished { Output.line(talk.result) }
    }
}

/// Saves after each answer of a plain quiz, and says so when it cannot.
private struct Saver {
    var file: ProgressFile?
    var progress: Progress
    let appearance: Appearance
    private var isInTrouble = false

    init(file: ProgressFile?, progress: Progress, appearance: Appearance) {
        (self.file, self.progress, self.appearance) = (file, progress, appearance)
    }

    mutating func save(now: WallTime) {
        do throws(ProgressObstacle) {
            let notice = try file?.save(progress, now: now)
            if let notice { Output.error(notice.message(appearance.language)) }
            isInTrouble = false
        } catch {
            isInTrouble = true
            Output.error(error.message(appearance.language))
            Output.error(
                appearance.say(
                    "not saved; it is tried again after each answer; type 'save FILE' to save elsewhere",
                    "未保存；每答一题都会重试；输入“save 文件名”可保存到别处"))
        }
    }

    /// Does what the line `save FILE` asks for, which is an answer as long as everything is saved.
    ///
    /// Returns whether it did.
    mutating func saveElsewhere(_ line: String, now: WallTime) -> Bool {
        guard isInTrouble, line.hasPrefix("save "), case let path = String(line.dropFirst(5)), !path.isEmpty else {
            return false
        }
        file = ProgressFile(path)
        save(now: now)
        if !isInTrouble { Output.line(appearance.say("saved to \(path)", "已保存到\(path)")) }
        return true
    }
}
