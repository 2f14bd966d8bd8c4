public import Simulator
import Timelines

/// What a client and a server do with one connection, drawn from a seed.
public struct Conversation: Hashable, Sendable {
    /// The plots.
    public enum Kind: Hashable, Sendable, CaseIterable {
        /// The client asks, the server answers and closes.
        case requestAndResponse
        /// The client sends, closes its direction, and gets an answer.
        case halfClose
        /// Both send, then close their direction, then read.
        case bothSend
        /// One end reads slowly what the other has sent.
        case slowReader
        /// Both close after a while, at nearly the same time.
        case simultaneousClose
        /// The client gives up in the middle.
        case abort
        /// Nobody listens.
        case closedPort
    }

    /// The plot.
    public let kind: Kind
    /// How many bytes the client sends.
    public let fromClient: Int
    /// How many bytes the server sends.
    public let fromServer: Int
    /// What the two programs do.
    public let script: [Scenario.ScriptLine]

    init(_ draw: inout Draw) {
        kind = draw.one(of: Kind.allCases)
        // What both send at once has to fit into the send buffer and stay there.
        fromClient = draw.magnitude(1...60_000)
        fromServer = draw.magnitude(1...(kind == .requestAndResponse || kind == .halfClose ? 300_000 : 60_000))
        let (client, server) = Self.calls(kind, fromClient, fromServer, &draw)
        let open: [Scenario.Call] = [.connect("server", port: 443)]
        let wait: [Scenario.Call] = [.listen(port: 443, backlog: 4), .accept]
        let isListening = kind != .closedPort
        script =
            (isListening ? Self.lines("server", wait + server, &draw) : [])
            + Self.lines("client", open + client, &draw)
    }

    private static func calls(
        _ kind: Kind, _ fromClient: Int, _ fromServer: Int, _ draw: inout Draw
    ) -> (client: [Scenario.Call], server: [Scenario.Call]) {
        switch kind {
        case .requestAndResponse:
            return (
                [.send(fromClient), .receiveAll, .close], [.receive(fromClient), .send(fromServer), .close]
            )
        case .halfClose:
            return (
                [.send(fromClient), .shutdown, .receiveAll, .close], [.receiveAll, .send(fromServer), .close]
            )
        case .bothSend:
            return (
                [.send(fromClient), .shutdown, .receiveAll, .close],
                [.send(fromServer), .shutdown, .receiveAll, .close]
            )
        case .slowReader:
            let chunk = draw.magnitude(500...20_000)
            // However much there is to read, it does not take longer than minutes.
            let slow = Scenario.Call.receiveSlowly(chunk: chunk, pause: draw.milliseconds(1...min(chunk / 2, 2000)))
            return ([.send(fromClient), .shutdown, .receiveAll, .close], [slow, .send(fromServer), .close])
        case .simultaneousClose:
            return (
                [.send(min(fromClient, 1000)), .receive(min(fromServer, 1000)), .close],
                [.send(min(fromServer, 1000)), .receive(min(fromClient, 1000)), .close]
            )
        case .abort: return ([.send(fromClient), .abort], [.receiveAll, .close])
        case .closedPort: return ([.send(fromClient), .close], [])
        }
    }

    /// The calls of one program, now and then with a pause before one.
    private static func lines(
        _ host: String, _ calls: [Scenario.Call], _ draw: inout Draw
    ) -> [Scenario.ScriptLine] {
        calls.map { call in
            if case .listen = call { return .init(host, call) }
            return .init(host, call, after: draw.chance(25) ? draw.milliseconds(1...2000) : .zero)
        }
    }
}
