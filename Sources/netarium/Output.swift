import CellGrid
import Glibc

/// Lines to standard output and standard error.
enum Output {
    /// Writes a line to standard output; ends the program quietly when nobody reads any more.
    static func line(_ text: String = "") { write(Array((text + "\n").utf8), to: STDOUT_FILENO) }

    /// Writes text to standard output as it is.
    static func raw(_ text: String) { raw(Array(text.utf8)) }

    /// Writes bytes to standard output as they are.
    static func raw(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

    /// Whether standard output is a terminal.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Writes a sentence to standard error, made safe to print.
    static func error(_ sentence: String, prefixed: Bool = true) {
        let safe = sentence.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).sanitized }
        write(Array(((prefixed ? "netarium: " : "") + safe.joined(separator: "\n") + "\n").utf8), to: STDERR_FILENO)
    }

    private static func write(_ all: [UInt8], to descriptor: Int32) {
        var bytes = all[...]
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
