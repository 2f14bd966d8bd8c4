import ArgumentParser
import Courseware
import Localization
import LocatedJSON
import Runtime
import Study

/// Prints the JSON Schema of a kind of file, or judges files by it.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema of lessons, quizzes, courses or progress.",
        discussion: """
            An editor that is given the schema completes and checks a file as one types: put
            "$schema": "lesson.schema.json" at its top. With files, says what is wrong with their form, as an editor
            would; 'netarium check' also looks at what they mean.

            Examples:
              netarium schema lesson > lesson.schema.json
              netarium schema quiz quizzes/*.json
            """)

    @Argument(help: "What the files are: lesson, quiz, course or progress.") var kind: SchemaKind
    @Argument(help: "Files to judge.", completion: .file(extensions: ["json"])) var files: [String] = []
    @Option(help: "Language of messages about files: en or zh.") var lang: Language?

    func run() throws {
        guard !files.isEmpty else { return Output.raw(kind.text) }
        let language = lang ?? Environment.ofProcess().language ?? .english
        var isSound = true
        for path in files {
            do throws(FileProblem) {
                let file = try CourseLibrary.file(path)
                let faults = kind.faults(in: file)
                for fault in faults { Output.line(fault.excerpt(of: file.bytes)) }
                isSound = isSound && faults.isEmpty
            } catch {
                Output.error(error.message(language))
                isSound = false
            }
        }
        if !isSound { throw ExitCode.failure }
    }
}

/// What has a schema: the files of a course, and progress.
enum SchemaKind: String, CaseIterable, ExpressibleByArgument {
    case lesson, quiz, course, progress

    private var document: DocumentKind? { DocumentKind(rawValue: rawValue) }

    /// The schema.
    var text: String { document?.schema.text ?? ProgressSchema.text }

    /// What is wrong with a file of this kind.
    func faults(in file: SourceFile) -> [Diagnostic] {
        if let document { return document.faultsOfForm(in: file) }
        do throws(ProgressFault) {
            _ = try Progress(parsing: file)
        } catch {
            switch error {
            case .unreadable(let fault): return [fault]
            case .newerFormat: Output.error(error.message(.english))
            }
        }
        return []
    }
}
