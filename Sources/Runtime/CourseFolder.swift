import Courseware
import Localization
import LocatedJSON

/// A directory that holds a course, or a single file.
struct CourseFolder {
    /// The directory, or the file.
    let path: String
    /// What the course is called when it does not say.
    let name: LocalizedText
    /// Whether files that lie in the directory itself are the course's, when it has no folders for them.
    private let mayBeFlat: Bool

    static let lessons = "lessons", quizzes = "quizzes"
    /// The folders that files of a course are in.
    static let kinds: Set = [lessons, quizzes]

    /// The courses in a place: the place itself, and, where courses are dropped in, each directory that looks like one.
    static func all(in place: CourseLibrary.Place) -> [CourseFolder] {
        let path = place.path.count > 1 && place.path.hasSuffix("/") ? String(place.path.dropLast()) : place.path
        guard place.origin == .dataDirectory else {
            return [CourseFolder(path: path, name: name(of: path), mayBeFlat: place.origin.isNamed)]
        }
        // Files that lie in the data directory itself are the program's own, such as the progress.
        let own = CourseFolder(path: path, name: LocalizedText(en: "Your lessons", zh: "自己的课程"), mayBeFlat: false)
        let names = ((try? Files.list(path)) ?? []).filter { !$0.hasPrefix(".") && $0 != lessons && $0 != quizzes }
        let dropped = names.map { "\(path)/\($0)" }.filter(looksLikeCourse)
        return [own] + dropped.map { CourseFolder(path: $0, name: name(of: $0), mayBeFlat: true) }
    }

    private static func looksLikeCourse(_ path: String) -> Bool {
        guard Files.isDirectory(path) else { return false }
        return Files.exists("\(path)/\(CourseFiles.outlineName)")
            || [lessons, quizzes].contains { Files.isDirectory("\(path)/\($0)") }
    }

    /// What a directory is called, as far as it can be shown; for a bare folder of lessons, what the one above is called.
    private static func name(of path: String) -> LocalizedText {
        let kinds = [lessons, quizzes]
        var path = path
        if kinds.contains(Files.name(of: path)) || Files.name(of: path).hasPrefix(".") { path = Files.resolved(path) }
        if kinds.contains(Files.name(of: path)) { path = Files.parent(of: path) }
        let scalars = Files.name(of: path).unicodeScalars.prefix(36)
        return LocalizedText(String(scalars.map { DisplayWidth.isPrintable($0) ? Character($0) : "?" }))
    }

    // MARK: Files

    /// A file of the course, and where it leads.
    struct File {
        var path: String, target: String
    }

    /// The files of the course, its `course.json` first, and why others are not among them.
    ///
    /// Of its folders for lessons and quizzes only those in `kinds` are looked into.
    func files(_ limits: CourseLibrary.Limits, kinds: Set<String>) -> (found: [File], problems: [FileProblem]) {
        guard Files.isDirectory(path) else { return ([File(path: path, target: Files.resolved(path))], []) }
        var found: [File] = [], problems: [FileProblem] = []
        let root = Files.resolved(path)
        func add(_ path: String, _ target: String) {
            if Self.isInside(target, root) {
                found.append(File(path: path, target: target))
            } else {
                problems.append(.leadsOutside(path: path, target: target))
            }
        }
        let outline = "\(path)/\(CourseFiles.outlineName)"
        if Files.exists(outline) || Files.linkTarget(outline) != nil { add(outline, Files.resolved(outline)) }
        for directory in directories(kinds) {
            let target = Files.resolved(directory)
            guard Self.isInside(target, root) else {
                problems.append(.leadsOutside(path: directory, target: target))
                continue
            }
            do throws(FileProblem) {
                let entries = try Files.entries(of: directory).filter { entry in
                    entry.name.hasSuffix(".json") && !entry.name.hasPrefix(".")
                        && (entry.name != CourseFiles.outlineName || directory != self.path)
                }
                guard found.count + entries.count <= limits.fileCount else {
                    throw .tooMany(path: path, limit: limits.fileCount)
                }
                let (inDirectory, inTarget) = (directory + "/", target + "/")
                found.reserveCapacity(found.count + entries.count)
                for entry in entries {
                    let path = inDirectory + entry.name
                    if entry.mayBeLink, Files.linkTarget(path) != nil {
                        add(path, Files.resolved(path))
                    } else {
                        // Looking up every part of every path would take longer than reading the files.
                        found.append(File(path: path, target: directory == target ? path : inTarget + entry.name))
                    }
                }
            } catch {
                problems.append(error)
            }
        }
        return (found, problems)
    }

    /// The folders for lessons and quizzes if there is one of them, else the directory itself.
    private func directories(_ kinds: Set<String>) -> [String] {
        let inside = [Self.lessons, Self.quizzes].filter { Files.isDirectory("\(path)/\($0)") }
        return inside.isEmpty && mayBeFlat ? [path] : inside.filter(kinds.contains).map { "\(path)/\($0)" }
    }

    /// Whether this is the path of what the course says of itself.
    func isOutline(_ path: String) -> Bool { Files.name(of: path) == CourseFiles.outlineName }

    /// The path of a quiz by its id, if the folder for quizzes has it and it does not lead out of the course.
    func quiz(_ id: String) -> String? {
        let quiz = "\(path)/\(Self.quizzes)/\(id).json"
        let isName = !id.contains("/") && !id.hasPrefix(".")
        return isName && Files.exists(quiz) && Self.isInside(Files.resolved(quiz), Files.resolved(path)) ? quiz : nil
    }

    private static func isInside(_ target: String, _ root: String) -> Bool {
        target == root || target.hasPrefix(root.hasSuffix("/") ? root : root + "/")
    }
}
