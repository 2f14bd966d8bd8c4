import Courseware
import Localization
import LocatedJSON
import Testing

@Suite struct `A course that says its languages` {
    private let file = lessonFile(
        timeline: #"{ "note": { "en": "one" } }, { "note": { "zh": "二" } }, { "note": { "en": "three", "zh": "三" } }"#)

    private func told(_ languages: Set<Language>?) -> [String] {
        LessonDecoder.decode(file, Scrutiny(languages: languages)).diagnostics.map(\.text)
    }

    @Test func `is warned of texts that lack one`() {
        #expect(
            told([.english, .chinese]) == [
                "4:11: warning: the text has no 'zh'; a plain string stands for every language",
                "4:40: warning: the text has no 'en'; a plain string stands for every language",
            ])
    }

    @Test func `does not miss one that it does not have`() {
        #expect(told([.english]) == ["4:40: warning: the text has no 'en'; a plain string stands for every language"])
        #expect(LessonDecoder.decode(file, Scrutiny(languages: [.chinese])).document != nil)
    }

    @Test func `needs all when it says nothing`() {
        #expect(told(nil).allSatisfy { $0.contains(": error: the text has no") })
        #expect(told(nil).count == 2)
    }
}

@Suite struct `A thorough look` {
    private func warnings(_ file: SourceFile) -> [String] {
        LessonDecoder.decode(file, Scrutiny(isThorough: true)).diagnostics.map(\.text)
    }

    @Test func `tells a learner nothing of what only the author cares about`() {
        let file = lessonFile(timeline: #"{ "does": { "en": "1", "zh": "2" }, "at": "client" }"#)
        #expect(LessonDecoder.decode(file).diagnostics == [])
        #expect(
            warnings(file) == [
                "2:79: warning: nothing happens at the participant 'server'; leave it out, or let something happen there",
                "4:30: warning: the languages disagree: 'en' has 1 and 'zh' has 2; bring them together",
            ])
    }

    @Test func `finds nobody idle who has something to do in another scene`() {
        let variant = #"{ "id": "v", "title": "V", "about": "A", "timeline": [ { "does": "b", "at": "server" } ] }"#
        let rest = "\"variants\": [ \(variant) ],\n"
        #expect(warnings(lessonFile(timeline: #"{ "does": "a", "at": "client" }"#, rest: rest)) == [])
    }

    @Test func `takes nobody for idle in a lesson with errors`() {
        let file = lessonFile(timeline: #"{ "send": "a", "from": "client", "to": "servr" }"#)
        #expect(warnings(file) == ["4:40: error: no participant is named 'servr'; did you mean 'server'?"])
    }

    @Test func `finds variants that are the same but for their names`() {
        let note = #"{ "note": "n" }"#
        let variant = { (id: String, about: String) in
            #"{ "id": "\#(id)", "title": "V", "about": "\#(about)", "timeline": [ { "note": "m", "id": "\#(id)" } ] }"#
        }
        let rest = "\"variants\": [\n\(variant("one", "A")),\n\(variant("two", "B")) ],\n"
        #expect(
            warnings(lessonFile(timeline: note, rest: rest)) == [
                "5:9: warning: the variant goes and is told exactly as the scene 'one'; change something in it, or leave it out"
            ])
    }
}
