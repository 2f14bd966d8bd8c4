import Localization
import Simulator
import Testing
import Timelines
import Wire

/// RFC 768.
@Suite struct DatagramTests {
    private typealias Line = Scenario.ScriptLine

    private static let asker: [Line] = [
        Line("client", .sendTo("server", port: 53, [UInt8](repeating: 7, count: 40))), Line("client", .receiveFrom),
    ]

    private func run(_ script: [Line], faults: [String] = []) throws -> Timeline {
        try Scene.scenario(script: script, limit: .seconds(10)).run(faults: faults.map { try Fault(parsing: $0) })
    }

    @Test func `a datagram reaches the program that has the port, and the answer its sender`() throws {
        let timeline = try run(
            [
                Line("server", .bind(port: 53)), Line("server", .receiveFrom),
                Line("server", .answer([UInt8](repeating: 8, count: 120))),
            ] + Self.asker)
        #expect(timeline.departures(from: "client", fields: ["port", "len"]) == ["0 UDP port=53 len=40"])
        #expect(timeline.departures(from: "server", fields: ["port", "len"]) == ["20 UDP port=50000 len=120"])
        #expect(
            timeline.actions(of: "server") == [
                "0 bind(53)", "0 recvfrom()", "20 recvfrom() returns 40", "20 sendto(120)",
            ])
        #expect(timeline.actions(of: "client").last == "40 recvfrom() returns 120")
        // There are no states to show.
        #expect(timeline.participants.allSatisfy { $0.state == nil })
    }

    @Test func `nobody has the port: ICMP says so, and the program learns it`() throws {
        let timeline = try run(Self.asker)
        #expect(timeline.departures(from: "server", fields: ["code"]) == ["20 unreachable code=3"])
        #expect(timeline.actions(of: "client").last == "40 recvfrom(): ECONNREFUSED")
        #expect(timeline.rules(of: "client").last == "udp-was-refused")
    }

    @Test func `a lost datagram is lost, and the program waits for ever`() throws {
        let timeline = try run(
            [Line("server", .bind(port: 53)), Line("server", .receiveFrom)] + Self.asker, faults: ["drop:UDP@client"])
        #expect(timeline.messages.count == 1)
        #expect(timeline.actions(of: "client").last == "0 recvfrom()")
    }

    @Test func `a duplicate comes twice, and an overtaken one later: UDP keeps no order`() throws {
        let receiver = [Line("server", .bind(port: 53))] + (0..<3).map { _ in Line("server", .receiveFrom) }
        let sender = [1, 2].map { Line("client", .sendTo("server", port: 53, [UInt8](repeating: 7, count: $0))) }
        #expect(
            try run(receiver + sender, faults: ["duplicate:UDP@client"]).actions(of: "server")
                .filter { $0.contains("returns") }.count == 3)
        let overtaken = try run(receiver + sender, faults: ["overtake:UDP@client"]).actions(of: "server")
            .filter { $0.contains("returns") }
        #expect(overtaken.map { $0.split(separator: " ").last } == ["2", "1"])
    }

    @Test func `a damaged datagram is dropped, and nobody sends it again`() throws {
        let timeline = try run(
            [Line("server", .bind(port: 53)), Line("server", .receiveFrom)] + Self.asker,
            faults: ["corrupt:UDP@router"])
        #expect(timeline.rules(of: "server").last == "udp-bad-checksum")
        #expect(timeline.messages.count == 2)
    }

    @Test func `two programs cannot have one port`() throws {
        let timeline = try run([
            Line("server", .bind(port: 53)), Line("server", .bind(port: 53), program: "other"),
        ])
        #expect(timeline.actions(of: "server").last == "0 bind(): EADDRINUSE")
    }

    @Test func `a large datagram travels in fragments, and without one of them not at all`() throws {
        let script =
            [Line("server", .bind(port: 53)), Line("server", .receiveFrom)] + [
                Line("client", .sendTo("server", port: 53, [UInt8](repeating: 7, count: 4000)))
            ]
        #expect(try run(script).actions(of: "server").last == "20 recvfrom() returns 4000")
        #expect(try run(script, faults: ["drop:2"]).actions(of: "server").last == "0 recvfrom()")
    }
}
