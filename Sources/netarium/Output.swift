import CellGrid
import Glibc

/// Lines to standard output and standard error.
enum Output {
    /// Writes a line to standard output; ends the program quietly when nobody reads any more.
    static func line(_ text: String = "") { write(text + "\n", to: STDOUT_FILENO) }

    /// Writes text to standard output as it is.
    static func raw(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// Writes a sentence to standard error, made safe to print.
    static func error(_ sentence: String, prefixed: Bool = true) {
        let safe = sentence.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).sanitized }
        write((prefixed ? "netarium: " : "") + safe.joined(separator: "\n") + "\n", to: STDERR_FILENO)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                // Nobody listens: a pipe into `head`, a closed terminal.
                exit(errno == EPIPE ? 0 : 1)
            }
            bytes = bytes.dropFirst(written)
        }
    }
}
