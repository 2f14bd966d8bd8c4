import LocatedJSON
import Testing

@testable import Study

private let noon: Int64 = 1_795_233_178_000  // 2026-11-21T03:52:58Z

private func record(_ wait: Int64, _ grade: Grade = .good) -> ReviewRecord {
    ReviewRecord(at: noon + wait * 1000, grade: grade, isRight: grade != .again, setting: .review)
}

@Suite struct ReviewHistoryTests {
    @Test func `a history is written for people`() {
        var history = ReviewHistory()
        history.insert(
            ReviewRecord(at: noon + 999, grade: .good, isRight: true, took: 7001, seed: 0x12A, setting: .quiz))
        history.insert(ReviewRecord(at: noon + 600_000, grade: .again, isRight: false, hints: 1, setting: .review))
        history.insert(ReviewRecord(at: noon + 274_330_000, grade: .hard, isRight: true, hints: 2, setting: .lesson))
        history.insert(ReviewRecord(at: noon + 274_330_000, grade: .easy, isRight: false, setting: .interview))
        history.insert(record(40 * 86_400 + 71_922))
        let withdrawn = history.withdraw(record(40 * 86_400 + 71_922))
        #expect(withdrawn)
        #expect(
            history.text == """
                2026-11-21T03:52:58Z good 8s quiz #2a +10m again 1 hint +3d4h2m10s hard 2 hints lesson \
                +0s easy wrong interview +37d15h46m32s good withdrawn
                """)
        #expect(history.count == 4)
        #expect(history.last?.grade == .easy)
    }

    @Test(arguments: 0..<300 as Range<UInt64>) func `a text gives the answers that it was made of`(seed: UInt64) throws
    {
        var random = SplitMix64(seed: seed)
        let records = (0..<random.int(1...60)).map { _ in ReviewRecord.arbitrary(using: &random) }
        var history = ReviewHistory()
        for record in records { history.insert(record) }
        #expect(history.records == Set(records).sorted())
        let taken = random.pick(records)
        let wasThere = history.withdraw(taken)
        #expect(wasThere)
        #expect(history.records == Set(records).subtracting([taken]).sorted())
        let again = try #require(ReviewHistory.reading(history.text))
        #expect(again == history)
        #expect(again.count == history.count)
        #expect(again.last == history.last)
        #expect(again.end == history.end)
        #expect(again.size == history.size)
        #expect(ReviewHistory(history.entries.reversed()) == history)
    }

    /// Whatever somebody writes into a line, it is read, and then written in the one way there is, or refused.
    @Test(arguments: 0..<2000 as Range<UInt64>) func `there is one way to write a history`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var history = ReviewHistory()
        for _ in 0..<4 { history.insert(.arbitrary(using: &random)) }
        var bytes = Array(history.text.utf8)
        let letters = Array("0123456789dhms +#wquiz:-TZ".utf8)
        for _ in 0..<random.int(1...3) {
            let place = random.int(0...Int64(bytes.count - 1))
            switch random.int(0...2) {
            case 0: bytes[place] = random.pick(letters)
            case 1: bytes.insert(random.pick(letters), at: place)
            default: bytes.remove(at: place)
            }
        }
        guard let read = ReviewHistory.reading(String(decoding: bytes, as: UTF8.self)) else { return }
        #expect(read == ReviewHistory(read.entries))
        #expect(read.count == ReviewHistory(read.entries).count)
    }

    @Test(
        arguments: [
            ("2026-11-21T03:52:58.000Z good", "2026-11-21T03:52:58Z good"),
            ("2026-11-21T03:52:58Z good review 0s", nil),
            ("2026-11-21T03:52:58Z good right 08s 0 hints review #0", "2026-11-21T03:52:58Z good 8s"),
            ("2026-11-21T03:52:58Z good +90s again", "2026-11-21T03:52:58Z good +1m30s again"),
            ("2026-11-21T03:52:58Z good +366d again", "2026-11-21T03:52:58Z good +366d again"),
            ("2026-11-21T03:52:58Z hard +0s again", "2026-11-21T03:52:58Z again +0s hard"),
            ("2026-11-21T03:52:58Z good good", nil), ("2026-11-21T03:52:58Z well", nil),
            ("2026-11-31T03:52:58Z good", nil), ("2026-11-21T03:52:58Z good +3m1h again", nil),
            ("2026-11-21T03:52:58Z", nil), ("", ""), (" ", nil), ("2026-11-21T03:52:58Z good ", nil),
            ("9999-12-31T23:59:59Z good +1s good", nil), ("2026-11-21T03:52:58Z good 100 hints", nil),
            ("2026-11-21T03:52:58Z good #100", nil), ("2026-11-21T03:52:58Z good 86401s", nil),
        ] as [(String, String?)]) func `a history may be edited by hand`(text: String, written: String?)
    {
        #expect(ReviewHistory.reading(text)?.text == written)
    }

    @Test func `of a question the newest thousand answers are kept, and from when to when there were others`() throws {
        let all = (0..<1200 as Range<Int64>).map { record($0 * 86_400) }
        var (old, new) = (ReviewHistory(), ReviewHistory())
        for record in all.prefix(700) { old.insert(record) }
        for record in all.dropFirst(400) { new.insert(record) }
        #expect(new.folded == nil)
        let both = old.union(new)
        #expect(both.records == Array(all.suffix(1000)))
        #expect(both.folded == all[0].at...all[199].at)
        #expect(both == new.union(old))
        #expect(both.union(old) == both)
        var progress = Progress()
        for record in all { progress.record(record, of: CardID(quiz: "tcp", question: "a")) }
        #expect(progress.json.contains("\"folded\": \"2026-11-21T03:52:58Z/2027-06-08T03:52:58Z\""))
        #expect(try ProgressJSONTests.reread(progress) == progress)
    }

    @Test(arguments: 0..<60 as Range<UInt64>) func `also at the bound it does not matter who merges with whom`(
        seed: UInt64
    ) {
        var random = SplitMix64(seed: seed)
        let three = (0..<3).map { _ in
            ReviewHistory(
                (0..<random.int(300...1100)).map { _ in
                    HistoryEntry(
                        record: record(random.draw(from: 0...1500) * 86_400), isWithdrawn: random.int(0...9) == 0)
                })
        }
        #expect(three[0].union(three[1]) == three[1].union(three[0]))
        #expect(three[0].union(three[1]).union(three[2]) == three[0].union(three[1].union(three[2])))
        #expect(three[0].union(three[1]).union(three[1]) == three[0].union(three[1]))
    }
}

