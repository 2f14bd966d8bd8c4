import Courseware
import Localization
import LocatedJSON
import Simulator
import Testing
import Timelines
import Wire

@Suite struct `A scenario` {
    private func read(_ members: String, delay: String = "") -> Scenario? {
        let decoded = ScenarioDecoder.decode(SourceFile("x.json", text: "{ \(delay)\"scenario\": { \(members) } }"))
        for diagnostic in decoded.diagnostics { Issue.record("\(diagnostic)") }
        return decoded.document
    }

    private static let two =
        #""hosts": [ { "id": "a", "address": "192.0.2.1" }, { "id": "b", "address": "192.0.2.2" } ]"#

    @Test func `may leave out nearly everything`() throws {
        let scenario = try #require(read(Self.two))
        #expect(
            scenario
                == Scenario(
                    nodes: [
                        .init(id: "a", addresses: [try #require(IPv4Address("192.0.2.1"))]),
                        .init(id: "b", addresses: [try #require(IPv4Address("192.0.2.2"))]),
                    ], links: [.init("a", "b", delay: .milliseconds(20))]))
        #expect(read(Self.two, delay: #""delay": "5ms", "#)?.links.map(\.delay) == [.milliseconds(5)])
    }

    @Test func `says who there is`() throws {
        let scenario = try #require(
            read(
                """
                "hosts": [
                  { "id": "a", "name": { "en": "A", "zh": "甲" }, "address": "192.0.2.1", "isn": 4294967295, "port": 1024,
                    "filtered": [80, 443], "profile": "rfc9293" },
                  { "id": "b", "address": "198.51.100.1", "prefix": 16, "gateway": "198.51.100.254" },
                  { "id": "c", "address": "203.0.113.1", "external": true } ],
                "routers": [ { "id": "r", "addresses": ["192.0.2.254", "198.51.100.254"], "prefix": 28,
                  "checksSources": true, "forgets": "5min", "forgotten": "reset" } ],
                "switches": [ { "id": "s", "name": "S" } ],
                "lifelines": ["a", "s", "r", "b", "c"],
                "links": [
                  { "between": ["a", "s"] }, { "between": ["s", "r"], "delay": "1ms" },
                  { "between": ["r", "b"], "bandwidth": "10Mbit/s", "queue": 5, "mtu": 576, "ethernet": true },
                  { "between": ["b", "c"] } ]
                """))
        #expect(scenario.nodes.map(\.id) == ["a", "s", "r", "b", "c"])
        #expect(scenario.nodes.map(\.kind) == [.host, .ethernetSwitch, .router, .host, .external])
        let a = scenario.nodes[0], r = scenario.nodes[2], b = scenario.nodes[3]
        #expect(a.name == LocalizedText(en: "A", zh: "甲") && b.name == "b")
        #expect(a.initialSequence == SequenceNumber(UInt32.max) && b.initialSequence == nil)
        #expect((a.firstPort, b.firstPort) == (1024, 50_000))
        #expect(a.filteredPorts == [80, 443] && a.profile == .rfc9293 && b.profile == .linux65)
        #expect(b.prefixLength == 16 && r.prefixLength == 28)
        #expect(r.checksSources && r.forgets == .seconds(300) && r.resetsForgotten)
        #expect(!a.checksSources && a.forgets == nil && !a.resetsForgotten)
        // The router in a's network is its gateway; c has none.
        #expect(scenario.nodes.map { $0.gateway?.description } == ["192.0.2.254", nil, nil, "198.51.100.254", nil])
        #expect(r.addresses.map(\.description) == ["192.0.2.254", "198.51.100.254"])
        #expect(scenario.links[0] == .init("a", "s", isEthernet: true))
        #expect(scenario.links[1] == .init("s", "r", delay: .milliseconds(1), isEthernet: true))
        #expect(scenario.links[2] == .init("r", "b", bandwidth: 10_000_000, queue: 5, mtu: 576, isEthernet: true))
    }

    @Test func `departs from a profile in single choices`() throws {
        let scenario = try #require(
            read(
                """
                "hosts": [ { "id": "a", "address": "192.0.2.1", "profile": "linux-before-6.5", "with": {
                  "initialRTO": "3s", "minimumRTO": "1ms", "maximumRTO": "9s", "delayedACK": "0ms", "msl": "1s",
                  "finWait2": "forever", "keepAliveIdle": "2s", "keepAliveInterval": "1s", "synRetries": 1,
                  "linearSYNTimeouts": 2, "synAckRetries": 3, "dataRetries": 4, "orphanRetries": 5, "initialWindow": 6,
                  "queueMargin": 7, "maximumHalfOpen": 8, "keepAliveProbes": 9, "challengeACKs": 11,
                  "receiveBuffer": "4kB", "sendBuffer": "1MB", "sack": false, "timestamps": false, "synCookies": false,
                  "resetsOnUnreadData": false, "rfc1337": true, "tailLossProbe": true, "reusesTimeWait": true, "isnRule": "random", "fastOpen": true, "keepsSYNData": true, "windowShift": "none", "acceptOverflow": "resets" } } ]
                """))
        var expected = HostProfile.linuxBefore65
        expected.initialRTO = .seconds(3)
        expected.minimumRTO = .milliseconds(1)
        expected.maximumRTO = .seconds(9)
        expected.delayedACK = .zero
        expected.maximumSegmentLifetime = .seconds(1)
        expected.finWait2 = nil
        expected.keepAliveIdle = .seconds(2)
        expected.keepAliveInterval = .seconds(1)
        expected.synRetries = 1
        expected.linearSYNTimeouts = 2
        expected.synAckRetries = 3
        expected.dataRetries = 4
        expected.orphanRetries = 5
        expected.sendsTailLossProbe = true
        expected.reusesTimeWait = true
        expected.initialWindow = 6
        expected.queueMargin = 7
        expected.maximumHalfOpen = 8
        expected.keepAliveProbes = 9
        expected.challengeACKsPerSecond = 11
        expected.receiveBuffer = 4000
        expected.sendBuffer = 1_000_000
        expected.offersSACK = false
        expected.offersTimestamps = false
        expected.usesSYNCookies = false
        expected.resetsOnUnreadData = false
        expected.ignoresResetInTimeWait = true
        expected.isnRule = .random
        expected.fastOpen = true
        expected.keepsSYNData = true
        expected.windowShift = nil
        expected.acceptOverflow = .resets
        #expect(scenario.nodes[0].profile == expected)
    }

    @Test func `says what the programs call`() throws {
        let scenario = try #require(
            read(
                Self.two + """
                    , "do": [
                      { "host": "b", "listen": 80 }, { "host": "b", "accept": true, "label": "next" },
                      { "host": "b", "serve": { "text": "Hi" } }, { "host": "b", "close": true }, { "host": "b", "goTo": "next" },
                      { "host": "b", "program": "other", "listen": 81, "backlog": 9 },
                      { "host": "b", "program": "other", "accept": true }, { "host": "b", "program": "other", "echo": true },
                      { "host": "a", "set": { "userTimeout": "3s" } }, { "host": "a", "set": { "reuseAddress": true } },
                      { "host": "a", "set": { "keepAlive": true } }, { "host": "a", "set": { "noDelay": false } },
                      { "host": "a", "connect": "b:80", "from": 1234, "at": "1s" }, { "host": "a", "send": "10kB", "after": "2s" },
                      { "host": "a", "send": { "text": "é\\n" } }, { "host": "a", "receive": "1 B" },
                      { "host": "a", "receive": "all" }, { "host": "a", "receive": "all", "chunk": "100B", "every": "1s" },
                      { "host": "a", "shutdown": true }, { "host": "a", "abort": true },
                      { "host": "a", "ping": "b" }, { "host": "a", "ping": "b", "ttl": 1 }, { "host": "a", "connect": "b:81", "carrying": "3B" },
                      { "host": "a", "set": { "reusePort": true } }, { "host": "a", "exit": true },
                      { "host": "a", "bind": 53 }, { "host": "a", "sendTo": "b:53", "data": "2B" },
                      { "host": "a", "receiveFrom": true }, { "host": "a", "answer": { "text": "!" } } ]
                    """))
        let expected: [Scenario.ScriptLine] = [
            .init("b", .listen(port: 80, backlog: 4)), .init("b", .accept), .init("b", .serveHTTP([72, 105])),
            .init("b", .close), .init("b", .goTo(1)),
            .init("b", .listen(port: 81, backlog: 9), program: "other"), .init("b", .accept, program: "other"),
            .init("b", .echo, program: "other"),
            .init("a", .set(.userTimeout(.seconds(3)))), .init("a", .set(.reuseAddress(true))),
            .init("a", .set(.keepAlive(true))), .init("a", .set(.noDelay(false))),
            .init("a", .connect("b", port: 80, from: 1234), at: .seconds(1)),
            .init("a", .send(10_000), after: .seconds(2)), .init("a", .sendBytes([0xC3, 0xA9, 10])),
            .init("a", .receive(1)), .init("a", .receiveAll),
            .init("a", .receiveSlowly(chunk: 100, pause: .seconds(1))), .init("a", .shutdown), .init("a", .abort),
            .init("a", .ping("b")), .init("a", .ping("b", ttl: 1)),
            .init("a", .connect("b", port: 81, carrying: [97, 98, 99])), .init("a", .set(.reusePort(true))),
            .init("a", .exit), .init("a", .bind(port: 53)), .init("a", .sendTo("b", port: 53, [97, 98])),
            .init("a", .receiveFrom), .init("a", .answer([33])),
        ]
        #expect(scenario.script == expected)
    }

