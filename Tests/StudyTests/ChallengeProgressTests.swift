import Courseware
import Localization
import LocatedJSON
import Testing

@testable import Study

@Suite struct `Progress in challenges` {
    @Test func `the fewest faults are kept, and saying so tells whether it was news`() {
        var progress = Progress()
        var news: [Bool] = []
        for (faults, instant) in [(3, 10), (4, 11), (3, 12)] as [(Int, Int64)] {
            news.append(progress.solved(challenge: "c", of: "tcp", faults: faults, at: instant))
        }
        #expect(news == [true, false, false])
        #expect(progress.fewestFaults(for: "c", of: "tcp") == 3)
        let isBetter = progress.solved(challenge: "c", of: "tcp", faults: 1, at: 13)
        #expect(isBetter)
        #expect(progress.fewestFaults(for: "c", of: "tcp") == 1)
        #expect(progress.fewestFaults(for: "c", of: "dns") == nil)
    }

    @Test func `of two copies the shorter solution wins, of two as short the earlier`() {
        func solved(_ faults: Int, at instant: Int64) -> Progress {
            var progress = Progress()
            progress.solved(challenge: "c", of: "tcp", faults: faults, at: instant)
            return progress
        }
        let shorter = solved(2, at: 90), longer = solved(3, at: 10), earlier = solved(2, at: 20)
        #expect(shorter.merging(longer).challenges["tcp"]?["c"] == Stamped(2, at: 90))
        #expect(longer.merging(shorter) == shorter.merging(longer))
        #expect(shorter.merging(earlier).challenges["tcp"]?["c"] == Stamped(2, at: 20))
        #expect(Progress().merging(longer).fewestFaults(for: "c", of: "tcp") == 3)
    }

    @Test func `they are written below the lessons, and a file without them is read as ever`() throws {
        var progress = Progress()
        progress.solved(challenge: "three-syns", of: "tcp", faults: 2, at: 1_700_000_000_123)
        #expect(progress.json.contains(#""challenges": {"#))
        #expect(progress.json.contains(#""faults": 2"#))
        #expect(try ProgressJSONTests.reread(progress) == progress)
        #expect(!Progress().json.contains("challenges"))
        let old = try ProgressJSONTests.read(#"{ "format": 1, "lessons": {}, "answers": [], "attempts": [] }"#)
        #expect(old.challenges.isEmpty)
    }

    @Test(arguments: [#""many""#, "-1", "1.5", "{}"]) func `a file with a wrong count is refused`(count: String) {
        let text =
            #"{ "format": 1, "challenges": { "tcp": { "c": { "faults": \#(count), "at": "2023-11-14T22:13:20.123Z" } } } }"#
        #expect(throws: ProgressFault.self) { try ProgressJSONTests.read(text) }
    }

    @Test func `a lesson's challenges are counted; one without has no score`() throws {
        var lesson = Lesson(id: "tcp", track: "tcp", title: "T", summary: "S", scenes: [])
        #expect(Progress().challengesSolved(of: lesson) == nil)
        lesson.challenges = ["a", "b"].map { id in
            Challenge(id: id, task: "T", because: "B", goal: .all([]), solution: [])
        }
        var progress = Progress()
        #expect(progress.challengesSolved(of: lesson) == Score(right: 0, of: 2))
        progress.solved(challenge: "b", of: "tcp", faults: 1, at: 1)
        progress.solved(challenge: "gone", of: "tcp", faults: 1, at: 1)
        #expect(progress.challengesSolved(of: lesson) == Score(right: 1, of: 2))
        #expect(ProgressReport([lesson], progress).rows[0].challenges == Score(right: 1, of: 2))
    }
}
