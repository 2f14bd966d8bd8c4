import ArgumentParser
import CellGrid
import Courseware
import Localization
import Runtime
import Study
import Tutor

/// Asks a quiz, on the screen or on standard input.
struct QuizCommand: CommandWithOptions {
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
        let setting = Setting(options.preferences)
        let seed = seed ?? UInt64.random(in: .min ... .max)
        let overview = CourseOverview(setting.places), beginning = overview.catalog(withQuiz: quiz)
        if let quiz = beginning.quizzes.first {
            if !plain, setting.hasScreen {
                return try FullScreen.run(setting, with: beginning) { $0.open(quiz: quiz.id, seed: seed) }
            }
            setting.reportCircumstances(overview.problems)
            return ask(quiz, of: beginning, setting, seed: seed)
        }
        let course = setting.course()
        let quiz = try course.quiz(quiz)
        if !plain, setting.hasScreen {
            return try FullScreen.run(setting, with: course.catalog, isWhole: true) {
                $0.open(quiz: quiz.id, seed: seed)
            }
        }
        ask(quiz, of: course.catalog, setting, seed: seed)
    }

    private func ask(_ quiz: Quiz, of catalog: Catalog, _ setting: Setting, seed: UInt64) {
        var talk = Conversation(setting)
        talk.run(QuizSession(quiz, seed: seed, in: catalog))
    }
}
