import Glibc

/// Directories under watch: which names in them were touched.
///
/// It is the directory that must be watched and not the file: an editor that saves by renaming puts another file in its
/// place, and a watch on the old one hears nothing of that. Source: inotify(7).
final class DirectoryWatch {
    /// One change.
    struct Change: Equatable {
        /// Whether a file seems to be whole now, rather than in the midst of a save.
        var isComplete: Bool
        /// Whether names came or went, so that other directories may have to be watched.
        var isStructural: Bool
    }

    private let queue: Files.Descriptor
    /// Names of interest by watch; several directories may turn out to be one.
    private var interests: [Int32: Set<String>] = [:]

    /// Begins with no directory.
    init() throws(FileProblem) {
        let number = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard number >= 0 else { throw .system(.watch, path: ".", errno: errno) }
        queue = Files.Descriptor(number: number)
    }

    /// Can be read when there are changes.
    var descriptor: Int32 { queue.number }

    private static let completing = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_ATTRIB)
    private static let leaving = UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_IGNORED)
    private static let structural =
        leaving | UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO)
    private static let all = completing | structural | UInt32(IN_MODIFY) | UInt32(IN_ONLYDIR)

    /// Watches these directories, each for its names, and no others.
    ///
    /// One that cannot be watched is left out.
    func watch(_ wanted: [String: Set<String>]) {
        var fresh: [Int32: Set<String>] = [:]
        for (directory, names) in wanted {
            let watch = inotify_add_watch(queue.number, directory, Self.all & ~UInt32(IN_IGNORED))
            if watch >= 0 { fresh[watch, default: []].formUnion(names) }
        }
        for watch in interests.keys where fresh[watch] == nil { inotify_rm_watch(queue.number, watch) }
        interests = fresh
    }

    /// What has changed since it was last asked; only what is of interest.
    func changes() -> [Change] {
        var changes: [Change] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = buffer.withUnsafeMutableBytes { bytes in
                Files.retrying { read(queue.number, bytes.baseAddress, bytes.count) }
            }
            guard count > 0 else { return changes }
            changes += parse(buffer[..<count])
        }
    }

    /// Records of the queue: watch, mask, cookie and length, 32 bits each, then a name padded with zeros.
    private func parse(_ bytes: ArraySlice<UInt8>) -> [Change] {
        var changes: [Change] = []
        var rest = bytes
        while rest.count >= Self.headerSize {
            let (watch, mask, length) = rest.withUnsafeBytes { header in
                (
                    header.loadUnaligned(fromByteOffset: 0, as: Int32.self),
                    header.loadUnaligned(fromByteOffset: 4, as: UInt32.self),
                    Int(header.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
                )
            }
            rest = rest.dropFirst(Self.headerSize)
            let name = String(decoding: rest.prefix(length).prefix { $0 != 0 }, as: UTF8.self)
            rest = rest.dropFirst(length)
            let isOverflow = mask & UInt32(IN_Q_OVERFLOW) != 0
            guard let names = interests[watch] ?? (isOverflow ? [] : nil) else { continue }
            let isAboutItself = mask & Self.leaving != 0
            guard isOverflow || isAboutItself || names.contains(name) else { continue }
            changes.append(
                Change(
                    isComplete: isOverflow || mask & Self.completing != 0,
                    isStructural: isOverflow || mask & Self.structural != 0))
        }
        return changes
    }

    private static let headerSize = 16
}
