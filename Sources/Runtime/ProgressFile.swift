import LocatedJSON
public import Study
public import Tutor

/// The progress on disk, shared by every running copy of the program.
///
///     save:  take the lock → read what is there → merge → write beside → sync → rename → sync the directory
///
/// A file that is damaged is renamed aside, never overwritten. One that a newer version wrote, or that is no file at
/// all, is left alone, and nothing is saved. A symbolic link is followed: the file it leads to is replaced, not the link.
public struct ProgressFile {
    /// The path as the person knows it.
    public let path: String
    /// Where it leads.
    private let target: String
    /// What the file held when it was last read or written here, so that an unchanged file is not parsed again.
    private var known: (bytes: [UInt8], progress: Progress)?

    /// Bytes; a larger file is none of ours.
    public static let sizeLimit = Progress.largestFile

    /// How many names are tried for a file that is set aside.
    private static let asideLimit = 100

    /// The file at `path`, which need not exist yet.
    public init(_ path: String) {
        self.path = path
        target = Files.resolved(path)
    }

    /// Reads the progress; a missing file is progress of somebody who has not begun.
    ///
    /// - Parameter now: Part of the name under which a damaged file is set aside.
    /// - Returns: The progress, and what must be said about the file, if anything.
    public mutating func load(now: WallTime) -> (progress: Progress, notice: ProgressNotice?) {
        do {
            return try current(now: now)
        } catch {
            return (Progress(), .notSaving(path: path, because: error))
        }
    }

    /// Brings together `progress` and what is on disk, and writes it.
    ///
    /// - Parameters:
    ///   - progress: What this copy of the program knows.
    ///   - now: Part of the name under which a damaged file is set aside.
    /// - Returns: What must be said about the file, if anything: that somebody damaged it meanwhile.
    /// - Throws: Why nothing was written; what was on disk is there still.
    @discardableResult
    public mutating func save(_ progress: Progress, now: WallTime) throws(ProgressObstacle) -> ProgressNotice? {
        try Self.onDisk { () throws(FileProblem) in try Files.makeDirectory(Files.parent(of: target)) }
        let lock = try Self.onDisk { () throws(FileProblem) in try FileLock(target + ".lock") }
        let (found, notice) = try current(now: now)
        let merged = found.merging(progress)
        let bytes = Array(merged.json.utf8)
        if bytes != known?.bytes {
            try Self.onDisk { () throws(FileProblem) in try Files.replace(target, with: bytes, mode: 0o600) }
            known = (bytes, merged)
        }
        lock.release()
        return notice
    }

    /// What is in the file now; a damaged file is set aside.
    private mutating func current(now: WallTime) throws(ProgressObstacle) -> (Progress, ProgressNotice?) {
        let bytes: [UInt8]
        do {
            bytes = try Files.read(target, limit: Self.sizeLimit)
        } catch {
            if error.isMissing { return (Progress(), nil) }
            guard error.isDamage else { throw .file(error) }
            return (Progress(), try setAside(now: now, because: .file(error)))
        }
        if let known, known.bytes == bytes { return (known.progress, nil) }
        do {
            let progress = try Progress(parsing: SourceFile(path, bytes))
            known = (bytes, progress)
            return (progress, nil)
        } catch {
            if case .newerFormat = error { throw .content(error) }
            return (Progress(), try setAside(now: now, because: .content(error)))
        }
    }

    /// Renames the file to `….damaged-20261121T035258Z`, or to that with a number when it is taken.
    private mutating func setAside(
        now: WallTime, because damage: ProgressObstacle
    ) throws(ProgressObstacle) -> ProgressNotice {
        known = nil
        let name = "\(target).damaged-\(now.compactUTC)"
        for attempt in 1...Self.asideLimit {
            let aside = attempt == 1 ? name : "\(name)-\(attempt)"
            do {
                try Files.setAside(target, as: aside)
                return .setAside(path: path, aside: aside, because: damage)
            } catch  where error.isTaken && attempt < Self.asideLimit {
                continue
            } catch {
                throw .file(error)
            }
        }
        throw damage
    }

    private static func onDisk<Result: ~Copyable>(
        _ body: () throws(FileProblem) -> Result
    ) throws(ProgressObstacle) -> Result {
        do {
            return try body()
        } catch {
            throw .file(error)
        }
    }
}
