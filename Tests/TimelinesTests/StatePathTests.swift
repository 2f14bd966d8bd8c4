import Localization
import Testing
import Timelines

@Suite struct `The way of a connection from state to state` {
    private func timeline(_ tell: (inout TimelineBuilder) -> Void) -> Timeline {
        var builder = TimelineBuilder(participants: [
            Participant(id: "client", name: "Client", state: "CLOSED"), Participant(id: "server", name: "Server"),
        ])
        tell(&builder)
        return builder.build().timeline
    }

    private func told(_ path: [StateStep]) -> [String] {
        path.map {
            [$0.trigger?.name(.english) ?? "-", $0.deed?(.english) ?? "-", $0.state.rawValue].joined(separator: " ")
        }
    }

    private func segment(_ label: LocalizedText, at milliseconds: Int64) -> Message {
        Message(
            from: 1, to: 0, label: label, departure: .milliseconds(milliseconds - 20),
            fate: .arrives(.milliseconds(milliseconds)))
    }

    @Test func `is what a script says, each step with what led to it`() {
        let timeline = timeline { script in
            script.act("connect()", of: 0, at: .zero)
            script.enter("SYN-SENT", of: 0, at: .zero)
            script.send(segment("SYN,ACK", at: 40))
            script.enter("ESTAB", of: 0, at: .milliseconds(40))
            script.enter("tired", of: 0, at: .milliseconds(50))
            script.act("shutdown(SHUT_WR)", of: 0, at: .milliseconds(60))
            script.enter("FIN-WAIT-1", of: 0, at: .milliseconds(60))
            script.send(segment("RST", at: 100))
            script.enter("CLOSED", of: 0, at: .milliseconds(100))
        }
        #expect(
            told(timeline.statePath(of: "client", until: timeline.finish)) == [
                "- - CLOSED", "connect() connect() SYN-SENT", "SYN,ACK - ESTABLISHED",
                "close() shutdown(SHUT_WR) FIN-WAIT-1", "RST - CLOSED",
            ])
        #expect(
            told(timeline.statePath(of: "client", until: timeline.moment(at: .milliseconds(40)))).last
                == "SYN,ACK - ESTABLISHED")
        #expect(timeline.statePath(of: "server", until: timeline.finish).isEmpty)
        #expect(timeline.statePath(of: "client", connection: 2, until: timeline.finish).isEmpty)
    }

    @Test func `goes back to LISTEN when what was half-open is reset`() {
        for (label, words) in [("RST", "RST (passive)"), ("SYN", "new SYN")] as [(LocalizedText, String)] {
            let timeline = timeline { script in
                script.enter("LISTEN", of: 0, at: .zero)
                script.send(segment("SYN", at: 20))
                script.enter("SYN-RECEIVED", of: 0, at: .milliseconds(20))
                script.send(segment(label, at: 60))
                script.enter("LISTEN", of: 0, at: .milliseconds(60))
            }
            #expect(told(timeline.statePath(of: "client", until: timeline.finish)).last == "\(words) - LISTEN")
        }
    }

    @Test func `names nothing when what happened is no way that there is`() {
        let timeline = timeline { script in
            script.enter("SYN-SENT", of: 0, at: .zero)
            script.send(segment("Destination unreachable", at: 40))
            script.enter("CLOSED", of: 0, at: .milliseconds(40))
        }
        #expect(told(timeline.statePath(of: "client", until: timeline.finish)).last == "- - CLOSED")
    }

    @Test func `tells a timer from a segment and from a call`() {
        let timeline = timeline { script in
            script.enter("TIME-WAIT", of: 0, at: .zero)
            let timer = script.start("2MSL", of: 0, for: .seconds(60), at: .zero).timer
            script.fire(timer)
            script.enter("CLOSED", of: 0, at: .milliseconds(60_000))
        }
        #expect(told(timeline.statePath(of: "client", until: timeline.finish)).last == "2MSL over - CLOSED")
    }
}
