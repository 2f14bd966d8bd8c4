import Glibc

extension Files {
    /// Writes a file that must not exist yet, and makes the directories above it.
    ///
    /// - Parameters:
    ///   - path: Where; whatever is there already, a broken link too, is left alone and is an error.
    ///   - bytes: All that it will hold.
    ///   - mode: Its permission bits, before the process's mask takes some away.
    /// - Throws: Why not; ``FileProblem/isTaken`` tells whether something is there.
    public static func create(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o666) throws(FileProblem) {
        let directory = parent(of: path)
        if !isDirectory(directory) { try makeDirectory(directory, mode: 0o777) }
        let file = try open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
        do throws(FileProblem) {
            try write(bytes, to: file, path: path)
        } catch {
            unlink(path)
            throw error
        }
    }
}
