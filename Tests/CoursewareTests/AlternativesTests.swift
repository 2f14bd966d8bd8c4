import Courseware
import Localization
import LocatedJSON
import Testing
import Timelines

@Suite struct Alternatives {
    private let cache = """
        { "send": "A?", "from": "client", "to": "server" },
        { "alternatives": [
          { "if": "it is cached", "do": [ { "does": "answers", "at": "server", "id": "answer" } ] },
          { "if": "it is not", "id": "cold", "about": "A cold cache.", "do": [
            { "does": "asks", "at": "server" },
            { "alternatives": [
              { "if": "somebody knows", "do": [ { "does": "answers late", "at": "server", "id": "answer" } ] },
              { "if": "nobody knows", "id": "nxdomain", "do": [ { "does": "gives up", "at": "server" } ] } ] } ] } ] }
        """

    private func lesson(_ timeline: String, rest: String = "") -> Lesson? {
        LessonDecoder.decode(lessonFile(timeline: timeline, rest: rest)).document
    }

    @Test func `tell the first branch, and each other one in a variant of its own`() throws {
        let lesson = try #require(self.lesson(cache))
        #expect(lesson.scenes.map(\.id) == ["main", "cold", "nxdomain"])
        #expect(lesson.scenes.map { $0.title(.english) } == ["X", "it is not", "nobody knows"])
        #expect(lesson.scenes.map { $0.about?(.english) } == [nil, "A cold cache.", nil])
        let ends = lesson.scenes.map { $0.timeline.trace.split(separator: "\n").dropFirst(2).joined(separator: "; ") }
        #expect(
            ends == [
                "10 ms: server does answers #answer",
                "10 ms: server does asks; 10 ms: server does answers late #answer",
                "10 ms: server does asks; 10 ms: server does gives up",
            ])
    }

    @Test func `say in their frame what else could happen`() throws {
        let scenes = try #require(lesson(cache)).scenes
        #expect(
            scenes.map { $0.timeline.frames.map(\.kind) } == [
                [.alternatives(otherwise: ["it is not"])],
                [.alternatives(otherwise: ["it is cached"]), .alternatives(otherwise: ["nobody knows"])],
                [.alternatives(otherwise: ["it is cached"]), .alternatives(otherwise: ["somebody knows"])],
            ])
        #expect(scenes[2].timeline.frames.map(\.title) == ["it is not", "nobody knows"])
    }

    @Test func `stand before the variants that are written down, whose own follow each of them`() throws {
        let variant = """
            "variants": [ { "id": "v", "title": "V", "about": "B", "timeline": [
              { "alternatives": [ { "if": "p", "do": [ { "does": "x", "at": "client" } ] },
                                  { "if": "q", "id": "v-q", "do": [ { "does": "y", "at": "client" } ] } ] } ] } ],
            """
        let lesson = try #require(self.lesson(cache, rest: variant))
        #expect(lesson.scenes.map(\.id) == ["main", "cold", "nxdomain", "v", "v-q"])
    }

    @Test func `are found by who only skims the lesson`() throws {
        let file = lessonFile(timeline: cache)
        let skimmed = try #require(LessonPreview(skimming: file))
        let lesson = try #require(LessonDecoder.decode(file).document)
        #expect(skimmed == LessonPreview(lesson, quiz: nil))
        #expect(skimmed.variants.map { $0(.english) } == ["it is not", "nobody knows"])
    }

    @Test func `report what is wrong in all tellings once, and what is wrong in one too`() {
        #expect(
            faults(
                """
                { "pause": "1s" },
                { "note": "too late", "when": "10ms" },
                { "alternatives": [
                  { "if": "p", "do": [ { "does": "x", "at": "client" } ] },
                  { "if": "q", "id": "q", "do": [ { "timer": "T", "at": "client", "fires": true } ] } ] }
                """) == [
                    "5:31: error: 10 ms is over; what comes before ends at 1 s",
                    "8:37: error: no timer 'T' is running at 'client'",
                ])
    }

    @Test func `need ids of their own, and no more than anybody will look at`() {
        #expect(
            faults(
                """
                { "alternatives": [
                  { "if": "p", "do": [] }, { "if": "q", "do": [ { "does": "x", "at": "client" } ] },
                  { "if": "r", "id": "main", "do": [] },
                  { "if": "s", "id": "twice", "do": [] }, { "if": "s", "id": "twice", "do": [] } ] },
                { "does": "y", "at": "client" }
                """) == [
                    "5:28: error: an alternative needs 'id'",
                    "6:22: error: 'main' is the lesson's own timeline; give the variant another id",
                    "7:62: error: the variant 'twice' is already there, on line 7",
                ])
        let many = (0..<26).map { #"{ "if": "b\#($0)", "id": "b\#($0)", "do": [ { "does": "x", "at": "client" } ] }"# }
        #expect(
            faults("{ \"alternatives\": [\n" + many.joined(separator: ",\n") + "\n] }") == [
                "30:1: error: the alternatives of this timeline make more than 24 variants; leave some of them out"
            ])
    }
}
