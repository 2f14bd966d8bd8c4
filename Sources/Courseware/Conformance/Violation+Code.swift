extension Violation {
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
