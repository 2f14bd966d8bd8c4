import Localization
import Timelines
import Wire

/// The passive side of opening a connection.
///
/// Reading list: RFC 9293 §3.10.7.2 (LISTEN), RFC 4987 §2 and §3.6 (queues, floods, SYN cookies), listen(2), tcp(7).
extension Host {
    /// A segment arrived for a port that is listened on, and for no connection (RFC 9293 §3.10.7.2).
    ///
    /// - Parameters:
    ///   - segment: The segment.
    ///   - ends: Where it came to and from.
    ///   - name: Whose turn it is.
    ///   - floor: The number that an earlier connection between the same ends came to.
    ///   - net: The network.
    mutating func listen(
        to segment: TCPSegment, _ ends: TCPSocket.Ends, _ name: Listener.Name, above floor: SequenceNumber? = nil,
        _ net: inout Network
    ) {
        guard let listener = listeners[name], !segment.flags.contains(.rst) else {
            return note(LocalizedText(en: "discards it", zh: "丢弃"), &net, because: .resetIsNotAnswered)
        }
        if segment.flags.contains(.ack) {
            completeCookie(segment, ends, listener, &net)
        } else if segment.flags.contains(.syn) {
            if listener.completed.count >= max(listener.acceptSlots(profile), 1) {
                note(
                    LocalizedText(en: "drops the SYN: accept queue full", zh: "全连接队列已满，丢弃SYN"), &net,
                    because: .acceptQueueFull)
            } else if listener.halfOpen.count < listener.synSlots(profile) {
                openPassively(segment, ends, listener, above: floor, &net)
            } else if profile.usesSYNCookies {
                answerWithCookie(segment, ends, name, &net)
            } else {
                note(
                    LocalizedText(en: "drops the SYN: SYN queue full", zh: "半连接队列已满，丢弃SYN"), &net,
                    because: .synQueueFull)
            }
        } else {
            note(LocalizedText(en: "discards it", zh: "丢弃"), &net, because: .listenIgnores)
        }
    }

    /// How far above an earlier connection a new one begins, as in Linux: more than a window without scaling.
    static let reopeningGap = 65_537

    /// Whether a program listens on a port.
    func isListenedOn(_ port: UInt16) -> Bool { listeners.keys.contains { $0.port == port } }

    /// The listener for what comes from one end to the other: where programs share a port, a hash of both ends decides, so
    /// that all segments of a connection find the same one.
    func listener(for ends: TCPSocket.Ends) -> Listener.Name? {
        let names = listeners.keys.filter { $0.port == ends.local.port }.sorted { $0.program < $1.program }
        guard names.count > 1 else { return names.first }
        let hash = initialSequences.hash(ends.local, ends.remote)
        return names[Int(hash % UInt64(names.count))]
    }

    private mutating func openPassively(
        _ syn: TCPSegment, _ ends: TCPSocket.Ends, _ listener: Listener, above floor: SequenceNumber?,
        _ net: inout Network
    ) {
        var number = initialSequence(for: ends, at: net.now)
        if let floor, number <= floor { number = floor + Self.reopeningGap }
        var connection = TCPConnection(
            listening: ends.local, remote: ends.remote, initialSequence: number, profile: profile,
            mss: mss(for: ends.remote.address), timestampOffset: timestampOffset)
        connection.synData = synData(for: syn, from: ends.remote.address)
        let actions = connection.handle(.segment(syn), at: net.now)
        connectionCount += 1
        var socket = TCPSocket(
            connection: connection, ends: ends, listener: listener.name, ordinal: connectionCount)
        socket.sharing = listener.sharing
        let id = add(socket)
        listeners[listener.name]?.halfOpen.append(id)
        // The entry is there when the SYN-ACK leaves.
        let (first, rest) = (actions.prefix { if case .enter = $0 { true } else { false } }, actions)
        perform(Array(first), of: id, &net)
        show(
            .synQueue, of: listener.name, set: [TableChange.Row(ends.remote.description, "SYN-RECEIVED")],
            because: .synQueueEntry, &net)
        perform(Array(rest.dropFirst(first.count)), of: id, &net)
    }

    /// The SYN of a new connection whose ends are those of one in TIME-WAIT takes its place (RFC 9293 §3.6.1, MAY-2): its
    /// numbers lie above those of the old one, or its timestamp is newer (RFC 6191 §2).
    ///
    /// - Returns: The number above which those of this end must begin; `nil` when the old connection stays.
    mutating func reopens(_ id: SocketID, _ segment: TCPSegment, _ net: inout Network) -> SequenceNumber? {
        guard sockets[id].connection.state == .timeWait, let socket = socket(id),
            isListenedOn(socket.ends.local.port),
            segment.flags.contains(.syn), !segment.flags.contains(.ack), !segment.flags.contains(.rst)
        else { return nil }
        let isNewer = socket.connection.isNewer(segment)
        guard isNewer || segment.sequence > socket.connection.rcvNxt else { return nil }
        let rule = isNewer ? Rule.timeWaitReopenedByTimestamp : .timeWaitReopened
        perform([.enter(.closed, rule), .delete], of: id, &net)
        return socket.connection.sndMax
    }

