import ArgumentParser
import Courseware
import Localization
import LocatedJSON
import Runtime

/// Writes files for authors to start from.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write a lesson or a quiz to start from.",
        discussion: """
            What is written plays at once and passes every check; its texts say what belongs where. No file is ever
            overwritten.

            Examples:
              netarium new lesson tcp-keepalive
              netarium new lesson tcp-keepalive --simulated --title "TCP keepalive" --track tcp
              netarium new quiz tcp-keepalive
              netarium preview lessons/tcp-keepalive.json
            """,
        subcommands: [Lesson.self, Quiz.self])

    /// A new lesson.
    struct Lesson: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a lesson to start from.",
            discussion: """
                Example:
                  netarium new lesson tcp-keepalive --simulated --track tcp
                """)

        @Argument(help: "Its id: lower-case letters, digits and hyphens.") var id: String
        @Flag(help: "Let the simulator make the packets, so that learners can change what happens.")
        var simulated = false
        @Option(help: "Its title in every language; made of the id by default.") var title: String?
        @Option(help: "The track that lists it, such as tcp, dns, tls, web or one of your own.") var track = "drafts"
        @OptionGroup var target: NewFile.Target

        func run() throws {
            try NewFile.check(id: id)
            try NewFile.check(id: track)
            try NewFile.check(title: title)
            let text = Starter.lesson(id, simulated ? .simulated : .scripted, title: title, track: track)
            let path = target.path(of: id, in: "lessons")
            try NewFile.write(text, to: path)
            NewFile.sayNext(path)
        }
    }

    /// A new quiz.
    struct Quiz: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a quiz to start from.",
            discussion: """
                It belongs to the lesson of the same id, if there is one, or to the one that --lesson names. A lesson beside
                it that names no quiz yet gets the line that does.

                Example:
                  netarium new quiz keepalive-quiz --lesson tcp-keepalive
                """)

        @Argument(help: "Its id: lower-case letters, digits and hyphens.") var id: String
        @Option(help: "The id of the lesson that it belongs to; the lesson of the same id by default.")
        var lesson: String?
        @Option(help: "Its title in every language; made of the id by default.") var title: String?
        @OptionGroup var target: NewFile.Target
        @Option(
            name: .customLong("lessons"), help: "A directory with lessons and quizzes; may be repeated.",
            completion: .directory)
        var lessonDirectories: [String] = []

        func run() throws {
            try NewFile.check(id: id)
            try NewFile.check(title: title)
            if let lesson { try NewFile.check(id: lesson) }
            let path = target.path(of: id, in: "quizzes")
            let beside = target.path(of: lesson ?? id, in: "lessons")
            let found = try lessonBeside(beside) ?? lessonElsewhere()
            try NewFile.write(Starter.quiz(id, title: title, lesson: found?.lesson), to: path)
            if let file = found?.file, let named = Starter.naming(quiz: id, in: file) {
                do throws(FileProblem) {
                    try Files.replace(beside, with: named.bytes)
                } catch {
                    throw CommandProblem.file(error.message)
                }
                Output.line("\(beside) now names it as its quiz")
            }
            NewFile.sayNext(path)
        }

        private typealias Found = (lesson: Courseware.Lesson, file: SourceFile?)

        /// The lesson in the same course.
        private func lessonBeside(_ path: String) throws -> Found? {
            guard Files.exists(path) else { return nil }
            let file = CourseLibrary.read(CourseLibrary.places(checking: [path])).files.first
            let decoded = file.map { LessonDecoder.decode($0) }
            if let lesson = decoded?.document { return (lesson, file) }
            guard lesson != nil else { return nil }
            throw CommandProblem.brokenLesson(path)
        }

        /// The lesson in another course; only one that was asked for by name must be there.
        private func lessonElsewhere() throws -> Found? {
            guard let lesson else { return nil }
            let environment = Environment.ofProcess()
            let places = CourseLibrary.places(options: lessonDirectories, environment: environment)
            return (try Course(places).lesson(lesson), nil)
        }
    }
}

/// What all new files have in common.
enum NewFile {
    /// Where files go.
    struct Target: ParsableArguments {
        @Option(help: "The directory of the course.", completion: .directory) var into = "."

        /// The path of a document in that directory.
        func path(of id: String, in folder: String) -> String { NewFile.path(of: id, in: folder, of: into) }
    }

    /// The path of a document of a course: in a folder of its kind, unless the directory is that folder.
    static func path(of id: String, in folder: String, of course: String) -> String {
        var directory = course.isEmpty ? "." : course
        while directory.count > 1, directory.hasSuffix("/") { directory.removeLast() }
        let name = "\(id).json"
        let isFolder = directory.split(separator: "/").last.map(String.init) == folder
        let place = isFolder ? directory : directory == "." ? folder : "\(directory)/\(folder)"
        return place.hasSuffix("/") ? place + name : "\(place)/\(name)"
    }

    /// Refuses what is no id, and says what would be one.
    static func check(id: String) throws {
        guard !Starter.isID(id) else { return }
        throw CommandProblem.badID(id, suggestion: Starter.id(from: id))
    }

    /// Refuses a title that the catalogue has no room for.
    static func check(title: String?) throws {
        guard let title else { return }
        let cells = Starter.width(ofTitle: title)
        guard cells > Starter.titleLimit else { return }
        throw CommandProblem.wideTitle(title, cells: cells, limit: Starter.titleLimit)
    }

    /// Writes a file that is not there yet, and says so.
    static func write(_ text: String, to path: String) throws {
        do throws(FileProblem) {
            try Files.create(path, with: Array(text.utf8))
        } catch {
            throw error.isTaken ? CommandProblem.newFileTaken(path) : .file(error.message)
        }
        Output.line("wrote \(path)")
    }

    /// Says what to do next.
    static func sayNext(_ path: String) { Output.line("next: netarium preview \(path)") }
}