@Suite struct FormatOneTests {
    @Test func `a file of format 1 becomes one of format 2`() throws {
        let progress = try ProgressJSONTests.read(
            """
            { "format": 1, "lessons": { "dns": { "main": { "step": 0, "of": 3, "seen": 1, "at": "2023-11-14T22:13:20Z" } } },
              "answers": [
                { "at": "2026-11-21T03:52:58.123Z", "quiz": "dns", "question": "ttl", "seed": "abc2a", "right": true },
                { "at": "2026-11-22T03:52:58.123Z", "quiz": "dns", "question": "ttl", "seed": "2b", "right": false },
                { "at": "2026-11-22T03:53:00.000Z", "quiz": "dns", "question": "root", "seed": "2b", "right": true } ],
              "attempts": [ { "at": "2026-11-22T03:54:00.000Z", "quiz": "dns", "seed": "abc2a", "right": 7, "of": 8 } ],
              "decks": 5 }
            """)
        let ttl = CardID(quiz: "dns", question: "ttl")
        #expect(progress.cards[ttl]?.history.text == "2026-11-21T03:52:58Z good quiz #2a +1d again quiz #2b")
        #expect(progress.answerCount == 3)
        #expect(progress.best("dns") == Score(right: 7, of: 8))
        #expect(progress.memory(of: ttl) == Progress.scheduler.replay(progress.history(of: ttl), of: ttl))
        let text = progress.json
        #expect(text.hasPrefix("{\n  \"format\": 2,\n"))
        #expect(text.contains("\"decks\": 5"))
        #expect(try ProgressJSONTests.reread(progress) == progress)
    }

    @Test func `the memories of another scheduler are not believed`() throws {
        var progress = Progress()
        let card = CardID(quiz: "dns", question: "ttl")
        progress.record(ReviewRecord(at: 0, grade: .good, isRight: true, setting: .review), of: card)
        let other = progress.json.replacing("2.3065", with: "99.5")
        #expect(try ProgressJSONTests.read(other).memory(of: card)?.stability == 99.5)
        let foreign = other.replacing(Progress.schedulerName, with: "SM-2")
        #expect(try ProgressJSONTests.read(foreign).memory(of: card)?.stability == 2.3065)
    }
}
