import Glibc
import LocatedJSON
import Study
public import Tutor

/// A copy of the progress as it once was, beside the progress file.
public struct ProgressBackup: Hashable, Sendable {
    /// Where it is.
    public let path: String
    /// When it was made.
    public let at: WallTime
    /// How many answers it holds.
    public let answers: Int
}

/// The copies that are kept beside a progress file: as it was found at the last start, at the first start of the day, and at
/// the first of a day about a week ago.
///
///     progress.json.backup-start
///     progress.json.backup-day       replaced when it is from another day; then, if it is due,
///     progress.json.backup-week      …that which it was before takes the place of one older than a week
///
/// They are made after a save that went well, from what was read before it, so that a full disk never prefers them. One
/// with more answers than the file is not replaced: something was lost, and it is where that can be found.
enum ProgressBackups {
    private static let kinds = ["start", "day", "week"]
    /// Milliseconds.
    private static let day: Int64 = 86_400_000

    static func path(_ kind: String, of target: String) -> String { "\(target).backup-\(kind)" }

    /// The newest backup that can be read, with what it holds.
    static func newest(of target: String) -> (backup: ProgressBackup, progress: Progress)? {
        let paths = kinds.map { path($0, of: target) }
        let dated = paths.compactMap { path in Files.modified(path).map { (path: path, at: $0) } }
        for (path, at) in dated.sorted(by: { $0.at > $1.at }) {
            guard let bytes = try? Files.read(path, limit: ProgressFile.sizeLimit),
                let progress = try? Progress(parsing: SourceFile(path, bytes))
            else { continue }
            return (ProgressBackup(path: path, at: at, answers: progress.answerCount), progress)
        }
        return nil
    }

    /// Keeps `bytes`, a good file as it was found at the start.
    ///
    /// A backup that cannot be written is no reason to say that the answers were not saved: they were.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - answers: How many answers it holds.
    ///   - target: Where it is.
    ///   - now: Tells which backups are old enough to be replaced.
    static func keep(_ bytes: [UInt8], answers: Int, of target: String, now: WallTime) {
        guard newest(of: target).map({ $0.backup.answers <= answers }) ?? true else { return }
        let (daily, weekly) = (path("day", of: target), path("week", of: target))
        let made = Files.modified(daily)
        if made.map({ $0.milliseconds / day != now.milliseconds / day }) ?? true {
            let isDue = Files.modified(weekly).map { now.milliseconds - $0.milliseconds >= 7 * day } ?? true
            if isDue, made != nil { rename(daily, weekly) }
            write(bytes, to: daily, of: target, now: now)
        }
        write(bytes, to: path("start", of: target), of: target, now: now)
    }

    /// Removes them all.
    static func remove(of target: String) {
        for kind in kinds { unlink(path(kind, of: target)) }
    }

    /// Writes a backup by way of the same file as the progress itself, so that a killed one is removed by the next save.
    private static func write(_ bytes: [UInt8], to path: String, of target: String, now: WallTime) {
        let scratch = ProgressFile.scratch(of: target)
        guard (try? Files.replace(path, with: bytes, mode: 0o600, scratch: scratch)) != nil else { return }
        Files.setModified(path, to: now)
    }
}

extension Files {
    /// When a file was last written to; `nil` for none.
    fileprivate static func modified(_ path: String) -> WallTime? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return WallTime(milliseconds: Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000)
    }

    /// Lets a file say that it was written at `time`.
    fileprivate static func setModified(_ path: String, to time: WallTime) {
        let seconds = time_t(time.milliseconds / 1000), rest = Int(time.milliseconds % 1000) * 1_000_000
        let times = [timespec(tv_sec: seconds, tv_nsec: rest), timespec(tv_sec: seconds, tv_nsec: rest)]
        utimensat(AT_FDCWD, path, times, 0)
    }
}
