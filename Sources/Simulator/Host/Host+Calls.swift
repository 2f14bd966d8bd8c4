import Localization
import Timelines
import Wire

/// What the calls of a program do when they are made, and when what they wait for has come.
extension Host {
    /// Makes the call.
    mutating func begin(_ call: Scenario.Call, _ place: Int, _ net: inout Network) {
        switch call {
        case .connect(let host, let port, let local, let bytes):
            connect(to: host, port, from: local, carrying: bytes, place, &net)
        case .listen(let port, let backlog): listen(on: port, backlog: backlog, place, &net)
        case .accept:
            tell("accept()", &net, because: .programCalls)
            accept(place, &net)
        case .send(let count):
            tell(LocalizedText("send(\(count))"), &net, because: .programCalls)
            programs[place].left = count
            send(place, &net)
        case .sendBytes(let bytes):
            tell(LocalizedText("send(\(bytes.count))"), &net, because: .programCalls)
            programs[place].outbox = bytes
            programs[place].left = bytes.count
            send(place, &net)
        case .receive(let count):
            programs[place].left = count
            receive(upTo: count, place, &net)
        case .receiveAll, .receiveSlowly, .serveHTTP, .echo:
            programs[place].left = .max
            proceed(with: call, place, &net)
        case .shutdown: close("shutdown(SHUT_WR)", .shutdown, place, &net)
        case .close: close("close()", .close, place, &net)
        case .abort: close("close(), SO_LINGER 0", .abort, place, &net)
        case .exit: exit(place, &net)
        case .set(let option): set(option, place, &net)
        case .ping(let host, let ttl): ping(host, ttl, place, &net)
        case .bind(let port): bind(port, place, &net)
        case .sendTo(let host, let port, let bytes): sendTo(host, port, bytes, place, &net)
        case .answer(let bytes): answer(bytes, place, &net)
        case .receiveFrom:
            tell("recvfrom()", &net, because: .programCalls)
            receiveFrom(place, &net)
        case .goTo(let line):
            programs[place].goOn(at: net.now)
            programs[place].line = line
        }
    }

    /// Goes on inside the call, now that what it waited for may have come.
    mutating func proceed(with call: Scenario.Call, _ place: Int, _ net: inout Network) {
        switch call {
        case .connect: proceedWithConnect(place, &net)
        case .accept: accept(place, &net)
        case .send, .sendBytes: send(place, &net)
        case .receive, .receiveAll: receive(upTo: programs[place].left, place, &net)
        case .receiveSlowly(let chunk, let pause): receiveSlowly(chunk, pause, place, &net)
        case .serveHTTP(let page): serve(page, place, &net)
        case .echo: echo(place, &net)
        case .receiveFrom: receiveFrom(place, &net)
        case .listen, .shutdown, .close, .abort, .exit, .set, .ping, .bind, .sendTo, .answer, .goTo: finish(place, &net)
        }
    }

    // MARK: connect

