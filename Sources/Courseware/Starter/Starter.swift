import LocatedJSON
import Timelines

/// Files for authors to start from: they play and pass every check as they are, and their texts say what belongs there.
///
/// JSON has no comments, so the example itself explains the format, each important key once, in English and Chinese.
public enum Starter {
    /// How what happens in a new lesson is told.
    public enum Kind: Sendable {
        /// Written down message by message.
        case scripted
        /// Left to the simulator.
        case simulated
    }

    /// Whether an author may call a document so: lower-case letters, digits and hyphens, at least one.
    public static func isID(_ id: String) -> Bool {
        !id.isEmpty
            && id.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    /// The id that is nearest to what somebody wrote; `nil` when nothing of it can stay.
    public static func id(from text: String) -> String? {
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.isEmpty ? nil : words.joined(separator: "-")
    }

    /// Cells that a lesson's title has in the catalogue.
    public static let titleLimit = 36

    /// Cells that a title takes; a Chinese character takes two.
    public static func width(ofTitle title: String) -> Int { DisplayWidth.of(title) }

    /// A title made of an id: `tcp-keepalive` becomes `Tcp keepalive`, cut to ``titleLimit``.
    static func title(of id: String) -> String {
        let words = id.split(separator: "-").joined(separator: " ")
        var title = String((words.isEmpty ? id : words).prefix(titleLimit))
        if title.last == " " { title.removeLast() }
        return title.prefix(1).uppercased() + title.dropFirst()
    }

    /// A text as it stands in JSON, with its quotation marks.
    static func quoted(_ text: String) -> String {
        var quoted = JSONNode(.string(text)).text
        if quoted.last == "\n" { quoted.removeLast() }
        return quoted
    }

    /// A lesson that plays.
    ///
    /// - Parameters:
    ///   - id: Its id; see ``isID(_:)``.
    ///   - kind: How what happens is told.
    ///   - title: Its title in every language; made of the id when left out. At most ``titleLimit`` cells.
    ///   - track: The id of the track that lists it.
    /// - Returns: The text of the file.
    public static func lesson(_ id: String, _ kind: Kind = .scripted, title: String? = nil, track: String) -> String {
        let head = """
            {
              "$schema": "../schemas/lesson.schema.json",
              "format": 1,
              "id": \(quoted(id)),
              "track": \(quoted(track)),
              "order": 100,
              "minutes": 5,
              "title": \(title.map(quoted) ?? #"{ "en": \#(quoted(Self.title(of: id))), "zh": "新的一课" }"#),
            """
        return head + "\n" + (kind == .scripted ? scriptedBody : simulatedBody)
    }

    /// A quiz with a question of every kind; those about a scene need a lesson that has one.
    ///
    /// - Parameters:
    ///   - id: Its id.
    ///   - title: Its title in every language.
    ///   - lesson: The lesson that it belongs to, if any; its questions then show moments of it.
    /// - Returns: The text of the file.
    public static func quiz(_ id: String, title: String? = nil, lesson: Lesson? = nil) -> String {
        let anchors = lesson?.scenes.first?.timeline.events.compactMap(\.anchor) ?? []
        /// The keys with which a question points at a moment of the lesson.
        func keys(_ key: String, _ anchor: String?) -> String {
            guard let lesson, let anchor else { return "" }
            return ",\n      \"\(key)\": { \"lesson\": \(quoted(lesson.id)), \"at\": \(quoted(anchor)) }"
        }
        let head = """
            {
              "$schema": "../schemas/quiz.schema.json",
              "format": 1,
              "id": \(quoted(id)),
              "title": \(title.map(quoted) ?? #"{ "en": \#(quoted(Self.title(of: id))), "zh": "新的测验" }"#),\
            \(lesson.map { "\n  \"lesson\": \(quoted($0.id))," } ?? "")
            """
        return head + "\n"
            + questions(
                show: keys("show", anchors.last), picture: keys("picture", anchors.first),
                more: lesson.map(sceneQuestions) ?? "")
    }
}