    @Test func `says what befalls it, and for how long it lasts`() throws {
        let scenario = try #require(
            read(
                Self.two + """
                    , "seed": 7, "since": "1s", "until": "30s", "incidents": [
                      { "at": "1s", "down": ["b", "a"], "for": "2s" }, { "at": "3s", "crash": "b" }, { "at": "4s", "reboot": "b" },
                      { "at": "5s", "flood": "b:443", "from": "a", "count": 3, "every": "1ms" },
                      { "at": "6s", "segment": "RST", "from": "a", "as": "a:50000", "to": "b:443", "seq": 4294967295 },
                      { "at": "7s", "segment": "PSH,ACK", "from": "a", "as": "b:1", "to": "b:443", "seq": 0, "ack": 2,
                        "data": { "text": "Hi" }, "window": 0, "timestamp": 9 } ]
                    """))
        #expect(
            scenario.incidents == [
                .init(at: .seconds(1), .linkDown("b", "a", for: .seconds(2))), .init(at: .seconds(3), .crash("b")),
                .init(at: .seconds(4), .reboot("b")),
                .init(at: .seconds(5), .flood(from: "a", to: "b", port: 443, count: 3, every: .milliseconds(1))),
                .init(
                    at: .seconds(6),
                    .segment(
                        .init(
                            .rst, from: "a", as: .init("a", 50_000), to: .init("b", 443), sequence: 4_294_967_295,
                            isOld: true))),
                .init(
                    at: .seconds(7),
                    .segment(
                        .init(
                            [.psh, .ack], from: "a", as: .init("b", 1), to: .init("b", 443), sequence: 0,
                            acknowledgment: 2, window: 0, timestamp: 9, payload: [72, 105]))),
            ])
        #expect((scenario.seed, scenario.beginning, scenario.limit) == (7, .seconds(1), .seconds(30)))
    }
}
