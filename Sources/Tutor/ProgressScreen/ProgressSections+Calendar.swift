import CellGrid
import Study

extension ProgressSections {
    /// The weeks up to today, one column each, Monday at the top: as many as there is room for, at most a year.
    var calendar: [RichLine] {
        let activity = overview.study.activity, today = overview.study.today
        let weeks = min(max(columns - Self.labelWidth - 2, 1), 53)
        let first = today.monday.advanced(by: -7 * Int64(weeks - 1))
        var lines = [RichLine([RichRun("  " + months(from: first, weeks: weeks), .dimmed)])]
        for row in 0..<7 {
            let label = row % 2 == 0 ? weekday(first.advanced(by: Int64(row))) : ""
            var runs = [RichRun("  " + label.padded(to: Self.labelWidth), .dimmed)]
            for week in 0..<weeks {
                let day = first.advanced(by: Int64(week * 7 + row))
                let shade = day > today ? " " : shades[Self.level(activity[day].answers)]
                runs.append(RichRun(String(shade), shade == shades[0] ? .track : .progress))
            }
            lines.append(RichLine(RichText(runs).runs))
        }
        return section("Days of practice", "学习日历", lines + legend + remarks)
    }

    private static let labelWidth = 3
    /// From how many answers a day on each shade is used; the first is for none.
    private static let thresholds = [1, 5, 10, 20]

    private static func level(_ answers: Int) -> Int { thresholds.count { answers >= $0 } }

    private var shades: [Character] {
        appearance.charset == .unicode ? ["·", "░", "▒", "▓", "█"] : [".", "-", "+", "x", "#"]
    }

    private var legend: [RichLine] {
        let shades = shades.map(String.init), limits = Self.thresholds
        let parts = zip(shades, ["0"] + limits.map { "\($0)+" }).map { "\($0) \($1)" }
        let text = appearance.say("  answers a day:  ", "  每天答题数：")
        // Wide apart where there is room for it.
        let wide = text + parts.joined(separator: "   ")
        return [RichLine([RichRun(wide.cellWidth <= columns ? wide : text + parts.joined(separator: " "), .dimmed)])]
    }

    /// What is said of the days: what was done, never what was not.
    private var remarks: [RichLine] {
        let streak = overview.study.streak.inARow, days = overview.study.streak.ofLastThirty
        guard days > 0 else { return remark("A few minutes make a day.", "几分钟就能点亮一天。") }
        let month = appearance.say(
            "Practised on \(days) of the last 30 days.", "最近30天中有\(days)天在学习。")
        let row = streak > 1 ? appearance.say(" \(streak) days in a row.", "已连续\(streak)天。") : ""
        return remark(month + row, month + row)
    }

    /// The names of the months above the weeks in which their first Monday is: four columns apart at least, which is the width of
    /// the longest name.
    private func months(from first: StudyDay, weeks: Int) -> String {
        var line = "".padded(to: Self.labelWidth)
        var month = 0
        for week in 0..<weeks {
            let date = first.advanced(by: Int64(week * 7)).date
            defer { month = date.month }
            guard date.month != month, date.day <= 7 else { continue }
            let name = appearance.say(Self.months[(date.month - 1) % 12], "\(date.month)月")
            let column = Self.labelWidth + week
            guard column + name.cellWidth <= Self.labelWidth + weeks else { continue }
            line = line.padded(to: column) + name
        }
        return line
    }
}
