import ArgumentParser
import Localization
import Runtime
import Study
import Tutor

/// Brings the newest good backup back.
struct RestoreProgressCommand: CommandWithOptions {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Bring back the newest good backup of your progress.",
        discussion: """
            Backups lie beside the progress file: from the last start, from the day before, and from the week before. What
            was done since is kept.

            Examples:
              netarium progress restore
            """)

    @OptionGroup var options: CommonOptions

    func run() throws {
        let setting = Setting(options.preferences)
        guard var file = setting.progressFile else { throw CommandProblem.noProgressFile }
        let restored: (backup: ProgressBackup, progress: Progress)?
        do throws(ProgressObstacle) {
            restored = try file.restore(now: setting.clock.now())
        } catch {
            throw CommandProblem.file(error.message)
        }
        guard let restored else { throw CommandProblem.noBackup(file.path) }
        let count = restored.progress.answerCount
        Output.line(
            setting.appearance.say(
                "brought back: \(restored.backup.summary(.english)); now \(count)",
                "已恢复备份：\(restored.backup.summary(.chinese))；现在共\(count)个"))
    }
}
