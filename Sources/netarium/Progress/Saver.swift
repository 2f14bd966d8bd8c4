import CellGrid
import Localization
import Runtime
import Study
import Tutor

/// Saves after each answer in lines of text, and says so when it cannot.
struct Saver {
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
