import CellGrid
import Localization
import TestSupport
import Testing
import Timelines

@testable import Ladder

/// Three participants, one of whom sends a frame that the others hear, unless it is lost on the way to them.
private func broadcast(from sender: Int, losing lost: Set<Int> = []) -> Timeline {
    var builder = TimelineBuilder(participants: ["A", "B", "C"].map { Participant(id: $0, name: LocalizedText($0)) })
    let messages = (0..<3).filter { $0 != sender }.map { receiver in
        Message(
            from: sender, to: receiver, label: "WHO", fields: [.init("dst", "255.255.255.255")], spotlight: ["dst"],
            departure: .zero,
            fate: lost.contains(receiver) ? .isLost(.milliseconds(6)) : .arrives(.milliseconds(10)))
    }
    _ = builder.broadcast(messages)
    return builder.build().timeline
}

/// Frames before, in the middle of and after what happens, below each other.
private func course(
    of timeline: Timeline, _ settings: LadderSettings = LadderSettings(), form: LadderPane.Form = .compact,
    rows: Int = 4
) -> String {
    [.start, timeline.moment(at: .milliseconds(5)), timeline.finish].map { moment in
        picture(timeline, at: moment, columns: 41, rows: rows, settings: settings, form: form)
    }.joined(separator: "\n\n")
}

@Suite struct `A broadcast on the ladder` {
    @Test(arguments: ["A", "B", "C"]) func `has a head at each receiver`(sender: String) {
        let timeline = broadcast(from: ["A", "B", "C"].firstIndex(of: sender) ?? 0)
        expectGolden(course(of: timeline), "broadcast-from-\(sender)")
        expectGolden(course(of: timeline, LadderSettings(charset: .ascii)), "broadcast-from-\(sender)-ascii")
    }

    @Test func `ends in a cross where it is lost`() {
        expectGolden(course(of: broadcast(from: 0, losing: [2])), "broadcast-lost-behind")
        expectGolden(course(of: broadcast(from: 0, losing: [1])), "broadcast-lost-before")
        expectGolden(course(of: broadcast(from: 1, losing: [0])), "broadcast-lost-on-one-side")
        expectGolden(course(of: broadcast(from: 0, losing: [1, 2])), "broadcast-lost-for-all")
    }

    @Test func `slants to each receiver in true time, with one label`() {
        let frames = course(of: broadcast(from: 1), form: .trueTime(zoom: 0), rows: 9)
        expectGolden(frames, "broadcast-true-time")
        #expect(frames.components(of: "WHO") == 3, "one label in each of three frames")
    }

    @Test func `is measured by the room between its outermost receivers`() {
        let timeline = broadcast(from: 1), settings = LadderSettings()
        #expect(LadderFit(timeline, columns: 30, settings: settings).widest == nil)
        #expect(CompactLayout.showsSpotlights(of: timeline, columns: 41, asWellAs: 80, settings))
        #expect(!CompactLayout.showsSpotlights(of: timeline, columns: 20, asWellAs: 80, settings))
    }
}

@Suite struct `Branches side by side` {
    @Test func `are solid as far down as anything has happened`() {
        var builder = TimelineBuilder(participants: ["A", "B"].map { Participant(id: $0, name: LocalizedText($0)) })
        builder.send(Message(from: 0, to: 1, label: "X", departure: .zero, fate: .arrives(.milliseconds(20))))
        builder.send(Message(from: 1, to: 0, label: "Y", departure: .zero, fate: .arrives(.milliseconds(10))))
        let timeline = builder.build().timeline
        #expect(!picture(timeline, at: timeline.finish, columns: 30, rows: 6).contains("┊"))
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of text: String) -> Int {
        split(separator: text, omittingEmptySubsequences: false).count - 1
    }
}
