// A memory as a file holds it. When the last answer was and how many there were is in the history.
//
//     learning 0, stability 2.3065 days, difficulty 2.1181, due 2026-11-21T04:02:58.000Z

extension Memory {
    /// What stands in the file.
    var text: String {
        var text = stage.text
        text += ", stability "
        text += stability.description
        text += " days, difficulty "
        text += difficulty.description
        text += ", due "
        text += UTCTime(milliseconds: due).text
        return text
    }

    /// Reads what ``text`` gives.
    init?(_ text: String, lastReview: Int64, reviews: Int) {
        let read = ByteScanner.scan(text) { scanner -> Memory? in
            guard let stage = scanner.stage(), scanner.take(", stability "), let stability = scanner.fraction(),
                scanner.take(" days, difficulty "), let difficulty = scanner.fraction(), scanner.take(", due "),
                let due = scanner.instant() ?? UTCTime(scanner.rest)?.milliseconds
            else { return nil }
            return Memory(
                stage: stage, stability: stability, difficulty: difficulty, due: due, lastReview: lastReview,
                reviews: reviews)
        }
        guard let read else { return nil }
        self = read
    }
}

extension Memory.Stage {
    fileprivate var text: String {
        switch self {
        case .learning(let step): "learning \(step)"
        case .review: "review"
        case .relearning(let step): "relearning \(step)"
        }
    }
}

extension ByteScanner {
    fileprivate mutating func stage() -> Memory.Stage? {
        if take("review") { return .review }
        let isLearning = take("learning ")
        guard isLearning || take("relearning "), let step = number() else { return nil }
        return isLearning ? .learning(step: Int(step)) : .relearning(step: Int(step))
    }

    /// A number above 0.
    fileprivate mutating func fraction() -> Double? {
        var length = 0
        while case let byte = byte(after: length), byte > UInt8(ascii: " "), byte != UInt8(ascii: ",") { length += 1 }
        let number = Double(text(length))
        offset += length
        return number.flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
    }
}
