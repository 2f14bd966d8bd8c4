import Localization
import Simulator
import Testing
import Timelines
import Wire

/// Linux tcp_tw_reuse.
@Suite struct `A pair in TIME-WAIT` {
    private func profile(reuses: Bool = true, timestamps: Bool = true) -> HostProfile {
        var profile = HostProfile.linux65
        profile.reusesTimeWait = reuses
        profile.offersTimestamps = timestamps
        return profile
    }

    /// The client closes first at 1 s, and connects once more from the same port.
    private func twice(_ client: HostProfile, again: Span) throws -> Timeline {
        try Scene.scenario(
            client: client,
            script: Scene.reader + [
                .init("server", .close), .init("server", .accept),
                .init("client", .set(.reuseAddress(true))),
                .init("client", .connect("server", port: 443, from: 50_000)),
                .init("client", .send(100)), .init("client", .close, at: .seconds(1)),
                .init("client", .connect("server", port: 443, from: 50_000), at: again),
            ], serverISNs: [5000, 6000], limit: .seconds(30)
        ).run()
    }

    @Test func `may be taken over by connect() after a second`() throws {
        let timeline = try twice(profile(), again: .seconds(5))
        #expect(
            timeline.states(of: "client").suffix(4) == [
                "1040 TIME-WAIT", "5000 CLOSED", "5000 SYN-SENT", "5040 ESTABLISHED",
            ])
        #expect(timeline.rules(of: "client", from: 5000).contains("time-wait-taken-over"))
        // The old connection came to 1102; Linux adds a window without scaling, and two.
        #expect(timeline.departures(from: "client", fields: ["seq"]).contains("5000 SYN seq=66639"))
    }

    @Test(arguments: [(false, true, 5000), (true, false, 5000), (true, true, 2040)])
    func `has to be waited for without the choice, without timestamps, and for a second`(
        reuses: Bool, timestamps: Bool, milliseconds: Int64
    ) throws {
        // The server's FIN came at 1.04 s.
        let timeline = try twice(
            profile(reuses: reuses, timestamps: timestamps), again: .milliseconds(milliseconds))
        #expect(timeline.actions(of: "client").last == "\(milliseconds) connect(): EADDRNOTAVAIL")
    }

    @Test func `is reused by no profile of its own accord`() {
        #expect(HostProfile.all.allSatisfy { !$0.reusesTimeWait })
    }
}
