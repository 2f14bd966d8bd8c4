import Courseware
import Localization
import Study
import Testing

@Suite struct GradingTests {
    static let seeds = 0..<200 as Range<UInt64>

    @Test(arguments: Fixtures.quiz.questions + [Fixtures.twins])
    func `the solution is right, and giving up is wrong`(question: Question) throws {
        for seed in Self.seeds {
            let posed = try Fixtures.posed(question, seed: seed)
            let givenUp = posed.grade(nil)
            #expect(!givenUp.isRight && givenUp.remarks.isEmpty)
            let feedback = posed.grade(givenUp.solution)
            #expect(feedback.isRight, "seed \(seed)")
            #expect(feedback.because == posed.because)
        }
    }

    @Test func `a choice is explained by itself`() throws {
        let posed = try Fixtures.posed(Fixtures.choice)
        #expect(posed.grade(.choice(posed.place("client"))).isRight)
        let place = posed.place("server")
        let wrong = posed.grade(.choice(place))
        #expect(!wrong.isRight)
        #expect(
            wrong.remarks == [
                Feedback.Remark(
                    place: place, subject: "server", because: LocalizedText(en: "It listens.", zh: "它在监听。"))
            ])
        #expect(wrong.solution == .choice(posed.place("client")))
        #expect(wrong.solutionText(.english) == "client")
        #expect(wrong.because(.chinese) == "由客户端发起。")
        #expect(wrong.citations == [Citation("RFC 9293 §3.5")])
        #expect(wrong.show?.anchor == "syn")
    }

    @Test func `all of several must be chosen, and no other`() throws {
        let posed = try Fixtures.posed(Fixtures.several)
        let (syn, ack, fin, rst) = (posed.place("SYN"), posed.place("ACK"), posed.place("FIN"), posed.place("RST"))
        for bits in 0..<16 {
            let places = Set(zip([syn, ack, fin, rst], 0...).filter { bits >> $1 & 1 == 1 }.map(\.0))
            #expect(posed.grade(.several(places)).isRight == (places == [syn, ack]))
        }
        let wrong = posed.grade(.several([syn, fin, rst]))
        #expect(wrong.remarks.map(\.place) == [fin, rst].sorted())
        #expect(Set(wrong.remarks.map { $0.because(.english) }) == ["Nobody is closing.", "Nobody refuses."])
        #expect(["SYN; ACK", "ACK; SYN"].contains(wrong.solutionText(.english)))
        #expect(wrong.solutionText(.chinese).contains("；"))
    }

    @Test func `of several, what is wrong and was chosen and what is right and was not are explained`() throws {
        let question = Question(
            id: "reliable", ask: "What makes TCP reliable?",
            kind: .several([
                Choice(text: "numbers", isRight: true, because: "They tell what is missing."),
                Choice(text: "checksums", isRight: true, because: "They tell what is damaged."),
                Choice(text: "encryption", because: "TCP does not encrypt."),
                Choice(text: "luck", because: "Luck repairs nothing."),
            ]),
            because: "Both do.")
        let posed = try Fixtures.posed(question)
        let feedback = posed.grade(.several([posed.place("numbers"), posed.place("luck")]))
        #expect(Set(feedback.remarks.map { $0.subject(.english) }) == ["checksums", "luck"])
    }

    @Test func `only the right order is right`() throws {
        let posed = try Fixtures.posed(Fixtures.order)
        var right = 0
        for a in 0..<4 {
            for b in 0..<4 {
                for c in 0..<4 {
                    for d in 0..<4 {
                        if posed.grade(.order([a, b, c, d])).isRight { right += 1 }
                    }
                }
            }
        }
        #expect(right == 1)
        #expect(posed.grade(nil).solutionText(.english) == "FIN → ACK of the FIN → FIN back → ACK of that")
    }

    @Test func `items that read alike may stand for each other`() throws {
        let posed = try Fixtures.posed(Fixtures.twins)
        var right = 0
        for a in 0..<4 {
            for b in 0..<4 {
                for c in 0..<4 {
                    for d in 0..<4 {
                        if posed.grade(.order([a, b, c, d])).isRight { right += 1 }
                    }
                }
            }
        }
        #expect(right == 4)
    }

    @Test func `a number is right, an expected mistake, or just wrong`() throws {
        let posed = try Fixtures.posed(Fixtures.number)
        let isn = try #require(posed.values["isn"])
        #expect((1000...90000).contains(isn))
        #expect(posed.ask(.english) == "The SYN has seq=\(isn). The ack?")
        #expect(posed.ask(.chinese) == "SYN的seq=\(isn)，ack是？")
        #expect(posed.because(.english) == "The SYN uses up \(isn); {other} stays.")
        #expect(posed.grade(.number(isn + 1)).isRight)
        #expect(posed.grade(.number(isn + 1)).remarks.isEmpty)
        let mistaken = posed.grade(.number(isn))
        #expect(!mistaken.isRight)
        #expect(mistaken.remarks.map { $0.because(.english) } == ["\(isn) is the SYN itself."])
        #expect(mistaken.solutionText(.english) == "\(isn + 1)")
        #expect(posed.grade(.number(3)).remarks.isEmpty)
        #expect(!posed.grade(.number(3)).isRight)
    }

    @Test func `a number's solution carries its unit`() throws {
        var question = Fixtures.number
        question.kind = .number(answer: .number(3), unit: LocalizedText(en: "bytes", zh: "字节"), wrong: [])
        let text = try Fixtures.posed(question).grade(nil).solutionText
        #expect(text(.english) == "3 bytes")
        #expect(text(.chinese) == "3字节")
    }

    @Test func `a text is compared with tolerance, mistakes too`() throws {
        let posed = try Fixtures.posed(Fixtures.text)
        #expect(posed.grade(.text("ｒｓｔ。")).isRight)
        #expect(posed.grade(.text("Reset")).isRight)
        let mistaken = posed.grade(.text("fin ack"))
        #expect(!mistaken.isRight)
        #expect(mistaken.remarks == [Feedback.Remark(place: nil, subject: "fin ack", because: "That closes.")])
        #expect(mistaken.solutionText(.english) == "RST")
        #expect(posed.grade(.text("ACK")).remarks.isEmpty)
    }

    @Test func `pairs are right only all together`() throws {
        let posed = try Fixtures.posed(Fixtures.match)
        var right = 0
        for a in 0..<3 {
            for b in 0..<3 {
                for c in 0..<3 {
                    if posed.grade(.match([a, b, c])).isRight { right += 1 }
                }
            }
        }
        #expect(right == 1)
        let text = posed.grade(nil).solutionText
        #expect(text(.english) == "SYN – SYN-SENT; SYN,ACK – SYN-RECEIVED; ACK – ESTABLISHED")
    }

    @Test func `an answer of another kind or to nothing shown is wrong, and no trap`() throws {
        let answers: [Answer] = [
            .choice(-1), .choice(99), .several([]), .several([-1, 99]), .order([]), .order([9, 9, 9, 9]), .number(.min),
            .text(""), .match([]), .match([0, 0, 0]), .match([-1, 0, 1]),
        ]
        for question in Fixtures.quiz.questions {
            let posed = try Fixtures.posed(question)
            for answer in answers { #expect(!posed.grade(answer).isRight, "\(question.id) \(answer)") }
        }
    }
}
