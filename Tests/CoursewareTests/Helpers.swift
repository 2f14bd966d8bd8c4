import Courseware
import Localization
import LocatedJSON
import Timelines

/// A lesson file `x.json` between a client and a server; `timeline` and `rest` begin on lines of their own.
func lessonFile(timeline: String, rest: String = "") -> SourceFile {
    SourceFile(
        "x.json",
        text: """
            { "format": 1, "id": "x", "track": "tcp", "title": "X", "summary": "S", "delay": "10ms",
            "participants": [ { "id": "client", "name": "C", "state": "CLOSED" }, { "id": "server", "name": "S" } ],
            \(rest)"timeline": [
            \(timeline)
            ] }
            """)
}

/// The main scene of a lesson with this timeline.
func scene(_ timeline: String) -> Scene? { LessonDecoder.decode(lessonFile(timeline: timeline)).document?.scenes.first }

/// What is wrong with a lesson with this timeline; the timeline's first line is line 4.
func faults(_ timeline: String, rest: String = "") -> [String] {
    LessonDecoder.decode(lessonFile(timeline: timeline, rest: rest)).diagnostics.map(\.text)
}

extension Diagnostic {
    /// The description without the name of the file.
    var text: String { String(description.drop { $0 != ":" }.dropFirst()) }
}

extension Timeline {
    /// One line for each event: its instant in milliseconds, what happened, and its anchor after `#`.
    var trace: String {
        events.map { event in
            let when = (event.instant - .zero).text
            return "\(when): \(words(for: event.kind))" + (event.anchor.map { " #\($0)" } ?? "")
        }.joined(separator: "\n")
    }

    private func words(for kind: Event.Kind) -> String {
        func name(_ index: Int) -> String { participants[index].id }
        switch kind {
        case .sent(let index):
            let message = messages[index]
            let sender = message.outside == .sender ? "outside" : name(message.sender)
            let receiver = message.outside == .receiver ? "outside" : name(message.receiver)
            return "\(sender) sends \(message.label(.english)) to \(receiver)"
        case .arrived(let index): return "\(messages[index].label(.english)) arrives"
        case .lost(let index): return "\(messages[index].label(.english)) is lost"
        case .state(let owner, let state): return "\(name(owner)) is \(state(.english))"
        case .timerStarted(let timer): return "\(timers[timer].name(.english)) starts for \(timers[timer].length.text)"
        case .timerCancelled(let timer): return "\(timers[timer].name(.english)) is cancelled"
        case .timerFired(let timer): return "\(timers[timer].name(.english)) fires"
        case .table(let change):
            let changes = change.set.map { "+\($0.key)=\($0.value(.english))" } + change.removed.map { "-\($0)" }
            return "\(name(change.owner)) \(change.name(.english)) \(changes.joined(separator: " "))"
        case .action(let owner, let text): return "\(name(owner)) does \(text(.english))"
        case .note(let over, let text): return "note \(over.lowerBound)...\(over.upperBound) \(text(.english))"
        case .phase(let title): return "phase \(title(.english))"
        case .divider(let title): return "divider \(title(.english))"
        case .gap(let title, let span): return "gap of \(span.text) \(title(.english))"
        case .work(let owner, let begins): return "\(name(owner)) \(begins ? "begins" : "ends") work"
        case .created(let owner): return "\(name(owner)) is created"
        case .destroyed(let owner): return "\(name(owner)) is destroyed"
        }
    }
}

/// A lesson file `x.json` of a client that connects to a server and sends 100 bytes, 20 ms away.
///
/// What is given begins on a line of its own: `members` on line 8. The run has events enough to count on:
///
///     0 ms   server: listen(4), LISTEN, accept()       20 ms   SYN arrives, SYN,ACK leaves       60 ms   ACK, then data arrive
///     0 ms   client: connect(), SYN, SYN-SENT           40 ms   SYN,ACK arrives; ACK, data leave   100 ms  the server's ACK leaves
func simulatedFile(_ members: String) -> SourceFile {
    SourceFile(
        "x.json",
        text: """
            { "format": 1, "id": "x", "track": "tcp", "title": "X", "summary": "S",
            "scenario": {
            "hosts": [ { "id": "client", "address": "192.0.2.10", "isn": 1000, "profile": "linux-before-6.5" },
            { "id": "server", "address": "198.51.100.20", "isn": 5000, "profile": "linux-before-6.5" } ],
            "do": [ { "host": "server", "listen": 443 }, { "host": "server", "accept": true },
            { "host": "client", "connect": "server:443" }, { "host": "client", "send": "100B" } ]
            }\(members.isEmpty ? "" : ",")
            \(members) }
            """)
}

/// What is wrong with a simulated lesson with these members; their first line is line 8.
func simulationFaults(_ members: String) -> [String] {
    LessonDecoder.decode(simulatedFile(members)).diagnostics.map(\.text)
}

/// The simulated lesson with these members, if nothing is wrong with it.
func simulatedLesson(_ members: String) -> Lesson? { LessonDecoder.decode(simulatedFile(members)).document }
