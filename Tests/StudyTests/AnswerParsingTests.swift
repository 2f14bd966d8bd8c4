import Courseware
import Localization
import Study
import Testing

@Suite struct AnswerParsingTests {
    static func parse(_ line: String, _ question: Question) throws -> Answer {
        try Answer.parse(line, for: Fixtures.posed(question))
    }

    @Test(arguments: ["2", "b", "B", " 2 ", "２", "ｂ", "2.", "(b)", "b)", "　2"])
    func `one choice by number or letter`(line: String) throws {
        #expect(try Self.parse(line, Fixtures.choice) == .choice(1))
    }

    @Test(arguments: ["1 3", "1,3", "1、3", "ac", "a c", "A, C", "13", "31", "1 1 3", "１　３", "1 c"])
    func `several choices, however they are listed`(line: String) throws {
        #expect(try Self.parse(line, Fixtures.several) == .several([0, 2]))
    }

    @Test(arguments: ["3 1 2 4", "3124", "cabd", "c a b d", "3 > 1 > 2 > 4", "3→1→2→4", "3-1-2-4", "3,1,2,4"])
    func `an order`(line: String) throws {
        #expect(try Self.parse(line, Fixtures.order) == .order([2, 0, 1, 3]))
    }

    @Test(arguments: [
        "1b 2a 3c", "1b2a3c", "1-b, 2-a, 3-c", "2a 3c 1b", "1 b 2 a 3 c", "bac", "b a c", "2 1 3", "１ｂ　２ａ　３ｃ",
    ])
    func `pairs`(line: String) throws {
        #expect(try Self.parse(line, Fixtures.match) == .match([1, 0, 2]))
    }

    @Test(
        arguments: [
            ("1001", 1001), ("1 001", 1001), ("1,001", 1001), ("1_001", 1001), ("１００１", 1001), ("１，００１", 1001),
            ("+5", 5),
            ("-5", -5), ("−5", -5), ("- 5", -5), ("0x3e9", 1001), ("0X3E9", 1001), ("-0x10", -16), ("007", 7), ("0", 0),
            ("9223372036854775807", .max), ("-9223372036854775808", .min), ("1,234,567", 1_234_567),
        ] as [(String, Int64)])
    func `a whole number, however it is written`(line: String, number: Int64) throws {
        #expect(try Self.parse(line, Fixtures.number) == .number(number))
    }

    @Test(arguments: ["1460 bytes", "1460bytes", "1460字节", "1,460 BYTES", "1460"])
    func `a number may carry its unit`(line: String) throws {
        var question = Fixtures.number
        question.kind = .number(answer: .number(1460), unit: LocalizedText(en: "bytes", zh: "字节"), wrong: [])
        #expect(try Self.parse(line, question) == .number(1460))
    }

    @Test func `a hexadecimal digit is no unit`() throws {
        var question = Fixtures.number
        question.kind = .number(answer: .number(1), unit: "B", wrong: [])
        #expect(try Self.parse("0x1B", question) == .number(0x1B))
        #expect(try Self.parse("1 B", question) == .number(1))
    }

    @Test func `a text stays as it was typed`() throws {
        #expect(try Self.parse("  Reset　", Fixtures.text) == .text("Reset"))
    }

