import Glibc

/// Why a file could not be used: facts; ``FileProblem/message`` words them.
public enum FileProblem: Error, Hashable, Sendable {
    /// A system call failed with this `errno`.
    case system(Operation, path: String, errno: Int32)
    /// There is something at this path, but it is a directory, a device or a pipe.
    case notAFile(path: String)
    /// The file is larger than any that the program reads; the limit in bytes.
    case tooLarge(path: String, limit: Int)
    /// A directory holds more files than the program reads.
    case tooMany(path: String, limit: Int)
    /// The files of a course have more bytes together than the program reads; the limit in bytes.
    case courseTooLarge(path: String, limit: Int)
    /// A link in a course leads out of the course's directory.
    case leadsOutside(path: String, target: String)
    /// Somebody else has changed the file since it was read.
    case changed(path: String)
    /// The file would become larger than any that the program reads; the limit in bytes.
    case wouldBeTooLarge(path: String, limit: Int)
    /// Another process kept the lock for as long as one can wait.
    case locked(path: String)

    /// What was tried.
    public enum Operation: CaseIterable, Hashable, Sendable {
        case open, read, write, sync, rename, lock, makeDirectory, list, watch
    }

    /// Whether the file or directory simply does not exist.
    var isMissing: Bool { number == ENOENT || number == ENOTDIR }

    /// Whether a file is there, in the place where a progress file should be, that cannot be one.
    var isDamage: Bool { if case .tooLarge = self { true } else { false } }

    /// The file or directory that it is about.
    public var path: String {
        switch self {
        case .system(_, let path, _), .notAFile(let path), .tooLarge(let path, _), .tooMany(let path, _),
            .courseTooLarge(let path, _), .leadsOutside(let path, _), .changed(let path),
            .wouldBeTooLarge(let path, _), .locked(let path):
            path
        }
    }

    /// Whether the name that was to be given exists already.
    public var isTaken: Bool { number == EEXIST }

    /// The same problem as one of the file at `path`, which could not be saved because of it.
    ///
    /// What happened to the lock or to the file that is written beside is told of the file that the person knows.
    func whileSaving(_ path: String) -> FileProblem {
        switch self {
        case .system(.sync, _, let number): .system(.sync, path: path, errno: number)
        case .system(_, _, let number): .system(.write, path: path, errno: number)
        case .locked: .locked(path: path)
        default: self
        }
    }

    private var number: Int32? {
        guard case .system(_, _, let number) = self else { return nil }
        return number
    }
}
