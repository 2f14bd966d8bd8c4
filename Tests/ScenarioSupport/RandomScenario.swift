public import Simulator
import Timelines
public import Wire

/// A connection between two hosts over a bad network, drawn from a seed.
///
/// No program waits for something that can never come: whoever reads all knows that the other end closes, and nobody
/// writes more than fits into the send buffer before reading. Whatever does not end is therefore the simulator's doing.
public struct RandomScenario: Sendable, CustomStringConvertible {
    /// What everything was drawn from.
    public let seed: UInt64
    /// The client's address, which no other seed below 2²⁰ has.
    public let client: IPv4Address
    /// The server's address, which no other seed below 2²⁰ has.
    public let server: IPv4Address
    /// What the two programs do.
    public let conversation: Conversation
    /// Who is there, and what they do.
    public let scenario: Scenario
    /// What goes wrong.
    public let faults: [Fault]

    /// The scenario of a seed.
    ///
    /// - Parameters:
    ///   - seed: Below 2²⁰, so that addresses differ.
    ///   - corrupts: Whether bits may turn over; a flipped bit that the checksum misses does not occur.
    public init(seed: UInt64, corrupts: Bool = true) {
        self.seed = seed
        var draw = Draw(seed: seed)
        let network = 0x0A00_0000 | UInt32(seed & 0xFFFFF) << 4
        client = IPv4Address(rawValue: network | 1)
        server = IPv4Address(rawValue: network | 2)
        conversation = Conversation(&draw)
        let script = conversation.script
        let isEthernet = draw.chance(20)
        let mtu = draw.one(of: [576, 1280, 1500, 1500, 1500, 9000])
        scenario = Scenario(
            nodes: [
                Self.host("client", client, &draw), Self.host("server", server, &draw),
            ],
            links: [
                .init(
                    "client", "server", delay: draw.milliseconds(0...draw.one(of: [1, 20, 150])),
                    bandwidth: draw.chance(50) ? nil : Int64(draw.magnitude(50_000...100_000_000)),
                    queue: draw.magnitude(3...200), mtu: mtu, isEthernet: isEthernet)
            ],
            script: script, incidents: Self.incidents(&draw), seed: seed, limit: .seconds(3600))
        faults = (0..<draw.number(0...5)).map { _ in Self.fault(&draw, corrupts: corrupts) }
    }

    private static func host(_ id: String, _ address: IPv4Address, _ draw: inout Draw) -> Scenario.Node {
        var profile = draw.one(of: HostProfile.all)
        if draw.chance(30) { profile.offersSACK = false }
        if draw.chance(30) { profile.offersTimestamps = false }
        if draw.chance(30) { profile.windowShift = nil }
        if draw.chance(30) { profile.receiveBuffer = draw.magnitude(2000...64_240) }
        return .init(
            id: id, addresses: [address], prefixLength: 28, profile: profile,
            // Close below 2³², so that numbers wrap around. Not at the server, where a late SYN may begin a second connection.
            initialSequence: id == "client" && draw.chance(40)
                ? SequenceNumber(UInt32.max - UInt32(draw.number(0...5000))) : nil)
    }

    private static func incidents(_ draw: inout Draw) -> [Scenario.Incident] {
        guard draw.chance(10) else { return [] }
        let span = draw.milliseconds(10...8000)
        return [.init(at: draw.milliseconds(0...3000), .linkDown("client", "server", for: span))]
    }

    private static func fault(_ draw: inout Draw, corrupts: Bool) -> Fault {
        var effects: [Fault.Effect] = [
            .drop, .drop, .duplicate, .overtake, .delay(draw.milliseconds(1...draw.one(of: [10, 300, 3000]))),
        ]
        if corrupts { effects.append(.corrupt) }
        let from: [String?] = [nil, "client", "server"]
        let target: Fault.Target =
            switch draw.number(0...2) {
            case 0: .message(draw.magnitude(1...60))
            case 1:
                .matching(
                    MessagePattern(
                        label: draw.one(of: ["SYN", "SYN,ACK", "ACK", "PSH,ACK", "FIN,ACK", "FIN,PSH,ACK"]),
                        from: draw.one(of: from)), nth: draw.magnitude(1...12))
            default: .some(MessagePattern(from: draw.one(of: from)), perThousand: draw.magnitude(1...200))
            }
        return Fault(draw.one(of: effects), target)
    }

    /// The seed and what was drawn, for the report of a failure.
    public var description: String { "seed \(seed): \(conversation.kind), faults \(faults)" }
}
