import Glibc

/// A lock that one process holds at a time; released at the end of its life, also when that is a crash.
///
/// It lies in a file of its own: the one it protects is replaced each time, and a lock on the old one would lock nothing.
struct FileLock: ~Copyable {
    private let file: Files.Descriptor

    /// Milliseconds that one waits for another process.
    ///
    /// Saving takes it a few; a stopped process may keep it for ever.
    static let patience = 3000

    /// Milliseconds between two tries.
    private static let interval = 10

    /// Waits for the lock in the file at `path`, which is made if need be.
    ///
    /// - Parameters:
    ///   - path: The lock's own file.
    ///   - patience: Milliseconds; see ``patience``.
    /// - Throws: ``FileProblem/locked(path:)`` when they are over, and what the system refuses.
    init(_ path: String, patience: Int = FileLock.patience) throws(FileProblem) {
        let file = try Files.open(path, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600)
        var left = patience
        while Files.retrying({ flock(file.number, LOCK_EX | LOCK_NB) }) != 0 {
            guard errno == EWOULDBLOCK else { throw .system(.lock, path: path, errno: errno) }
            guard left > 0 else { throw .locked(path: path) }
            usleep(UInt32(Self.interval) * 1000)
            left -= Self.interval
        }
        self.file = file
    }

    /// Gives the lock back now.
    ///
    /// It would happen by itself, but as early as after the last use of the value.
    consuming func release() {}
}
