import CellGrid
public import Courseware
public import Localization

/// Cards as text that Anki imports: a card on each line, front, back and tags between tabs.
///
/// The lines that begin with `#` tell Anki how to read the rest. Source: the Anki manual, "Importing → Text files",
/// section "File headers", <https://docs.ankiweb.net/importing/text-files.html>.
public enum AnkiDeck {
    /// A card.
    public struct Card: Hashable, Sendable {
        /// What is asked.
        public var front: String
        /// What should come to mind; lines are separated by line breaks.
        public var back: String
        /// Words to find it by.
        public var tags: [String]

        /// Creates a card; see the properties.
        public init(front: String, back: String, tags: [String]) {
            self.front = front
            self.back = back
            self.tags = tags
        }
    }

    /// The cards of a quiz: its questions that are answered aloud.
    public static func cards(of quiz: Quiz, in language: Language) -> [Card] {
        quiz.questions.compactMap { question -> Card? in
            guard case .recall(let points, let model) = question.kind, let ask = question.ask else { return nil }
            let list = points.map { "- " + RichText.plain($0.text(language)) }
            return Card(
                front: RichText.plain(ask(language)),
                back: (list + ["", RichText.plain(model(language))]).joined(separator: "\n"),
                tags: ["netarium", quiz.id])
        }
    }

    /// The text of a deck.
    public static func text(_ cards: [Card]) -> String {
        let head = "#separator:tab\n#html:false\n#columns:Front\tBack\tTags\n#tags column:3\n"
        return head + cards.map { "\(field($0.front))\t\(field($0.back))\t\(tags($0.tags))\n" }.joined()
    }

    /// A field; quoted as in CSV where it holds what would end it.
    private static func field(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { "\t\n\r\"".unicodeScalars.contains($0) } || text.hasPrefix("#")
        return needsQuotes
            ? "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
            : text
    }

    /// Tags end at spaces, so they have none.
    private static func tags(_ tags: [String]) -> String {
        tags.map { $0.map { $0.isWhitespace || $0 == "\"" ? "-" : String($0) }.joined() }.joined(separator: " ")
    }
}
