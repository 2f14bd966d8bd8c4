import ArgumentParser
import Localization
import Runtime
import Study
import Tutor

/// Forgets everything, after asking.
struct ResetProgressCommand: CommandWithOptions {
    static let configuration = CommandConfiguration(
        commandName: "reset", abstract: "Begin anew; asks first, and keeps a copy.",
        discussion: """
            The progress as it was is kept beside the file. Leave other running copies first: what they know comes back
            when they save.

            Examples:
              netarium progress reset
              netarium progress reset --yes
            """)

    @Flag(help: "Do not ask.") var yes = false
    @OptionGroup var options: CommonOptions

    func run() throws {
        let setting = Setting(options.preferences)
        guard var file = setting.progressFile else { throw CommandProblem.noProgressFile }
        let count = setting.progress.answerCount
        if !yes {
            Output.line(
                setting.appearance.say(
                    "\(file.path): \(count) \(count == 1 ? "answer" : "answers"). Begin anew? Type yes:",
                    "\(file.path)：\(count)个答案。要从头开始吗？请输入yes："))
            guard readLine() == "yes" else {
                Output.line(setting.appearance.say("nothing was changed", "没有改动"))
                throw ExitCode.failure
            }
        }
        do throws(ProgressObstacle) {
            guard let kept = try file.reset(now: setting.clock.now()) else {
                return Output.line(setting.appearance.say("there is nothing to forget", "没有可清除的进度"))
            }
            Output.line(setting.appearance.say("begun anew; what was is kept as \(kept)", "已从头开始；原进度保留为\(kept)"))
        } catch {
            throw CommandProblem.file(error.message)
        }
    }
}
