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
    ///   - floor: The number that an earlier connection between the same ends came to.
    ///   - net: The network.
    mutating func listen(
        to segment: TCPSegment, _ ends: TCPSocket.Ends, above floor: SequenceNumber? = nil, _ net: inout Network
    ) {
        guard let listener = listeners[ends.local.port], !segment.flags.contains(.rst) else {
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
                openPassively(segment, ends, above: floor, &net)
            } else if profile.usesSYNCookies {
                answerWithCookie(segment, ends, &net)
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
    private static let reopeningGap = 65_537

    private mutating func openPassively(
        _ syn: TCPSegment, _ ends: TCPSocket.Ends, above floor: SequenceNumber?, _ net: inout Network
    ) {
        var number = initialSequence(for: ends, at: net.now)
        if let floor, number <= floor { number = floor + Self.reopeningGap }
        var connection = TCPConnection(
            listening: ends.local, remote: ends.remote, initialSequence: number, profile: profile,
            mss: mss(for: ends.remote.address), timestampOffset: timestampOffset)
        connection.synData = synData(for: syn, from: ends.remote.address)
        let actions = connection.handle(.segment(syn), at: net.now)
        connectionCount += 1
        let id = add(
            TCPSocket(connection: connection, ends: ends, listener: ends.local.port, ordinal: connectionCount))
        listeners[ends.local.port]?.halfOpen.append(id)
        // The entry is there when the SYN-ACK leaves.
        let (first, rest) = (actions.prefix { if case .enter = $0 { true } else { false } }, actions)
        perform(Array(first), of: id, &net)
        show(
            .synQueue, of: ends.local.port, set: [TableChange.Row(ends.remote.description, "SYN-RECEIVED")],
            because: .synQueueEntry, &net)
        perform(Array(rest.dropFirst(first.count)), of: id, &net)
    }

    /// The SYN of a new connection whose ends are those of one in TIME-WAIT takes its place (RFC 9293 §3.6.1, MAY-2): its
    /// numbers lie above those of the old one, or its timestamp is newer (RFC 6191 §2).
    ///
    /// - Returns: The number above which those of this end must begin; `nil` when the old connection stays.
    mutating func reopens(_ id: SocketID, _ segment: TCPSegment, _ net: inout Network) -> SequenceNumber? {
        guard sockets[id].connection.state == .timeWait, let socket = socket(id),
            listeners[socket.ends.local.port] != nil,
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
        guard sockets[id].connection.state == .synReceived, let socket = socket(id), let port = socket.listener,
            let listener = listeners[port], segment.flags.contains(.ack),
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
        guard let socket = socket(id), let port = socket.listener, let listener = listeners[port] else { return }
        guard listener.completed.contains(id) else {
            return move(id, as: .established, because: .acceptQueueEntry, &net)
        }
        // By Fast Open it is there already.
        let row = TableChange.Row(socket.ends.remote.description, LocalizedText(TCPState.established.rawValue))
        show(.acceptQueue, of: port, set: [row], because: .acceptQueueEntry, &net)
    }

    /// Moves a connection from the SYN queue to the accept queue.
    mutating func move(_ id: SocketID, as state: TCPState, because rule: Rule, _ net: inout Network) {
        guard let socket = socket(id), let port = socket.listener, listeners[port] != nil else { return }
        listeners[port]?.halfOpen.removeAll { $0 == id }
        listeners[port]?.completed.append(id)
        let key = socket.ends.remote.description
        show(.synQueue, of: port, removed: [key], because: rule, &net)
        show(.acceptQueue, of: port, set: [TableChange.Row(key, LocalizedText(state.rawValue))], because: rule, &net)
    }

    /// A connection that is gone leaves the queues that it is in.
    mutating func leaveQueues(_ id: SocketID, _ net: inout Network) {
        guard let socket = socket(id), let port = socket.listener, let listener = listeners[port] else { return }
        let key = socket.ends.remote.description
        if listener.halfOpen.contains(id) {
            listeners[port]?.halfOpen.removeAll { $0 == id }
            show(.synQueue, of: port, removed: [key], because: .connectionIsGone, &net)
        }
    }

    /// `accept()`: the oldest connection of the accept queue.
    mutating func takeCompleted(of port: UInt16, _ net: inout Network) -> SocketID? {
        guard let listener = listeners[port], let id = listener.completed.first else { return nil }
        listeners[port]?.completed.removeFirst()
        if let socket = socket(id) {
            show(.acceptQueue, of: port, removed: [socket.ends.remote.description], because: .accepted, &net)
            sockets[id].listener = nil
            sockets[id].isHeld = true
        }
        return id
    }

    // MARK: The queues as the learner sees them

    enum QueueTable { case synQueue, acceptQueue }

    private func show(
        _ table: QueueTable, of port: UInt16, set: [TableChange.Row] = [], removed: [String] = [], because rule: Rule,
        _ net: inout Network
    ) {
        guard let listener = listeners[port] else { return }
        let change =
            switch table {
            case .synQueue:
                TableChange(
                    owner: index, name: LocalizedText(en: "SYN queue", zh: "半连接队列"),
                    slots: listener.synSlots(profile), set: set, removed: removed)
            case .acceptQueue:
                TableChange(
                    owner: index, name: LocalizedText(en: "accept queue", zh: "全连接队列"),
                    slots: listener.acceptSlots(profile), set: set, removed: removed)
            }
        _ = net.recorder.changed(change, at: net.now, because: rule)
    }
}
