public import Courseware
import Localization
public import LocatedJSON

/// Finds and reads the files of the course.
///
/// Each place holds a course or several. Earlier places win: a lesson in a `--lessons` directory stands instead of the
/// built-in one of the same id. Nothing outside a course's directory is read for it.
public enum CourseLibrary {
    /// A directory where lessons and quizzes may be.
    public struct Place: Hashable, Sendable {
        /// The directory, or a file.
        public var path: String
        /// How the program came to look there.
        public var origin: Origin
    }

    /// How the program came to look in a place.
    public enum Origin: CaseIterable, Hashable, Sendable {
        /// An argument of `check`.
        case argument
        /// `--lessons DIR`.
        case option
        /// `$NETARIUM_PATH`.
        case environment
        /// `$XDG_DATA_HOME/netarium`.
        case dataDirectory
        /// `share/netarium` beside the executable's directory.
        case installed
        /// The tree that the executable was built from.
        case sourceTree

        /// Whether somebody named the place, so that it must be there.
        var isNamed: Bool { self == .argument || self == .option || self == .environment }
    }

    /// What was found.
    public struct Contents: Hashable, Sendable {
        /// In the order of the places; the documents of each by name.
        public var courses: [CourseFiles] = []
        /// What could not be read; the rest could.
        public var problems: [FileProblem] = []

        /// All files of all courses.
        public var files: [SourceFile] { courses.flatMap(\.all) }
    }

    /// How much of a course is read.
    struct Limits {
        /// Bytes; a lesson of a hundred steps in two languages has about a hundred thousand.
        var fileSize = 4 << 20
        /// Files.
        var fileCount = 20_000
        /// Bytes of all files.
        var courseSize = 256 << 20
    }

    /// The bytes of a file that are read at the most.
    public static let sizeLimit = Limits().fileSize

    /// Where to look, in order.
    ///
    /// - Parameters:
    ///   - options: The values of `--lessons`.
    ///   - environment: Names the other directories.
    ///   - executable: The path of the running program, links followed; `nil` if it cannot be known.
    /// - Returns: Directories, which need not exist.
    public static func places(
        options: [String], environment: Environment, executable: String? = Executable.path
    ) -> [Place] {
        var places = options.map { Place(path: $0, origin: .option) }
        places += (environment["NETARIUM_PATH"] ?? "").split(separator: ":").map {
            Place(path: String($0), origin: .environment)
        }
        if let data = environment.dataDirectory { places.append(Place(path: data, origin: .dataDirectory)) }
        if let executable {
            let prefix = Files.parent(of: Files.parent(of: executable))
            places.append(Place(path: "\(prefix)/share/netarium", origin: .installed))
            if let tree = Executable.sourceTree(of: executable) {
                places.append(Place(path: tree, origin: .sourceTree))
            }
        }
        return places
    }

    /// The files and directories that somebody wants checked.
    public static func places(checking paths: [String]) -> [Place] {
        paths.map { Place(path: $0, origin: .argument) }
    }

    /// The course that a lesson or a quiz is in, if its folder says so.
    public static func places(around path: String) -> [Place] {
        guard [CourseFolder.lessons, CourseFolder.quizzes].contains(folder(of: path)) else { return [] }
        let course = Files.parent(of: Files.parent(of: path))
        return Files.isDirectory(course) ? [Place(path: course, origin: .option)] : []
    }

    /// Reads one file that somebody named.
    public static func file(_ path: String) throws(FileProblem) -> SourceFile {
        SourceFile(path, try Files.read(path, limit: sizeLimit))
    }

    /// Reads all places.
    public static func read(_ places: [Place]) -> Contents { read(places, Limits()) }

    /// Reads all places within limits.
    static func read(_ places: [Place], _ limits: Limits) -> Contents {
        var contents = Contents()
        for found in FoundCourse.all(in: places, limits) {
            contents.problems += found.problems
            let course = read(found, limits, problems: &contents.problems)
            if !course.all.isEmpty { contents.courses.append(course) }
        }
        return contents
    }

    /// Files that are read at once, by all processors: as many as may wait in memory until their sizes are added up.
    private static let batch = 128

    /// Reads the files of one course.
    private static func read(
        _ found: FoundCourse, _ limits: Limits, problems: inout [FileProblem]
    ) -> CourseFiles {
        var course = CourseFiles(name: found.folder.name)
        func take(_ reading: Result<SourceFile, FileProblem>) -> SourceFile? {
            do throws(FileProblem) {
                return try reading.get()
            } catch {
                problems.append(error)
                return nil
            }
        }
        let read: @Sendable (String) -> Result<SourceFile, FileProblem> = { path in
            Result { () throws(FileProblem) in SourceFile(path, try Files.read(path, limit: limits.fileSize)) }
        }
        course.outline = found.outline.flatMap { take(read($0)) }
        var rest = found.documents[...]
        var size = 0
        while !rest.isEmpty {
            let batch = Array(rest.prefix(batch))
            rest = rest.dropFirst(batch.count)
            for file in Cores().map(batch, read).compactMap(take) {
                size += file.bytes.count
                guard size <= limits.courseSize else {
                    problems.append(.courseTooLarge(path: found.folder.path, limit: limits.courseSize))
                    return course
                }
                course.documents.append(file)
            }
        }
        return course
    }

    /// The name of the folder that a file is in.
    static func folder(of path: String) -> String { Files.name(of: Files.parent(of: path)) }
}
