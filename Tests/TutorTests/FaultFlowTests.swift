import CellGrid
import Courseware
import Localization
import Simulator
import Study
import Testing
import Timelines

@testable import Tutor

@Suite struct `Changing what happens` {
    /// A program at the lesson with the cursor on the message with this place.
    private func pointing(at message: Int, _ look: Look = .english80x24) -> Driven {
        var driven = SimulatedCourse.opened(look)
        driven.point(at: message)
        return driven
    }

    /// The words of the choices, the right one first.
    private func choices(_ driven: Driven) -> [String] {
        guard case .choice(let choices) = driven.player?.question?.posed.form else { return [] }
        return (choices.filter(\.isRight) + choices.filter { !$0.isRight }).map { $0.text(.english) }
    }

    @Test func `the simulated course has no faults`() { #expect(SimulatedCourse.loaded.diagnostics == []) }

    @Test func `dropping the SYN-ACK asks what comes of it, and the timer is right`() throws {
        var driven = pointing(at: 1)
        driven.press(.character("x"))
        let player = try #require(driven.player)
        #expect(player.changes.faults == [Fault(.drop, .message(2))])
        #expect(player.timeline.messages[1].isLost)
        #expect(
            player.question?.posed.ask(.english)
                == "You dropped the SYN,ACK. What will happen first because of it?")
        #expect(player.question?.posed.ask(.chinese) == "你丢掉了“SYN,ACK”。由此最先发生的会是什么？")
        #expect(choices(driven).first == "Client sees its RTO timer expire")
        #expect(choices(driven).count == 4)
    }

    @Test func `after a change the show stands where the message has just left, and what came before is the same`()
        throws
    {
        var driven = pointing(at: 1)
        let before = try #require(driven.player).timeline
        driven.press(.character("x"))
        let player = try #require(driven.player)
        let departure = try #require(player.timeline.departures[1])
        #expect(player.moment == Moment(.milliseconds(20), happened: departure + 1))
        #expect(player.timeline.events.prefix(departure + 1) == before.events.prefix(departure + 1))
        #expect(!player.isPlaying && !player.isAnimating)
    }

    @Test func `the answer plays on to what was asked about`() throws {
        var driven = pointing(at: 1)
        driven.press(.character("x"), .enter)
        driven.wait(60_000)
        let player = try #require(driven.player)
        #expect(player.question == nil && player.verdict != nil)
        let fired = player.timeline.events.prefix(player.moment.happened).contains {
            if case .timerFired = $0.kind { true } else { false }
        }
        #expect(fired)
    }

    @Test func `the question can be skipped or put off, and the change stays`() throws {
        for key in [Key.right, .escape] {
            var driven = pointing(at: 1)
            driven.press(.character("x"), key)
            let player = try #require(driven.player)
            #expect(player.question == nil && player.changes.items.count == 1)
            #expect(player.isAnimating == (key == .right))
            #expect(player.pageAfterQuestion == nil)
        }
    }

    @Test func `the same key again takes the change back, and the frame is as it was`() throws {
        var driven = SimulatedCourse.opened()
        driven.press(.right, .right, .right, .right)
        driven.press(.character("x"))
        #expect(driven.text.contains("1 change"))
        driven.press(.character("x"))
        let player = try #require(driven.player)
        #expect(player.changes.isEmpty && player.question == nil)
        #expect(player.timeline == player.original.timeline)
        #expect(!driven.text.contains("change"))
    }

    @Test func `a delay grows with every press until it is gone`() throws {
        var driven = pointing(at: 0)
        var delays: [Span?] = []
        for _ in 0...Changes.delays.count {
            driven.press(.character("d"))
            if case .delay(let span) = driven.player?.changes.faults.first?.effect {
                delays.append(span)
            } else {
                delays.append(nil)
            }
        }
        #expect(delays == Changes.delays + [nil])
    }

    @Test func `2 duplicates the packet under the cursor, and seeks where there is none`() throws {
        var driven = SimulatedCourse.opened()
        driven.press(.character("2"))
        #expect(try #require(driven.player).changes.isEmpty)
        #expect(try #require(driven.player).show > 0)
        driven.point(at: 3)
        driven.press(.character("2"))
        #expect(try #require(driven.player).changes.faults == [Fault(.duplicate, .message(4))])
        #expect(try #require(driven.player).timeline.messages[4].isCopy)
        driven.press(.escape, .right)
        #expect(driven.text.contains("copy"))
    }

    @Test func `o lets the next packet overtake`() throws {
        var driven = pointing(at: 3)
        driven.press(.character("o"))
        let messages = try #require(driven.player).timeline.messages
        #expect(messages[3].end > messages[4].end)
    }

