import Glibc
import LocatedJSON
public import Study
public import Tutor

/// The progress on disk, shared by every running copy of the program.
///
///     save:  take the lock → read what is there → merge → write beside → sync → rename → sync the directory
///
/// As the file was found by the first save is kept as a backup; see ``ProgressBackups``. A file of an older format is first
/// copied to `….v1-20261121T035258Z`.
///
/// A file that is damaged is renamed aside, never overwritten. One that a newer version wrote, or that is no file at
/// all, is left alone, and nothing is saved. A symbolic link is followed: the file it leads to is replaced, not the link.
public struct ProgressFile {
    /// The path as the person knows it.
    public let path: String
    /// Where it leads.
    private let target: String
    /// What the file held when it was last read or written here, so that an unchanged file is not read again.
    private var known: (mark: Files.Mark, progress: Progress)?
    /// Whether what is known is certainly on the disk.
    private var isSynced = true
    /// Whether the backups have been looked after.
    private var hasBackups = false

    /// Bytes; a larger file is none of ours.
    public static let sizeLimit = Progress.largestFile

    /// How many names are tried for a file that is set aside.
    private static let asideLimit = 100

    /// What the file held when it was last read or written here; `nil` when there was none that could be read.
    ///
    /// After a save that is all that is known, what other copies wrote as well.
    public var contents: Progress? { known?.progress }

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
    ///   - now: The day that counts as practised if there is anything new, and part of the name under which a damaged
    ///     file is set aside.
    /// - Returns: What must be said about the file, if anything: that somebody damaged it meanwhile.
    /// - Throws: Why it is not certain that everything is on the disk; what was there is there still.
    @discardableResult
    public mutating func save(_ progress: Progress, now: WallTime) throws(ProgressObstacle) -> ProgressNotice? {
        let lock = try locked()
        let notice = try merge(progress, now: now)
        lock.release()
        return notice
    }

    /// Brings the newest good backup back: what is in it is added to what there is.
    ///
    /// - Parameter now: See ``save(_:now:)``.
    /// - Returns: The backup and all that is known now; `nil` when there is no backup.
    /// - Throws: Why it cannot be saved.
    public mutating func restore(now: WallTime) throws(ProgressObstacle) -> (ProgressBackup, Progress)? {
        guard let (backup, progress) = ProgressBackups.newest(of: target) else { return nil }
        try save(progress, now: now)
        return (backup, known?.progress ?? progress)
    }

    /// Forgets everything; the file as it was is kept under another name.
    ///
    /// - Parameter now: Part of that name.
    /// - Returns: That name; `nil` when there was nothing to forget.
    /// - Throws: Why not.
    public mutating func reset(now: WallTime) throws(ProgressObstacle) -> String? {
        guard Files.exists(target) else { return nil }
        let lock = try locked()
        let kept: String
        do throws(FileProblem) {
            kept = try copy(try Files.read(target, limit: Self.sizeLimit), as: "before-reset", now: now)
            try Files.replace(target, with: Array(Progress().json.utf8), mode: 0o600, scratch: Self.scratch(of: target))
        } catch {
            throw .file(error)
        }
        ProgressBackups.remove(of: target)
        known = nil
        lock.release()
        return kept
    }

    /// Makes the directory if need be, and waits for the lock.
    private func locked() throws(ProgressObstacle) -> FileLock {
        do throws(FileProblem) {
            try Files.makeDirectory(Files.parent(of: target))
        } catch {
            throw .file(error)
        }
        do throws(FileProblem) {
            return try FileLock(target + ".lock")
        } catch {
            throw .file(error.whileSaving(target))
        }
    }

    /// Where the new file is written; whoever holds the lock is alone with it.
    static func scratch(of target: String) -> String { "\(target).new" }

    /// What is done under the lock.
    private mutating func merge(_ progress: Progress, now: WallTime) throws(ProgressObstacle) -> ProgressNotice? {
        let (found, notice) = try current(now: now)
        let isThere = known != nil
        var merged = found.merging(progress)
        let isNew = merged != found
        if !isNew, isSynced, isThere { return notice }
        // What the backups are made of; there is none of a file that was not there or could not be read.
        let former = isThere && !hasBackups ? try? Files.read(target, limit: Self.sizeLimit) : nil
        if isNew { merged.practised(on: StudyDay(of: now.milliseconds, offset: SystemClock.offset(at: now))) }
        merged.rememberAll()
        let bytes = Array(merged.json.utf8)
        do throws(FileProblem) {
            guard bytes.count <= Self.sizeLimit else {
                throw .wouldBeTooLarge(path: target, limit: Self.sizeLimit)
            }
            guard !Files.isReadOnly(target) else { throw .system(.write, path: target, errno: EACCES) }
            if let former, let format = Progress.format(of: former), format < Progress.format {
                _ = try copy(former, as: "v\(format)", now: now)
            }
            isSynced = false
            try Files.replace(target, with: bytes, mode: 0o600, scratch: Self.scratch(of: target))
        } catch {
            throw .file(error.whileSaving(target))
        }
        isSynced = true
        known = Files.mark(of: target).map { ($0, merged) }
        if let former { ProgressBackups.keep(former, answers: found.answerCount, of: target, now: now) }
        hasBackups = true
        return notice
    }

    /// Keeps bytes beside the file, under a name that nothing has yet.
    private func copy(_ bytes: [UInt8], as word: String, now: WallTime) throws(FileProblem) -> String {
        let name = "\(target).\(word)-\(now.compactUTC)"
        for attempt in 1...Self.asideLimit {
            let path = attempt == 1 ? name : "\(name)-\(attempt)"
            do throws(FileProblem) {
                try Files.create(path, with: bytes, mode: 0o600)
                return path
            } catch  where error.isTaken && attempt < Self.asideLimit {
                continue
            }
        }
        throw .system(.open, path: name, errno: EEXIST)
    }

    /// What is in the file now; a damaged file is set aside.
    private mutating func current(now: WallTime) throws(ProgressObstacle) -> (Progress, ProgressNotice?) {
        let mark = Files.mark(of: target)
        if let known, known.mark == mark { return (known.progress, nil) }
        let bytes: [UInt8]
        do {
            bytes = try Files.read(target, limit: Self.sizeLimit)
        } catch {
            if error.isMissing {
                let backup = known == nil && !hasBackups ? ProgressBackups.newest(of: target)?.backup : nil
                known = nil
                return (Progress(), backup.map { .gone(path: path, backup: $0) })
            }
            guard error.isDamage else { throw .file(error) }
            return (Progress(), try setAside(now: now, because: .file(error)))
        }
        do {
            let progress = try Progress(parsing: SourceFile(path, bytes))
            known = mark.map { ($0, progress) }
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
                return .setAside(
                    path: path, aside: aside, because: damage, backup: ProgressBackups.newest(of: target)?.backup)
            } catch  where error.isTaken && attempt < Self.asideLimit {
                continue
            } catch {
                throw .file(error)
            }
        }
        throw damage
    }
}
