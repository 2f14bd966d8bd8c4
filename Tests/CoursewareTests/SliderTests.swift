import Courseware
import Localization
import LocatedJSON
import Simulator
import Testing
import Timelines

@Suite struct `A slider` {
    /// A ping over a link whose delay can be moved, and what is reported of it.
    private func decode(_ sliders: String, delay: String = "\"$delay\"", more: String = "") -> Decoded<Lesson> {
        let text = """
            { "format": 1, "id": "x", "track": "t", "title": "X", "summary": "S",
              "scenario": {
                "hosts": [ { "id": "client", "address": "192.0.2.10" }, { "id": "server", "address": "192.0.2.20" } ],
                "links": [ { "between": ["client", "server"], "delay": \(delay) } ],
                "do": [ { "host": "client", "ping": "server" } ] },
              \(more)
              "sliders": \(sliders) }
            """
        return LessonDecoder.decode(SourceFile("x.json", Array(text.utf8)))
    }

    private static let delay =
        #"[ { "id": "delay", "name": "Delay", "values": ["5ms", "50ms", "200ms"], "start": "50ms" } ]"#

    @Test func `puts its value where its id stands`() throws {
        let lesson = try #require(decode(Self.delay).document)
        let sliders = try #require(lesson.scenes[0].simulation?.sliders)
        #expect(lesson.scenes[0].simulation?.scenario.links.map(\.delay) == [.milliseconds(50)])
        #expect(sliders.start == [1])
        #expect(sliders.list[0].values.map { $0(.english) } == ["5 ms", "50 ms", "200 ms"])
        #expect(sliders.scenario(at: [2])?.links.map(\.delay) == [.milliseconds(200)])
        // What lies outside is the nearest.
        #expect(sliders.scenario(at: [9]) == sliders.scenario(at: [2]))
        #expect(sliders.scenario(at: [-1]) == sliders.scenario(at: [0]))
    }

    @Test func `moved anew is what would have been written`() throws {
        let scene = try #require(decode(Self.delay).document).scenes[0]
        for (place, written) in ["5ms", "50ms", "200ms"].enumerated() {
            let plain = try #require(decode("[]", delay: "\"\(written)\"").document).scenes[0]
            let slid = scene.changed(by: [], sliding: [place])
            #expect(slid.timeline == plain.timeline)
        }
        #expect(scene.changed(by: [], sliding: [1]) == scene)
        #expect(scene.changed(by: [], sliding: nil) == scene)
    }

    @Test func `that only makes the way longer needs no words of the simulator`() throws {
        let text = """
            { "format": 1, "id": "x", "track": "t", "title": "X", "summary": "S",
              "scenario": {
                "hosts": [ { "id": "client", "address": "192.0.2.10" }, { "id": "server", "address": "192.0.2.20" } ],
                "links": [ { "between": ["client", "server"], "delay": "$delay" } ],
                "do": [ { "host": "server", "listen": 443 }, { "host": "client", "connect": "server:443" } ] },
              "steps": [ { "on": { "sent": "SYN" }, "say": "one" }, { "on": { "sent": "ACK" }, "say": "three" } ],
              "sliders": \(Self.delay) }
            """
        let lesson = LessonDecoder.decode(SourceFile("x.json", Array(text.utf8))).document
        let scene = try #require(lesson).scenes[0]
        let slid = scene.changed(by: [], sliding: [2])
        #expect(slid.timeline != scene.timeline)
        #expect(slid.steps == scene.steps)
    }

    @Test func `goes together with faults, whose words begin where they change something`() throws {
        let scene = try #require(decode(Self.delay).document).scenes[0]
        let slid = scene.changed(by: [try Simulator.Fault(parsing: "drop:1")], sliding: [0])
        #expect(slid.timeline.messages.count < scene.timeline.messages.count)
        #expect(slid.simulation?.scenario.links.map(\.delay) == [.milliseconds(5)])
        #expect(!slid.steps.isEmpty)
    }

