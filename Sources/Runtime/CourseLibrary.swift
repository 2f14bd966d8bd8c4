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

    /// The course that a lesson or a quiz is in, if its folder says so.
    public static func places(around path: String) -> [Place] {
        guard kinds.contains(folder(of: path)) else { return [] }
        return [Place(path: Files.parent(of: Files.parent(of: path)), origin: .dataDirectory)]
    }

    /// Reads all places.
    public static func read(_ places: [Place]) -> Contents {
        collect(places) { path, _ throws(FileProblem) in try Files.read(path, limit: sizeLimit) }
    }

    /// Bytes of a lesson's file in which nearly always everything stands that the list of lessons shows.
    static let beginning = 2048

    /// Reads the beginnings of the files in all places, and of the files in folders for quizzes nothing.
    static func readBeginnings(_ places: [Place]) -> Contents {
        collect(places) { path, kind throws(FileProblem) in
            kind == quizFolder ? [] : try Files.readBeginning(of: path, size: beginning)
        }
    }

    /// Goes through all places, and reads what counts with `read`, which is told the path of a file and the name of the
    /// folder that it is in.
    private static func collect(
        _ places: [Place], read: (_ path: String, _ folder: String) throws(FileProblem) -> [UInt8]
    ) -> Contents {
        var contents = Contents()
        var seen: Set<String> = [], names: Set<String> = []
        for place in places {
            guard Files.exists(place.path) || place.origin.isNamed else { continue }
            let (found, problems) = files(in: place)
            contents.problems += problems
            for (path, target) in found where seen.insert(target).inserted {
                // Only its directory tells a lesson from a quiz of the same name; elsewhere the catalogue finds out.
                let kind = folder(of: path)
                let file: SourceFile
                do {
                    file = SourceFile(path, try read(path, kind))
                } catch {
                    contents.problems.append(error)
                    continue
                }
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

    /// The course files of a place: itself, or those in a directory, by name; and where each path leads.
    private static func files(in place: Place) -> (found: [(path: String, target: String)], problems: [FileProblem]) {
        guard Files.isDirectory(place.path) else { return ([(place.path, Files.resolved(place.path))], []) }
        var found: [(String, String)] = [], problems: [FileProblem] = []
        for directory in directories(in: place) {
            do throws(FileProblem) {
                let names = try Files.list(directory).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
                guard names.count <= countLimit else { throw .tooMany(path: directory, limit: countLimit) }
                let target = Files.resolved(directory)
                for name in names {
                    let path = "\(directory)/\(name)"
                    // Looking up every part of every path would take longer than reading the files.
                    let isLink = Files.linkTarget(path) != nil
                    found.append((path, isLink ? Files.resolved(path) : "\(target)/\(name)"))
                }
            } catch {
                problems.append(error)
            }
        }
        return (found, problems)
    }

    /// The name of the folder that a file is in.
    static func folder(of path: String) -> String { Files.name(of: Files.parent(of: path)) }

    static let quizFolder = "quizzes"
    private static let kinds = ["lessons", quizFolder]

    /// `DIR/lessons` and `DIR/quizzes` if there is one of them, else `DIR` itself, if somebody named it: in the
    /// program's own directories there are other files too, such as the progress.
    private static func directories(in place: Place) -> [String] {
        let path = place.path
        let base = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let inside = kinds.map { "\(base)/\($0)" }.filter(Files.isDirectory)
        return inside.isEmpty && place.origin.isNamed ? [base] : inside
    }
}
