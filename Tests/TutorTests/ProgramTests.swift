import CellGrid
import Courseware
import Localization
import LocatedJSON
import Study
import Testing
import Timelines

@testable import Tutor

/// The player on top, if there is one.
private func playing(_ driven: Driven) -> PlayerScreen? {
    if case .player(let player) = driven.program.screens.last { player } else { nil }
}

private func asking(_ driven: Driven) -> QuizScreen? {
    if case .quiz(let quiz) = driven.program.screens.last { quiz } else { nil }
}

@Suite struct `Playing` {
    @Test func `a step is animated, and a second press finishes it`() throws {
        var driven = Driven()
        driven.press(.enter, .right)
        let begun = try #require(playing(driven))
        #expect(begun.page == 1 && begun.isAnimating)
        driven.wait(300)
        let midway = try #require(playing(driven))
        #expect(midway.show > 0 && midway.show < midway.stop(of: 1))
        driven.press(.right)
        let done = try #require(playing(driven))
        #expect(done.page == 1 && !done.isAnimating && done.show == done.stop(of: 1))
    }

    @Test func `the right arrow reads a text to its end before it goes on`() throws {
        var driven = Driven(Program.minimumSize)
        driven.press(.enter, .end)
        let closing = try #require(playing(driven))
        #expect(closing.page == closing.lastPage && closing.textScroll == 0)
        driven.press(.right)
        let read = try #require(playing(driven)?.textScroll)
        #expect(read > 0)
        for _ in 0..<20 { driven.press(.right) }
        let end = try #require(playing(driven))
        #expect(end.textScroll >= read && end.page == end.lastPage)
        let screen = driven.program.view().text
        #expect(screen.contains("Esc: the lessons.") && !screen.contains("▾"))
        driven.press(.left)
        #expect(playing(driven)?.page == end.lastPage - 1)
    }

    @Test func `nothing wakes a program that stands still`() {
        var driven = Driven()
        #expect(driven.program.wake == nil)
        driven.press(.enter)
        #expect(driven.program.wake == nil)
        driven.press(.right)
        #expect(driven.program.wake == PlayerScreen.frame)
        driven.wait(60_000)
        #expect(driven.program.wake == nil)
        driven.press(.character(" "))
        #expect(driven.program.wake != nil)
        driven.press(.character("?"))
        #expect(driven.program.wake == nil, "the help pauses everything")
    }

    @Test func `playing goes on through all steps, leaving time to read, and stops at the end`() throws {
        var driven = Driven()
        driven.press(.enter, .character(" "))
        driven.wait(600_000)
        let end = try #require(playing(driven))
        #expect(end.page == end.lastPage && !end.isPlaying)
        #expect(driven.program.progress.status(of: end.lesson) == .done)
    }

    @Test func `eight times the speed takes an eighth of the time`() throws {
        func shown(_ presses: Int) throws -> Int64 {
            var driven = Driven()
            driven.press(.enter)
            for _ in 0..<presses { driven.press(.character("+")) }
            driven.press(.right)
            driven.wait(100)
            return try #require(playing(driven)).show
        }
        #expect(try shown(3) == 8 * shown(0))
    }

    @Test func `going back is exact: a frame depends on the moment alone`() throws {
        var driven = Driven()
        driven.press(.enter)
        var frames: [String] = []
        for _ in 0..<4 {
            frames.append(driven.text)
            driven.press(.right, .right)
        }
        for frame in frames.reversed() {
            driven.press(.left)
            #expect(driven.text == frame)
        }
    }

    @Test func `without motion every step is there at once`() throws {
        var driven = Driven(Size(columns: 80, rows: 24), Appearance(reducedMotion: true))
        driven.press(.enter, .right)
        let player = try #require(playing(driven))
        #expect(player.show == player.stop(of: 1) && driven.program.wake == nil)
    }

    @Test(arguments: 0...9) func `a digit seeks to that tenth`(digit: Int) throws {
        var driven = Driven()
        driven.press(.enter, .character(Character("\(digit)")))
        let player = try #require(playing(driven))
        #expect(player.show == player.pacing.length * Int64(digit) / 10)
    }

    @Test func `the cursor walks over events without time passing`() throws {
        var driven = Driven()
        driven.press(.enter, .right, .right)
        let show = try #require(playing(driven)).show
        driven.press(.down, .down, .down)
        let moved = try #require(playing(driven))
        #expect(moved.show == show)
        let cursor = try #require(moved.cursor)
        driven.press(.character("g"))
        let there = try #require(playing(driven))
        #expect(there.moment.happened == cursor + 1)
    }

