/// What no conforming endpoint does, as a fact.
///
/// `Violation+Wording.swift` puts it into words. Numbers are as the author writes them; `must` is what should stand there.
enum Violation: Equatable, Sendable {
    // TCP: who may speak
    case noSYN(at: String, from: String)
    case noConnection(String, state: String)
    case answersSYN(String)
    case beforeSYNACK(String)
    case dataBeforeACK(String, peer: String)
    case noACK(String, must: String)
    case secondFIN(String)
    case dataAfterFIN(String)
    case afterReset(String)
    case afterPeersReset(String)

    // TCP: numbers
    case synNumber(syn: String, must: String, was: String)
    case finNumber(fin: String, must: String, was: String)
    case resetACK(must: String, was: String)
    case acknowledgesUnsent(String, must: String, was: String)
    case acknowledgesMissing(String, must: String, was: String)
    case acknowledgesBack(String, highest: String, was: String)
    case wrongSequence(String, must: String, was: String)
    /// What is sent again without being marked; `must` is where something new would begin.
    case unmarked(must: String?, was: String)
    case resentSYN(must: String, was: String)
    case neverSent(String, end: String, was: String)

    // TCP: states
    case stateJump(from: String, to: String, ways: [String])
    case stateUnearned(String, String, StateCondition)

    // DNS
    case answerWithoutQuestion(String, from: String)
    case answerToSomebodyElse(must: String, was: String)
    case answerID(must: [String], was: String)
    case answerQuestion(field: String, must: String, was: String)
    case answerType(asked: String, was: String)
    case answerRD(must: String, was: String)
    case answerBesideNXDOMAIN
    case growingTTL(earlier: Int, was: Int)

    // TLS
    case helloWithoutClientHello(String)
    case handshakeEarly(String, needs: String)
    case handshakeLate(String, after: String)
    case certificateVerifyAlone(String)
    case dataBeforeFinished(String)
    case notInVersion(String, version: String)
    case mustBeClear(String)
    case mustBeProtected(String)
    case secondRetry

    // HTTP
    case responseWithoutRequest(String, from: String)
    case responseStream(String, known: [String])
    case statusOutOfRange(String)
    case contentInResponse(Int)
    case lengthInResponse(Int)
    case requestAfterClose(String)

    /// A stable name for programs; several facts of one kind share it.
    var code: String {
        switch self {
        case .noSYN, .noConnection: "no-connection"
        case .answersSYN: "syn-answer"
        case .beforeSYNACK, .dataBeforeACK: "before-established"
        case .noACK: "missing-ack-flag"
        case .secondFIN, .dataAfterFIN: "after-fin"
        case .afterReset, .afterPeersReset: "after-reset"
        case .synNumber, .finNumber, .resetACK, .acknowledgesUnsent, .acknowledgesMissing, .acknowledgesBack:
            "ack-does-not-follow"
        case .wrongSequence, .resentSYN, .neverSent: "seq-does-not-follow"
        case .unmarked: "unmarked-retransmission"
        case .stateJump: "state-jump"
        case .stateUnearned: "state-does-not-follow"
        case .answerWithoutQuestion, .answerToSomebodyElse, .answerID, .answerQuestion, .answerType, .answerRD:
            "dns-answer-does-not-follow"
        case .answerBesideNXDOMAIN: "nxdomain-with-answer"
        case .growingTTL: "growing-ttl"
        case .helloWithoutClientHello, .handshakeEarly, .handshakeLate, .certificateVerifyAlone, .secondRetry:
            "tls-order"
        case .dataBeforeFinished: "tls-early-data"
        case .notInVersion: "tls-version"
        case .mustBeClear, .mustBeProtected: "tls-protection"
        case .responseWithoutRequest, .responseStream: "http-response-does-not-follow"
        case .statusOutOfRange: "http-status"
        case .contentInResponse, .lengthInResponse: "http-content"
        case .requestAfterClose: "http-after-close"
        }
    }
}