    @Test(
        arguments: [
            (Fixtures.choice, "", .nothing(.oneChoice(of: 4))),
            (Fixtures.choice, " 　", .nothing(.oneChoice(of: 4))),
            (Fixtures.choice, "5", .notShown("5", .oneChoice(of: 4))),
            (Fixtures.choice, "0", .notShown("0", .oneChoice(of: 4))),
            (Fixtures.choice, "e", .notShown("e", .oneChoice(of: 4))),
            (Fixtures.choice, "1 2", .notUnderstood("1 2", .oneChoice(of: 4))),
            (Fixtures.choice, "?", .notUnderstood("?", .oneChoice(of: 4))),
            (Fixtures.choice, "99999999999999999999", .notShown("99999999999999999999", .oneChoice(of: 4))),
            (Fixtures.several, ",", .notUnderstood(",", .someChoices(of: 4))),
            (Fixtures.several, "1 5", .notShown("5", .someChoices(of: 4))),
            (Fixtures.several, "选1", .notUnderstood("选1", .someChoices(of: 4))),
            (Fixtures.order, "1 2 3", .incomplete(given: 3, .order(of: 4))),
            (Fixtures.order, "1 2 2 3", .twice("2", .order(of: 4))),
            (Fixtures.number, "many", .notUnderstood("many", .number)),
            (Fixtures.number, "1.5", .notUnderstood("1.5", .number)),
            (Fixtures.number, "1,5", .notUnderstood("1,5", .number)),
            (Fixtures.number, "0x", .notUnderstood("0x", .number)),
            (Fixtures.number, "-", .notUnderstood("-", .number)),
            (Fixtures.number, "9223372036854775808", .tooLarge("9223372036854775808", .number)),
            (Fixtures.text, "  ", .nothing(.text)),
            (Fixtures.match, "1b 2a", .incomplete(given: 2, .pairs(of: 3))),
            (Fixtures.match, "1b 1a 3c", .twice("1", .pairs(of: 3))),
            (Fixtures.match, "1b 2b 3c", .twice("b", .pairs(of: 3))),
            (Fixtures.match, "1b 2a 3", .notUnderstood("3", .pairs(of: 3))),
            (Fixtures.match, "1b 2a 3d", .notShown("d", .pairs(of: 3))),
            (Fixtures.match, "1bc", .notUnderstood("1bc", .pairs(of: 3))),
        ] as [(Question, String, AnswerProblem)])
    func `what is no answer is told apart`(question: Question, line: String, problem: AnswerProblem) throws {
        let posed = try Fixtures.posed(question)
        #expect(throws: problem) { try Answer.parse(line, for: posed) }
    }

    @Test func `every problem says what is wrong and what to type, in both languages`() throws {
        let problem = AnswerProblem.notShown("5", .oneChoice(of: 4)).message
        #expect(
            problem(.english) == "there is no \"5\": type the number or letter of one choice, 1 to 4, such as 4 or d")
        #expect(problem(.chinese) == "没有“5”这一项：请输入一个选项的编号或字母（1到4），例如4或d")
        #expect(
            AnswerProblem.incomplete(given: 2, .pairs(of: 3)).message(.english)
                == "only 2 given: type a letter for each of the 3 numbers, such as 1c 2b 3a")
        let expectations: [AnswerProblem.Expectation] = [
            .oneChoice(of: 4), .someChoices(of: 4), .order(of: 4), .number, .text, .pairs(of: 3),
        ]
        for expected in expectations {
            let problems: [AnswerProblem] = [
                .nothing(expected), .notUnderstood("x", expected), .notShown("x", expected), .twice("x", expected),
                .incomplete(given: 1, expected), .tooLarge("x", expected),
            ]
            for problem in problems {
                #expect(problem.message.missingLanguages.isEmpty && problem.message.languages.count == 2)
                #expect(problem.message(.english).hasSuffix(expected.hint(.english)))
            }
        }
    }

    /// The example at the end of each hint must itself be accepted.
    @Test(arguments: Fixtures.quiz.questions) func `the example in a hint is an answer`(question: Question) throws {
        let posed = try Fixtures.posed(question)
        guard case .text = posed.form else {
            do {
                _ = try Answer.parse("", for: posed)
                Issue.record("an empty line was accepted")
            } catch {
                let hint = error.message(.english)
                let example = try #require(hint.split(separator: "such as ").last)
                for part in example.split(separator: " or ").flatMap({ $0.split(separator: ", ") }) {
                    #expect(throws: Never.self) { try Answer.parse(String(part), for: posed) }
                }
            }
            return
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func `no line of text traps`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let alphabet = Array("0123abcdz ,.-−_x选，　＋１ａ()\u{301}🙂\t")
        for question in Fixtures.quiz.questions {
            let line = String((0..<random.int(0...12)).map { _ in random.pick(alphabet) })
            let posed = try Fixtures.posed(question, seed: seed)
            guard let answer = try? Answer.parse(line, for: posed) else { continue }
            _ = posed.grade(answer)
        }
    }
}
