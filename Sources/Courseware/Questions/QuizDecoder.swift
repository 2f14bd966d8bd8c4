import Localization
public import LocatedJSON

/// Reads a quiz by docs/authoring.md and reports every fault of it in one go.
public enum QuizDecoder {
    /// Reads the quiz in `file`, which should be named after its id.
    public static func decode(_ file: SourceFile, _ scrutiny: Scrutiny = Scrutiny()) -> Decoded<Quiz> {
        decode(ParsedFile(file, scrutiny))
    }

    static func decode(_ file: ParsedFile) -> Decoded<Quiz> {
        file.decoded(survey: file.scrutiny.quizSurvey) { node, log, references in
            quiz(node, in: file, log, &references)
        }
    }

    private static func quiz(
        _ node: JSONNode, in file: ParsedFile, _ log: FaultLog, _ references: inout [Reference]
    ) -> Quiz? {
        guard var object = ObjectReader(node, as: "a quiz", log: log) else { return nil }
        let id = object.header(of: file, schema: "../schemas/quiz.schema.json", log: log)
        object.checkName(id, of: file, log: log)
        let title = object.required("title", .text)
        let lesson = object.optional("lesson", .identifier)
        if let lesson { references.append(Reference(target: .lesson(lesson), place: object.place(of: "lesson"))) }
        var used = UsedIDs(of: "the question")
        var decoder = QuestionDecoder(log: log)
        let question = Reading<Question> { node, log in
            guard let question = decoder.question(node) else { return nil }
            used.use(question.id, at: node["id"]?.place ?? node.head, log: log)
            return question
        }
        let questions = object.required("questions", .list(of: question, atLeast: 1, atMost: CourseLimits.questions))
        object.finish()
        references += decoder.references
        guard let id, let title, let questions else { return nil }
        return Quiz(id: id, title: title, lesson: lesson, questions: questions)
    }
}
