import Testing
import Timelines

@Suite struct `The states of a connection` {
    @Test func `are known by the names of the RFC and of netstat`() {
        for state in ConnectionState.allCases { #expect(ConnectionState(name: state.rawValue) == state) }
        #expect(ConnectionState(name: "syn_recv") == .synReceived && ConnectionState(name: "ESTAB") == .established)
        #expect(ConnectionState(name: "TIME_WAIT") == .timeWait && ConnectionState(name: "waiting") == nil)
    }

    /// RFC 9293 Figure 5, each arrow as the figure has it.
    @Test(arguments: [
        (ConnectionState.closed, ConnectionState.Trigger.passiveOpen, ConnectionState.listen),
        (.closed, .activeOpen, .synSent), (.listen, .close, .closed), (.listen, .syn, .synReceived),
        (.listen, .activeOpen, .synSent), (.synSent, .close, .closed), (.synSent, .syn, .synReceived),
        (.synSent, .synACK, .established), (.synReceived, .passiveReset, .listen),
        (.synReceived, .ackOfSYN, .established), (.synReceived, .close, .finWait1), (.established, .close, .finWait1),
        (.established, .fin, .closeWait), (.finWait1, .ackOfFIN, .finWait2), (.finWait1, .fin, .closing),
        (.finWait2, .fin, .timeWait), (.closing, .ackOfFIN, .timeWait), (.closeWait, .close, .lastACK),
        (.lastACK, .ackOfFIN, .closed), (.timeWait, .twoMSL, .closed),
        // Note 2.
        (.finWait1, .finAndACK, .timeWait),
    ])
    func `have the ways of the figure`(
        from: ConnectionState, trigger: ConnectionState.Trigger, target: ConnectionState
    ) {
        #expect(from.ways.contains { $0.trigger == trigger && $0.target == target })
    }

    @Test func `have each way once, and none that leads nowhere`() {
        for state in ConnectionState.allCases {
            #expect(Set(state.ways).count == state.ways.count && !state.successors.contains(state))
            // A RST ends every connection (§3.10.7).
            if state != .closed, state != .listen {
                #expect(state.ways.contains { $0.trigger == .reset && $0.target == .closed })
            }
            #expect(state.suddenEnds.allSatisfy { $0.target == .closed && state.ways.contains($0) })
        }
        let used = Set(ConnectionState.allCases.flatMap(\.ways).map(\.trigger))
        #expect(used == Set(ConnectionState.Trigger.allCases))
    }
}