    @Test func `u undoes one change after the other, and says when there is none left`() throws {
        var driven = pointing(at: 0)
        driven.press(.character("x"), .escape)
        driven.point(at: 1)
        driven.press(.character("x"), .escape)
        #expect(try #require(driven.player).changes.items.count == 2)
        driven.press(.character("u"))
        #expect(try #require(driven.player).changes.faults == [Fault(.drop, .message(1))])
        driven.press(.character("u"))
        #expect(try #require(driven.player).changes.isEmpty)
        driven.press(.character("u"))
        #expect(driven.program.notice == "Nothing has been changed.")
    }

    @Test func `any change can be taken back from the list`() throws {
        var driven = pointing(at: 0)
        driven.press(.character("x"), .escape)
        driven.point(at: 1)
        driven.press(.character("d"), .escape, .character("f"))
        #expect(driven.text.contains("drop #1 SYN") && driven.text.contains("delay #2 SYN by 100 ms"))
        driven.press(.up, .enter)
        #expect(try #require(driven.player).changes.faults == [Fault(.delay(.milliseconds(100)), .message(2))])
        driven.press(.character("x"))
        #expect(try #require(driven.player).changes.isEmpty && driven.player?.sheet == nil)
    }

    @Test func `without a packet under the cursor the program says what it needs`() throws {
        var driven = SimulatedCourse.opened()
        driven.press(.character("x"))
        #expect(try #require(driven.player).changes.isEmpty)
        #expect(driven.program.notice == "Put the cursor on a packet first, with the up and down arrows.")
    }

    @Test func `a scripted lesson has no keys that change it`() throws {
        var driven = Driven(catalog: SimulatedCourse.catalog)
        driven.program.open(lesson: "hello")
        driven.press(.right, .right)
        let before = driven.text
        driven.press(
            .character("x"), .character("d"), .character("o"), .character("u"), .character("f"), .character("C"))
        #expect(driven.text == before)
        #expect(!driven.text.contains("drop"))
    }

    @Test func `c puts the run without changes beside the changed one, at the same instant`() throws {
        var driven = pointing(at: 1, Look.all[3])
        driven.press(.character("x"), .enter)
        driven.wait(60_000)
        driven.press(.character("c"))
        #expect(driven.text.contains("Hello, TCP, 1 change"))
        #expect(driven.text.contains("2MSL 60 s"), "the clean run is far ahead")
        // The cursor beyond the end of the shorter run must not be looked for there.
        for _ in 0..<80 { driven.press(.down) }
        driven.press(.character("t"))
        #expect(driven.text.contains("Hello, TCP, 1 change"))
        driven.press(.character("u"))
        #expect(try #require(driven.player).comparesClean == false)
    }

    @Test func `what the learner makes of a scene is not counted as having seen the author's`() throws {
        var driven = pointing(at: 0)
        driven.press(.character("x"), .enter, .end)
        #expect(driven.program.progress.lessons["hello-tcp"] == nil)
        driven.press(.character("u"), .end)
        #expect(driven.program.progress.status(of: try #require(driven.player).lesson) == .done)
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `whatever is changed, the fault meets its message and the right answer is what comes first`(seed: UInt64)
        throws
    {
        var random = SplitMix64(seed: seed)
        var driven = SimulatedCourse.opened()
        for _ in 0..<4 {
            let count = try #require(driven.player).timeline.messages.count
            let target = Int(random.draw(from: 0...Int64(count - 1)))
            driven.point(at: target)
            let key = try #require(random.shuffled(Array("xxd2o")).first)
            driven.press(.character(key))
            let player = try #require(driven.player)
            if key == "x", player.changes.faults.contains(Fault(.drop, .message(target + 1))) {
                #expect(player.timeline.messages[target].isLost)
            }
            try expectRightIsFirst(player, after: target)
            #expect(driven.text.contains("change") == !player.changes.isEmpty)
            if player.question != nil { driven.press(.escape) }
        }
    }

    /// Checks that no choice comes true before the right one, or with it.
    private func expectRightIsFirst(_ player: PlayerScreen, after message: Int) throws {
        guard case .choice(let choices) = player.question?.posed.form else { return }
        let timeline = player.timeline
        let departure = try #require(timeline.departures[message])
        func first(_ text: LocalizedText) -> Instant? {
            timeline.events.indices.first { $0 > departure && timeline.words(forEvent: $0) == text }
                .map { timeline.events[$0].instant }
        }
        #expect(choices.count { $0.isRight } == 1)
        #expect(Set(choices.map(\.text)).count == choices.count)
        let right = try #require(choices.first { $0.isRight }.flatMap { first($0.text) })
        for wrong in choices where !wrong.isRight {
            #expect(first(wrong.text).map { $0 > right } ?? true, "\(wrong.text(.english))")
            #expect(wrong.because != nil)
        }
    }
}
