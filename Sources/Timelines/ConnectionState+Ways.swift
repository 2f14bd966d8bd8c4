public import Localization

extension ConnectionState {
    /// What leads from one state to another.
    public enum Trigger: CaseIterable, Hashable, Sendable {
        case passiveOpen, activeOpen, close, abort
        case syn, synACK, ackOfSYN, fin, ackOfFIN, finAndACK, reset
        /// A RST for a connection that came from LISTEN.
        case passiveReset
        /// The SYN of a new connection between the same ends; where one is half-open, for one that came from LISTEN.
        case newSYN
        /// Nobody answers: the user timeout, or too many retransmissions.
        case timeout
        case twoMSL

        /// Its name, where the state that it leads from is known.
        public var name: LocalizedText {
            switch self {
            case .passiveOpen: "listen()"
            case .activeOpen: "connect()"
            case .close: "close()"
            case .abort: LocalizedText(en: "abort", zh: "中止")
            case .syn: "SYN"
            case .synACK: "SYN,ACK"
            case .ackOfSYN: LocalizedText(en: "ACK of SYN", zh: "确认己方SYN")
            case .fin: "FIN"
            case .ackOfFIN: LocalizedText(en: "ACK of FIN", zh: "确认己方FIN")
            case .finAndACK: LocalizedText(en: "FIN + ACK of FIN", zh: "FIN且确认己方FIN")
            case .reset: "RST"
            case .passiveReset: LocalizedText(en: "RST (passive)", zh: "RST（被动方）")
            case .newSYN: LocalizedText(en: "new SYN", zh: "新的SYN")
            case .timeout: LocalizedText(en: "timeout", zh: "超时")
            case .twoMSL: LocalizedText(en: "2MSL over", zh: "2MSL到时")
            }
        }

        /// Whether the application does it.
        public var isCall: Bool { [.passiveOpen, .activeOpen, .close, .abort].contains(self) }

        /// Whether it ends a connection without the other side's consent.
        public var isSudden: Bool { [.abort, .reset, .timeout].contains(self) }
    }

    /// A way from a state to another.
    public struct Way: Hashable, Sendable {
        /// What leads along it.
        public var trigger: Trigger
        /// Where it leads.
        public var target: ConnectionState
    }

    /// Every way out of this state: Figure 5 with its notes, and those that §3.6.1 and §3.10 add to it.
    ///
    /// Where CLOSE does the same as ABORT, only CLOSE is listed.
    public var ways: [Way] {
        func way(_ trigger: Trigger, _ target: ConnectionState) -> Way { Way(trigger: trigger, target: target) }
        let ends = [way(.reset, .closed), way(.abort, .closed), way(.timeout, .closed)]
        switch self {
        case .closed: return [way(.passiveOpen, .listen), way(.activeOpen, .synSent)]
        case .listen: return [way(.syn, .synReceived), way(.activeOpen, .synSent), way(.close, .closed)]
        case .synSent:
            return [
                way(.syn, .synReceived), way(.synACK, .established), way(.reset, .closed), way(.close, .closed),
                way(.timeout, .closed),
            ]
        case .synReceived:
            // FIN: an ACK that also carries it passes through ESTABLISHED at once (§3.10.7.4).
            return [
                way(.ackOfSYN, .established), way(.close, .finWait1), way(.fin, .closeWait),
                way(.passiveReset, .listen), way(.newSYN, .listen),
            ] + ends
        case .established: return [way(.close, .finWait1), way(.fin, .closeWait)] + ends
        case .finWait1:
            return [way(.ackOfFIN, .finWait2), way(.fin, .closing), way(.finAndACK, .timeWait)] + ends
        case .finWait2: return [way(.fin, .timeWait)] + ends
        case .closing: return [way(.ackOfFIN, .timeWait)] + ends
        case .closeWait: return [way(.close, .lastACK)] + ends
        case .lastACK: return [way(.ackOfFIN, .closed)] + ends
        // A new connection may take its place (§3.6.1, MAY-2).
        case .timeWait:
            return [
                way(.twoMSL, .closed), way(.reset, .closed), way(.abort, .closed), way(.newSYN, .synReceived),
            ]
        }
    }

    /// The ways on which a connection ends without the other side's consent.
    public var suddenEnds: [Way] { ways.filter { $0.target == .closed && ($0.trigger.isSudden || self == .synSent) } }

    /// The states to which the ways lead, each once.
    public var successors: [ConnectionState] {
        ways.map(\.target).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