    @Test func `is kept by a variant in which its place is left, and replaced by one of the variant's own`() throws {
        let variants = """
            "variants": [
              { "id": "kept", "title": "K", "about": "A", "faults": ["drop:1"] },
              { "id": "gone", "title": "G", "about": "A",
                "scenario": { "links": [ { "between": ["client", "server"], "delay": "1ms" } ] } },
              { "id": "own", "title": "O", "about": "A",
                "scenario": { "do": [ { "host": "client", "ping": "server", "after": "$wait" } ] },
                "sliders": [ { "id": "wait", "name": "W", "values": ["0ms", "1s"] },
                             { "id": "delay", "name": "D", "values": ["7ms", "8ms"] } ] } ],
            """
        let decoded = decode(Self.delay, more: variants)
        #expect(decoded.diagnostics.map(\.message) == [])
        let lesson = try #require(decoded.document)
        #expect(lesson.scene("kept")?.simulation?.sliders?.list.map(\.id) == ["delay"])
        #expect(lesson.scene("gone")?.simulation?.sliders == nil)
        #expect(lesson.scene("own")?.simulation?.sliders?.list.map(\.id) == ["wait", "delay"])
    }

    @Test func `is tried at each of its values`() {
        let sliders = #"[ { "id": "delay", "name": "D", "values": ["5ms", "soon", "7 parsecs"] } ]"#
        #expect(decode(sliders).diagnostics.map(\.code) == ["malformed-duration", "malformed-duration"])
    }

    @Test(arguments: [1, 13])
    func `has at least two values, and not too many`(count: Int) {
        let values = (1...count).map { "\"\($0)ms\"" }.joined(separator: ", ")
        let decoded = decode(#"[ { "id": "delay", "name": "D", "values": [\#(values)] } ]"#)
        #expect(decoded.diagnostics.map(\.code) == [count == 1 ? "too-few-items" : "too-many-items"])
        #expect(decoded.document == nil)
    }

    @Test(arguments: ["", "0.5, 1.5", "true, false", "[1], {}", #""5ms", null"#, #""", "5ms""#])
    func `is refused with values that are none`(values: String) {
        let decoded = decode(#"[ { "id": "delay", "name": "D", "values": [\#(values)] } ]"#)
        #expect(!decoded.diagnostics.isEmpty && decoded.document == nil)
    }

    @Test(arguments: [
        (#"[ { "id": "delay", "values": ["5ms", "6ms"] } ]"#, ["missing-key"]),
        (#"[ { "id": "De lay", "name": "D", "values": ["5ms", "6ms"] } ]"#, ["malformed-id"]),
        (#"{ "id": "delay" }"#, ["wrong-type"]), ("[]", ["unknown-slider"]),
    ])
    func `that cannot be read is not said to be missing`(sliders: String, codes: [String]) {
        #expect(decode(sliders).diagnostics.map(\.code) == codes)
    }

    @Test func `that begins elsewhere is difference enough for a variant`() throws {
        let variants = """
            "variants": [ { "id": "far", "title": "F", "about": "A", "sliders": [ { "id": "delay", "name": "Delay", "values": ["5ms", "50ms", "200ms"], "start": "200ms" } ] } ],
            """
        let decoded = decode(Self.delay, more: variants)
        #expect(decoded.diagnostics.map(\.message) == [])
        #expect(decoded.document?.scene("far")?.simulation?.sliders?.start == [2])
    }

    @Test func `can be a number with a unit`() throws {
        let sliders =
            #"[ { "id": "delay", "name": "D", "values": [68, 1500], "unit": { "en": "bytes", "zh": "字节" } } ]"#
        let text = #""5ms", "mtu": "$delay""#
        let slider = try #require(decode(sliders, delay: text).document?.scenes[0].simulation?.sliders?.list[0])
        #expect(slider.values.map { $0(.english) } == ["68 bytes", "1500 bytes"])
        #expect(slider.values.map { $0(.chinese) } == ["68字节", "1500字节"])
        #expect((0...1).map(slider.notation) == ["68", "1500"])
    }

    @Test func `belongs to a simulation`() {
        let text = """
            { "format": 1, "id": "x", "track": "t", "title": "X", "summary": "S", "sliders": [],
              "participants": [ { "id": "a", "name": "A" } ], "timeline": [ { "at": "a", "does": "x" } ] }
            """
        let codes = LessonDecoder.decode(SourceFile("x.json", Array(text.utf8))).diagnostics.map(\.code)
        #expect(codes.contains("needs-scenario"))
    }
}
