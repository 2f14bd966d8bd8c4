import ArgumentParser
import Courseware
import Exports
import Localization
import Runtime
import Study
import Tutor

/// Writes all progress to a file, or the recall cards for Anki.
struct ExportProgressCommand: CommandWithOptions {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write your progress to a file, or recall cards for Anki.",
        discussion: """
            With --anki, writes tab-separated text of the questions that are answered aloud; in Anki: File, Import.

            Examples:
              netarium progress export ~/usb/progress.json
              netarium progress export - | less
              netarium progress export --anki cards.txt
            """)

    @Argument(help: "The file, which must not exist yet; - for standard output.", completion: .file()) var file: String
    @Flag(help: "Write the recall cards for Anki instead.") var anki = false
    @Flag(help: "Write over a file that exists.") var force = false
    @OptionGroup var options: CommonOptions

    func run() throws {
        let setting = Setting(options.preferences)
        let text: String
        if anki {
            text = AnkiDeck.text(
                setting.course().catalog.quizzes.flatMap { AnkiDeck.cards(of: $0, in: setting.language) })
        } else {
            if let notice = setting.progressNotice { Output.error(notice.message(setting.language)) }
            text = setting.progress.json
        }
        try ProgressCommand.write(text, to: file, force: force, setting)
        guard file != "-" else { return }
        Output.line(setting.appearance.say("wrote \(file)", "已写入\(file)"))
    }
}

extension ProgressCommand {
    /// Writes a text where the person said, never over a file that they did not mean.
    static func write(_ text: String, to path: String, force: Bool, _ setting: Setting) throws {
        guard path != "-" else { return Output.raw(text) }
        let bytes = Array(text.utf8)
        do throws(FileProblem) {
            if force {
                try Files.replace(path, with: bytes, mode: 0o600)
            } else {
                try Files.create(path, with: bytes, mode: 0o600)
            }
        } catch  where error.isTaken {
            throw CommandProblem.wouldReplace(path)
        } catch {
            throw CommandProblem.file(error.message)
        }
    }
}
