import Localization
import Timelines
import Wire

/// A host or a router: the internet layer, the connections, and the programs that use them.
///
///     programs     connect  listen  accept  send  recv  close
///         │
///     sockets      by the two ends of their connections; listeners by port
///         │
///     IPStack      routing, ARP, ICMP
///         │
///     links        of the network
///
/// Nothing here knows of files or clocks: whatever happens comes in through one of the `handle` functions, and whatever
/// is done goes out through the network that they are given.
struct Host: Sendable {
    let node: Scenario.Node
    /// Its place among the scenario's nodes.
    let index: Int
    var stack: IPStack
    /// Whether it is up.
    var isUp = true

    var sockets: SocketTable
    /// Connections that exist, by their ends.
    var connections: [TCPSocket.Ends: SocketID] = [:]
    var listeners: [Listener.Name: Listener] = [:]
    /// Which ports programs have with which options.
    var nextPort: UInt16
    var connectionCount = 0
    /// Connections that are over, oldest first, while a record is kept.
    private(set) var archive: [TCPSocket] = []
    private let archives: Bool
    private(set) var initialSequences: InitialSequence
    /// How many connections have been given a number.
    private var numbered = 0
    /// What the host's cookies are made with.
    let cookies: SYNCookie
    /// What Fast Open cookies are made with; another one after each restart.
    private(set) var fastOpenKey: SipHash
    /// The Fast Open cookies that servers have given, by their addresses.
    var fastOpenCookies: [IPv4Address: FastOpenCookie] = [:]

    var programs: [Program]

    /// The event of what was sent last while a connection's actions are done, and of the state it entered.
    var lastTransmission: Int?
    var lastState: Int?
    /// What the lifeline says.
    private var shownState = TCPState.closed.rawValue

    init(
        _ node: Scenario.Node, index: Int, interfaces: [IPInterface], routes: [Route], scenario: Scenario,
        archives: Bool
    ) {
        self.node = node
        self.archives = archives
        sockets = SocketTable(node.profile)
        self.index = index
        stack = IPStack(
            node: node, interfaces: interfaces, forwards: node.kind == .router, routes: routes,
            identification: UInt16(truncatingIfNeeded: scenario.seed &+ UInt64(index)))
        nextPort = node.firstPort
        let secret = scenario.seed &+ UInt64(index) &* 0x9E37_79B9_7F4A_7C15
        initialSequences = InitialSequence(node.profile.isnRule, secret: secret)
        cookies = SYNCookie(secret: ~secret)
        fastOpenKey = SipHash(key: (secret ^ 0x5446_4F00, ~secret))
        programs = Program.programs(of: node.id, in: scenario.script)
    }

    var profile: HostProfile { node.profile }

    /// The initial sequence number of a connection that is made now.
    mutating func initialSequence(for ends: TCPSocket.Ends, at now: Instant) -> SequenceNumber {
        numbered += 1
        if node.initialSequences.indices.contains(numbered - 1) { return node.initialSequences[numbered - 1] }
        return node.initialSequence ?? initialSequences.next(local: ends.local, remote: ends.remote, at: now)
    }

    /// A copy of the socket of this name; `nil` when it is gone.
    func socket(_ id: SocketID) -> TCPSocket? { sockets.contains(id) ? sockets[id] : nil }

    /// Puts a new connection into the table.
    mutating func add(_ socket: TCPSocket) -> SocketID {
        let id = sockets.add(socket)
        connections[socket.ends] = id
        return id
    }

    /// Forgets a socket that neither exists nor is held any more.
    mutating func tidy(_ id: SocketID) {
        guard sockets.contains(id), !sockets[id].isAlive, !sockets[id].isHeld else { return }
        if archives { archive.append(sockets[id]) }
        sockets.remove(id)
    }

    /// Writes a state beside the lifeline; answers the event.
    mutating func show(_ state: String, _ net: inout Network, because rule: Rule) -> Int? {
        shownState = state
        return net.recorder.state(LocalizedText(state), of: index, at: net.now, because: rule)
    }

    /// Writes down that nothing is left that could be in another state, unless the lifeline says so.
    mutating func showClosed(_ net: inout Network, because rule: Rule) {
        let closed = TCPState.closed.rawValue
        if shownState != closed { _ = show(closed, &net, because: rule) }
    }

    // MARK: Being down

    /// Everything stops, and nothing that was known is kept.
    mutating func crash(_ net: inout Network) {
        isUp = false
        for key in net.timers.keys where key.node == index { net.stop(key, because: .hostIsDown) }
        let hadState = !connections.isEmpty || !listeners.isEmpty
        sockets.removeAll()
        connections = [:]
        listeners = [:]
        connectionCount = 0
        fastOpenCookies = [:]
        fastOpenKey = SipHash(key: (fastOpenKey([1]), fastOpenKey([2])))
        if hadState { showClosed(&net, because: .hostIsDown) }
        if net.recorder.isOn { net.recorder.forgetConnections(of: index, at: net.now) }
        for place in programs.indices { programs[place].restart() }
    }

    /// Up again; the programs begin anew, and what they wait first they wait from now.
    mutating func reboot(_ net: inout Network) {
        isUp = true
        stack = stack.rebooted
        for place in programs.indices {
            programs[place].returned = net.now
            resume(place, &net)
        }
    }
}