    @Test func `the cursor stands on nothing that is not drawn`() throws {
        var driven = Driven()
        driven.press(.enter)
        for _ in 0..<30 {
            driven.press(.down)
            #expect(driven.text.contains("▸"))
        }
        let player = try #require(playing(driven))
        #expect(player.timeline.message(of: try #require(player.cursor)) != nil)
    }

    @Test func `escape closes the details, then drops the cursor, then leaves the lesson`() {
        var driven = Driven()
        driven.press(.enter, .right, .right, .up, .enter)
        #expect(playing(driven)?.showsDetails == true)
        driven.press(.escape)
        #expect(playing(driven)?.showsDetails == false && playing(driven)?.cursor != nil)
        driven.press(.escape)
        #expect(playing(driven)?.cursor == nil)
        driven.press(.escape)
        #expect(driven.program.screens.isEmpty)
    }

    @Test func `what can be seen when a scene begins is not asked for`() throws {
        let lesson = """
            { "format": 1, "id": "seen", "track": "tcp", "order": 1, "minutes": 1, "title": { "en": "Seen", "zh": "看见" },
              "summary": { "en": "A server listens.", "zh": "服务器监听。" },
              "participants": [ { "id": "a", "name": "A" }, { "id": "b", "name": "B" } ],
              "timeline": [
                { "does": "listen()", "at": "b", "say": { "en": "It waits.", "zh": "它在等待。" }, "cite": "RFC 9293 §3.5" },
                { "send": "SYN", "from": "a", "to": "b", "say": { "en": "It asks.", "zh": "它发问。" }, "cite": "RFC 9293 §3.5" },
                { "send": "RST", "from": "b", "to": "a", "say": { "en": "No.", "zh": "不行。" }, "cite": "RFC 9293 §3.5" } ] }
            """
        var appearance = Appearance()
        appearance.reducedMotion = true
        var driven = Driven(
            Size(columns: 80, rows: 24), appearance,
            catalog: Catalog.load([SourceFile("lessons/seen.json", text: lesson)]).catalog)
        driven.press(.enter, .character("p"))
        #expect(driven.text.contains("listen()"))
        driven.press(.right)
        #expect(try #require(playing(driven)).page == 1)
        driven.press(.right)
        #expect(try #require(playing(driven)).question != nil)
    }

    @Test func `predicting asks before it shows, and says whether that was right`() throws {
        var driven = Driven()
        driven.press(.enter, .character("p"), .right)
        #expect(playing(driven)?.question != nil)
        #expect(!driven.text.contains("SYN,ACK seq"))
        driven.press(.enter)
        let player = try #require(playing(driven))
        #expect(player.question == nil && player.verdict != nil && player.page == 1)
        #expect(driven.text.contains("Right.") || driven.text.contains("It is:"))
    }

    @Test func `a lesson opens where it was left, and 'resume' finds it`() {
        var driven = Driven()
        driven.press(.enter, .right, .right, .right, .right, .escape)
        #expect(driven.effects.contains(.save))
        var later = Driven(progress: driven.program.progress)
        later.press(.character("c"))
        #expect(playing(later)?.page == 2)
        later.press(.escape, .enter)
        #expect(playing(later)?.page == 2)
    }
}

@Suite struct `Pacing of a scene` {
    @Test func `show time and moments map onto each other, monotonously`() {
        for lesson in Course.catalog.lessons {
            for scene in lesson.scenes {
                let pacing = Pacing(scene)
                var last = Moment.start
                for show in stride(from: Int64(0), through: pacing.length, by: 37) {
                    let moment = pacing.moment(at: show)
                    #expect(moment >= last)
                    last = moment
                }
                #expect(pacing.moment(at: pacing.length) == scene.timeline.finish)
                #expect(zip(pacing.stops, pacing.stops.dropFirst()).allSatisfy { $0 <= $1 })
                for (stop, moment) in zip(pacing.stops, scene.stops) {
                    #expect(pacing.moment(at: stop).happened >= moment.happened)
                }
            }
        }
    }
}

@Suite struct `Asking` {
    @Test func `a whole quiz by keys: right answers score, wrong ones come again`() throws {
        var driven = Driven()
        driven.press(.character("q"))
        while let screen = asking(driven), let posed = screen.session.current {
            answer(posed, rightly: posed.id != "text", &driven)
            #expect(asking(driven)?.session.currentFeedback?.isRight == (posed.id != "text"))
            driven.press(.enter)
        }
        let done = try #require(asking(driven))
        #expect(done.session.score == Score(right: 5, of: 6))
        #expect(driven.program.progress.best("hello") == Score(right: 5, of: 6))
        driven.press(.enter)
        #expect(asking(driven)?.session.questions.map(\.id) == ["text"])
    }

