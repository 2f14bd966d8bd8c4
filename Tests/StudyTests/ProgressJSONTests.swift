import Localization
import LocatedJSON
import Testing

@testable import Study

@Suite struct ProgressJSONTests {
    static func reread(_ progress: Progress) throws -> Progress { try read(progress.json) }

    static func read(_ text: String) throws(ProgressFault) -> Progress {
        try Progress(parsing: SourceFile("progress.json", text: text))
    }

    @Test(arguments: 0..<300 as Range<UInt64>) func `progress survives being written and read`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let progress = Progress.arbitrary(using: &random, deeds: 0...30)
        let again = try Self.reread(progress)
        #expect(again == progress)
        #expect(again.json == progress.json)
    }

    @Test func `the file is written for people`() {
        var progress = Progress()
        progress.prefer(language: .chinese, at: 1_700_000_000_123)
        progress.reached(step: 2, of: 3, scene: "main", lesson: "dns", at: 1_700_000_001_000)
        progress.record(answerTo: "ttl", in: "dns", seed: .max, isRight: true, at: 1_700_000_002_000)
        progress.finished(quiz: "dns", seed: 42, score: Score(right: 7, of: 8), at: 1_700_000_003_000)
        for day: Int64 in [19_676, 19_675] { progress.practised(on: StudyDay(number: day)) }
        #expect(
            progress.json == """
                {
                  "format": 2,
                  "language": {
                    "value": "zh",
                    "at": "2023-11-14T22:13:20.123Z"
                  },
                  "resume": {
                    "lesson": "dns",
                    "scene": "main",
                    "step": 2,
                    "at": "2023-11-14T22:13:21.000Z"
                  },
                  "lessons": {
                    "dns": {
                      "main": {
                        "step": 2,
                        "of": 3,
                        "seen": 3,
                        "at": "2023-11-14T22:13:21.000Z",
                        "completed": "2023-11-14T22:13:21.000Z"
                      }
                    }
                  },
                  "scheduler": "FSRS-6, 90 %",
                  "cards": {
                    "dns/ttl": {
                      "memory": "learning 1, stability 2.3065 days, difficulty 2.118103970459015, due 2023-11-14T22:23:22.000Z",
                      "history": "2023-11-14T22:13:22Z good quiz #ff"
                    }
                  },
                  "attempts": {
                    "dns": [
                      "2023-11-14T22:13:23.000Z 7/8 #2a"
                    ]
                  },
                  "days": {
                    "2023-11": "14 15"
                  }
                }

                """)
    }

    @Test func `only the format must be there`() throws {
        #expect(try Self.read(#"{ "format": 1 }"#) == Progress())
    }

    @Test func `unknown keys are kept at the top and no fault anywhere`() throws {
        let text = """
            { "format": 1, "decks": { "due": [1, 2.50] }, "$schema": "x",
              "language": { "value": "fr", "at": "2023-11-14T22:13:20Z", "because": 1 },
              "lessons": { "dns": { "main": { "step": 0, "of": 3, "seen": 1, "at": "2023-11-14T22:13:20Z", "mood": 1 } } } }
            """
        let progress = try Self.read(text)
        #expect(progress.language == nil)
        #expect(progress.lessons["dns"]?["main"]?.seen == 1)
        let again = try JSONNode(parsing: Array(progress.json.utf8))
        let original = try JSONNode(parsing: Array(text.utf8))
        #expect(again["decks"] == original["decks"])
        #expect(again["$schema"] == "x")
    }

    @Test(arguments: ["{ \"format\": 3 }", "{ \"lessons\": 7, \"format\": 3 }"])
    func `a newer format is told apart, whatever else is in the file`(text: String) {
        #expect(throws: ProgressFault.newerFormat(3, file: "progress.json")) { try Self.read(text) }
    }

    @Test func `a newer format is worded in both languages`() {
        let message = ProgressFault.newerFormat(3, file: "p.json").message
        #expect(
            message(.english) == """
                p.json: written by a newer netarium (format 3, this one knows 2): update netarium, or use another file \
                with --progress FILE
                """)
        #expect(message(.chinese).hasPrefix("p.json：由更新版本的netarium写成（格式3"))
    }

    @Test(arguments: [
        "", "{", "[]", "{}", "null", #"{ "format": 0 }"#, #"{ "format": "1" }"#, #"{ "format": 1, "lessons": [] }"#,
        #"{ "format": 1, "answers": {} }"#, #"{ "format": 1, "answers": [{}] }"#,
        #"{ "format": 2, "cards": [] }"#, #"{ "format": 2, "cards": { "dns": { "history": "" } } }"#,
        #"{ "format": 2, "cards": { "dns/ttl": {} } }"#,
        #"{ "format": 2, "cards": { "dns/ttl": { "history": [] } } }"#,
        #"{ "format": 2, "cards": { "dns/ttl": { "history": "now" } } }"#,
        #"{ "format": 2, "scheduler": "FSRS-6, 90 %", "cards": { "a/b": { "history": "2023-11-14T22:13:20Z good", "memory": "good" } } }"#,
        #"{ "format": 2, "attempts": { "dns": ["2023-11-14T22:13:23.000Z 9/8 #2a"] } }"#,
        #"{ "format": 2, "days": { "2023-02": "28 29" } }"#,
        #"{ "format": 1, "language": "zh" }"#, #"{ "format": 1, "language": { "value": "zh" } }"#,
        #"{ "format": 1, "language": { "value": "zh", "at": "yesterday" } }"#,
        #"{ "format": 1, "resume": { "lesson": "a", "scene": "main", "step": -1, "at": "2023-11-14T22:13:20Z" } }"#,
        #"{ "format": 1, "attempts": [{ "at": "2023-11-14T22:13:20Z", "quiz": "a", "seed": "g", "right": 1, "of": 1 }] }"#,
        #"{ "format": 1, "lessons": { "a": { "main": { "step": 1e3, "of": 1, "seen": 1, "at": "2023-11-14T22:13:20Z" } } } }"#,
    ]) func `a damaged file is refused`(text: String) {
        do {
            _ = try Self.read(text)
            Issue.record("it was read")
        } catch {
            guard case .unreadable = error else {
                Issue.record("\(error)")
                return
            }
            #expect(error.message(.english).hasPrefix("progress.json:1:"))
        }
    }

    @Test func `a fault is told with its place`() {
        let text = "{ \"format\": 1,\n  \"reducedMotion\": { \"value\": \"no\", \"at\": \"2023-11-14T22:13:20Z\" } }"
        do {
            _ = try Self.read(text)
            Issue.record("it was read")
        } catch {
            #expect(
                error.message(.english)
                    == "progress.json:2:31: error: expected true or false, found the string \"no\"")
        }
    }

    /// Whatever happens to a file on disk, it is read or refused.
    @Test(arguments: 0..<200 as Range<UInt64>) func `no damage traps`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var bytes = Array(Progress.arbitrary(using: &random, deeds: 1...12).json.utf8)
        for _ in 0..<random.int(1...4) {
            let place = random.int(0...Int64(bytes.count - 1))
            bytes[place] = UInt8(random.int(0...255))
        }
        bytes.removeLast(random.int(0...Int64(bytes.count / 2)) * random.int(0...1))
        _ = try? Progress(parsing: SourceFile("progress.json", bytes))
    }
}
