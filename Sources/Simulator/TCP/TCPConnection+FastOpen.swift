import Timelines
import Wire

/// What a client knows of a server for Fast Open (RFC 7413 §4.1.3).
public struct FastOpenCookie: Hashable, Sendable {
    /// What the server wants to see.
    public var bytes: [UInt8]
    /// The largest segment that it wants, in bytes of data.
    public var maximumSegmentSize: Int
}

/// What is to be done about data on the SYN.
enum SYNData: Hashable, Sendable {
    /// Nothing: there is none.
    case none
    /// The SYN carries what there is to send (RFC 9293 §3.10.1).
    case plain
    /// The SYN asks for a cookie; the data waits.
    case asks
    /// The SYN carries this cookie, and what there is to send.
    case presents(FastOpenCookie)
    /// The SYN-ACK gives the client a cookie; the SYN's data is not taken.
    case gives([UInt8])
    /// The client's cookie is good: the SYN's data is taken, and may be answered at once.
    case takes
}

/// Data on the SYN, with Fast Open or without.
///
///     SYN 1000 <cookie> 16 bytes ──▶   the cookie is good: the program has the data in SYN-RECEIVED
///     ◀── SYN,ACK 5000 ack 1017        and may answer before the ACK
///
/// Reading list: RFC 7413 §4 (Fast Open), RFC 9293 §3.10.7.2 and §3.10.7.3 (text in a SYN).
extension TCPConnection {
    // MARK: The client

    /// Gives a connection that is about to be opened what its SYN may carry.
    mutating func carry(_ bytes: [UInt8], as way: SYNData) {
        guard state == .closed, !bytes.isEmpty else { return }
        outgoing.append(bytes.prefix(sendSpace))
        synData = way
        if case .presents(let cookie) = way { peerMSS = max(cookie.maximumSegmentSize, 64) }
    }

    /// What the first SYN carries; a repeated one carries nothing (RFC 7413 §4.2.2).
    var payloadOfSYN: [UInt8] {
        switch synData {
        case .plain, .presents:
            outgoing.bytes(from: 0, count: min(outgoing.count, segmentSize - TCPSegment.optionSpace))
        case .none, .asks, .gives, .takes: []
        }
    }

    /// Why the first SYN is sent.
    var ruleOfSYN: Rule {
        switch synData {
        case .plain: .synCarriesData
        case .asks: .fastOpenAsks
        case .presents: .fastOpenSendsData
        case .none, .gives, .takes: .sendsSYN(profile.isnRule)
        }
    }

    /// Takes note of the cookie that a SYN-ACK brings, or of its lack where one was shown and did not help.
    mutating func takeCookie(of segment: TCPSegment) {
        for case .fastOpen(let cookie) in segment.options where !cookie.isEmpty {
            switch synData {
            case .asks, .presents:
                let memory = FastOpenCookie(bytes: cookie, maximumSegmentSize: peerMSS)
                return actions.append(.remember(memory, .fastOpenLearnsCookie))
            case .none, .plain, .gives, .takes: return
            }
        }
        if case .presents = synData, sndMax > sndUna { actions.append(.remember(nil, .fastOpenForgetsCookie)) }
    }

    /// Sends the SYN's data again when the SYN-ACK does not cover it.
    ///
    /// By Fast Open, and when the last SYN had none, that is certain to be needed; in other cases the timer will tell.
    mutating func repeatSYNData(afterRepeatedSYN: Bool) {
        guard sndMax > sndUna else { return }
        if case .plain = synData, !afterRepeatedSYN { return }
        sendAgain(from: sndUna, upTo: sndMax, because: .fastOpenSendsAgain)
    }

    // MARK: The server

    /// Whether data may leave although the handshake is not complete.
    var sendsBeforeHandshake: Bool { state == .synReceived && synData == .takes }

    /// Takes what a SYN carries, at once or for later, or leaves it.
    mutating func take(dataOfSYN syn: TCPSegment) {
        guard !syn.payload.isEmpty else { return }
        let bytes = Array(syn.payload.prefix(max(rcvEdge - rcvNxt, 0)))
        if synData == .takes {
            incoming.append(bytes)
            rcvNxt += bytes.count
        } else if synData == .none, profile.keepsSYNData {
            reassembly.add(bytes, at: rcvNxt)
        }
    }

    /// Why the SYN-ACK is sent, and what it says about the SYN's data.
    func rule(forAnswering syn: TCPSegment) -> Rule {
        switch synData {
        case .takes: return .fastOpenTakesData
        case .gives:
            let isWrong = syn.options.contains { if case .fastOpen(let cookie) = $0 { !cookie.isEmpty } else { false } }
            return isWrong ? .fastOpenRefusesCookie : .fastOpenGivesCookie
        case .none, .plain, .asks, .presents:
            if syn.payload.isEmpty { return .repliesToSYN(profile.isnRule) }
            return profile.keepsSYNData ? .keepsSYNData : .ignoresSYNData
        }
    }

    /// Tells the application that it may go on before the handshake is complete.
    mutating func tellOfSYNData() {
        guard synData == .takes else { return }
        actions.append(.notify(.fastOpened, .fastOpenTakesData))
        if !incoming.isEmpty { actions.append(.notify(.readable, .fastOpenTakesData)) }
    }

    /// Hands the application what a SYN brought, now that the handshake is complete.
    mutating func deliverSYNData() {
        let bytes = reassembly.take(from: rcvNxt)
        guard !bytes.isEmpty else { return }
        incoming.append(bytes)
        rcvNxt += bytes.count
        actions.append(.notify(.readable, .deliversSYNData))
        acknowledgeSoon(because: .deliversSYNData)
    }

    // MARK: The option

    /// The Fast Open option of a SYN or SYN-ACK; repeated ones have none (RFC 7413 §4.2.1, §4.2.2).
    var fastOpenOption: TCPOption? {
        guard retransmissions == 0 else { return nil }
        switch synData {
        case .asks: return .fastOpen(cookie: [])
        case .presents(let cookie): return .fastOpen(cookie: cookie.bytes)
        case .gives(let cookie): return .fastOpen(cookie: cookie)
        case .none, .plain, .takes: return nil
        }
    }
}
