import Bridge
import Testing
import Timelines

@Suite struct TunBridgeTests {
    private let log = Log()

    private func bridge(
        _ packets: [[UInt8]], delay: Span, turns: Int
    ) -> TunBridge<EchoNetwork, ScriptedPort, PatientWorld> {
        TunBridge(
            network: EchoNetwork(delay: delay), port: ScriptedPort(incoming: packets, log: log),
            world: PatientWorld(stopAfter: turns, log: log))
    }

    @Test func `what the kernel sends goes in and what comes back goes out, in order`() throws {
        var bridge = bridge([[1], [2], [3]], delay: .milliseconds(5), turns: 2)
        try bridge.run { _, _, _ in }
        #expect(log.sent == [[1], [2], [3]])
    }

    @Test func `it sleeps until the simulation has something to do, and without a limit when it has not`() throws {
        var bridge = bridge([[1]], delay: .milliseconds(5), turns: 2)
        try bridge.run { _, _, _ in }
        #expect(log.waits == [.milliseconds(5), nil])
    }

    @Test func `on a link without delay the answer leaves in the same turn`() throws {
        var bridge = bridge([[7]], delay: .zero, turns: 1)
        try bridge.run { _, _, _ in }
        #expect(log.sent == [[7]])
    }

    @Test func `a kernel that floods lets the simulation have its turn, and nothing is lost`() throws {
        let packets = (0..<1000).map { [UInt8($0 >> 8), UInt8($0 & 255)] }
        var bridge = bridge(packets, delay: .milliseconds(1), turns: 40)
        try bridge.run { _, _, _ in }
        #expect(log.sent == packets)
        #expect(bridge.network.largestBurst == 64)
    }

    @Test func `it tells what happens as it happens`() throws {
        var bridge = bridge([[9]], delay: .milliseconds(5), turns: 2)
        var told: [String] = []
        try bridge.run { incident, instant, _ in
            switch incident {
            case .entered(let packet): told.append("\(instant.clock) entered \(packet)")
            case .left(let packet): told.append("\(instant.clock) left \(packet)")
            case .settled, .report: break
            }
        }
        #expect(told == ["0.000 s entered [9]", "0.005 s left [9]"])
    }

    @Test func `asked for a report it reports and goes on`() throws {
        var world = PatientWorld(stopAfter: 3, log: log)
        world.wishes[1] = .report
        var bridge = TunBridge(
            network: EchoNetwork(delay: .zero), port: ScriptedPort(log: log), world: world)
        var reports = 0, turns = 0
        try bridge.run { incident, _, _ in
            if incident == .report { reports += 1 }
            if incident == .settled { turns += 1 }
        }
        #expect(reports == 1)
        #expect(turns == 3)
    }

    @Test func `a port that is gone ends it with the reason`() {
        var bridge = TunBridge(
            network: EchoNetwork(delay: .zero), port: ScriptedPort(problem: .lost("tun0", errno: 77), log: log),
            world: PatientWorld(stopAfter: 3, log: log))
        #expect(throws: BridgeProblem.lost("tun0", errno: 77)) { try bridge.run { _, _, _ in } }
    }
}
