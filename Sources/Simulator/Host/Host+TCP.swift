import Localization
import Timelines
import Wire

extension Host {
    // MARK: Segments

    /// A segment arrived whose checksum is right: it belongs to a connection, to a listener, or to nobody
    /// (RFC 9293 §3.10.7.1).
    mutating func handle(
        _ segment: TCPSegment, from source: IPv4Address, to destination: IPv4Address, _ net: inout Network
    ) {
        let ends = TCPSocket.Ends(
            local: SocketAddress(destination, segment.destinationPort),
            remote: SocketAddress(source, segment.sourcePort))
        if let id = connections[ends] {
            if let floor = reopens(id, segment, &net) {
                if let listener = listener(for: ends) { listen(to: segment, ends, listener, above: floor, &net) }
            } else if admits(segment, id, &net) {
                readArrival(of: segment, for: id, &net)
                handle(.segment(segment), of: id, &net)
            }
        } else if let listener = listener(for: ends) {
            listen(to: segment, ends, listener, &net)
        } else if node.filteredPorts.contains(ends.local.port) {
            note(LocalizedText(en: "firewall drops it", zh: "防火墙丢弃"), &net, because: .filtered)
        } else {
            refuse(segment, ends, because: .resetFromClosed, &net)
        }
        resumePrograms(&net)
    }

    /// Answers a segment for which there is no connection.
    mutating func refuse(_ segment: TCPSegment, _ ends: TCPSocket.Ends, because rule: Rule, _ net: inout Network) {
        if let reset = TCPConnection.reset(answering: segment) {
            send(reset, between: ends, isRetransmission: false, because: rule, &net)
        } else {
            note(LocalizedText(en: "discards it", zh: "丢弃"), &net, because: .resetIsNotAnswered)
        }
    }

    /// A timer of a connection came to its time.
    mutating func handle(_ timer: TCPTimer, of id: SocketID, _ net: inout Network) {
        guard sockets.contains(id) else { return }
        handle(.timeout(timer), of: id, &net)
        resumePrograms(&net)
    }

    // MARK: Connections

    /// Gives a connection its input and does what it wants; answers the bytes that it delivers.
    @discardableResult
    mutating func handle(_ input: TCPInput, of id: SocketID, _ net: inout Network) -> [UInt8] {
        guard sockets[id].isAlive else { return [] }
        let actions = sockets[id].connection.handle(input, at: net.now)
        return perform(actions, of: id, &net)
    }

    /// Does what a connection wants.
    ///
    /// What follows from a transmission is told as brought about by it.
    @discardableResult
    mutating func perform(_ actions: [TCPAction], of id: SocketID, _ net: inout Network) -> [UInt8] {
        let ends = sockets[id].ends
        let cause = net.recorder.cause
        var delivered: [UInt8] = []
        lastTransmission = nil
        readGauges(of: id, &net)
        for action in actions {
            switch action {
            case .transmit(let segment, let isRetransmission, let rule):
                defer { readGauges(of: id, sending: segment, &net) }
                send(segment, between: ends, isRetransmission: isRetransmission, because: rule, &net)
            case .enter(let state, let rule): enter(state, of: id, because: rule, &net)
            case .start(let timer, let span, let rule):
                net.recorder.cause = lastTransmission ?? cause
                net.start(key(timer, id), timer.name, for: span, because: rule)
                net.recorder.cause = cause
            case .stop(let timer, let rule): net.stop(key(timer, id), because: rule)
            case .notify(let notice, let rule): take(notice, of: id, because: rule, &net)
            case .remember(let cookie, let rule): remember(cookie, of: ends.remote.address, because: rule, &net)
            case .delivered(let bytes): delivered += bytes
            case .discard(let rule): note(LocalizedText(en: "discards it", zh: "丢弃"), &net, because: rule)
            case .delete: delete(id, &net)
            }
        }
        return delivered
    }

    private func key(_ timer: TCPTimer, _ id: SocketID) -> TimerKey { TimerKey(node: index, kind: .tcp(id, timer)) }

    private mutating func enter(_ state: TCPState, of id: SocketID, because rule: Rule, _ net: inout Network) {
        guard let socket = socket(id) else { return }
        if state == .established { sockets[id].wasEstablished = true }
        let isAlone = connections.count == 1
        // What was half-open goes back to LISTEN (§3.10.7.4, second and fourth), which here belongs to the host.
        let isBack = isAlone && state == .closed && Self.endsOfHalfOpen.contains(rule.id)
        let name = (isBack && isListenedOn(socket.ends.local.port) ? TCPState.listen : state).rawValue
        let event = show(
            socket.ordinal == 1 || isAlone ? name : "\(name) :\(port(that: socket))", &net, because: rule)
        if let event { lastState = event }
        readState(state, of: id, &net)
    }

    private static let endsOfHalfOpen: Set = [Rule.halfOpenIsReset.id, Rule.halfOpenGetsSYN.id]

    /// The port by which an engineer tells this connection of the host from the others.
    private func port(that socket: TCPSocket) -> UInt16 {
        isListenedOn(socket.ends.local.port) ? socket.ends.remote.port : socket.ends.local.port
    }

    private mutating func take(_ notice: TCPNotice, of id: SocketID, because rule: Rule, _ net: inout Network) {
        switch notice {
        case .established: complete(id, &net)
        case .fastOpened: completeEarly(id, because: .fastOpenAccepted, &net)
        case .refused, .reset, .brokenPipe, .timedOut: sockets[id].failure = notice
        case .unreachable: if !sockets[id].wasEstablished { sockets[id].failure = notice }
        case .readable, .endOfStream, .writable, .allAcknowledged: break
        }
    }

    private mutating func delete(_ id: SocketID, _ net: inout Network) {
        guard let socket = socket(id) else { return }
        for timer in TCPTimer.allCases { net.stop(key(timer, id), because: .connectionIsGone) }
        connections[socket.ends] = nil
        sockets[id].isAlive = false
        leaveQueues(id, &net)
        tidy(id)
    }
}

extension TCPTimer {
    /// What the ladder calls it.
    var name: LocalizedText {
        switch self {
        case .retransmission: "RTO"
        case .lossProbe: "PTO"
        case .persist: LocalizedText(en: "persist", zh: "坚持定时器")
        case .delayedACK: LocalizedText(en: "delayed ACK", zh: "延迟确认")
        case .timeWait: "2MSL"
        case .finWait2: LocalizedText(en: "FIN-WAIT-2 limit", zh: "FIN-WAIT-2时限")
        case .keepAlive: LocalizedText(en: "keep-alive", zh: "保活")
        case .user: LocalizedText(en: "user timeout", zh: "用户超时")
        }
    }
}
