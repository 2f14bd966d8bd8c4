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
    func files(_ limits: CourseLibrary.Limits) -> (found: [File], problems: [FileProblem]) {
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
        for directory in directories {
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
                for entry in entries {
                    let path = "\(directory)/\(entry.name)"
                    // Looking up every part of every path would take longer than reading the files.
                    let isLink = entry.mayBeLink && Files.linkTarget(path) != nil
                    add(path, isLink ? Files.resolved(path) : "\(target)/\(entry.name)")
                }
            } catch {
                problems.append(error)
            }
        }
        return (found, problems)
    }

    /// The folders for lessons and quizzes if there is one of them, else the directory itself.
    private var directories: [String] {
        let inside = [Self.lessons, Self.quizzes].map { "\(path)/\($0)" }.filter(Files.isDirectory)
        return inside.isEmpty && mayBeFlat ? [path] : inside
    }

    private static func isInside(_ target: String, _ root: String) -> Bool {
        target == root || target.hasPrefix(root.hasSuffix("/") ? root : root + "/")
    }
}
