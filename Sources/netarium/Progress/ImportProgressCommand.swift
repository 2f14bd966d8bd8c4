import ArgumentParser
import Localization
import LocatedJSON
import Runtime
import Study
import Tutor

/// Adds what is in another progress file.
struct ImportProgressCommand: CommandWithOptions {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Add what is in another progress file to yours.",
        discussion: """
            Examples:
              netarium progress import ~/usb/progress.json
            """)

    @Argument(help: "The other file.", completion: .file()) var file: String
    @OptionGroup var options: CommonOptions

    func run() throws {
        let setting = Setting(options.preferences)
        guard var own = setting.progressFile else { throw CommandProblem.noProgressFile }
        let other = try ProgressCommand.read(file, setting)
        let before = setting.progress.answerCount
        do throws(ProgressObstacle) {
            let notice = try own.save(setting.progress.merging(other), now: setting.clock.now())
            if let notice { Output.error(notice.message(setting.language)) }
        } catch {
            throw CommandProblem.file(error.message)
        }
        let more = setting.progress.merging(other).answerCount - before
        Output.line(
            setting.appearance.say(
                "\(more) new \(more == 1 ? "answer" : "answers") from \(file)", "从\(file)导入了\(more)个新答案"))
    }
}

extension ProgressCommand {
    /// The progress in a file; throws a sentence when there is none.
    static func read(_ path: String, _ setting: Setting) throws -> Progress {
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try Files.read(path, limit: ProgressFile.sizeLimit)
        } catch {
            throw CommandProblem.file(error.message)
        }
        do throws(ProgressFault) {
            return try Progress(parsing: SourceFile(path, bytes))
        } catch {
            throw CommandProblem.file(error.message)
        }
    }
}
