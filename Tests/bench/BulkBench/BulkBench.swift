import Simulator
import Timelines
import Wire

/// Measures the simulator; see `ns3.py`, which runs it beside ns-3.
///
///     BulkBench bulk BYTES              a transfer without a record of it
///     BulkBench recorded BYTES          the same, with the timeline that the player needs
///     BulkBench rerun ROUNDS            a whole connection again from zero, with a fault more
///
/// Prints packets, nanoseconds of wall time and bytes that arrived, of each run or of the middle one of the rounds.
@main enum BulkBench {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let number = Int(arguments[2]), number > 0 else {
            return print("usage: BulkBench bulk|recorded|rerun NUMBER")
        }
        switch arguments[1] {
        case "rerun": print(rerun(rounds: number))
        default: print(bulk(number, recording: arguments[1] == "recorded"))
        }
    }

    private static func host(_ id: String, _ last: UInt32) -> Scenario.Node {
        var profile = HostProfile.linux65
        profile.receiveBuffer = 1 << 18
        profile.sendBuffer = 1 << 18
        return .init(id: id, addresses: [IPv4Address(rawValue: 0x0A00_0000 + last)], profile: profile)
    }

    /// One gigabit a second over 1 ms, as in `ns3_bulk.cc`.
    private static func bulk(_ bytes: Int, recording: Bool) -> String {
        let scenario = Scenario(
            nodes: [host("client", 1), host("server", 2)],
            links: [.init("client", "server", delay: .milliseconds(1), bandwidth: 1_000_000_000, queue: 1000)],
            script: [
                .init("server", .listen(port: 443, backlog: 4)), .init("server", .accept),
                .init("server", .receive(bytes)), .init("client", .connect("server", port: 443)),
                .init("client", .send(bytes)),
            ], limit: .seconds(100_000))
        var internet = Internet(scenario, recording: recording)
        let wall = ContinuousClock().measure { internet.run(workLimit: .max) }
        // Nobody closes, so that both ends can still be asked.
        let arrived = internet.connections.first { $0.host == "server" }?.received.count ?? 0
        return "\(internet.packetCount) \(nanoseconds(wall)) \(arrived)"
    }

    /// Open, three segments each way, close; with its SYN-ACK dropped.
    private static func rerun(rounds: Int) -> String {
        let bytes = 3 * 1448
        let scenario = Scenario(
            nodes: [host("client", 1), host("server", 2)], links: [.init("client", "server")],
            script: [
                .init("server", .listen(port: 443, backlog: 4)), .init("server", .accept),
                .init("server", .receive(bytes)), .init("server", .send(bytes)), .init("server", .receiveAll),
                .init("server", .close), .init("client", .connect("server", port: 443)),
                .init("client", .send(bytes)), .init("client", .receive(bytes)), .init("client", .close),
            ])
        var walls: [Int64] = []
        var events = 0
        for _ in 0..<rounds {
            let wall = ContinuousClock().measure {
                events = scenario.run(faults: [Fault(.drop, .message(2))]).events.count
            }
            walls.append(nanoseconds(wall))
        }
        return "\(events) \(walls.sorted()[rounds / 2]) \(2 * bytes)"
    }

    private static func nanoseconds(_ duration: Duration) -> Int64 {
        duration.components.seconds * 1_000_000_000 + duration.components.attoseconds / 1_000_000_000
    }
}
