import Glibc

/// System calls on files that say what failed, where and why.
public enum Files {
    /// A descriptor that is closed at the end of its life.
    struct Descriptor: ~Copyable {
        let number: Int32

        deinit { close(number) }
    }

    /// What `stat` says, as far as it matters here.
    struct Status {
        var isRegular: Bool
        /// Permission bits.
        var mode: mode_t
        var owner: uid_t, group: gid_t
        /// Bytes.
        var size: Int

        init(_ status: stat) {
            isRegular = status.st_mode & S_IFMT == S_IFREG
            mode = status.st_mode & 0o7777
            (owner, group) = (status.st_uid, status.st_gid)
            size = Int(status.st_size)
        }
    }

    /// Opens a file; never waits for the other end of a pipe, and is not inherited.
    ///
    /// What fails is said of `target`, when this file is only a part of the way to it.
    static func open(
        _ path: String, _ flags: Int32, mode: mode_t = 0, for target: String? = nil
    ) throws(FileProblem) -> Descriptor {
        let number = retrying { Glibc.open(path, flags | O_CLOEXEC | O_NONBLOCK, mode) }
        guard number >= 0 else { throw .system(.open, path: target ?? path, errno: errno) }
        return Descriptor(number: number)
    }

    private static func status(_ descriptor: borrowing Descriptor, path: String) throws(FileProblem) -> Status {
        var status = stat()
        guard fstat(descriptor.number, &status) == 0 else { throw .system(.read, path: path, errno: errno) }
        return Status(status)
    }

