public import Tutor

/// Files whose contents are told whenever they change, however they are saved.
///
/// A file is read only after its directory has told of a change, and told of only when it holds other bytes than
/// before. While nothing happens nothing wakes the process.
public final class FileWatch: NewsSource {
    private let directories: DirectoryWatch
    private var paths: [String] = []
    private var known: [String: FileReading.Content] = [:]
    private var schedule = SaveSchedule()
    /// Whether what was read last looked like the midst of a save and is to be read once more.
    private var isDoubtful = false

    /// A watch on nothing yet.
    ///
    /// - Throws: Why the system lets nothing be watched.
    public init() throws(FileProblem) { directories = try DirectoryWatch() }

    /// Can be read when something happened in a directory.
    public var descriptor: Int32 { directories.descriptor }

    /// When the files want to be read.
    public var due: WallTime? { schedule.due }

    /// Watches these files, which need not exist, and no others.
    ///
    /// - Returns: What those of them hold that were not watched before.
    public func watch(_ paths: [String]) -> [FileReading] {
        self.paths = paths
        known = known.filter { paths.contains($0.key) }
        arrange()
        return paths.compactMap { path in
            guard known[path] == nil else { return nil }
            let content = Self.content(of: path)
            known[path] = content
            return FileReading(path: path, content: content)
        }
    }

    /// Tells of files that have changed, when the time to read them has come.
    public func news(at now: WallTime) -> [Input] {
        let changes = directories.changes()
        for change in changes { schedule.note(change.isComplete ? .complete : .underway, at: now) }
        if changes.contains(where: \.isStructural), arrange() { schedule.note(.complete, at: now) }
        guard schedule.isUp(at: now) else { return [] }
        let readings = paths.compactMap { path -> FileReading? in
            let content = Self.content(of: path)
            return content == known[path] ? nil : FileReading(path: path, content: content)
        }
        // A file that is empty or gone may have been emptied or put aside to be written anew.
        if !isDoubtful, readings.contains(where: \.content.isNothing) {
            isDoubtful = true
            schedule.note(.underway, at: now)
            return []
        }
        isDoubtful = false
        for reading in readings { known[reading.path] = reading.content }
        return readings.isEmpty ? [] : [.files(readings)]
    }

    private static func content(of path: String) -> FileReading.Content {
        do throws(FileProblem) {
            return .bytes(try Files.read(path, limit: CourseLibrary.sizeLimit))
        } catch {
            return error.isMissing ? .missing : .unreadable(error.message)
        }
    }

    // MARK: Directories

    private var arranged: [String: Set<String>] = [:]

    /// Watches the directories where news of the files is to be had; says whether these are others than before.
    @discardableResult
    private func arrange() -> Bool {
        let before = arranged
        // A directory may come to be while this looks; then there is a nearer one to watch.
        for _ in 0..<Self.arrangements {
            let wanted = wantedDirectories
            directories.watch(wanted)
            arranged = wanted
            if wantedDirectories == wanted { break }
        }
        return arranged != before
    }

    private static let arrangements = 8

    /// The directory of each file, or the nearest above that exists, with the name that is to appear there; and the same
    /// for what a link leads to.
    private var wantedDirectories: [String: Set<String>] {
        var wanted: [String: Set<String>] = [:]
        for path in Set(paths.flatMap { [$0, Files.resolved($0)] }) {
            var name = path, directory = Files.parent(of: path)
            while !Files.isDirectory(directory), Files.parent(of: directory) != directory {
                name = directory
                directory = Files.parent(of: directory)
            }
            wanted[directory, default: []].insert(Files.name(of: name))
        }
        return wanted
    }
}

extension FileReading.Content {
    /// Whether there is no file, or nothing in it.
    fileprivate var isNothing: Bool {
        switch self {
        case .missing: true
        case .bytes(let bytes): bytes.isEmpty
        case .unreadable: false
        }
    }
}
