import CellGrid
import LocatedJSON

extension PreviewPanel {
    /// How the file stands, in a few words.
    var state: RichRun {
        let hasVersion = course.shown != nil
        let stays = appearance.say("; last good version shown", "；仍显示上一个正确的版本")
        switch course.content {
        case nil: return RichRun(appearance.say("being read", "正在读取"), .dimmed)
        case .missing:
            let words =
                hasVersion
                ? appearance.say("it is gone", "文件不见了") + stays : appearance.say("waiting for it", "等待文件出现")
            return RichRun(words, .warning)
        case .unreadable(let sentence): return RichRun(appearance.text(sentence), .failure)
        case .bytes:
            let errors = course.diagnostics.count { $0.severity == .error }
            let words = faultCount(errors: errors, warnings: course.diagnostics.count - errors)
            let role: Role = errors > 0 ? .failure : course.diagnostics.isEmpty ? .success : .warning
            return RichRun(words + (hasVersion && !course.isCurrent ? stays : ""), role)
        }
    }

    private func faultCount(errors: Int, warnings: Int) -> String {
        var parts: [String] = []
        if errors > 0 { parts.append(appearance.say("\(errors) error\(errors == 1 ? "" : "s")", "\(errors)处错误")) }
        if warnings > 0 {
            parts.append(appearance.say("\(warnings) warning\(warnings == 1 ? "" : "s")", "\(warnings)处警告"))
        }
        return parts.isEmpty
            ? appearance.say("no faults", "没有错误") : parts.joined(separator: appearance.say(", ", "，"))
    }

    /// What the empty screen says as long as there is nothing to play.
    var waitingText: String {
        switch course.content {
        case nil: ""
        case .missing:
            appearance.say(
                "\(course.subject) does not exist yet.\nSave it, and it plays here.",
                "\(course.subject)还不存在。\n保存之后，就会在这里播放。")
        case .unreadable(let sentence): appearance.text(sentence)
        case .bytes:
            appearance.say(
                "\(course.subject) cannot be played yet.\nMend what is listed below and save: it plays at once.",
                "\(course.subject)暂时无法播放。\n改好下面列出的错误并保存，马上就会播放。")
        }
    }
}
