import Courseware
import Localization
import Testing
import Timelines

@testable import Study

@Suite struct `What comes of a fault` {
    /// A question and an answer; the fault loses the answer, and the question is asked again when the timer expires.
    private func timeline(losingAnswer isLost: Bool) -> Timeline {
        func message(_ label: LocalizedText, from sender: Int, at ms: Int64, isLost: Bool = false, again: Bool = false)
            -> Message
        {
            Message(
                from: sender, to: 1 - sender, label: label, isRetransmission: again, departure: .milliseconds(ms),
                fate: isLost ? .isLost(.milliseconds(ms + 5)) : .arrives(.milliseconds(ms + 10)))
        }
        var messages = [message("ask", from: 0, at: 0), message("answer", from: 1, at: 10, isLost: isLost)]
        var events = [
            Event(at: .zero, .sent(message: 0)), Event(at: .zero, .timerStarted(timer: 0)),
            Event(at: .milliseconds(10), .arrived(message: 0)), Event(at: .milliseconds(10), .sent(message: 1)),
        ]
        // Something that happens either way, in between.
        let between = Event(at: .milliseconds(12), .action(1, "rests"))
        if isLost {
            messages.append(message("ask", from: 0, at: 50, again: true))
            events += [
                between, Event(at: .milliseconds(15), .lost(message: 1)),
                Event(at: .milliseconds(50), .timerFired(timer: 0)),
                Event(at: .milliseconds(50), .sent(message: 2)), Event(at: .milliseconds(60), .arrived(message: 2)),
                Event(at: .milliseconds(60), .state(1, "BUSY")), Event(at: .milliseconds(70), .state(0, "DONE")),
            ]
        } else {
            events += [
                between, Event(at: .milliseconds(20), .arrived(message: 1)),
                Event(at: .milliseconds(20), .timerCancelled(timer: 0)),
                Event(at: .milliseconds(20), .state(0, "DONE")),
                Event(at: .milliseconds(20), .action(0, "reads")),
            ]
        }
        return Timeline(
            participants: [Participant(id: "a", name: "A"), Participant(id: "b", name: "B")], messages: messages,
            timers: [
                TimerRun(
                    owner: 0, name: "RTO", start: .zero, length: .milliseconds(50),
                    outcome: isLost ? .fires : .isCancelled(.milliseconds(20)))
            ],
            events: events)
    }

    private func asked(seed: UInt64 = 1) throws -> (prediction: Prediction, event: Int) {
        try #require(
            Prediction.consequence(
                asking: "?", after: 3, in: timeline(losingAnswer: true), insteadOf: timeline(losingAnswer: false),
                seed: seed))
    }

    @Test func `right is the first thing noticed that the other run does not have`() throws {
        let (prediction, event) = try asked()
        #expect(event == 6)
        #expect(prediction.choices.filter(\.isRight).map { $0.text(.english) } == ["A sees its RTO timer expire"])
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `wrong is what would have happened or comes later, never what happens as soon`(seed: UInt64) throws {
        let wrong = try asked(seed: seed).prediction.choices.filter { !$0.isRight }
        let reasons = Dictionary(uniqueKeysWithValues: wrong.map { ($0.text(.english), $0.because?(.english)) })
        #expect(wrong.count == 3)
        let allowed: [String: String] = [
            "A enters DONE": "That comes later.", "A: reads": "That would have happened without your change.",
            "B enters BUSY": "That comes later.",
        ]
        for (text, reason) in reasons { #expect(allowed[text] == reason, "\(text)") }
    }

    @Test func `the order is the seed's`() throws {
        let orders = try (0..<20).map { try asked(seed: $0).prediction.choices.map { $0.text(.english) } }
        #expect(Set(orders).count > 3)
        #expect(try asked(seed: 4).prediction == asked(seed: 4).prediction)
    }

    @Test func `nothing is asked when nothing comes of it`() {
        let clean = timeline(losingAnswer: false)
        #expect(Prediction.consequence(asking: "?", after: 3, in: clean, insteadOf: clean, seed: 1) == nil)
        #expect(Prediction.consequence(asking: "?", after: 99, in: clean, insteadOf: clean, seed: 1) == nil)
    }
}
