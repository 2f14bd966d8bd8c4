/// A text in which some characters have lost their meaning to a `\` before them.
struct NotationText: Equatable {
    private struct Mark: Equatable {
        var character: Character
        var isEscaped = false
    }

    private var marks: [Mark]

    /// Every label.
    static var any: NotationText { NotationText(marks: "any".map { Mark(character: $0) }) }

    private init(marks: [Mark]) { self.marks = marks }

    init(_ text: String) throws(FaultNotationError) {
        marks = []
        var isEscaped = false
        for character in text {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                marks.append(Mark(character: character, isEscaped: isEscaped))
                isEscaped = false
            }
        }
        if isEscaped { throw .openEscape }
    }

    /// The characters, whatever they mean.
    var plain: String { String(marks.map(\.character)) }

    var isEmpty: Bool { marks.isEmpty }

    /// Whether it is made of digits that have kept their meaning.
    var isNumber: Bool { !marks.isEmpty && marks.allSatisfy(Self.isDigit) }

    /// What stands before a `%` when that is all there is; `nil` for anything else.
    var percentage: String? {
        guard marks.count > 1, marks.last == Mark(character: "%") else { return nil }
        let number = marks.dropLast()
        guard number.allSatisfy({ Self.isDigit($0) || $0 == Mark(character: ".") }) else { return nil }
        return String(number.map(\.character))
    }

    private static func isDigit(_ mark: Mark) -> Bool { !mark.isEscaped && ("0"..."9").contains(mark.character) }

    /// The parts between characters `separator` that have kept their meaning; at least one.
    func split(at separator: Character) -> [NotationText] {
        marks.split(separator: Mark(character: separator), omittingEmptySubsequences: false).map {
            NotationText(marks: Array($0))
        }
    }

    /// A label that reads back as itself; `any` for none.
    static func escaped(label: String?) -> String {
        guard let label, let first = label.first else { return "any" }
        let text = escaped(label, ":@#\\")
        return label == "any" || ("0"..."9").contains(first) ? "\\" + text : text
    }

    /// An id that reads back as itself.
    static func escaped(participant: String) -> String { escaped(participant, ":@#/\\") }

    private static func escaped(_ text: String, _ special: String) -> String {
        String(text.flatMap { special.contains($0) ? ["\\", $0] : [$0] })
    }
}