    /// What is at a path, links followed.
    private static func status(_ path: String) throws(FileProblem) -> Status {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .system(.read, path: path, errno: errno) }
        return Status(status)
    }

    /// The whole of a regular file.
    ///
    /// - Parameters:
    ///   - path: Of a regular file, or of a link to one.
    ///   - limit: Bytes; a larger file is an error, not a long wait.
    /// - Returns: Its bytes.
    /// - Throws: Why not.
    public static func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
        let file = try open(path, O_RDONLY)
        let size = try sizeOfRegular(file, path: path)
        guard size <= limit else { throw .tooLarge(path: path, limit: limit) }
        // One byte more than there should be, so that nothing has to be read twice.
        var bytes = try chunk(of: file, path: path, size: size + 1)
        guard bytes.count > size else { return bytes }
        while true {
            let more = try chunk(of: file, path: path, size: 1 << 16)
            guard !more.isEmpty else { return bytes }
            bytes += more
            guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
        }
    }

    /// The first bytes of a regular file, `size` of them if it has so many.
    static func readBeginning(of path: String, size: Int) throws(FileProblem) -> [UInt8] {
        let file = try open(path, O_RDONLY)
        _ = try sizeOfRegular(file, path: path)
        return try chunk(of: file, path: path, size: size)
    }

    /// The size of an open file in bytes; an error for what is no regular file.
    private static func sizeOfRegular(_ file: borrowing Descriptor, path: String) throws(FileProblem) -> Int {
        let status = try Self.status(file, path: path)
        guard status.isRegular else { throw .notAFile(path: path) }
        return status.size
    }

    /// The next bytes of a file, fewer than `size` at its end.
    private static func chunk(of file: borrowing Descriptor, path: String, size: Int) throws(FileProblem) -> [UInt8] {
        let number = file.number
        var failure: Int32?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let read = retrying { Glibc.read(number, buffer.baseAddress.map { $0 + count }, size - count) }
                if read < 0 { failure = errno }
                guard read > 0 else { return }
                count += read
            }
        }
        if let failure { throw .system(.read, path: path, errno: failure) }
        return bytes
    }

    /// Puts `bytes` in the place of the file at `path`: all of them or none, also when the machine stops in between.
    ///
    /// The new file is written beside the old one, brought to the disk, and renamed over it. It has the mode and owner
    /// of the file it replaces. Links are followed; a device or a pipe is written to as it is.
    ///
    /// - Parameters:
    ///   - path: Of the file, which need not exist, in a directory that does.
    ///   - bytes: All that it will hold.
    ///   - mode: Permission bits of a file that did not exist, before the process's mask takes some away.
    ///   - scratch: Where the new file is written first, in the same directory; whatever is left there by somebody who was
    ///     killed is removed. For those who hold a lock; by default the name is this process's own.
    /// - Throws: Why not; the old file is then there still, unless only the directory could not be synced.
    public static func replace(
        _ path: String, with bytes: [UInt8], mode: UInt32 = 0o666, scratch: String? = nil
    ) throws(FileProblem) {
        let path = resolved(path)
        let former = try? status(path)
        if let former, !former.isRegular {
            return try write(bytes, to: open(path, O_WRONLY), path: path)
        }
        let temporary = scratch ?? "\(parent(of: path))/.\(name(of: path)).\(getpid())"
        unlink(temporary)
        do throws(FileProblem) {
            let file = try open(
                temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: former == nil ? mode : 0o600, for: path)
            if let former {
                // Another owner's file may be written by root only, and should not become root's.
                if former.owner != geteuid() { fchown(file.number, former.owner, former.group) }
                fchmod(file.number, former.mode)
            }
            try write(bytes, to: file, path: path)
            guard rename(temporary, path) == 0 else { throw .system(.rename, path: path, errno: errno) }
        } catch {
            unlink(temporary)
            throw error
        }
        try syncDirectory(of: path)
    }

    static func write(
        _ bytes: [UInt8], to file: borrowing Descriptor, path: String
    ) throws(FileProblem) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { buffer in
                retrying { Glibc.write(file.number, buffer.baseAddress, buffer.count) }
            }
            guard count > 0 else { throw .system(.write, path: path, errno: errno) }
            rest = rest.dropFirst(count)
        }
        guard fsync(file.number) == 0 || errno == EINVAL || errno == EROFS else {
            throw .system(.sync, path: path, errno: errno)
        }
    }

    /// Brings the renaming itself to the disk.
    ///
    /// Some file systems cannot, and then there is nothing to wait for.
    private static func syncDirectory(of path: String) throws(FileProblem) {
        let directory = try open(parent(of: path), O_RDONLY | O_DIRECTORY)
        guard fsync(directory.number) == 0 || errno == EINVAL else {
            throw .system(.sync, path: parent(of: path), errno: errno)
        }
    }

    /// Renames within a directory, never over anything.
    static func setAside(_ path: String, as aside: String) throws(FileProblem) {
        guard link(path, aside) == 0 else {
            // No hard links here: a plain rename, after making sure that nothing is in the way.
            guard errno != EEXIST, access(aside, F_OK) != 0, rename(path, aside) == 0 else {
                throw .system(.rename, path: aside, errno: errno == 0 ? EEXIST : errno)
            }
            return
        }
        guard unlink(path) == 0 else { throw .system(.rename, path: path, errno: errno) }
    }

    /// Makes a directory and those above it; for this user alone unless `mode` says otherwise.
    static func makeDirectory(_ path: String, mode: mode_t = 0o700) throws(FileProblem) {
        guard mkdir(path, mode) != 0, errno != EEXIST else { return }
        guard errno == ENOENT, parent(of: path) != path else {
            throw .system(.makeDirectory, path: path, errno: errno)
        }
        try makeDirectory(parent(of: path), mode: mode)
        guard mkdir(path, mode) == 0 || errno == EEXIST else {
            throw .system(.makeDirectory, path: path, errno: errno)
        }
    }

    /// The names in a directory, in order, without `.` and `..`.
    static func list(_ path: String) throws(FileProblem) -> [String] { try entries(of: path).map(\.name) }

    /// What stands in a directory.
    struct Entry: Sendable {
        var name: String
        /// Whether it is a symbolic link, or may be one because the file system does not say.
        var mayBeLink: Bool
    }

    /// The entries of a directory in order of their names, without `.` and `..`.
    static func entries(of path: String) throws(FileProblem) -> [Entry] {
        guard let directory = opendir(path) else { throw .system(.list, path: path, errno: errno) }
        defer { closedir(directory) }
        var entries: [Entry] = []
        errno = 0
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            let kind = Int(entry.pointee.d_type)
            if name != ".", name != ".." {
                entries.append(Entry(name: name, mayBeLink: kind == Int(DT_LNK) || kind == Int(DT_UNKNOWN)))
            }
            errno = 0
        }
        guard errno == 0 else { throw .system(.list, path: path, errno: errno) }
        return entries.sorted { $0.name < $1.name }
    }

    /// Whether a directory is there, links followed.
    public static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether a file is there that this user may not write to.
    static func isReadOnly(_ path: String) -> Bool { access(path, F_OK) == 0 && access(path, W_OK) != 0 }

    /// Whether there is anything at a path.
    public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Where a path leads once every symbolic link is followed, also when the last one leads to nothing yet.
    static func resolved(_ path: String) -> String {
        var path = path
        for _ in 0..<linkLimit {
            if let whole = realpath(path, nil) {
                defer { free(whole) }
                return String(cString: whole)
            }
            guard let target = linkTarget(path) else { return path }
            path = target.hasPrefix("/") ? target : "\(parent(of: path))/\(target)"
        }
        return path
    }

    /// As many links as Linux follows in one path.
    private static let linkLimit = 40

    /// What a symbolic link holds; `nil` for what is none.
    static func linkTarget(_ path: String) -> String? {
        let target = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
            count = buffer.withMemoryRebound(to: CChar.self) { text in
                text.baseAddress.map { max(readlink(path, $0, text.count), 0) } ?? 0
            }
        }
        return target.isEmpty ? nil : String(decoding: target, as: UTF8.self)
    }

    /// The directory that a path is in: `.` for a bare name.
    static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        let parent = path[..<slash]
        return parent.isEmpty ? "/" : String(parent)
    }

    /// The last part of a path.
    static func name(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return String(path[path.utf8.index(after: slash)...])
    }

    /// Calls again what a signal interrupted.
    static func retrying<Count: SignedInteger>(_ call: () -> Count) -> Count {
        while true {
            let result = call()
            if result != -1 || errno != EINTR { return result }
        }
    }
}
