import ArgumentParser
import CellGrid
import Courseware
import Runtime
import Study
import Tutor

/// A timed mixed set of questions without help.
struct InterviewCommand: CommandWithOptions {
    static let configuration = CommandConfiguration(
        commandName: "interview", abstract: "Practise an interview: mixed questions against the clock.",
        discussion: """
            There are no hints, and nothing is said about an answer until the end; then comes a report by topic, with what was
            wrong and where to look again. With --plain, or without a terminal, it is a conversation in lines of text.

            Examples:
              netarium interview
              netarium interview --minutes 20 --questions 15 --tracks tcp,dns
            """)

    @Option(help: "How long it takes, 1 to 120.") var minutes = InterviewTerms().minutes
    @Option(help: "How many questions at most, 1 to 100.") var questions = InterviewTerms().questions
    @Option(help: "Tracks to ask about, separated by commas; all by default.") var tracks: String?
    @Option(help: "The seed from which the questions are drawn; random by default.") var seed: UInt64?
    @Flag(help: "Ask in lines of text.") var plain = false
    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard InterviewTerms.minutesRange.contains(minutes) else {
            throw ValidationError("--minutes takes a number from 1 to 120, not '\(minutes)'")
        }
        guard InterviewTerms.questionsRange.contains(questions) else {
            throw ValidationError("--questions takes a number from 1 to 100, not '\(questions)'")
        }
    }

    func run() throws {
        let setting = Setting(options.preferences)
        let course = setting.course()
        let asked = (tracks ?? "").split(separator: ",").map(String.init)
        for track in asked { try course.requireTrack(track) }
        let terms = InterviewTerms(minutes: minutes, questions: questions, tracks: Set(asked))
        let seed = seed ?? UInt64.random(in: .min ... .max)
        let now = setting.clock.now()
        if !plain, setting.hasScreen {
            return try FullScreen.run(setting, with: course.catalog, isWhole: true) {
                $0.open(interview: terms, seed: seed, at: now)
            }
        }
        let interview = Interview(terms, from: course.catalog.practiceCards, seed: seed, at: now.milliseconds)
        var talk = Conversation(setting)
        talk.run(QuizSession(.interview(interview), seed: seed, in: course.catalog))
    }
}
