public import Localization
public import LocatedJSON

/// What is shown beside the list of the lesson that is chosen there.
public struct LessonPreview: Equatable, Sendable {
    /// The lesson, of whose scenes the first is enough.
    public var lesson: Lesson
    /// What the lesson's variants are called.
    public var variants: [LocalizedText]
    /// The ids of its challenges, in order.
    public var challenges: [String]
    /// Its quiz, if it has one.
    public var quiz: QuizHead?

    /// A preview of a lesson that has been read in full.
    public init(_ lesson: Lesson, quiz: QuizHead?) {
        self.lesson = lesson
        variants = lesson.scenes.dropFirst().map(\.title)
        challenges = lesson.challenges.map(\.id)
        self.quiz = quiz
    }

    /// Skims a lesson: reads its first scene, of the variants, which are most of it, only the titles, and of the
    /// challenges the ids.
    ///
    /// The quiz is that whose id is the lesson's ``Lesson/quiz``, and still to be found.
    ///
    /// - Returns: `nil` when something that is read has a fault, or the file is no lesson.
    public init?(skimming file: SourceFile, _ scrutiny: Scrutiny = Scrutiny()) {
        // Alternatives make variants, wherever they stand.
        if file.bytes.contains("\"alternatives\"") {
            guard let lesson = LessonDecoder.decode(file, scrutiny).document else { return nil }
            self.init(lesson, quiz: nil)
            return
        }
        var members: [JSONNode.Member] = [], titles: [JSONNode] = [], ids: [JSONNode] = []
        var skimmer = JSONSkimmer(file.bytes)
        let isWhole = skimmer.members { key, value in
            switch key {
            case "variants":
                value.elements { variant in
                    variant.members { key, value in
                        if key == "title", let title = value.value() { titles.append(title) }
                        return true
                    }
                }
            case "challenges":
                value.elements { challenge in
                    challenge.members { key, value in
                        if key == "id", let id = value.value() { ids.append(id) }
                        return true
                    }
                }
            case "myths", "answer": break
            default: if let node = value.value() { members.append(JSONNode.Member(key, node)) }
            }
            return true
        }
        let node = JSONNode(.object(members))
        let log = scrutiny.log(of: file)
        guard isWhole, let lesson = LessonDecoder.decode(ParsedFile(file, holding: node, scrutiny)).document else {
            return nil
        }
        self.init(lesson, quiz: nil)
        variants = titles.compactMap { Reading.text.read($0, log) }
        challenges = ids.compactMap { Reading.identifier.read($0, log) }
        guard log.errorCount == 0 else { return nil }
    }
}

/// What is told of a quiz before anybody takes it.
public struct QuizHead: Equatable, Sendable {
    /// As in ``Quiz``.
    public var id: String
    /// The ids of the questions, in order.
    public var questions: [String]

    /// The head of a quiz that has been read in full.
    public init(_ quiz: Quiz) {
        id = quiz.id
        questions = quiz.questions.map(\.id)
    }

    /// Skims a quiz: reads the ids.
    ///
    /// - Returns: `nil` when there is a fault in what is read, or the file is no quiz.
    public init?(skimming file: SourceFile) {
        let log = FaultLog(file: file.name)
        var id: String?, questions: [String] = []
        var skimmer = JSONSkimmer(file.bytes)
        let isWhole = skimmer.members { key, value in
            switch key {
            case "id": id = value.value().flatMap { Reading.identifier.read($0, log) }
            case "questions":
                value.elements { question in
                    question.members { key, value in
                        if key == "id", let id = value.value().flatMap({ Reading.identifier.read($0, log) }) {
                            questions.append(id)
                        }
                        return true
                    }
                }
            default: break
            }
            return true
        }
        guard isWhole, log.errorCount == 0, id == file.stem, let id, !questions.isEmpty else { return nil }
        self.id = id
        self.questions = questions
    }
}

extension [UInt8] {
    /// Whether a text occurs in these bytes; a plain search is many times faster than that of the standard library.
    fileprivate func contains(_ text: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard let first = wanted.first else { return true }
        return withUnsafeBufferPointer { bytes in
            var start = 0
            while start + wanted.count <= bytes.count {
                if bytes[start] == first, bytes[start..<start + wanted.count].elementsEqual(wanted) { return true }
                start += 1
            }
            return false
        }
    }
}
