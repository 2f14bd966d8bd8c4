import CellGrid
import Courseware
import Localization
import LocatedJSON
import Simulator
import Study
import TestSupport
import Testing
import Timelines

@testable import Tutor

@Suite struct `The sliders of a scene` {
    /// The simulated course, in which it can be moved how long the server waits and how far away it is.
    private static let catalog: Catalog = {
        let lesson = SimulatedCourse.lesson
            .replacing(
                #"{ "host": "server", "close": true }"#,
                with: #"{ "host": "server", "close": true, "after": "$close" }"#
            )
            .replacing(
                #""steps": ["#,
                with: """
                    "sliders": [
                      { "id": "close", "name": { "en": "The server closes after", "zh": "服务器隔多久关闭" },
                        "values": ["0ms", "30ms", "50ms", "300ms"], "start": "50ms" },
                      { "id": "isn", "name": { "en": "The server's first number", "zh": "服务器的初始序列号" },
                        "values": [5000, 9000], "unit": { "en": "of 2^32", "zh": "（共2^32个）" } } ],
                    "steps": [
                    """
            )
            .replacing(#""isn": 5000"#, with: #""isn": "$isn""#)
        return Catalog.load([
            SourceFile("course.json", text: SmallCourse.outline), SourceFile("lessons/hello-tcp.json", text: lesson),
        ]).catalog
    }()

    private func opened(_ look: Look = .english80x24, scene: Int = 0) -> Driven {
        var driven = Driven(look.size, look.appearance, catalog: Self.catalog)
        driven.program.open(lesson: "hello-tcp", scene: scene)
        return driven
    }

    /// How many segments there are from the first FIN on; the data is acknowledged among them.
    private func closing(_ driven: Driven) -> Int {
        guard let timeline = driven.player?.timeline else { return 0 }
        let labels = timeline.messages.map { $0.label(.english) }
        return labels.count - (labels.firstIndex { $0.contains("FIN") } ?? 0)
    }

    @Test func `open with a key beside the ladder, which shows the whole run`() throws {
        var driven = opened()
        driven.press(.character("s"))
        let player = try #require(driven.player)
        #expect(player.sheet == .sliders(row: 0))
        #expect(player.page == player.lastPage - 1)
        #expect(driven.text.contains("The server closes after: 50 ms"))
        #expect(driven.text.contains("0 ms ├"))
        driven.press(.escape)
        #expect(driven.player?.sheet == nil)
        #expect(driven.text.contains("Hello, TCP"))
    }

    @Test func `change what happens as soon as one is moved`() throws {
        var driven = opened()
        driven.press(.character("s"))
        #expect(closing(driven) == 5)
        driven.press(.left)
        #expect(driven.text.contains("The server closes after: 30 ms"))
        #expect(driven.text.contains("1 change"))
        #expect(closing(driven) == 4)
        driven.press(.left, .left, .left)
        #expect(driven.text.contains("The server closes after: 0 ms"))
        driven.press(.right, .right, .right, .right, .right)
        #expect(driven.text.contains("The server closes after: 300 ms"))
        #expect(closing(driven) == 5)
    }

    @Test func `each have their own value`() throws {
        var driven = opened()
        driven.press(.character("s"), .down, .right)
        #expect(driven.text.contains("The server's first number: 9000"))
        #expect(driven.player?.timeline.messages[1].fields.first { $0.name == "seq" }?.value == "9000")
        driven.press(.up, .left)
        #expect(driven.text.contains("2 changes"))
        #expect(driven.player?.sliderPlaces == [1, 1])
    }

    @Test func `are put back with a key, also from outside, after the faults`() throws {
        var driven = opened()
        driven.press(.character("s"), .left, .character("u"))
        #expect(driven.player?.sliderPlaces == [2, 0] && driven.player?.changeCount == 0)
        #expect(driven.player?.timeline == driven.player?.original.timeline)
        driven.press(.left, .escape)
        driven.point(at: 0)
        driven.press(.character("x"), .escape)
        #expect(driven.player?.changeCount == 2)
        driven.press(.character("u"))
        #expect(driven.player?.changes.isEmpty == true && driven.player?.changeCount == 1)
        driven.press(.character("u"))
        #expect(driven.player?.changeCount == 0)
        driven.press(.character("u"))
        #expect(driven.text.contains("Nothing has been changed."))
    }

    @Test func `let time go on meanwhile, and stay where they are`() throws {
        var driven = opened()
        driven.press(.character("s"), .left, .home)
        for _ in 0..<4 { driven.press(.character("n")) }  // Each step is begun and finished.
        #expect(driven.player?.sheet == .sliders(row: 0))
        #expect(driven.player?.page == 2)
        #expect(driven.player?.sliderPlaces == [1, 0])
    }

    @Test func `give way to a question, and give nothing away before it`() throws {
        var driven = opened()
        driven.press(.character("p"), .character("s"))
        #expect(driven.player?.page == 0)
        for _ in 0..<8 where driven.player?.question == nil { driven.press(.character("n")) }
        #expect(driven.player?.question != nil && driven.player?.sheet == nil)
    }

    @Test func `stand among what has been changed`() throws {
        var driven = opened()
        driven.press(.character("s"), .left, .escape, .character("f"))
        #expect(driven.text.contains("The server closes after: 30 ms"))
    }

    @Test func `are compared with the scene as its author tells it`() throws {
        var driven = opened()
        driven.press(.character("s"), .left, .character("c"))
        #expect(driven.player?.comparesClean == true)
        driven.press(.character("u"))
        #expect(driven.player?.comparesClean == false)
    }

    @Test func `begin anew in another scene, and are not there at a challenge`() throws {
        var driven = opened()
        driven.press(.character("s"), .left, .escape, .tab)
        #expect(driven.player?.sliding == nil)
        driven.press(.backTab, .character("C"), .enter)
        #expect(driven.player?.sliders.isEmpty == true)
        driven.press(.character("s"))
        #expect(driven.player?.sheet == nil)
    }

    @Test func `count as nothing that was watched`() throws {
        var driven = opened()
        driven.press(.character("s"))
        #expect(driven.program.progress.resume == nil)
        driven.press(.escape, .character("s"), .left, .escape)
        #expect(driven.program.progress.resume == nil)
        driven.press(.character("s"), .home, .character("n"))
        #expect(driven.program.progress.resume == nil)
    }

    @Test func `leave the learner where they were when none was moved`() throws {
        var driven = opened()
        driven.press(.character("s"), .down, .escape)
        #expect(driven.player?.page == 0 && driven.player?.isPeeking == false)
        driven.press(.character("s"), .character("s"))
        #expect(driven.player?.page == 0)
        driven.press(.character("s"), .left, .escape)
        #expect(driven.player?.page == driven.player.map { $0.lastPage - 1 })
        driven.press(.character("u"), .home, .character("s"), .character("n"), .escape)
        #expect(driven.player?.page != 0)
    }

    @Test func `are not compared before one is moved`() throws {
        var driven = opened()
        driven.press(.character("s"), .character("c"), .down, .down)
        #expect(driven.player?.comparedScene == nil && driven.player?.sliders.count == 2)
        #expect(driven.player?.sheet == .sliders(row: 1))
    }

    @Test func `are put back from the list of changes`() throws {
        var driven = opened()
        for key: Key in [.character("x"), .character("u"), .enter] {
            driven.press(.character("s"), .left, .escape, .character("f"))
            #expect(driven.player?.sheet == .changes(row: 0) && driven.player?.changeCount == 1)
            driven.press(key)
            #expect(driven.player?.sheet == nil && driven.player?.changeCount == 0)
        }
    }

    @Test(arguments: ["f x", "u", "s u s"]) func `that are put back lead back to the opening, and nothing was watched`(
        keys: String
    ) {
        var driven = opened()
        driven.press(.character("s"), .left, .escape)
        #expect(driven.player.map { $0.page > 0 && $0.changeCount == 1 } == true)
        for key in keys.split(separator: " ") { driven.press(.character(key.first ?? " ")) }
        #expect(driven.player?.page == 0 && driven.player?.changeCount == 0)
        #expect(driven.program.progress.resume == nil)
    }

    @Test func `stand in the list of changes after what was done to packets`() throws {
        var driven = opened()
        driven.point(at: 0)
        driven.press(.character("d"), .escape, .character("s"), .left, .escape, .character("f"))
        #expect(driven.player?.sheet == .changes(row: 1))
        driven.press(.up, .down, .down, .character("x"))
        let player = try #require(driven.player)
        #expect(player.sheet == .changes(row: 0))
        #expect(player.changes.items.count == 1 && player.movedSliders.isEmpty)
        driven.press(.character("x"))
        #expect(driven.player?.changeCount == 0 && driven.player?.sheet == nil)
    }

    @Test func `keep the name of a packet to which something is done`() throws {
        var driven = opened()
        driven.point(at: 0)
        driven.press(.character("d"), .escape, .character("s"), .left, .left, .left)
        let player = try #require(driven.player)
        let item = try #require(player.changes.items.first)
        #expect(item.number.map { player.timeline.messages[$0 - 1].label } == item.label)
    }

    @Test func `stay where they are when their values do not go together`() throws {
        // Each alone is a host's address; two hosts cannot have the same.
        let lesson = SimulatedCourse.lesson
            .replacing(#""address": "192.0.2.10""#, with: #""address": "$client""#)
            .replacing(#""address": "198.51.100.20""#, with: #""address": "$server""#)
            .replacing(
                #""steps": ["#,
                with: """
                    "sliders": [ { "id": "client", "name": "C", "values": ["192.0.2.10", "192.0.2.11"] },
                                 { "id": "server", "name": "S", "values": ["198.51.100.20", "192.0.2.11"] } ],
                    "steps": [
                    """)
        let catalog = Catalog.load([SourceFile("lessons/hello-tcp.json", text: lesson)]).catalog
        var driven = Driven(catalog: catalog)
        driven.program.open(lesson: "hello-tcp")
        driven.press(.character("s"), .right)
        #expect(driven.player?.sliderPlaces == [1, 0] && driven.program.notice == nil)
        driven.press(.down, .right)
        #expect(driven.player?.sliderPlaces == [1, 0])
        #expect(driven.text.contains("These values do not go together"))
        driven.press(.up, .left, .down, .right)
        #expect(driven.player?.sliderPlaces == [0, 1])
    }

    @Test(arguments: Look.all) func `are seen whole in every look`(look: Look) throws {
        var driven = opened(look)
        driven.press(.character("s"), .left)
        expectGolden(driven.text, "simulated-sliders-\(look.testDescription)")
    }

    @Test func `can be set in lines of text`() throws {
        let lesson = try #require(Self.catalog.lesson("hello-tcp"))
        let lines = PlainLesson(lesson, sliding: [1, 1], appearance: Appearance()).lines
        #expect(lines.contains("Slider close - The server closes after: 30 ms"))
        #expect(lines.contains { $0.contains("seq=9000") })
    }
}

extension String {
    fileprivate func replacing(_ part: String, with other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
