public import LocatedJSON

/// Finds and reads the files of the course.
///
/// Earlier places win: a lesson in a `--lessons` directory stands instead of the built-in one of the same name.
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
        /// In the order of the places, and by name in each.
        public var files: [SourceFile] = []
        /// What could not be read; the rest could.
        public var problems: [FileProblem] = []
        /// Files that an earlier place has too.
        public var shadowed: [String] = []
    }

    /// Bytes; a lesson of a hundred steps in two languages has about a hundred thousand.
    public static let sizeLimit = 4 << 20

    /// Files in one directory.
    public static let countLimit = 2000

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

    /// Reads all places.
    public static func read(_ places: [Place]) -> Contents {
        var contents = Contents()
        var seen: Set<String> = [], names: Set<String> = []
        for place in places {
            guard Files.exists(place.path) || place.origin.isNamed else { continue }
            let (paths, problems) = files(in: place)
            contents.problems += problems
            for path in paths where seen.insert(Files.resolved(path)).inserted {
                let file: SourceFile
                do {
                    file = SourceFile(path, try Files.read(path, limit: sizeLimit))
                } catch {
                    contents.problems.append(error)
                    continue
                }
                // Only its directory tells a lesson from a quiz of the same name; elsewhere the catalogue finds out.
                let kind = Files.name(of: Files.parent(of: path))
                let isShadowed = kinds.contains(kind) && !names.insert("\(kind)/\(file.stem)").inserted
                if isShadowed, place.origin != .argument {
                    contents.shadowed.append(path)
                } else {
                    contents.files.append(file)
                }
            }
        }
        return contents
    }

    /// The course files of a place: itself, or those in a directory, by name.
    private static func files(in place: Place) -> (paths: [String], problems: [FileProblem]) {
        guard Files.isDirectory(place.path) else { return ([place.path], []) }
        var paths: [String] = [], problems: [FileProblem] = []
        for directory in directories(in: place) {
            do throws(FileProblem) {
                let names = try Files.list(directory).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
                guard names.count <= countLimit else { throw .tooMany(path: directory, limit: countLimit) }
                paths += names.map { "\(directory)/\($0)" }
            } catch {
                problems.append(error)
            }
        }
        return (paths, problems)
    }

    private static let kinds = ["lessons", "quizzes"]

    /// `DIR/lessons` and `DIR/quizzes` if there is one of them, else `DIR` itself, if somebody named it: in the
    /// program's own directories there are other files too, such as the progress.
    private static func directories(in place: Place) -> [String] {
        let path = place.path
        let base = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let inside = kinds.map { "\(base)/\($0)" }.filter(Files.isDirectory)
        return inside.isEmpty && place.origin.isNamed ? [base] : inside
    }
}
