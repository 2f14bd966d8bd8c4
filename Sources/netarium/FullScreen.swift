import ArgumentParser
import CellGrid
import Localization
import LocatedJSON
import NcursesTerminal
import Runtime
import Study
import Tutor

/// The program on the full screen, from opening the terminal to leaving it as it was.
enum FullScreen {
    /// Runs the tutor; `prepare` puts it on the screen where it should begin.
    static func run(_ setting: Setting, prepare: (inout Program) -> Void) throws {
        guard case .full(let term) = setting.choice.screen.value else { throw TerminalError.notATerminal }
        let settings = TerminalSettings(
            term: term, depth: setting.choice.colors.value, charset: setting.choice.charset.value,
            usesMouse: setting.choice.mouse.value)
        var program = Program(
            catalog: setting.catalog, progress: setting.progress, appearance: setting.appearance,
            size: Size(columns: 80, rows: 24), seed: UInt64.random(in: .min ... .max))
        program.announce(notices(setting))
        prepare(&program)
        var file = setting.progressFile
        let clock = SystemClock()
        let outcome: EventLoop.Outcome
        do {
            outcome = try withNcurses(settings) { terminal in
                EventLoop.run(program: &program, terminal: &terminal, clock: clock) { effect, program in
                    guard effect == .save else { return nil }
                    return save(program, to: &file, clock: clock)
                }
            }
        } catch {
            throw CommandProblem.file(String(describing: error))
        }
        if case .stopped(let reason) = outcome { throw ExitCode(reason.exitStatus) }
    }

    /// Saves the progress; answers with the program's next input when there is something to say.
    private static func save(_ program: Program, to file: inout ProgressFile?, clock: SystemClock) -> Input? {
        do throws(ProgressObstacle) {
            let notice = try file?.save(program.progress, now: clock.now())
            return notice.map { .saved(.failed($0.message(program.appearance.language))) }
        } catch {
            return .saved(.failed(error.message(program.appearance.language)))
        }
    }

    /// What the learner should know at once, in one line.
    private static func notices(_ setting: Setting) -> String? {
        let appearance = setting.appearance
        if let notice = setting.progressNotice { return notice.message(appearance.language) }
        if setting.language != appearance.language {
            return "This terminal's locale has no Chinese characters; start with LC_ALL=C.UTF-8 to see them."
        }
        let broken = Set(setting.diagnostics.filter { $0.severity == .error }.map(\.file)).count
        guard broken > 0 else { return nil }
        return appearance.say(
            "\(broken) \(broken == 1 ? "file has" : "files have") faults and \(broken == 1 ? "is" : "are") left out; 'netarium check' tells which.",
            "有\(broken)个文件存在错误，已跳过；用netarium check查看详情。")
    }
}
