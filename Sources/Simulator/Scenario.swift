public import Localization
public import Timelines
public import Wire

/// A small internet before anything has happened: who is there, how they are joined, and what the programs will do.
///
///     Scenario(
///         nodes: [.host("client", "192.0.2.10"), .host("server", "198.51.100.20")],
///         links: [.init("client", "server", delay: .milliseconds(20))],
///         script: [
///             .init("server", .listen(port: 443, backlog: 4)), .init("server", .accept),
///             .init("client", .connect("server", port: 443)),
///         ])
public struct Scenario: Hashable, Sendable {
    /// Hosts, routers and switches, in the order of their lifelines.
    public var nodes: [Node]
    /// What joins them.
    public var links: [LinkSpec]
    /// What the programs on the hosts do, in order; each program goes through its own entries, waiting where a call blocks.
    public var script: [ScriptLine]
    /// What befalls links and hosts at given times.
    public var incidents: [Incident]
    /// Where every chance comes from.
    public var seed: UInt64
    /// What happens before this time is simulated but not shown: it is the timeline's zero.
    public var beginning: Span
    /// How long the timeline is at the most.
    public var limit: Span

    /// A scenario; see the properties.
    public init(
        nodes: [Node], links: [LinkSpec], script: [ScriptLine] = [], incidents: [Incident] = [], seed: UInt64 = 1,
        beginning: Span = .zero, limit: Span = .seconds(600)
    ) {
        self.nodes = nodes
        self.links = links
        self.script = script
        self.incidents = incidents
        self.seed = seed
        self.beginning = beginning
        self.limit = limit
    }
}

extension Scenario {
    /// A host, router or switch.
    public struct Node: Hashable, Sendable {
        /// What it does with packets.
        public enum Kind: Hashable, Sendable {
            case host, router, ethernetSwitch
            /// A host that is not simulated: packets for it leave the simulation, and its packets are put in from outside.
            case external
        }

        /// What scripts call it.
        public var id: Participant.ID
        /// What the learner reads above the lifeline.
        public var name: LocalizedText
        /// What it is part of, for the learner; neighbours with the same group stand under one heading.
        public var group: LocalizedText?
        /// What it does with packets.
        public var kind: Kind
        /// Its addresses, one for each interface in the order of the links that join it.
        ///
        /// A host with one address uses it on all of them. Empty for a switch.
        public var addresses: [IPv4Address]
        /// Bits of the network part of the addresses; what lies outside goes to ``gateway``.
        public var prefixLength: Int
        /// The router that a host hands everything to that is not on its network; without one everything is on it.
        public var gateway: IPv4Address?
        /// Which of the permitted behaviours it has.
        public var profile: HostProfile
        /// The initial sequence numbers of its first connections, in turn; those that follow have ``initialSequence``.
        public var initialSequences: [SequenceNumber]
        /// A fixed initial sequence number for every other connection; `nil` for the profile's rule.
        public var initialSequence: SequenceNumber?
        /// The first port that `connect()` picks; the ones after it follow.
        public var firstPort: UInt16
        /// Whether it drops what no program asked for without a word, like a firewall, on these ports.
        public var filteredPorts: [UInt16]
        /// Whether a router drops packets whose source address lies behind another of its interfaces, or behind none
        /// (RFC 1812 §5.3.8); off by default, as the RFC demands.
        public var checksSources: Bool
        /// How long a connection may be idle before a router that is a stateful firewall forgets it (RFC 5382 §5); `nil` for
        /// a router that keeps no record of connections.
        public var forgets: Span?
        /// Whether such a router answers what belongs to no connection with RST, rather than dropping it in silence.
        public var resetsForgotten: Bool

        /// A node; see the properties.
        public init(
            id: Participant.ID, name: LocalizedText? = nil, kind: Kind = .host, addresses: [IPv4Address] = [],
            prefixLength: Int = 24, gateway: IPv4Address? = nil, profile: HostProfile = .linux65,
            initialSequences: [SequenceNumber] = [], initialSequence: SequenceNumber? = nil,
            firstPort: UInt16 = 50_000, filteredPorts: [UInt16] = [], checksSources: Bool = false,
            forgets: Span? = nil, resetsForgotten: Bool = false
        ) {
            self.id = id
            self.name = name ?? LocalizedText(id)
            self.kind = kind
            self.addresses = addresses
            self.prefixLength = prefixLength
            self.gateway = gateway
            self.profile = profile
            self.initialSequences = initialSequences
            self.initialSequence = initialSequence
            self.firstPort = firstPort
            self.filteredPorts = filteredPorts
            self.checksSources = checksSources
            self.forgets = forgets
            self.resetsForgotten = resetsForgotten
        }
    }

    /// A wire between two nodes, with the same qualities in both directions.
    public struct LinkSpec: Hashable, Sendable {
        /// One end.
        public var one: Participant.ID
        /// The other.
        public var other: Participant.ID
        /// How long a bit travels.
        public var delay: Span
        /// Bits a second; `nil` for no limit.
        public var bandwidth: Int64?
        /// Packets that wait for the wire at the most; what comes on top is dropped.
        public var queue: Int
        /// The largest IP packet, in bytes.
        public var mtu: Int
        /// Whether it carries Ethernet frames, with ARP, rather than bare IP packets.
        public var isEthernet: Bool

