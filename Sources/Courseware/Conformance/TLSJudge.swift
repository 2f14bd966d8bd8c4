import Timelines

/// Judges TLS: the order of handshake messages, and what is encrypted.
///
/// A diagram may leave messages out; only the order of those it shows counts. Sources: RFC 8446 §2, §4, §5; RFC 5246 §7.3.
struct TLSJudge {
    private(set) var verdict = Verdict(by: .tls)

    private let messages: [Message]
    private let names: [String]
    let readings: [TLSReading]
    /// The last message from one to another that holds this, for what is only wrong when the rest comes later.
    private var last: [Way: [HandshakeMessage: Int]] = [:]
    /// Pairs whose author says what is encrypted.
    private var protecting: Set<TCPJudge.Pair> = []

    private var handshakes: [TCPJudge.Pair: Handshake] = [:]
    /// Pairs that have finished a handshake: what is said between them may belong to that connection.
    private var connected: Set<TCPJudge.Pair> = []
    /// Participants at whom a ClientHello has arrived.
    private var greeted: Set<Participant.Index> = []

    private struct Way: Hashable {
        var sender: Participant.Index, receiver: Participant.Index
    }

    private struct Handshake {
        let client: Participant.Index
        var version: String?
        var sent: [Participant.Index: [HandshakeMessage]] = [:]
        var hasHelloArrived = false, hasAnswerArrived = false, hasServerFinishedArrived = false
        var isRetried = false, isEarly = false, isDoubtful = false
        var asksAgain = false
        /// What came too early and has been told so: what should have come first is not late.
        var premature: Set<HandshakeMessage> = []

        func has(_ message: HandshakeMessage, from sender: Participant.Index) -> Bool {
            sent[sender]?.contains(message) ?? false
        }
    }

    init(_ timeline: Timeline) {
        messages = timeline.messages
        names = timeline.participants.map(\.id)
        readings = timeline.messages.map { TLSReading($0) }
        for (index, message) in timeline.messages.enumerated() {
            let way = Way(sender: message.sender, receiver: message.receiver)
            for part in readings[index].handshake { last[way, default: [:]][part] = index }
            if message.protection != .clear { protecting.insert(.init(message.sender, message.receiver)) }
        }
    }

    /// A ClientHello may come from somebody who is not shown.
    mutating func hearsFromOutside(_ owner: Participant.Index) { greeted.insert(owner) }

    mutating func arrival(of index: Int) {
        let message = messages[index], parts = readings[index].handshake
        let pair = TCPJudge.Pair(message.sender, message.receiver)
        if parts.contains(.clientHello) {
            greeted.insert(message.receiver)
            handshakes[pair]?.hasHelloArrived = true
        }
        guard handshakes[pair]?.client == message.receiver else { return }
        if parts.contains(.serverHello) { handshakes[pair]?.hasAnswerArrived = true }
        if parts.contains(.finished) { handshakes[pair]?.hasServerFinishedArrived = true }
    }

    mutating func departure(of index: Int) {
        let message = messages[index], reading = readings[index]
        let pair = TCPJudge.Pair(message.sender, message.receiver)
        if reading.isApplicationData { judgeData(index, pair) }
        for part in reading.handshake {
            if part == .clientHello { begin(index, pair) }
            judge(part, index, pair)
        }
    }

    private mutating func begin(_ index: Int, _ pair: TCPJudge.Pair) {
        let message = messages[index]
        if message.isRetransmission { return }
        let before = handshakes[pair]
        if let before, before.isRetried, before.client == message.sender,
            !before.has(.serverHello, from: message.receiver)
        {
            handshakes[pair]?.hasHelloArrived = false
            return
        }
        var handshake = Handshake(client: message.sender)
        handshake.isEarly = readings[index].isEarly
        // Two handshakes at once cannot be told apart.
        handshake.isDoubtful = before.map { !$0.has(.finished, from: $0.client) } ?? false
        handshakes[pair] = handshake
    }

    // MARK: Handshake messages

    private mutating func judge(_ part: HandshakeMessage, _ index: Int, _ pair: TCPJudge.Pair) {
        let message = messages[index], subject = Conformance.Subject.message(index)
        guard var handshake = handshakes[pair] else {
            if part == .serverHello || part == .helloRetryRequest, !greeted.contains(message.sender) {
                verdict.looked(at: subject)
                verdict.found(.helloWithoutClientHello(part.rawValue), at: .label, of: subject)
            }
            return
        }
        if part == .serverHello || part == .helloRetryRequest {
            handshake.version = readings[index].version ?? handshake.version
        }
        if part == .encryptedExtensions { handshake.version = handshake.version ?? "1.3" }
        if !handshake.isDoubtful {
            verdict.looked(at: subject)
            let fault =
                order(part, index, handshake) ?? versionFault(part, message, handshake)
                ?? protectionFault(part, message, handshake, pair)
            if let fault { verdict.found(fault.0, at: fault.1, of: subject) }
            if case .handshakeEarly = fault?.0 { handshake.premature.insert(part) }
        }
        if part == .helloRetryRequest { handshake.isRetried = true }
        if part == .certificateRequest, handshake.has(.finished, from: message.sender) { handshake.asksAgain = true }
        handshake.sent[message.sender, default: []].append(part)
        if handshake.sent.count == 2, handshake.sent.allSatisfy({ $0.value.contains(.finished) }) {
            connected.insert(pair)
        }
        handshakes[pair] = handshake
    }

