import Glibc
public import Localization

/// The person's own editor, as `$VISUAL` or `$EDITOR` names it.
public enum Editor {
    /// The command: `$VISUAL`, `$EDITOR` or `vi`, the first that is set; it may have arguments of its own.
    public static func command(in environment: Environment) -> String {
        environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
    }

    /// The line that a shell runs so that the editor opens `path` at a line (1-based).
    ///
    /// `+LINE` is what vi, Emacs, nano and most others understand; those of the VS Code family want `--goto FILE:LINE`.
    static func shellLine(_ command: String, path: String, line: Int) -> String {
        // A name that begins with a hyphen would be an option.
        let file = path.hasPrefix("-") ? "./\(path)" : path
        let program = command.split(separator: " ").first.map { Files.name(of: String($0)) } ?? ""
        return gotoEditors.contains(program)
            ? "\(command) --goto \(quoted("\(file):\(line)"))" : "\(command) +\(line) \(quoted(file))"
    }

    private static let gotoEditors: Set = ["code", "code-insiders", "codium", "cursor"]

    /// A word of which a shell takes every character as it is.
    static func quoted(_ word: String) -> String {
        "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    /// Runs the editor and waits for its end.
    ///
    /// - Parameters:
    ///   - path: The file, which need not exist.
    ///   - line: Where to begin, 1-based.
    ///   - environment: Says which editor.
    /// - Returns: Why it could not be started, with the way out; `nil` when it was.
    public static func edit(_ path: String, line: Int, in environment: Environment) -> LocalizedText? {
        let command = command(in: environment)
        var shellLine = shellLine(command, path: path, line: line)
        if isatty(STDIN_FILENO) == 0, hasTerminal { shellLine += " </dev/tty" }
        let status = system(shellLine)
        let exitStatus = status >> 8 & 0xFF
        guard status == -1 || exitStatus == cannotExecute || exitStatus == notFound else { return nil }
        return LocalizedText(
            en: "the editor '\(command)' could not be started; set EDITOR to one that is installed",
            zh: "无法启动编辑器“\(command)”；请把EDITOR设为已安装的编辑器")
    }

    /// Whether the process has a terminal from which keys can come although its standard input is something else.
    private static var hasTerminal: Bool { (try? Files.open("/dev/tty", O_RDWR)) != nil }

    /// What a shell ends with when it cannot run a command (POSIX.1-2017, XCU §2.8.2).
    private static let cannotExecute: Int32 = 126, notFound: Int32 = 127
}
