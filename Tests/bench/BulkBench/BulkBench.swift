import Courseware
import Glibc
import Runtime
import Simulator
import Timelines
import Wire

/// Measures the simulator; see `ns3.py`, which runs it beside ns-3.
///
///     BulkBench bulk BYTES              a transfer without a record of it
///     BulkBench recorded BYTES          the same, with the timeline that the player needs
///     BulkBench rerun ROUNDS            every simulated scene of the course again, with a fault more
///
/// Prints packets, nanoseconds of processor time and bytes that arrived; for `rerun` events, nanoseconds and 0, of the
/// scene that takes longest, in the middle one of the rounds. Processor time, because machines are shared.
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
        let used = processorTime { internet.run(workLimit: .max) }
        // Nobody closes, so that both ends can still be asked.
        let arrived = internet.connections.first { $0.host == "server" }?.received.count ?? 0
        return "\(internet.packetCount) \(used) \(arrived)"
    }

    /// What the player does when the learner drops a packet: the run from zero, and what is told about it.
    private static func rerun(rounds: Int) -> String {
        let places = CourseLibrary.places(options: ["."], environment: .ofProcess())
        let scenes = Catalog.load(CourseLibrary.read(places).files).catalog.lessons.flatMap(\.scenes).filter {
            $0.simulation != nil
        }
        var slowest = (events: 0, used: 0)
        for scene in scenes {
            var events = 0
            let times = (0..<rounds).map { _ in
                processorTime { events = scene.changed(by: [Fault(.drop, .message(2))]).timeline.events.count }
            }
            let used = times.sorted()[rounds / 2]
            if used > slowest.used { slowest = (events, used) }
        }
        return "\(slowest.events) \(slowest.used) 0"
    }

    /// Nanoseconds.
    private static func processorTime(_ body: () -> Void) -> Int {
        func now() -> Int {
            var time = timespec()
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
            return time.tv_sec * 1_000_000_000 + time.tv_nsec
        }
        let start = now()
        body()
        return now() - start
    }
}
