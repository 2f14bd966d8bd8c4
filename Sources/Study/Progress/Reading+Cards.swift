import LocatedJSON

// How answers, attempts and days are read. They are by far the most of a file.

extension Reading where Value == [CardID: CardProgress] {
    /// The answers to each question.
    ///
    /// `believes` tells whether the memories were worked out as they would be here.
    static func cards(believingMemories believes: Bool) -> Self {
        .table("a table of questions") { key, place, value, log in
            guard let card = CardID(key) else {
                log.report(CardFault.noCard(key), at: place)
                return nil
            }
            return read(value, believes, log).map { (card, $0) }
        }
    }

    private static func read(_ node: JSONNode, _ believes: Bool, _ log: FaultLog) -> CardProgress? {
        // There are a thousand of these, so no reader is made for one that is as it should be.
        guard let members = node.members, let history = members.first(where: { $0.key == "history" })?.value else {
            var reader = ObjectReader(node, as: "a question", log: log)
            _ = reader?.required("history", .string)
            reader?.finishAllowingOthers()
            return nil
        }
        let folded = members.first { $0.key == "folded" }.flatMap {
            Reading<ClosedRange<Int64>>.stretch.read($0.value, log)
        }
        guard let text = Reading<String>.string.read(history, log) else { return nil }
        guard let history = ReviewHistory.reading(text, folded: folded) else {
            log.report(CardFault.noHistory(text), at: history.place)
            return nil
        }
        guard believes, let last = history.last, let memory = members.first(where: { $0.key == "memory" })?.value else {
            return CardProgress(history: history)
        }
        guard let text = Reading<String>.string.read(memory, log) else { return nil }
        let read = Memory(text, lastReview: last.at, reviews: history.count)
        if read == nil { log.report(CardFault.noMemory(text), at: memory.place) }
        return CardProgress(history: history, memory: read)
    }
}

extension Reading where Value == ClosedRange<Int64> {
    fileprivate static var stretch: Self {
        Reading { node, log in
            guard let text = Reading<String>.string.read(node, log) else { return nil }
            let ends = text.split(separator: "/", omittingEmptySubsequences: false)
            if ends.count == 2, let from = UTCTime(String(ends[0])), let to = UTCTime(String(ends[1])),
                from.milliseconds <= to.milliseconds
            {
                return from.milliseconds...to.milliseconds
            }
            log.report(CardFault.noStretch(text), at: node.place)
            return nil
        }
    }
}

extension Reading where Value == RecordLog<AttemptRecord> {
    /// The attempts at each quiz: `"dns": ["2026-11-21T03:52:58.123Z 7/8 #2a"]`.
    static var attempts: Self {
        Reading { node, log in
            let table = Reading<[String: [JSONNode]]>.table("a table of quizzes") { key, _, value, log in
                Reading<[JSONNode]>.list(of: .anything).read(value, log).map { (key, $0) }
            }
            guard let quizzes = table.read(node, log) else { return nil }
            var records: [AttemptRecord] = []
            for (quiz, nodes) in quizzes {
                for node in nodes {
                    guard let line = Reading<String>.string.read(node, log) else { continue }
                    if let record = AttemptRecord(line, of: quiz) {
                        records.append(record)
                    } else {
                        log.report(CardFault.noAttempt(line), at: node.place)
                    }
                }
            }
            return RecordLog(records).bounded
        }
    }
}

extension AttemptRecord {
    /// Reads `2026-11-21T03:52:58.123Z 7/8 #2a`.
    fileprivate init?(_ line: String, of quiz: String) {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, let at = UTCTime(String(words[0])), words[2].hasPrefix("#"),
            let seed = UInt64(words[2].dropFirst(), radix: 16)
        else { return nil }
        let numbers = words[1].split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let right = numbers[0], let of = numbers[1], 0...of ~= right,
            of <= Progress.largestCount
        else { return nil }
        self.init(quiz: quiz, seed: seed, score: Score(right: right, of: of), at: at.milliseconds)
    }

    /// The line that ``init(_:of:)`` reads.
    var line: String {
        "\(UTCTime(milliseconds: at).text) \(score.right)/\(score.of) #" + String(seed, radix: 16)
    }
}

extension Reading where Value == Set<StudyDay> {
    /// The days by month: `"2026-11": "1 2 21"`.
    static var days: Self {
        Reading { node, log in
            let table = Reading<[String: [StudyDay]]>.table("a table of months") { key, place, value, log in
                guard let text = Reading<String>.string.read(value, log) else { return nil }
                let month = key.split(separator: "-", omittingEmptySubsequences: false)
                let days = text.split(separator: " ").map { day in
                    month.count == 2 ? UTCTime.date(String(month[0]), String(month[1]), String(day)) : nil
                }
                guard !days.contains(nil) else {
                    log.report(CardFault.noMonth(text), at: value.place)
                    return nil
                }
                return (key, days.compactMap(\.self).map(StudyDay.init(number:)))
            }
            return table.read(node, log).map { Set($0.values.joined()) }
        }
    }
}

extension UTCTime {
    /// Days since 1970-01-01, of a year of the years 0 to 9999.
    fileprivate static func date(_ year: String, _ month: String, _ day: String) -> Int64? {
        guard year.utf8.count == 4, month.utf8.count == 2, let year = Int64(year), let month = Int64(month),
            let day = Int64(day), year >= 0, (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        return days(year: year, month: month, day: day)
    }
}
