import ArgumentParser
import Courseware
import Localization
import LocatedJSON
import Mermaid
import Runtime

/// Makes a lesson of a diagram.
struct ImportCommand: CommandWithOptions {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Make a lesson to start from of a Mermaid sequence diagram.",
        discussion: """
            Every message becomes a step; what each means is for you to say. Faults of the diagram are printed as
            'FILE:LINE:COLUMN: error: …', and nothing is written then.

            Examples:
              netarium import diagram.mmd
              netarium import diagram.mmd --into my-course
              netarium import diagram.mmd --id login -o login.json
            """)

    @Argument(help: "A file with a Mermaid sequenceDiagram.", completion: .file(extensions: ["mmd", "mermaid"]))
    var file: String
    @Option(help: "The lesson's id; by default made of the names of the files.") var id: String?
    @Option(help: "The directory of the course to put the lesson in, as lessons/ID.json.", completion: .directory)
    var into: String?
    @Option(name: .shortAndLong, help: "The file to write; standard output by default.", completion: .file())
    var output: String?
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if into != nil, output != nil {
            throw ValidationError("--into and --output exclude each other; give one of them")
        }
    }

    func run() throws {
        let language = options.lang ?? Environment.ofProcess().language ?? .english
        let id = try lessonID()
        let source = SourceFile(
            file, try Self.attempt(language) { () throws(FileProblem) in try Files.read(file, limit: 1 << 24) })
        let lesson = MermaidLesson(reading: source, id: id)
        for diagnostic in lesson.diagnostics { Output.error(diagnostic.excerpt(of: source.bytes), prefixed: false) }
        guard let text = lesson.text else { throw CommandProblem.faultyDiagram }
        let path = output ?? into.map { NewFile.path(of: id, in: "lessons", of: $0) }
        if into != nil, let path, Files.exists(path) { throw CommandProblem.taken(path) }
        // A protocol's rules may have something to say about the exchange; the author hears it at once.
        let made = SourceFile(path ?? "\(id).json", text: text)
        for diagnostic in Catalog.load([made]).diagnostics {
            Output.error(diagnostic.excerpt(of: made.bytes), prefixed: false)
        }
        guard let path else { return Output.raw(text) }
        guard into == nil else {
            try NewFile.write(text, to: path)
            return NewFile.sayNext(path)
        }
        try Self.attempt(language) { () throws(FileProblem) in try Files.replace(path, with: Array(text.utf8)) }
    }

    /// The id that was given, or one made of the name of the file to write or to read.
    private func lessonID() throws -> String {
        if let id {
            guard MermaidLesson.id(from: id) == id else { throw CommandProblem.badLessonID(id) }
            return id
        }
        let name = SourceFile(output ?? file, []).stem
        guard let id = MermaidLesson.id(from: name) else { throw CommandProblem.noLessonID(name) }
        return id
    }

    private static func attempt<Result>(
        _ language: Language, _ body: () throws(FileProblem) -> Result
    ) throws -> Result {
        do throws(FileProblem) {
            return try body()
        } catch {
            throw CommandProblem.file(error.message)
        }
    }
}
