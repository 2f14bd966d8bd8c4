import Courseware
import Localization
import Study
import Timelines

/// A question of every kind; ids are the kinds' names.
enum Fixtures {
    static let choice = Question(
        id: "choice", ask: "Who speaks first?",
        kind: .choice([
            Choice(text: "client", isRight: true),
            Choice(text: "server", because: LocalizedText(en: "It listens.", zh: "它在监听。")),
            Choice(text: "router", because: "It forwards."),
            Choice(text: "nobody", because: "Then nothing would happen."),
        ]),
        because: LocalizedText(en: "The client opens.", zh: "由客户端发起。"), citations: [Citation("RFC 9293 §3.5")],
        show: LessonMoment(lesson: "handshake", variant: nil, anchor: "syn"))

    static let several = Question(
        id: "several", ask: "Which flags are in the second segment?",
        kind: .several([
            Choice(text: "SYN", isRight: true), Choice(text: "ACK", isRight: true),
            Choice(text: "FIN", because: "Nobody is closing."), Choice(text: "RST", because: "Nobody refuses."),
        ]),
        because: "It is both at once.")

    static let order = Question(
        id: "order", ask: "Put the teardown in order",
        kind: .order(["FIN", "ACK of the FIN", "FIN back", "ACK of that"]), because: "Each side closes alone.")

    /// Two of the items read alike.
    static let twins = Question(
        id: "twins", ask: "Put the flags in order", kind: .order(["FIN", "ACK", "FIN", "ACK"]), because: "Each side.")

    static let number = Question(
        id: "number", ask: LocalizedText(en: "The SYN has seq={isn}. The ack?", zh: "SYN的seq={isn}，ack是？"),
        kind: .number(
            answer: .operation(.plus, .value("isn"), .number(1)), unit: nil,
            wrong: [ExpectedMistake(answer: .value("isn"), because: "{isn} is the SYN itself.")]),
        given: [Given(name: "isn", range: 1000...90000)], because: "The SYN uses up {isn}; {other} stays.")

    static let text = Question(
        id: "text", ask: "What answers a segment to a closed port?",
        kind: .text(accept: ["RST", "reset"], wrong: [ExpectedMistake(answer: "FIN-ACK", because: "That closes.")]),
        because: "It resets.")

    static let match = Question(
        id: "match", ask: "Who is where?",
        kind: .match([
            Pair(left: "SYN", right: "SYN-SENT"), Pair(left: "SYN,ACK", right: "SYN-RECEIVED"),
            Pair(left: "ACK", right: "ESTABLISHED"),
        ]),
        because: "States follow segments.")

    static let quiz = Quiz(
        id: "tcp", title: "TCP", lesson: "handshake", questions: [choice, several, order, number, text, match])

    static func posed(_ question: Question, seed: UInt64 = 7) throws -> PosedQuestion {
        guard let posed = PosedQuestion(question, seed: seed) else { throw NotPosed(id: question.id) }
        return posed
    }

    struct NotPosed: Error { var id: String }
}

extension PosedQuestion {
    /// The texts shown, for the kinds that show a list.
    var shown: [LocalizedText] {
        switch form {
        case .choice(let choices), .several(let choices): choices.map(\.text)
        case .order(let shown, _), .match(let shown, _): shown
        case .recall(let points, _): points.map(\.text)
        case .number, .text, .point, .challenge: []
        }
    }

    /// Where a text is shown; -1 when it is not.
    func place(_ text: LocalizedText) -> Int { shown.firstIndex(of: text) ?? -1 }
}

extension SplitMix64 {
    mutating func int(_ range: ClosedRange<Int64>) -> Int { Int(draw(from: range)) }

    mutating func bool() -> Bool { draw(from: 0...1) == 1 }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[int(0...Int64(elements.count - 1))] }
}
