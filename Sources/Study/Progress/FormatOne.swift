import LocatedJSON

// Format 1, which wrote every answer as an object of its own, in one list:
//
//     "answers": [ { "at": …, "quiz": "dns-lookup-path", "question": "ttl", "seed": "2a", "right": true } ],
//     "attempts": [ { "at": …, "quiz": "dns-lookup-path", "seed": "2a", "right": 7, "of": 8 } ]
//
// It knew neither grades nor hints nor time; the rest is as in format 2.

extension Progress {
    /// Takes in the answers and attempts of a file of format 1.
    mutating func readFormatOne(_ reader: inout ObjectReader) {
        var entries: [CardID: [HistoryEntry]] = [:]
        for (card, record) in reader.optional("answers", .list(of: .answer)) ?? [] {
            // An id without any letters was never written.
            guard let card = CardID(card.text) else { continue }
            entries[card, default: []].append(HistoryEntry(record: record.kept))
        }
        cards = entries.mapValues { CardProgress(history: ReviewHistory($0)) }
        attempts = RecordLog(reader.optional("attempts", .list(of: .attempt)) ?? []).bounded
    }
}

extension Reading where Value == (CardID, ReviewRecord) {
    fileprivate static var answer: Self {
        .object("an answer") { reader in
            guard let at = reader.required("at", .time), let quiz = reader.required("quiz", .string),
                let question = reader.required("question", .string), let seed = reader.required("seed", .seed),
                let isRight = reader.required("right", .bool)
            else { return nil }
            let record = ReviewRecord(
                at: at, grade: isRight ? .good : .again, isRight: isRight, seed: seed, setting: .quiz)
            return (CardID(quiz: quiz, question: question), record)
        }
    }
}

extension Reading where Value == AttemptRecord {
    fileprivate static var attempt: Self {
        .object("an attempt") { reader in
            guard let at = reader.required("at", .time), let quiz = reader.required("quiz", .string),
                let seed = reader.required("seed", .seed), let right = reader.required("right", .count),
                let of = reader.required("of", .count)
            else { return nil }
            return AttemptRecord(quiz: quiz, seed: seed, score: Score(right: right, of: of), at: at)
        }
    }
}

extension Reading where Value == UInt64 {
    fileprivate static var seed: Self {
        Reading("a seed of up to 16 hexadecimal digits") { $0.string.flatMap { UInt64($0, radix: 16) } }
    }
}
