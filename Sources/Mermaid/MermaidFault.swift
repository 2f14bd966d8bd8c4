import CellGrid
import LocatedJSON

/// What can be wrong with a Mermaid text that is to become a lesson.
enum MermaidFault: Fault, Equatable {
    case tooLarge(limit: Int)
    case notUTF8
    case noDiagram(found: String)
    case nothingHappens
    case unknownStatement(String)
    case missingText(of: String)
    case missingName(after: String)
    case missingSender
    case missingPlacement
    case wrongSection(String, of: String)
    case unmatchedEnd
    case openBlock(String)
    case openComment(String)
    case tooDeep(limit: Int)
    case tooMany(limit: Int)
    case leftOut(String)

    var severity: Diagnostic.Severity {
        if case .leftOut = self { .warning } else { .error }
    }

    /// A name that does not change with the wording.
    var code: String {
        switch self {
        case .tooLarge: "mermaid-too-large"
        case .notUTF8: "mermaid-not-utf8"
        case .noDiagram: "mermaid-no-diagram"
        case .nothingHappens: "mermaid-nothing-happens"
        case .unknownStatement: "mermaid-unknown-statement"
        case .missingText: "mermaid-missing-text"
        case .missingName: "mermaid-missing-name"
        case .missingSender: "mermaid-missing-sender"
        case .missingPlacement: "mermaid-missing-placement"
        case .wrongSection: "mermaid-wrong-section"
        case .unmatchedEnd: "mermaid-unmatched-end"
        case .openBlock: "mermaid-open-block"
        case .openComment: "mermaid-open-comment"
        case .tooDeep: "mermaid-too-deep"
        case .tooMany: "mermaid-too-many"
        case .leftOut: "mermaid-left-out"
        }
    }

    var message: String {
        switch self {
        case .tooLarge(let limit): "the file is too large; at most \(limit >> 10) KiB are read"
        case .notUTF8: "this is not UTF-8; save the file as UTF-8"
        case .noDiagram(let found) where found.isEmpty:
            "the file is empty; a diagram that begins with 'sequenceDiagram' was expected"
        case .noDiagram(let found):
            "expected 'sequenceDiagram', found '\(Self.clipped(found))'; only sequence diagrams can be imported"
        case .nothingHappens: "nothing happens in this diagram; write a message such as 'A->>B: hello'"
        case .unknownStatement(let text):
            """
            '\(Self.clipped(text))' is no statement of a sequence diagram; a message is written 'A->>B: text', and a \
            semicolon inside a text '#59;'
            """
        case .missingText(let what): "\(what) needs a colon and its text, as in 'A->>B: hello'"
        case .missingName(let word): "a participant's name is missing after '\(Self.clipped(word))'"
        case .missingSender: "a message needs its sender before the arrow, as in 'A->>B: hello'"
        case .missingPlacement:
            "a note stands 'left of', 'right of' or 'over' a participant, as in 'Note over A,B: text'"
        case .wrongSection(let word, let owner): "'\(word)' belongs inside '\(owner)', before its 'end'"
        case .unmatchedEnd: "this 'end' closes nothing; remove it"
        case .openBlock(let word): "'\(word)' is never closed; write 'end' after what belongs to it"
        case .openComment(let mark): "'\(mark)' is never closed"
        case .tooDeep(let limit): "blocks are nested more than \(limit) deep; take something out of them"
        case .tooMany(let limit): "more than \(limit) statements; divide the diagram"
        case .leftOut(let word): "'\(word)' has no counterpart in a lesson and is left out"
        }
    }

    private static func clipped(_ text: String) -> String { truncated(text, columns: 40, ellipsis: "…") }
}
