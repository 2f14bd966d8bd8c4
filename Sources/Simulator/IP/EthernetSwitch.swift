import Localization
import Timelines
import Wire

/// A switch that learns: it joins several links into one Ethernet.
///
///            ┌──────────────────────────────┐
///     a ─────┤ 1   address            port  ├ 3 ───── c
///            │     02:00:00:00:01:01   1    │
///     b ─────┤ 2   02:00:00:00:03:01   3    ├ 4 ───── router
///            └──────────────────────────────┘
///
/// It looks at Ethernet addresses only, never at what a frame carries. There is no spanning tree: a scenario whose switches form
/// a ring lets a broadcast circle in it until the end. There are no VLANs either, and it never sends a frame of its own.
struct EthernetSwitch: Sendable {
    private struct Entry: Sendable {
        /// 0-based.
        var port: Int
        /// When the address last sent a frame.
        var heard: Instant
    }

    /// How long an address that sends nothing is remembered: the usual ageing time.
    static let lifetime = Span.seconds(300)
    /// How many addresses are remembered at the most.
    static let capacity = 1024

    private let ports: Int
    private var entries: [MACAddress: Entry] = [:]
    private var actions: [SwitchAction] = []

    /// A switch with so many ports that has heard nobody yet.
    init(ports: Int) { self.ports = ports }

    /// Takes in a frame that arrived at a port, 0-based, and answers what is to be done, in order.
    mutating func receive(_ bytes: [UInt8], on port: Int, at now: Instant) -> [SwitchAction] {
        guard let frame = try? EthernetFrame(parsing: bytes), !frame.source.isMulticast else {
            return [.discard(.switchRefuses)]
        }
        defer { actions = [] }
        learn(frame.source, port, at: now)
        if frame.destination.isMulticast {
            flood(bytes, from: port, because: .switchFloodsBroadcast)
        } else if let out = find(frame.destination, at: now) {
            actions.append(
                out == port ? .discard(.switchFilters) : .transmit(bytes, port: out, .switchForwards))
        } else {
            flood(bytes, from: port, because: .switchFloodsUnknown)
        }
        return actions
    }

    private mutating func learn(_ address: MACAddress, _ port: Int, at now: Instant) {
        let former = find(address, at: now)
        guard former != nil || entries.count < Self.capacity else {
            return actions.append(.discard(.switchTableIsFull))
        }
        entries[address] = Entry(port: port, heard: now)
        guard former != port else { return }
        table(
            set: [(address.description, "\(port + 1)")], because: former == nil ? .switchLearns : .switchRelearns)
    }

    /// The port behind which an address is; one that has been silent for too long is forgotten.
    private mutating func find(_ address: MACAddress, at now: Instant) -> Int? {
        guard let entry = entries[address] else { return nil }
        if now - entry.heard <= Self.lifetime { return entry.port }
        entries[address] = nil
        table(removed: [address.description], because: .switchForgets)
        return nil
    }

    private mutating func flood(_ bytes: [UInt8], from port: Int, because rule: Rule) {
        for out in 0..<max(ports, 0) where out != port { actions.append(.transmit(bytes, port: out, rule)) }
    }

    private mutating func table(
        set: [(key: String, value: String)] = [], removed: [String] = [], because rule: Rule
    ) {
        let name = LocalizedText(en: "MAC table", zh: "MAC地址表")
        actions.append(.table(name: name, set: set, removed: removed, rule))
    }
}

/// What a switch wants done, in order; a rule says why.
enum SwitchAction {
    /// Send this frame through a port, 0-based.
    case transmit([UInt8], port: Int, Rule)
    /// The table has these rows, new or changed, and no longer those.
    case table(name: LocalizedText, set: [(key: String, value: String)], removed: [String], Rule)
    /// Something was dropped.
    case discard(Rule)
}
