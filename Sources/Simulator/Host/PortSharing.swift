import Timelines

/// What a socket says about others on its port.
struct PortSharing: Hashable, Sendable {
    /// SO_REUSEADDR.
    var reusesAddress = false
    /// SO_REUSEPORT.
    var sharesPort = false

    init() {}

    /// What the options say, the last of each kind.
    init(_ options: [Scenario.SocketOption]) { for option in options { apply(option) } }

    /// Changes what an option is about, if it is one of these.
    mutating func apply(_ option: Scenario.SocketOption) {
        switch option {
        case .reuseAddress(let isOn): reusesAddress = isOn
        case .reusePort(let isOn): sharesPort = isOn
        case .keepAlive, .noDelay, .userTimeout: return
        }
    }
}

/// Who may bind a port (socket(7), ip(7); measured on Linux 6.18).
///
///     on the port already            a new socket may have it
///     a listener                     when both have SO_REUSEPORT
///     a connection, or TIME-WAIT     when both have SO_REUSEADDR, or both SO_REUSEPORT
extension Host {
    /// Why a port cannot be bound; `nil` when it can.
    func reasonNotToBind(_ port: UInt16, _ wanted: PortSharing) -> Rule? {
        let listening = listeners.values.filter { $0.name.port == port }
        if listening.contains(where: { !(wanted.sharesPort && $0.sharing.sharesPort) }) { return .portIsListenedOn }
        let others = connections.filter { $0.key.local.port == port }.map { sockets[$0.value].sharing }
        let obstacles = others.filter { other in
            !(wanted.reusesAddress && other.reusesAddress) && !(wanted.sharesPort && other.sharesPort)
        }
        guard !obstacles.isEmpty else { return nil }
        return wanted.reusesAddress ? .oldSocketLacksFlag : .addressInUse
    }
}