    /// Whether a segment of a half-open connection may reach it: the ACK that would complete the handshake may not when
    /// the accept queue is full (Linux tcp_abort_on_overflow).
    mutating func admits(_ segment: TCPSegment, _ id: SocketID, _ net: inout Network) -> Bool {
        guard sockets[id].connection.state == .synReceived, let socket = socket(id), let name = socket.listener,
            let listener = listeners[name], segment.flags.contains(.ack),
            !segment.flags.contains(.rst), !segment.flags.contains(.syn), !listener.completed.contains(id),
            listener.completed.count >= max(listener.acceptSlots(profile), 1)
        else { return true }
        switch profile.acceptOverflow {
        case .ignoresACK:
            note(
                LocalizedText(en: "ignores the ACK: accept queue full", zh: "全连接队列已满，忽略ACK"), &net,
                because: .acceptQueueIgnoresACK)
        case .resets:
            refuse(segment, socket.ends, because: .acceptQueueResets, &net)
            perform([.enter(.closed, .acceptQueueResets), .delete], of: id, &net)
        }
        return false
    }

    /// A connection is established: one that came from a listener goes from the SYN queue to the accept queue.
    mutating func complete(_ id: SocketID, _ net: inout Network) {
        guard let socket = socket(id), let name = socket.listener, let listener = listeners[name] else { return }
        guard listener.completed.contains(id) else {
            return move(id, as: .established, because: .acceptQueueEntry, &net)
        }
        // By Fast Open it is there already.
        let row = TableChange.Row(socket.ends.remote.description, LocalizedText(TCPState.established.rawValue))
        show(.acceptQueue, of: name, set: [row], because: .acceptQueueEntry, &net)
    }

    /// Moves a connection from the SYN queue to the accept queue.
    mutating func move(_ id: SocketID, as state: TCPState, because rule: Rule, _ net: inout Network) {
        guard let socket = socket(id), let name = socket.listener, listeners[name] != nil else { return }
        let wasHalfOpen = listeners[name]?.halfOpen.contains(id) == true
        listeners[name]?.halfOpen.removeAll { $0 == id }
        listeners[name]?.completed.append(id)
        let key = socket.ends.remote.description
        if wasHalfOpen { show(.synQueue, of: name, removed: [key], because: rule, &net) }
        show(.acceptQueue, of: name, set: [TableChange.Row(key, LocalizedText(state.rawValue))], because: rule, &net)
    }

    /// A connection that is gone leaves the queues that it is in.
    mutating func leaveQueues(_ id: SocketID, _ net: inout Network) {
        guard let socket = socket(id), let name = socket.listener, let listener = listeners[name] else { return }
        let key = socket.ends.remote.description
        if listener.halfOpen.contains(id) {
            listeners[name]?.halfOpen.removeAll { $0 == id }
            show(.synQueue, of: name, removed: [key], because: .connectionIsGone, &net)
        }
    }

    /// A listener is gone: half-open connections are forgotten, complete ones that nobody has accepted are reset.
    mutating func stopListening(_ name: Listener.Name, _ net: inout Network) {
        guard let listener = listeners[name] else { return }
        let keys = listener.completed.map { sockets[$0].ends.remote.description }
        for id in listener.completed { handle(.abort, of: id, &net) }
        for id in listener.halfOpen { perform([.enter(.closed, .listenerIsGone), .delete], of: id, &net) }
        if !keys.isEmpty { show(.acceptQueue, of: name, removed: keys, because: .listenerIsGone, &net) }
        listeners[name] = nil
        guard connections.isEmpty, listeners.isEmpty else { return }
        showClosed(&net, because: .listenerIsGone)
    }

    /// `accept()`: the oldest connection of the accept queue.
    mutating func takeCompleted(of name: Listener.Name, _ net: inout Network) -> SocketID? {
        guard let listener = listeners[name], let id = listener.completed.first else { return nil }
        listeners[name]?.completed.removeFirst()
        if let socket = socket(id) {
            show(.acceptQueue, of: name, removed: [socket.ends.remote.description], because: .accepted, &net)
            sockets[id].listener = nil
            sockets[id].isHeld = true
        }
        return id
    }

    // MARK: The queues as the learner sees them

    enum QueueTable { case synQueue, acceptQueue }

    private func show(
        _ table: QueueTable, of name: Listener.Name, set: [TableChange.Row] = [], removed: [String] = [],
        because rule: Rule,
        _ net: inout Network
    ) {
        guard let listener = listeners[name] else { return }
        // Where programs share a port, each has queues of its own.
        let isShared = listeners.keys.contains { $0.port == name.port && $0 != name }
        let owner = isShared ? " (\(programs[name.program].name))" : ""
        let change =
            switch table {
            case .synQueue:
                TableChange(
                    owner: index, name: LocalizedText(en: "SYN queue\(owner)", zh: "半连接队列\(owner)"),
                    slots: listener.synSlots(profile), set: set, removed: removed)
            case .acceptQueue:
                TableChange(
                    owner: index, name: LocalizedText(en: "accept queue\(owner)", zh: "全连接队列\(owner)"),
                    slots: listener.acceptSlots(profile), set: set, removed: removed)
            }
        _ = net.recorder.changed(change, at: net.now, because: rule)
    }
}
