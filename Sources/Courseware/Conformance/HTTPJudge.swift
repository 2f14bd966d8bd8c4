import Timelines

/// Judges HTTP: responses answer requests, and status codes mean what they mean.
///
/// Sources: RFC 9110 §6.4.1, §8.6, §15; RFC 9112 §9.2, §9.6; RFC 9113 §8.1.
struct HTTPJudge {
    private(set) var verdict = Verdict(by: .http)

    private let messages: [Message]
    private let names: [String]
    private let readings: [HTTPReading]
    /// Participants at whom something has arrived that is, or may be, a request.
    private var asked: Set<Participant.Index> = []
    /// The streams of the requests that have arrived; `nil` once there was one without.
    private var streams: [TCPJudge.Pair: [Int]?] = [:]
    /// Connections after whose last request there is to be no other, and the client's port when it is told.
    private var closed: [TCPJudge.Pair: String?] = [:]

    /// A judge of messages that TLS and TCP have read.
    init(_ timeline: Timeline, tls: [TLSReading], tcp: [SegmentReading]) {
        messages = timeline.messages
        names = timeline.participants.map(\.id)
        readings = zip(timeline.messages, zip(tls, tcp)).map { HTTPReading($0, tls: $1.0, tcp: $1.1) }
    }

    mutating func departure(of index: Int) {
        let message = messages[index], reading = readings[index]
        let pair = TCPJudge.Pair(message.sender, message.receiver)
        switch reading.kind {
        case .request:
            if let port = closed[pair], !message.isRetransmission, port == nil || port == reading.port {
                verdict.found(.requestAfterClose(names[message.sender]), at: .label, of: .message(index))
                closed[pair] = nil
            }
            if reading.closes { closed[pair] = .some(reading.port) }
        case .response(let status, let isSure): judge(status, isSure: isSure, index, pair)
        case .other: closed[pair] = nil
        case .unknown: return
        }
    }

    mutating func arrival(of index: Int) {
        let message = messages[index], reading = readings[index]
        let pair = TCPJudge.Pair(message.sender, message.receiver)
        switch reading.kind {
        case .request:
            asked.insert(message.receiver)
            if let stream = reading.stream, let known = streams[pair, default: []] {
                streams[pair] = .some(known.suffix(Self.mostStreams - 1) + [stream])
            } else {
                streams[pair] = .some(nil)
            }
        case .unknown: asked.insert(message.receiver)
        case .response: if reading.closes { closed[pair] = .some(nil) }
        case .other: return
        }
    }

    /// How many streams are kept in mind.
    private static let mostStreams = 256

    /// A request may come from somebody who is not shown.
    mutating func hearsFromOutside(_ owner: Participant.Index) { asked.insert(owner) }

    /// A participant does something by itself: it may open a connection.
    mutating func acts(_ owner: Participant.Index) {
        closed = closed.filter { $0.key.low != owner && $0.key.high != owner }
    }

    /// What comes now may be another connection.
    mutating func beginsAnew() { closed = [:] }

    private mutating func judge(_ status: Int, isSure: Bool, _ index: Int, _ pair: TCPJudge.Pair) {
        let message = messages[index], reading = readings[index]
        let subject = Conformance.Subject.message(index)
        let hasRequests = streams[pair] != nil
        guard isSure || hasRequests else { return }
        verdict.looked(at: subject)
        // 408: a server may end an idle connection with it, unasked (RFC 9110 §15.5.9).
        if !asked.contains(message.sender), status != 408 {
            let fault = Violation.responseWithoutRequest(names[message.receiver], from: names[message.sender])
            verdict.found(fault, at: .label, of: subject)
        }
        if let stream = reading.stream, stream % 2 == 1, let known = streams[pair] ?? nil,
            !known.isEmpty, !known.contains(stream)
        {
            let fault = Violation.responseStream("\(stream)", known: known.suffix(4).map { "\($0)" })
            verdict.found(fault, at: .field("stream"), of: subject)
        }
        guard (100...599).contains(status) else {
            return verdict.found(.statusOutOfRange("\(status)"), at: reading.statusSpot, of: subject)
        }
        let isInterim = status < 200
        if isInterim || status == 204 || status == 304, reading.hasContent {
            verdict.found(.contentInResponse(status), at: reading.statusSpot, of: subject)
        }
        if isInterim || status == 204, reading.hasLength {
            verdict.found(.lengthInResponse(status), at: .field("Content-Length"), of: subject)
        }
    }
}
