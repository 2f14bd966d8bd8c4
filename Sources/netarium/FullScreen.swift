import ArgumentParser
import CellGrid
import Courseware
import Localization
import LocatedJSON
import NcursesTerminal
import Runtime
import Study
import Tutor

/// The program on the full screen, from opening the terminal to leaving it as it was.
enum FullScreen {
    /// Runs the tutor; `prepare` puts it on the screen where it should begin.
    ///
    /// - Parameters:
    ///   - setting: How, and with which progress.
    ///   - catalog: The course, or as much of it as the first frame shows.
    ///   - isWhole: Whether it is the whole course. If not, the rest is read when the first frame can be seen, and what is
    ///     wrong with it is said in full when the screen has been left.
    ///   - prepare: Is given the program with that much of the course.
    /// - Throws: ``TerminalError`` when there is no full screen, and the exit status when a signal ended the program.
    static func run(
        _ setting: Setting, with catalog: Catalog, isWhole: Bool = false, prepare: (inout Program) -> Void
    ) throws {
        let settings = try terminalSettings(setting)
        var program = Program(
            catalog: catalog, isWhole: isWhole, progress: setting.progress, appearance: setting.appearance,
            size: Size(columns: 80, rows: 24), seed: UInt64.random(in: .min ... .max), utcOffset: setting.utcOffset)
        if let notice = setting.progressNotice {
            program.report(notice.trouble, backup: notice.backup?.summary, unsaved: notice.obstacle?.message)
        }
        if setting.language != setting.appearance.language { program.announce(setting.appearance.whyNoChinese) }
        prepare(&program)
        var file = setting.progressFile
        let clock = setting.clock
        let outcome: EventLoop.Outcome
        var course: Course?
        defer { if let course { setting.reportProblems(of: course) } }
        // Keys are answered while the course is read; whoever wants something of it waits.
        let reading = Errand<Course> { read in
            course = read
            return .loaded(read.catalog, notice: notice(read, setting.appearance))
        }
        do {
            outcome = try withNcurses(settings) { terminal in
                EventLoop.run(program: &program, terminal: &terminal, clock: clock, news: reading) { effect, program in
                    switch effect {
                    case .save: return save(program, to: &file, clock: clock)
                    case .saveElsewhere(let path):
                        file = ProgressFile(setting.environment.expanding(path))
                        let answer = save(program, to: &file, clock: clock)
                        guard case .saved(.saved(let all, nil)) = answer else { return answer }
                        return .saved(.saved(all: all, notice: savedElsewhere(path)))
                    case .restore: return restore(&file, clock: clock)
                    case .load:
                        let places = setting.places
                        return reading.begin { Course(places) }
                    case .quit, .watch, .edit: return nil
                    }
                }
            }
        } catch let error as TerminalError {
            throw CommandProblem.terminal(error)
        }
        if case .stopped(let reason) = outcome { throw ExitCode(reason.exitStatus) }
    }

    /// Runs a preview, which hears of its files from `watch`.
    ///
    /// Throws what ``run(_:with:isWhole:prepare:)`` throws. Nothing is saved.
    static func run(_ preview: Preview, hearing watch: FileWatch, _ setting: Setting) throws {
        let settings = try terminalSettings(setting)
        var preview = preview
        let clock = SystemClock()
        let outcome: EventLoop.Outcome
        do {
            outcome = try withNcurses(settings) { terminal in
                EventLoop.run(program: &preview, terminal: &terminal, clock: clock, news: watch) { effect, _ in
                    switch effect {
                    case .watch(let paths): return .files(watch.watch(paths))
                    case .edit(let path, let line):
                        return .edited(complaint: Editor.edit(path, line: line, in: setting.environment))
                    case .save, .saveElsewhere, .restore, .load, .quit: return nil
                    }
                }
            }
        } catch let error as TerminalError {
            throw CommandProblem.terminal(error)
        }
        if case .stopped(let reason) = outcome { throw ExitCode(reason.exitStatus) }
    }

    private static func terminalSettings(_ setting: Setting) throws -> TerminalSettings {
        guard case .full(let term) = setting.choice.screen.value else { throw TerminalError.notATerminal }
        return TerminalSettings(
            term: term, depth: setting.choice.colors.value, charset: setting.choice.charset.value,
            usesMouse: setting.choice.mouse.value)
    }

    /// Saves the progress; answers with the program's next input when there is something to say.
    private static func save(_ program: Program, to file: inout ProgressFile?, clock: SystemClock) -> Input? {
        guard file != nil else {
            return .saved(
                .failed(LocalizedText(en: "there is no home directory to keep it in", zh: "没有主目录，无处存放进度")))
        }
        do throws(ProgressObstacle) {
            if let notice = try file?.save(program.progress, now: clock.now()) {
                return .saved(.mended(trouble: notice.trouble, backup: notice.backup?.summary))
            }
            let all = file?.contents
            return .saved(.saved(all: all == program.progress ? nil : all))
        } catch {
            return .saved(.failed(error.message))
        }
    }

    /// Where the progress is now, and how to go on with it.
    private static func savedElsewhere(_ path: String) -> LocalizedText {
        LocalizedText(
            en: "Saved in '\(path)'. Next time: netarium --progress '\(path)'",
            zh: "已保存到“\(path)”。下次启动：netarium --progress '\(path)'")
    }

    /// Brings the newest good backup back.
    private static func restore(_ file: inout ProgressFile?, clock: SystemClock) -> Input? {
        do throws(ProgressObstacle) {
            guard let (backup, progress) = try file?.restore(now: clock.now()) else { return nil }
            let notice = LocalizedText(
                en: "The backup is back: \(backup.summary(.english)).", zh: "已恢复备份：\(backup.summary(.chinese))。")
            return .restored(progress, notice: notice)
        } catch {
            return .saved(.failed(error.message))
        }
    }

    /// What the learner should know about the course, in one line.
    private static func notice(_ course: Course, _ appearance: Appearance) -> String? {
        let broken = course.brokenFiles
        guard broken > 0 else { return nil }
        return appearance.say(
            "\(broken) \(broken == 1 ? "file has" : "files have") faults and \(broken == 1 ? "is" : "are") left out; 'netarium check' tells which.",
            "有\(broken)个文件存在错误，已跳过；用netarium check查看详情。")
    }
}