        /// A link; see the properties.
        public init(
            _ one: Participant.ID, _ other: Participant.ID, delay: Span = .milliseconds(20), bandwidth: Int64? = nil,
            queue: Int = 100, mtu: Int = 1500, isEthernet: Bool = false
        ) {
            self.one = one
            self.other = other
            self.delay = delay
            self.bandwidth = bandwidth
            self.queue = queue
            self.mtu = mtu
            self.isEthernet = isEthernet
        }
    }

    /// One call of one program.
    public struct ScriptLine: Hashable, Sendable {
        /// The host that the program runs on.
        public var host: Participant.ID
        /// Which of the host's programs; each goes through its own lines in order.
        public var program: String
        /// Not before this time since the start.
        public var at: Span?
        /// So long after the line before it has returned.
        public var after: Span
        /// The call.
        public var call: Call

        /// A line; see the properties.
        public init(
            _ host: Participant.ID, _ call: Call, program: String = "main", at: Span? = nil, after: Span = .zero
        ) {
            self.host = host
            self.program = program
            self.at = at
            self.after = after
            self.call = call
        }
    }

    /// What a program can call.
    ///
    /// Each call works on the program's socket: the last that `connect` or `accept` gave it.
    public enum Call: Hashable, Sendable {
        /// `connect()`: returns when the connection is established or has failed. The SYN may carry the bytes, by Fast Open
        /// where the host uses it, else as they are.
        case connect(Participant.ID, port: UInt16, from: UInt16? = nil, carrying: [UInt8] = [])
        /// `listen()` on a port.
        case listen(port: UInt16, backlog: Int)
        /// `accept()`: returns with the first connection of the accept queue.
        case accept
        /// `send()`: so many bytes, made from the seed; returns when all are in the send buffer.
        case send(Int)
        /// `send()`: these bytes.
        case sendBytes([UInt8])
        /// `recv()` until so many bytes have come or the peer has closed.
        case receive(Int)
        /// `recv()` until the peer has closed.
        case receiveAll
        /// `recv()` of `chunk` bytes at a time with a pause after each, until the peer has closed.
        case receiveSlowly(chunk: Int, pause: Span)
        /// Sends back whatever comes, until the peer has closed (RFC 862).
        case echo
        /// `shutdown(SHUT_WR)`.
        case shutdown
        /// `close()`.
        case close
        /// `close()` with SO_LINGER on and 0: an ABORT.
        case abort
        /// The program ends: its connection is closed as by ``close``, and it listens no more.
        case exit
        /// A socket option, for this socket and those that are made after it.
        case set(SocketOption)
        /// Sends one ICMP echo request and waits a second for the reply.
        case ping(Participant.ID, ttl: UInt8 = 64)
        /// A UDP socket and `bind()`: datagrams for this port are the program's.
        case bind(port: UInt16)
        /// `sendto()`: one UDP datagram.
        case sendTo(Participant.ID, port: UInt16, [UInt8])
        /// `sendto()` whoever sent the datagram that was received last.
        case answer([UInt8])
        /// `recvfrom()`: returns with the next datagram.
        case receiveFrom
        /// Serves HTTP/1.1: reads a request and answers with a page of these bytes, until the peer closes.
        case serveHTTP([UInt8])
        /// Goes back to this line of the program (0-based), for servers.
        ///
        /// A server goes there too when a call on its connection fails, having let go of it.
        case goTo(Int)
    }

    /// What `setsockopt()` can change.
    public enum SocketOption: Hashable, Sendable {
        /// SO_REUSEADDR.
        case reuseAddress(Bool)
        /// SO_REUSEPORT.
        case reusePort(Bool)
        /// SO_KEEPALIVE.
        case keepAlive(Bool)
        /// TCP_NODELAY.
        case noDelay(Bool)
        /// TCP_USER_TIMEOUT; zero for none.
        case userTimeout(Span)
    }

    /// What befalls a link or a host.
    public struct Incident: Hashable, Sendable {
        /// What happens.
        public enum Kind: Hashable, Sendable {
            /// The link between the two loses everything for so long.
            case linkDown(Participant.ID, Participant.ID, for: Span)
            /// The host stops: its connections and programs are gone without a word, and it answers nothing.
            case crash(Participant.ID)
            /// The host is up again, knowing nothing of earlier connections; its programs start anew.
            case reboot(Participant.ID)
            /// One host sends SYNs with made-up source addresses to a port of another, one after each span.
            case flood(from: Participant.ID, to: Participant.ID, port: UInt16, count: Int, every: Span)
            /// A segment that no endpoint sends gets into the network.
            case segment(StraySegment)
        }

        /// When, since the start.
        public var at: Span
        /// What happens.
        public var kind: Kind

        /// An incident; see the properties.
        public init(at: Span, _ kind: Kind) {
            self.at = at
            self.kind = kind
        }
    }
}
