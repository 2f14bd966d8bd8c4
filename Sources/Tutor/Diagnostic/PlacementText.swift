import CellGrid
import Courseware
import Localization
import Study

/// What a diagnostic found out, in lines.
struct PlacementText {
    let placement: Placement
    let catalog: Catalog
    let appearance: Appearance

    /// The lines, none wider than `columns` cells.
    func lines(columns: Int) -> [RichLine] {
        func wrapped(_ text: String, _ role: Role = .plain) -> [RichLine] {
            RichText(text, role: role).wrapped(columns: max(columns, 1))
        }
        var lines = wrapped(beginning, .title) + [RichLine()]
        for track in placement.tracks {
            let name = appearance.text(catalog.title(ofTrack: track.id))
            lines += wrapped(
                name
                    + appearance.say(
                        ": \(track.score.right) of \(track.score.of) right",
                        "：\(track.score.of)题答对\(track.score.right)题"))
        }
        lines.append(RichLine())
        if placement.skippable.isEmpty {
            lines += wrapped(
                appearance.say("There is nothing to skip yet; most of this will be new.", "目前没有可以跳过的课程，大部分内容对你都是新的。"))
        } else {
            lines += wrapped(appearance.say("You may skip, if you like:", "这些课程可以跳过："))
            for id in placement.skippable {
                guard let lesson = catalog.lesson(id) else { continue }
                for (index, line) in wrappedTitle(lesson.title, columns: columns - 2).enumerated() {
                    let lead = index == 0 ? "\(appearance.glyphs.check) " : "  "
                    lines.append(RichLine([RichRun(lead, .success)] + line.runs))
                }
            }
            lines.append(RichLine())
            lines += wrapped(
                appearance.say("Nothing is locked: every lesson stays open.", "所有课程都可以随时打开。"), .dimmed)
        }
        return lines
    }

    private func wrappedTitle(_ title: LocalizedText, columns: Int) -> [RichLine] {
        RichText(appearance.text(title)).wrapped(columns: max(columns, 1))
    }

    private var beginning: String {
        guard let id = placement.beginning, let lesson = catalog.lesson(id) else {
            return appearance.say("You know all of this. Look at whatever you like.", "这些内容你都已经掌握，想看哪一课都可以。")
        }
        let title = appearance.text(lesson.title)
        return appearance.say("Begin with: \(title)", "从这一课开始：\(title)")
    }
}
