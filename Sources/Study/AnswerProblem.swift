public import Localization

/// Why a typed line is not an answer to the question; nothing is settled by it.
public enum AnswerProblem: Error, Equatable, Sendable {
    /// The line is empty.
    case nothing(Expectation)
    /// This part of the line is not of the form expected.
    case notUnderstood(String, Expectation)
    /// This part names something that is not shown.
    case notShown(String, Expectation)
    /// This part names something for the second time.
    case twice(String, Expectation)
    /// Only so many of the items or pairs are there.
    case incomplete(given: Int, Expectation)
    /// The number does not fit into 64 bits.
    case tooLarge(String, Expectation)

    /// What the question would take.
    public enum Expectation: Hashable, Sendable {
        case oneChoice(of: Int), someChoices(of: Int), order(of: Int), number, text, pairs(of: Int)
        case event(of: Int), points(of: Int), faults
    }
}

extension AnswerProblem.Expectation {
    init(_ form: PosedQuestion.Form) {
        switch form {
        case .choice(let choices): self = .oneChoice(of: choices.count)
        case .several(let choices): self = .someChoices(of: choices.count)
        case .order(let shown, _): self = .order(of: shown.count)
        case .number: self = .number
        case .text: self = .text
        case .match(_, let pairs): self = .pairs(of: pairs.count)
        case .point(let point): self = .event(of: point.events.count)
        case .recall(let points, _): self = .points(of: points.count)
        case .challenge: self = .faults
        }
    }
}

// The wording of everything that can be wrong with a typed answer.

extension AnswerProblem {
    /// What is wrong and what to type instead, as one sentence without a capital or a period.
    public var message: LocalizedText {
        switch self {
        case .nothing(let expected): expected.hint
        case .notUnderstood(let part, let expected):
            LocalizedText(en: "\"\(part)\" is not understood", zh: "看不懂“\(part)”").with(expected.hint)
        case .notShown(let part, let expected):
            LocalizedText(en: "there is no \"\(part)\"", zh: "没有“\(part)”这一项").with(expected.hint)
        case .twice(let part, let expected):
            LocalizedText(en: "\"\(part)\" is there twice", zh: "“\(part)”出现了两次").with(expected.hint)
        case .incomplete(let given, let expected):
            LocalizedText(en: "only \(given) given", zh: "只给出了\(given)项").with(expected.hint)
        case .tooLarge(let part, let expected):
            LocalizedText(en: "\"\(part)\" is larger than any answer can be", zh: "“\(part)”超出了答案可能的范围")
                .with(expected.hint)
        }
    }
}

extension AnswerProblem.Expectation {
    /// What to type, with an example that would be accepted.
    public var hint: LocalizedText {
        switch self {
        case .oneChoice(let count):
            LocalizedText(
                en: "type the number or letter of one choice, 1 to \(count), such as \(count) or \(letter(count))",
                zh: "请输入一个选项的编号或字母（1到\(count)），例如\(count)或\(letter(count))")
        case .someChoices(let count):
            LocalizedText(
                en: "type the number or letter of every right choice, 1 to \(count), such as \(someExample(count))",
                zh: "请输入所有正确选项的编号或字母（1到\(count)），例如\(someExample(count))")
        case .order(let count):
            LocalizedText(
                en: "type all \(count) numbers in the right order, such as \(example(count))",
                zh: "请按正确顺序输入全部\(count)个编号，例如\(example(count))")
        case .number:
            LocalizedText(
                en: "type a whole number, such as 1001, 1,001 or 0x3e9", zh: "请输入一个整数，例如1001、1,001或0x3e9")
        case .text: LocalizedText(en: "type a word or a few", zh: "请输入一个词或几个词")
        case .pairs(let count):
            LocalizedText(
                en: "type a letter for each of the \(count) numbers, such as \(examplePairs(count))",
                zh: "请为全部\(count)个编号各输入一个字母，例如\(examplePairs(count))")
        case .event(let count):
            LocalizedText(
                en: "type the number of one event, 1 to \(count), such as \(count)",
                zh: "请输入一个事件的编号（1到\(count)），例如\(count)")
        case .points(let count):
            LocalizedText(
                en:
                    "type the number of every point that you named, 1 to \(count), such as \(someExample(count)), or 0 for none",
                zh: "请输入你说到的每个要点的编号（1到\(count)），例如\(someExample(count))；都没说到就输入0")
        case .faults:
            LocalizedText(
                en: "type what is to go wrong, such as drop:2 or delay:SYN,ACK:500ms",
                zh: "请输入要制造的故障，例如drop:2或delay:SYN,ACK:500ms")
        }
    }

    /// The last first, so that the example is not taken for the answer.
    private func example(_ count: Int) -> String {
        (0..<max(count, 0)).map { String(max(count, 0) - $0) }.joined(separator: " ")
    }

    private func someExample(_ count: Int) -> String { count > 1 ? "1 \(count)" : "1" }

    private func examplePairs(_ count: Int) -> String {
        (0..<max(count, 0)).map { "\($0 + 1)\(letter(count - $0))" }.joined(separator: " ")
    }

    /// The letter of the choice with this number (1-based): 1 is `a`; the number itself past `z`.
    private func letter(_ number: Int) -> String {
        guard (1...26).contains(number), let scalar = Unicode.Scalar(96 + number) else { return String(number) }
        return String(Character(scalar))
    }
}

extension LocalizedText {
    fileprivate func with(_ hint: LocalizedText) -> LocalizedText { [self, hint].joined(en: ": ", zh: "：") }
}