    /// Answers with the keys a learner would press.
    private func answer(_ posed: PosedQuestion, rightly: Bool, _ driven: inout Driven) {
        switch posed.form {
        case .choice(let choices):
            driven.press(.character(Character("\((choices.firstIndex { $0.isRight } ?? 0) + 1)")))
        case .several(let choices):
            for (place, choice) in choices.enumerated() where choice.isRight {
                driven.press(.character(Character("\(place + 1)")))
            }
        case .order(_, let right):
            for (row, item) in right.enumerated() {
                while let open = asking(driven)?.open, case .order(let shown, _) = posed.form,
                    let place = open.order.firstIndex(where: { shown[$0] == item.text }), place != row
                {
                    while let now = asking(driven)?.open?.row, now != place { driven.press(now < place ? .down : .up) }
                    driven.press(.character(" "), .up, .character(" "))
                }
            }
        case .number(let right, _, _): driven.type("\(right)")
        case .text: driven.type(rightly ? "rst" : "FIN")
        case .match(let shown, let pairs):
            for pair in pairs {
                driven.press(.character(Character("\((shown.firstIndex(of: pair.right) ?? 0) + 1)")))
            }
        case .point, .challenge, .recall: Issue.record("no question of the small course")
        }
        driven.press(.enter)
    }

    @Test func `'show me' opens the moment, and escape comes back to the question`() throws {
        var driven = Driven()
        driven.press(.character("q"), .enter, .character("s"))
        let shown = try #require(playing(driven))
        #expect(shown.timeline.events[shown.moment.happened - 1].anchor == "syn" || shown.cursor != nil)
        driven.press(.escape)
        #expect(asking(driven)?.session.position == 0)
    }

    @Test func `every answer is saved at once`() {
        var driven = Driven()
        driven.press(.character("q"))
        #expect(driven.effects.isEmpty)
        driven.press(.enter)
        #expect(driven.effects == [.save])
        #expect(driven.program.progress.answerCount == 1)
    }

    @Test func `letters go into a typed answer, not to the keys they are bound to`() {
        var driven = Driven()
        driven.press(.character("q"))
        for _ in 0..<4 { driven.press(.tab, .enter) }
        driven.type("Ql?")
        #expect(asking(driven)?.open?.typed == "Ql?")
        #expect(!driven.effects.contains(.quit))
    }

    @Test func `^U empties what has been typed, and the help says so`() {
        var driven = Driven()
        driven.press(.character("q"))
        for _ in 0..<4 { driven.press(.tab, .enter) }
        driven.type("SIN")
        driven.press(.control("u"))
        #expect(asking(driven)?.open?.typed == "")
        driven.type("FIN")
        #expect(asking(driven)?.open?.typed == "FIN")
        driven.press(.control("g"))
        #expect(driven.text.contains("^U") && driven.text.contains("empty the line"))
        driven.press(.escape, .escape, .character("/"))
        driven.type("look")
        driven.press(.control("u"))
        #expect(driven.program.catalogue.query == "")
    }

    @Test func `an unusable answer is explained and settles nothing`() {
        var driven = Driven()
        driven.press(.character("q"), .tab, .enter, .enter)
        #expect(asking(driven)?.session.currentFeedback == nil)
        #expect(driven.text.contains("Mark at least one choice"))
    }
}

@Suite struct `Everywhere` {
    @Test func `the language changes at any moment and is remembered`() {
        var driven = Driven()
        driven.press(.enter, .right, .right, .character("l"))
        #expect(driven.text.contains("客户端"))
        #expect(driven.program.progress.language?.value == .chinese)
        driven.press(.character("l"))
        #expect(driven.text.contains("Client"))
    }

    @Test func `a terminal without Chinese says so instead of showing question marks`() {
        var driven = Driven(
            Size(columns: 80, rows: 24),
            Appearance(language: .chinese, charset: .ascii, whyNoChinese: "This is a teletype."))
        #expect(driven.text.contains("A short hello"))
        driven.press(.character("l"))
        #expect(driven.text.contains("This is a teletype."))
    }

    @Test func `Q saves and quits`() {
        var driven = Driven()
        driven.press(.character("Q"))
        #expect(driven.effects == [.save, .quit])
    }

    @Test(arguments: [("unicode", Language.english), ("unicode", .chinese), ("ascii", .english)])
    func `no line of the help is cut at 80 columns`(charset: String, language: Language) {
        let appearance = Appearance(language: language, charset: charset == "ascii" ? .ascii : .unicode)
        let maps: [KeyMap] = [
            .catalogue, .player, .prediction, .question, .typing,
            .feedback, .summary, .why, .packet, .changes, .sliders, .challenges, .consequence, .briefing, .progress,
            .report,
            .reviewedInPart, .placed, .reviewFeedback,
        ]
        for map in maps {
            var tall = Grid(Size(columns: 80, rows: 80))
            HelpView(map: map, appearance: appearance).draw(into: &tall, in: tall.bounds)
            for binding in map.bindings {
                if case .seek = binding.action { continue }
                if case .pick = binding.action { continue }
                let help = appearance.charset.adapt(appearance.text(binding.help))
                #expect(tall.text.contains(help), "\(help)")
            }
        }
    }

