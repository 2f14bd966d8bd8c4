public import Timelines

/// Joins a simulated internet to real programs, on the wall clock.
///
///     ping, nc, curl ── kernel ── TUN ── TunBridge ── Internet
///                                  │         │           │
///                          bytes of IPv4   time     virtual time
///
/// One turn: bring the simulation up to the present, put in what the kernel has sent, take out what has reached it, and
/// sleep until either has something new. Nothing is polled: an idle bridge uses no processor time.
public struct TunBridge<Network: SimulatedNetwork, Port: PacketPort, World: Surroundings> {
    /// Something that a bridge tells about while it runs.
    public enum Incident: Hashable, Sendable {
        /// A packet from the kernel went into the simulation.
        case entered([UInt8])
        /// A packet from the simulation went to the kernel.
        case left([UInt8])
        /// Everything that was due has happened; told once a turn.
        case settled
        /// Somebody asked which connections there are.
        case report

        /// The packet that crossed the bridge; `nil` when it is about something else.
        public var packet: [UInt8]? {
            switch self {
            case .entered(let packet), .left(let packet): packet
            case .settled, .report: nil
            }
        }
    }

    /// The simulated side.
    public private(set) var network: Network
    private var port: Port
    private var world: World

    /// How many packets of the kernel are put in before the simulation has its turn again.
    private static var burst: Int { 64 }

    /// A bridge between these.
    public init(network: Network, port: Port, world: World) {
        self.network = network
        self.port = port
        self.world = world
    }

    /// Runs until somebody wants it to stop.
    ///
    /// - Parameter tell: Hears what happens, with the network as it is then.
    /// - Throws: What the port or the world cannot go on after.
    public mutating func run(telling tell: (Incident, Instant, borrowing Network) -> Void) throws(BridgeProblem) {
        while true {
            let isBusy = try turn(telling: tell)
            switch try world.wait(until: isBusy ? world.now : network.nextEvent) {
            case .stop: return
            case .report: tell(.report, world.now, network)
            case nil: continue
            }
        }
    }

    /// One turn; tells whether the kernel may have more packets ready.
    private mutating func turn(telling tell: (Incident, Instant, borrowing Network) -> Void) throws(BridgeProblem)
        -> Bool
    {
        let now = world.now
        network.advance(to: now)
        var received = 0
        while received < Self.burst, let packet = try port.receive() {
            network.inject(packet)
            tell(.entered(packet), now, network)
            received += 1
        }
        // On a link without delay what was put in has reached its end already.
        network.advance(to: now)
        for packet in network.takeOutgoing() {
            try port.send(packet)
            tell(.left(packet), now, network)
        }
        tell(.settled, now, network)
        return received == Self.burst
    }
}
