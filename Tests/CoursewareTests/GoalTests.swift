import Courseware
import Localization
import Testing
import Timelines

@Suite struct `A goal` {
    /// SYN at 0 s and 1 s; a is SYN-SENT from 0 s, entered twice, and ESTABLISHED from 2 s; the timeline ends at 5 s.
    private static let timeline: Timeline = {
        var builder = TimelineBuilder(participants: [
            .init(id: "a", name: "A", state: "CLOSED"), .init(id: "b", name: "B"),
        ])
        for second in [0, 1] as [Int64] {
            builder.send(
                Message(
                    from: 0, to: 1, label: "SYN", departure: .milliseconds(second * 1000),
                    fate: .arrives(.milliseconds(second * 1000 + 20))))
            builder.enter("SYN-SENT", of: 0, at: .milliseconds(second * 1000))
        }
        builder.enter(LocalizedText(en: "ESTABLISHED", zh: "ESTABLISHED"), of: 0, at: .milliseconds(2000))
        builder.note("end", over: 0...1, at: .milliseconds(5000))
        return builder.build().timeline
    }()

    private static let syn = EventPattern(.sent("SYN", isRetransmission: nil))
    private static let established = EventPattern(.state("ESTABLISHED"))
    private static let never = EventPattern(.lost(nil))

    @Test(
        arguments: [
            (.count(syn, 2...2), true), (.count(syn, 3...Int.max), false), (.count(syn, 0...1), false),
            (.count(never, 0...0), true),
            (.ends("a", state: "ESTABLISHED"), true), (.ends("a", state: "SYN-SENT"), false),
            (.ends("b", state: "ESTABLISHED"), false), (.ends("c", state: "ESTABLISHED"), false),
            (.lasts("a", state: "SYN-SENT", .seconds(2)), true),
            (.lasts("a", state: "SYN-SENT", .milliseconds(2001)), false),
            (.lasts("a", state: "ESTABLISHED", .seconds(3)), true),
            (.lasts("a", state: "ESTABLISHED", .milliseconds(3001)), false),
            (.lasts("a", state: "CLOSED", .zero), true), (.lasts("a", state: "CLOSED", .milliseconds(1)), false),
            (.lasts("b", state: "CLOSED", .zero), false),
            (.order(syn, established), true), (.order(established, syn), false), (.order(syn, never), false),
            (.order(never, syn), false), (.order(syn, syn), false),
            (.time(established, .milliseconds(2000) ... .milliseconds(2000)), true),
            (.time(established, .zero ... .milliseconds(1999)), false),
            (.time(established, .milliseconds(2001) ... .milliseconds(9000)), false),
            (.time(never, .zero ... .milliseconds(9000)), false),
            (.all([]), true), (.any([]), false),
            (.all([.count(syn, 2...2), .ends("a", state: "ESTABLISHED")]), true),
            (.all([.count(syn, 2...2), .ends("a", state: "CLOSED")]), false),
            (.any([.count(syn, 3...3), .ends("a", state: "ESTABLISHED")]), true),
            (.any([.count(syn, 3...3), .ends("a", state: "CLOSED")]), false),
            (.not(.count(syn, 2...2)), false), (.not(.not(.count(syn, 2...2))), true),
        ] as [(Goal, Bool)])
    func `is met by the timelines of which it is true`(goal: Goal, isMet: Bool) {
        #expect(goal.isMet(by: Self.timeline) == isMet)
    }

    @Test func `is not met by nothing at all`() {
        let nothing = Timeline(participants: [.init(id: "a", name: "A")], messages: [], timers: [], events: [])
        #expect(!Goal.ends("a", state: "CLOSED").isMet(by: nothing))
        #expect(!Goal.time(Self.syn, .zero ... .zero).isMet(by: nothing))
    }
}
