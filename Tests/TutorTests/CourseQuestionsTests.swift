import Courseware
import Localization
import Study
import Testing

@testable import Tutor

/// Every quiz of the repository, answered by its own key.
@Suite struct `The questions of the course` {
    private static let languages = Language.allCases

    @Test(arguments: Course.catalog.quizzes.map(\.id)) func `are all asked, whatever the seed`(id: String) throws {
        let quiz = try #require(Course.catalog.quiz(id))
        for seed in 0..<20 as Range<UInt64> {
            let session = QuizSession(quiz, seed: seed, in: Course.catalog)
            #expect(session.questions.map(\.id) == quiz.questions.map(\.id))
            for question in session.questions {
                let feedback = question.grade(question.grade(nil).solution)
                #expect(feedback.isRight && feedback.credit.right == feedback.credit.of, "\(id) \(question.id) \(seed)")
                #expect(!question.grade(nil).isRight)
            }
        }
    }

    @Test(arguments: Course.catalog.quizzes.map(\.id), Language.allCases)
    func `are answered by their own keys in lines of text`(id: String, language: Language) throws {
        let quiz = try #require(Course.catalog.quiz(id))
        let session = QuizSession(quiz, seed: 11, in: Course.catalog)
        var talk = PlainQuiz(session, appearance: Appearance(language: language))
        while let posed = talk.session.current {
            #expect(!posed.ask(language).isEmpty && !posed.because(language).isEmpty && !posed.citations.isEmpty)
            #expect(talk.question.count > 1)
            if case .recall = posed.form { _ = talk.answer("") }
            let (said, isSettled) = talk.answer(posed.typedSolution)
            #expect(isSettled && talk.session.currentFeedback?.isRight == true, "\(posed.id): \(said)")
            _ = talk.next()
        }
        #expect(talk.session.score.percent == 100)
    }

    @Test(arguments: Course.catalog.quizzes.map(\.id))
    func `have a word for every wrong choice and every wrong place`(id: String) throws {
        let quiz = try #require(Course.catalog.quiz(id))
        for question in QuizSession(quiz, seed: 4, in: Course.catalog).questions {
            var wrong: [Answer] = []
            switch question.form {
            case .choice(let choices): wrong = choices.indices.filter { !choices[$0].isRight }.map { .choice($0) }
            case .several(let choices): wrong = choices.indices.filter { !choices[$0].isRight }.map { .several([$0]) }
            case .order(let shown, _): wrong = [.order(Array(shown.indices))]
            case .match(let shown, _): wrong = [.match(Array(shown.indices))]
            case .point(let point): wrong = point.events.filter { !point.right.contains($0) }.map { .point($0) }
            case .number, .text, .challenge, .recall: continue
            }
            for answer in wrong {
                let feedback = question.grade(answer)
                #expect(!feedback.isRight && !feedback.remarks.isEmpty, "\(id) \(question.id) \(answer)")
                for remark in feedback.remarks {
                    #expect(remark.because.missingLanguages.isEmpty && !remark.because(.chinese).isEmpty)
                }
            }
        }
    }

    @Test(arguments: Course.catalog.quizzes.map(\.id))
    func `point, are said aloud, and ask what comes or have it brought about`(id: String) throws {
        let kinds = try #require(Course.catalog.quiz(id)).questions.map { question in
            String(describing: question.kind).prefix { $0 != "(" }
        }
        #expect(kinds.contains("point") && kinds.contains("recall"))
        #expect(kinds.contains("challenge") || kinds.contains("predict"))
        #expect(try #require(Course.catalog.quiz(id)).questions.contains { !$0.hints.isEmpty })
    }
}