    private mutating func connect(
        to host: Participant.ID, _ port: UInt16, from local: UInt16?, carrying bytes: [UInt8], _ place: Int,
        _ net: inout Network
    ) {
        release(place, &net)
        let first = profile.fastOpen ? "sendto(\(bytes.count), MSG_FASTOPEN)" : "connect(), send(\(bytes.count))"
        tell(bytes.isEmpty ? "connect()" : LocalizedText(first), &net, because: .programCalls)
        guard let remote = net.scenario.nodes.first(where: { $0.id == host })?.addresses.first,
            let address = stack.sourceAddress(for: remote)
        else { return fail("connect()", .unreachable, place, &net) }
        let target = SocketAddress(remote, port)
        let sharing = PortSharing(programs[place].options)
        if let local, let reason = reasonNotToBind(local, sharing) {
            return failEarly("bind(): EADDRINUSE", because: reason, place, &net)
        }
        guard let localPort = local ?? freePort(from: address, to: target, at: net.now) else {
            return failEarly("connect(): EADDRNOTAVAIL", because: .pairIsInUse, place, &net)
        }
        let ends = TCPSocket.Ends(local: SocketAddress(address, localPort), remote: target)
        guard isFree(ends, at: net.now) else {
            return failEarly("connect(): EADDRNOTAVAIL", because: .pairIsInUse, place, &net)
        }
        let number = takeOverTimeWait(of: ends, &net) ?? initialSequence(for: ends, at: net.now)
        var connection = TCPConnection(
            local: ends.local, remote: ends.remote, initialSequence: number, profile: profile,
            mss: mss(for: remote), timestampOffset: timestampOffset)
        for option in programs[place].options { _ = connection.apply(option, at: net.now) }
        connection.carry(bytes, as: synData(to: remote))
        connectionCount += 1
        var socket = TCPSocket(connection: connection, ends: ends, listener: nil, ordinal: connectionCount)
        socket.isHeld = true
        socket.sharing = sharing
        if net.keepsDigests { socket.sent.add(bytes) } else { socket.sent.count(bytes.count) }
        let id = add(socket)
        programs[place].socket = id
        handle(.open, of: id, &net)
        wait(for: .connected, place)
        if sockets[id].failure != nil { proceedWithConnect(place, &net) }
    }

    private mutating func proceedWithConnect(_ place: Int, _ net: inout Network) {
        guard let socket = programs[place].socket.flatMap(socket) else { return fail("connect()", .reset, place, &net) }
        if let failure = socket.failure { return fail("connect()", failure, place, &net) }
        guard socket.wasEstablished else { return }
        tell(LocalizedText(en: "connect() returns 0", zh: "connect()返回0"), &net, because: .programConnected)
        finish(place, &net)
    }

    /// A call failed before TCP had anything to do with it: a program that goes back somewhere does so, any other ends.
    mutating func failEarly(_ text: String, because rule: Rule, _ place: Int, _ net: inout Network) {
        tell(LocalizedText(text), &net, because: rule)
        if let line = programs[place].nextGoTo {
            programs[place].goOn(at: net.now)
            programs[place].line = line
        } else {
            programs[place].end()
        }
    }

    /// A port that no connection to `target` has.
    private mutating func freePort(
        from address: IPv4Address, to target: SocketAddress, at now: Instant
    ) -> UInt16? {
        for _ in 0..<16_384 {
            let port = nextPort
            nextPort = nextPort == .max ? 49_152 : nextPort + 1
            let ends = TCPSocket.Ends(local: SocketAddress(address, port), remote: target)
            if isFree(ends, at: now) { return port }
        }
        return nil
    }

    /// Whether a connection between these ends may be opened: there is none, or none that must be waited for.
    private func isFree(_ ends: TCPSocket.Ends, at now: Instant) -> Bool {
        guard let id = connections[ends] else { return true }
        let old = sockets[id].connection
        return profile.reusesTimeWait && profile.offersTimestamps && old.state == .timeWait && old.usesTimestamps
            && now - old.recentTimestampCame > .seconds(1)
    }

    /// Ends the connection in TIME-WAIT between these ends, if there is one.
    ///
    /// - Returns: Where the numbers of the next one begin, as in Linux; `nil` when there was none.
    private mutating func takeOverTimeWait(of ends: TCPSocket.Ends, _ net: inout Network) -> SequenceNumber? {
        guard let id = connections[ends], let old = socket(id)?.connection else { return nil }
        perform([.enter(.closed, .timeWaitTakenOver), .delete], of: id, &net)
        return old.sndMax + Self.reopeningGap
    }

    // MARK: listen, accept

