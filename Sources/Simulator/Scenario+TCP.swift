import Timelines

extension Scenario {
    /// Whether connections can come about on a node: its programs call TCP, somebody connects to it or floods it, or nobody
    /// knows what it does.
    ///
    /// A host that only pings has no state to show.
    func usesTCP(on node: Node) -> Bool {
        switch node.kind {
        case .router, .ethernetSwitch: return false
        case .external: return true
        case .host: break
        }
        return script.contains { $0.call.usesTCP && ($0.host == node.id || $0.call.peer == node.id) }
            || incidents.contains { incident in
                switch incident.kind {
                case .flood(_, node.id, _, _, _): true
                case .segment(let stray): stray.target.node == node.id
                default: false
                }
            }
            || nodes.contains { $0.kind == .external }
    }
}

extension Scenario.Call {
    fileprivate var usesTCP: Bool {
        switch self {
        case .ping, .goTo, .bind, .sendTo, .answer, .receiveFrom, .exit: false
        default: true
        }
    }

    /// Whom it connects to.
    fileprivate var peer: Participant.ID? { if case .connect(let peer, _, _, _) = self { peer } else { nil } }
}
