/// The states of RFC 9293 §3.3.2, by the names that authors give them.
enum TCPState: String, CaseIterable {
    case closed = "CLOSED", listen = "LISTEN"
    case synSent = "SYN-SENT", synReceived = "SYN-RECEIVED", established = "ESTABLISHED"
    case finWait1 = "FIN-WAIT-1", finWait2 = "FIN-WAIT-2", closing = "CLOSING", timeWait = "TIME-WAIT"
    case closeWait = "CLOSE-WAIT", lastACK = "LAST-ACK"

    /// The state of this name, also as Figure 5 and netstat(8) abbreviate it; `nil` for what is no state of TCP.
    init?(name: String) {
        let word = String(name.uppercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
        switch word {
        case "SYN-RCVD", "SYN-RECV": self = .synReceived
        case "ESTAB": self = .established
        case "FIN-WAIT1", "FINWAIT-1": self = .finWait1
        case "FIN-WAIT2", "FINWAIT-2": self = .finWait2
        default: self.init(rawValue: word)
        }
    }

    /// Whether both ends have agreed on numbers.
    var isSynchronized: Bool {
        switch self {
        case .closed, .listen, .synSent, .synReceived: false
        default: true
        }
    }

    /// The states that Figure 5 leads to from here, its notes and the resets among them.
    var successors: [TCPState] {
        switch self {
        case .closed: [.listen, .synSent]
        case .listen: [.synReceived, .synSent, .closed]
        case .synSent: [.synReceived, .established, .closed]
        // CLOSE-WAIT: an ACK that also carries FIN passes through ESTABLISHED at once (§3.10.7.4).
        case .synReceived: [.established, .finWait1, .closeWait, .listen, .closed]
        case .established: [.finWait1, .closeWait, .closed]
        case .finWait1: [.finWait2, .closing, .timeWait, .closed]
        case .finWait2: [.timeWait, .closed]
        case .closing: [.timeWait, .closed]
        case .closeWait: [.lastACK, .closed]
        case .lastACK: [.closed]
        // SYN-RECEIVED: a new connection may begin here (§3.6.1).
        case .timeWait: [.closed, .synReceived]
        }
    }
}