    private mutating func listen(on port: UInt16, backlog: Int, _ place: Int, _ net: inout Network) {
        tell(LocalizedText("listen(\(backlog))"), &net, because: .programCalls)
        let name = Listener.Name(port: port, program: place), sharing = PortSharing(programs[place].options)
        if listeners[name] == nil {
            if let reason = reasonNotToBind(port, sharing) {
                return failEarly("bind(): EADDRINUSE", because: reason, place, &net)
            }
            listeners[name] = Listener(name: name, sharing: sharing, backlog: backlog)
            let event = show(
                TCPState.listen.rawValue, &net,
                because: sharing.sharesPort && listeners.count > 1 ? .sharesPort : .passiveOpen)
            net.recorder.cause = event ?? net.recorder.cause
        }
        programs[place].listener = name
        finish(place, &net)
    }

    private mutating func accept(_ place: Int, _ net: inout Network) {
        if programs[place].listener == nil, listeners.count == 1 { programs[place].listener = listeners.keys.first }
        guard let name = programs[place].listener, listeners[name] != nil else {
            return fail("accept()", nil, place, &net)
        }
        guard let id = takeCompleted(of: name, &net), let socket = socket(id) else {
            return wait(for: .acceptable, place)
        }
        release(place, &net)
        programs[place].socket = id
        for option in programs[place].options {
            let actions = sockets[id].connection.apply(option, at: net.now)
            perform(actions, of: id, &net)
        }
        let peer = socket.ends.remote.description
        let isShared = listeners.keys.contains { $0.port == name.port && $0 != name }
        let owner = isShared ? " (\(programs[place].name))" : ""
        tell(
            LocalizedText(en: "accept() returns \(peer)\(owner)", zh: "accept()返回\(peer)\(owner)"), &net,
            because: isShared ? .acceptedByShare : .accepted)
        finish(place, &net)
    }

    // MARK: close

    private mutating func close(_ name: String, _ input: TCPInput, _ place: Int, _ net: inout Network) {
        tell(LocalizedText(name), &net, because: .programCalls)
        guard let id = programs[place].socket else { return finish(place, &net) }
        handle(input, of: id, &net)
        if input != .shutdown { release(place, &net) }
        finish(place, &net)
    }

    /// The program lets go of its socket.
    mutating func release(_ place: Int, _ net: inout Network) {
        guard let id = programs[place].socket else { return }
        programs[place].socket = nil
        programs[place].inbox = []
        programs[place].outbox = []
        sockets[id].isHeld = false
        tidy(id)
    }

    /// The program ends: its connection is closed and its listener is gone, with what nobody has accepted.
    private mutating func exit(_ place: Int, _ net: inout Network) {
        tell("exit()", &net, because: .programExits)
        if let id = programs[place].socket {
            handle(.close, of: id, &net)
            release(place, &net)
        }
        if let name = programs[place].listener { stopListening(name, &net) }
        programs[place].listener = nil
        programs[place].datagramPort = nil
        programs[place].end()
    }

    // MARK: setsockopt

    private mutating func set(_ option: Scenario.SocketOption, _ place: Int, _ net: inout Network) {
        tell(LocalizedText("setsockopt(\(option.name))"), &net, because: .programCalls)
        programs[place].options.append(option)
        if let name = programs[place].listener { listeners[name]?.sharing.apply(option) }
        if let id = programs[place].socket, sockets.contains(id) {
            sockets[id].sharing.apply(option)
            let actions = sockets[id].connection.apply(option, at: net.now)
            perform(actions, of: id, &net)
        }
        finish(place, &net)
    }

    // MARK: What connections are made with

    /// The largest segment that fits the way to an address, in bytes of data without options (RFC 9293 §3.7.1).
    func mss(for address: IPv4Address) -> Int { max(stack.mtu(toward: address) - 40, 88) }

    /// What the host's timestamps count from.
    var timestampOffset: UInt32 { UInt32(truncatingIfNeeded: initialSequences.secretWord >> 44) }
}

extension Scenario.SocketOption {
    /// The option's name in C.
    var name: String {
        switch self {
        case .reuseAddress: "SO_REUSEADDR"
        case .reusePort: "SO_REUSEPORT"
        case .keepAlive: "SO_KEEPALIVE"
        case .noDelay: "TCP_NODELAY"
        case .userTimeout: "TCP_USER_TIMEOUT"
        }
    }
}