    private func order(
        _ part: HandshakeMessage, _ index: Int, _ handshake: Handshake
    ) -> (Violation, Conformance.Spot)? {
        let message = messages[index], isClient = message.sender == handshake.client
        if part == .clientHello || part == .changeCipherSpec || message.isRetransmission { return nil }
        if !isClient, !handshake.hasHelloArrived { return (.helloWithoutClientHello(part.rawValue), .label) }
        if part == .helloRetryRequest { return handshake.isRetried ? (.secondRetry, .label) : nil }
        let sent = handshake.sent[message.sender] ?? []
        let sequence = isClient ? HandshakeMessage.clientOrder : HandshakeMessage.serverOrder
        if let place = sequence.firstIndex(of: part), !handshake.asksAgain {
            let server = isClient ? message.receiver : message.sender
            let client = handshake.client
            let isGreeted = isClient ? handshake.hasAnswerArrived : sent.contains(.serverHello)
            let showsHello = last[Way(sender: server, receiver: client)]?[.serverHello] != nil
            if part != .serverHello, !isGreeted, showsHello {
                return (.handshakeEarly(part.rawValue, needs: HandshakeMessage.serverHello.rawValue), .label)
            }
            if let later = sequence[(place + 1)...].first(where: {
                sent.contains($0) && !handshake.premature.contains($0)
            }) {
                return (.handshakeLate(part.rawValue, after: later.rawValue), .label)
            }
            if isClient, part == .finished, handshake.version == "1.3", !handshake.hasServerFinishedArrived,
                last[Way(sender: server, receiver: client)]?[.finished].map({ $0 > index }) ?? false
            {
                return (.handshakeEarly("the client's Finished", needs: "the server's Finished"), .label)
            }
        }
        let provesNothing = part == .certificateVerify && !sent.contains(.certificate)
        return provesNothing ? (.certificateVerifyAlone(names[message.sender]), .label) : nil
    }

    private func versionFault(
        _ part: HandshakeMessage, _ message: Message, _ handshake: Handshake
    ) -> (Violation, Conformance.Spot)? {
        switch (handshake.version, part) {
        case ("1.3", .serverKeyExchange), ("1.3", .serverHelloDone), ("1.3", .clientKeyExchange),
            ("1.2", .encryptedExtensions), ("1.2", .helloRetryRequest), ("1.2", .endOfEarlyData):
            return (.notInVersion(part.rawValue, version: handshake.version ?? ""), .label)
        default: return nil
        }
    }

    private func protectionFault(
        _ part: HandshakeMessage, _ message: Message, _ handshake: Handshake, _ pair: TCPJudge.Pair
    ) -> (Violation, Conformance.Spot)? {
        let isProtected = message.protection != .clear
        switch part {
        case .clientHello, .serverHello, .helloRetryRequest:
            // A renegotiation of TLS 1.2 goes through the connection that there is.
            return isProtected && !connected.contains(pair) ? (.mustBeClear(part.rawValue), .protection) : nil
        case .changeCipherSpec:
            return isProtected && handshake.version == "1.3" ? (.mustBeClear(part.rawValue), .protection) : nil
        case .encryptedExtensions, .certificateRequest, .certificate, .certificateVerify, .finished:
            let isNaked = !isProtected && handshake.version == "1.3" && protecting.contains(pair)
            return isNaked ? (.mustBeProtected(part.rawValue), .protection) : nil
        default: return nil
        }
    }

    // MARK: Application data

    private mutating func judgeData(_ index: Int, _ pair: TCPJudge.Pair) {
        let message = messages[index]
        guard let handshake = handshakes[pair], !handshake.isDoubtful, !connected.contains(pair),
            !handshake.has(.finished, from: message.sender)
        else { return }
        let isClient = message.sender == handshake.client
        if isClient, handshake.isEarly || readings[index].isEarly { return }
        let finished = last[Way(sender: message.sender, receiver: message.receiver)]?[.finished]
        guard finished.map({ $0 > index }) ?? false else { return }
        verdict.looked(at: .message(index))
        verdict.found(.dataBeforeFinished(names[message.sender]), at: .label, of: .message(index))
    }
}