    @Test func `every key in the help does what the table says, and no key has two meanings on one screen`() {
        let players = (0..<16).map { has in
            KeyMap.player(
                canChange: has & 1 != 0, hasChallenges: has & 2 != 0, hasPictures: has & 4 != 0,
                hasSliders: has & 8 != 0)
        }
        let sheets = [KeyMap.why, .packet, .changes, .sliders, .challenges, .consequence]
        for map in [KeyMap.catalogue, .player, .prediction, .question, .typing, .feedback, .summary] + players + sheets
        {
            let keys = map.bindings.flatMap(\.keys)
            #expect(Set(keys).count == keys.count)
            for binding in map.bindings {
                #expect(binding.keys.allSatisfy { map.action(for: $0) == binding.action })
                #expect(binding.help.missingLanguages.isEmpty)
            }
        }
    }

    @Test func `in a terminal that is too small one can only leave`() {
        var driven = Driven()
        driven.press(.character("q"))
        driven.send(.resize(Size(columns: 60, rows: 15)))
        #expect(driven.text.replacing("\n", with: " ").contains("60x15. Q leaves."))
        let before = asking(driven)?.session.position
        driven.press(.tab, .enter, .character(" "), .down, .escape, .character("?"), .character("l"))
        #expect(driven.effects.isEmpty)
        driven.send(.resize(Size(columns: 80, rows: 24)))
        #expect(asking(driven)?.session.currentFeedback == nil && asking(driven)?.session.position == before)
        #expect(driven.program.help == nil && driven.program.appearance.language == .english)
        driven.send(.resize(Size(columns: 60, rows: 15)))
        driven.press(.character("Q"))
        #expect(driven.effects == [.save, .quit])
    }

    @Test func `what is not saved is not left behind on a screen that cannot be seen`() {
        var driven = Driven()
        driven.send(.saved(.failed("the disk is full")), .resize(Size(columns: 60, rows: 15)))
        driven.press(.character("Q"))
        #expect(driven.effects == [.save])
        #expect(
            driven.text.replacing("\n", with: " ").contains(
                "Your last answers are not saved. q leaves all the same."))
        driven.press(.character("x"), .character("q"))
        #expect(driven.effects == [.save, .save, .quit])
    }

    @Test func `clicks choose what they hit and the wheel scrolls`() throws {
        var driven = Driven()
        let line = try #require(
            driven.text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
                $0.contains("Looking up")
            })
        driven.send(.mouse(Mouse(.click, column: 8, row: line)))
        #expect(driven.program.catalogue.selected == "names")
        driven.send(.mouse(Mouse(.wheelUp, column: 8, row: line)))
        driven.press(.enter, .end)
        let layout = PlayerLayout(
            size: driven.program.size, player: try #require(playing(driven)), appearance: Appearance())
        driven.send(.mouse(Mouse(.click, column: layout.timeBar.lowerBound, row: layout.timeBarRow)))
        #expect(playing(driven)?.show == 0)
        let row = try #require(
            driven.text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
                $0.contains("SYN") && $0.contains("seq")
            })
        driven.send(.mouse(Mouse(.click, column: 40, row: row)))
        let cursor = try #require(playing(driven)?.cursor)
        #expect(playing(driven)?.timeline.events[cursor].anchor == "syn")
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func `no sequence of inputs traps or leaves a frame of another size`(
        seed: UInt64
    ) {
        var random = SplitMix64(seed: seed)
        var driven = Driven()
        let keys: [Key] =
            [
                .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab, .backspace,
                .delete,
                .control("l"),
            ] + "lmq?rtvVcpgkjnb +-,.0123456789[]<>/sxé中".map { .character($0) }
        for _ in 0..<120 {
            switch random.next() % 12 {
            case 0: driven.send(.resize(Size(columns: Int(random.next() % 200), rows: Int(random.next() % 60))))
            case 1:
                let action: [Mouse.Action] = [.click, .wheelUp, .wheelDown]
                driven.send(
                    .mouse(
                        Mouse(
                            action[Int(random.next() % 3)], column: Int(random.next() % 200),
                            row: Int(random.next() % 60))))
            case 2: driven.wait(Int64(random.next() % 3000))
            default: driven.press(keys[Int(random.next() % UInt64(keys.count))])
            }
            #expect(driven.program.view().size == driven.program.size)
        }
    }
}
