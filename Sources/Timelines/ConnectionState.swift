/// The states of a TCP connection (RFC 9293 §3.3.2).
///
/// CLOSED is no state that anybody keeps: it says that there is no connection.
public enum ConnectionState: String, CaseIterable, Hashable, Sendable {
    case closed = "CLOSED", listen = "LISTEN"
    case synSent = "SYN-SENT", synReceived = "SYN-RECEIVED", established = "ESTABLISHED"
    case finWait1 = "FIN-WAIT-1", finWait2 = "FIN-WAIT-2", closing = "CLOSING", timeWait = "TIME-WAIT"
    case closeWait = "CLOSE-WAIT", lastACK = "LAST-ACK"

    /// The state of this name, also as Figure 5 and netstat(8) abbreviate it; `nil` for what is no state of TCP.
    public init?(name: String) {
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
    public var isSynchronized: Bool {
        switch self {
        case .closed, .listen, .synSent, .synReceived: false
        default: true
        }
    }
}
