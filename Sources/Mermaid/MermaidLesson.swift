import Courseware
public import LocatedJSON

/// A Mermaid sequence diagram as a scripted lesson to start from.
///
/// Every message is a step that says in a plain sentence who sends what; the author puts the meaning in its place.
public struct MermaidLesson: Sendable {
    /// The lesson as text in the format of lessons; `nil` when the diagram has an error.
    public let text: String?
    /// Faults of the diagram in order of their place.
    public let diagnostics: [Diagnostic]

    /// Reads the diagram in `source`.
    ///
    /// What such a diagram may do and a lesson may not, such as to end work that never began, is left out.
    ///
    /// - Parameters:
    ///   - source: A Mermaid text.
    ///   - id: The id of the lesson: lower-case letters, digits and hyphens.
    public init(reading source: SourceFile, id: String) {
        let log = FaultLog(file: source.name)
        let diagram = MermaidReader.read(source, log)
        text = diagram.map { Self.best(of: $0, id) }
        diagnostics = log.diagnostics
    }

    /// The first way of writing the lesson in which nothing is wrong; the fullest when there is none.
    private static func best(of diagram: MermaidDiagram, _ id: String) -> String {
        let sound = MermaidComposer.Scope.all.lazy.map { text(of: diagram, id, $0) }.first { text in
            LessonDecoder.decode(SourceFile("\(id).json", text: text)).document != nil
        }
        return sound ?? text(of: diagram, id, .full)
    }

    private static func text(of diagram: MermaidDiagram, _ id: String, _ scope: MermaidComposer.Scope) -> String {
        var composer = MermaidComposer(diagram, scope)
        return composer.lesson(id).text(fitting: 120)
    }

    /// An id made of a file's name; `nil` when nothing in the name can be a part of one.
    public static func id(from name: String) -> String? {
        let id = MermaidNames.slug(name)
        return id.isEmpty ? nil : id
    }
}
