import CellGrid
import Localization
import Testing
import Tutor

@testable import Runtime

/// Plays back events, and keeps what it was shown and how long it was to wait.
private struct ScriptedTerminal: TerminalBackend {
    var size = Size(columns: 20, rows: 1)
    var events: [TerminalEvent]
    var frames: [String] = []
    var timeouts: [Int64?] = []
    var descriptor: Int32?

    mutating func listen(to descriptor: Int32) { self.descriptor = descriptor }

    mutating func standAside(while body: () -> Void) {
        body()
        size = Size(columns: 30, rows: 2)
    }

    mutating func show(_ frame: Grid) { frames.append(frame.text) }

    mutating func nextInput(timeoutMilliseconds: Int64?) -> TerminalEvent {
        timeouts.append(timeoutMilliseconds)
        // Nothing is there yet: only a wait with an end can end.
        if timeoutMilliseconds == 0 {
            guard case .input = events.first else { return .timeout }
        }
        return events.isEmpty ? .stop(.endOfInput) : events.removeFirst()
    }
}

/// Writes down every input; `q` quits, `s` saves, and after `p` it wants a tick every 33 ms.
private struct Diary: InteractiveProgram {
    var lines: [String] = []
    var wake: Int64?

    mutating func update(_ input: Input, at now: WallTime) -> [Effect] {
        switch input {
        case .key(.character(let letter)):
            lines.append(String(letter))
            if letter == "p" { wake = 33 }
            return letter == "q"
                ? [.quit] : letter == "s" ? [.save] : letter == "e" ? [.edit(path: "a", line: 3)] : []
        case .tick: lines.append("tick@\(now.milliseconds)")
        case .resize(let size): lines.append("\(size.columns)x\(size.rows)")
        case .saved(.failed(let reason)): lines.append("failed: \(reason(.english))")
        case .saved: lines.append("saved")
        case .loaded: lines.append("loaded")
        case .files(let readings): lines.append("files \(readings.map(\.path).joined(separator: " "))")
        case .edited(let complaint): lines.append("edited \(complaint == nil)")
        case .restored(_, let notice): lines.append(notice(.english))
        case .key, .mouse: lines.append("?")
        }
        return []
    }

    func view() -> Grid {
        var grid = Grid(Size(columns: 20, rows: 1))
        grid.write(lines.last ?? "", column: 0, row: 0)
        return grid
    }
}

private struct StoppedClock: WallClock {
    func now() -> WallTime { WallTime(milliseconds: 7) }
}

private func key(_ letter: Character) -> TerminalEvent { .input(.key(.character(letter))) }

private func run(
    _ events: [TerminalEvent], perform: (Effect, Diary) -> Input? = { _, _ in nil }
) -> (EventLoop.Outcome, Diary, ScriptedTerminal) {
    var program = Diary(), terminal = ScriptedTerminal(events: events)
    let outcome = EventLoop.run(program: &program, terminal: &terminal, clock: StoppedClock(), perform: perform)
    return (outcome, program, terminal)
}

@Test func `the program learns its size, is shown, and takes keys until it quits`() {
    let (outcome, program, terminal) = run([key("a"), key("q"), key("b")])
    #expect(outcome == .quit)
    #expect(program.lines == ["20x1", "a", "q"])
    #expect(terminal.frames == ["20x1"])  // both keys were there already, and after the last there is nothing to show
}

@Test func `a program that wants no tick sleeps without an end`() {
    let (_, _, terminal) = run([key("a")])
    #expect(terminal.timeouts == [nil, 0, nil])
}

@Test func `a program that moves gets its ticks`() {
    let (_, program, terminal) = run([key("p"), .timeout, .timeout, key("q")])
    #expect(program.lines == ["20x1", "p", "tick@7", "tick@7", "q"])
    #expect(terminal.timeouts == [nil, 0, 33, 33, 33])
    #expect(terminal.frames == ["20x1", "p", "tick@7", "tick@7"])
}

@Test func `a flood of keys is drawn now and then`() {
    let (_, program, terminal) = run(Array(repeating: key("a"), count: 200) + [key("q")])
    #expect(program.lines.count == 202)
    #expect(terminal.frames.count == 1 + 200 / EventLoop.inputsPerFrame)
}

@Test func `the answer to an effect is the next input`() {
    let (_, program, _) = run([key("s"), key("q")]) { effect, _ in effect == .save ? .saved(.failed("full")) : nil }
    #expect(program.lines == ["20x1", "s", "failed: full", "q"])
}

@Test(arguments: StopReason.allCases) func `progress is saved before the program is stopped`(reason: StopReason) {
    var saved: [[String]] = []
    let (outcome, _, _) = run([key("a"), .stop(reason), key("b")]) { effect, program in
        if effect == .save { saved.append(program.lines) }
        return nil
    }
    #expect(outcome == .stopped(reason))
    #expect(saved == [["20x1", "a"]])
}

/// News that come once, at a time.
private final class Postman: NewsSource {
    let descriptor: Int32 = 99
    var due: WallTime?
    private var inputs: [Input]

    init(_ inputs: [Input], due: WallTime?) {
        self.inputs = inputs
        self.due = due
    }

    func news(at now: WallTime) -> [Input] {
        defer { inputs = [] }
        due = nil
        return inputs
    }
}

@Test func `news are taken in when they are heard, or due, and nothing else wakes the program`() {
    for (event, due) in [(TerminalEvent.news, nil), (.timeout, WallTime(milliseconds: 10))] {
        var program = Diary(), terminal = ScriptedTerminal(events: [event, key("q")])
        let news = Postman([.files([FileReading(path: "a", content: .missing)])], due: due)
        _ = EventLoop.run(
            program: &program, terminal: &terminal, clock: StoppedClock(), news: news, perform: { _, _ in nil })
        #expect(program.lines == ["20x1", "files a", "q"])
        #expect(terminal.timeouts.first == due.map { $0.milliseconds - 7 })
        #expect(terminal.descriptor == 99)
    }
}

@Test func `an editor has the terminal, whose size may then be another`() {
    var program = Diary(), terminal = ScriptedTerminal(events: [key("e"), key("q")])
    var edited: [Effect] = []
    _ = EventLoop.run(program: &program, terminal: &terminal, clock: StoppedClock()) { effect, _ in
        edited.append(effect)
        return .edited(complaint: nil)
    }
    #expect(edited == [.edit(path: "a", line: 3)])
    #expect(program.lines == ["20x1", "e", "30x2", "edited true", "q"])
}

@Test func `after a stop the program learns the size again and is shown`() {
    let (_, program, terminal) = run([.resumed, key("q")])
    #expect(program.lines == ["20x1", "20x1", "q"])
    #expect(terminal.frames.count == 1)
}

@Test func `the machine's clock never goes back`() {
    let clock = SystemClock()
    var last = clock.now()
    for _ in 0..<1000 {
        let now = clock.now()
        #expect(now >= last)
        last = now
    }
    #expect(last.milliseconds > 1_700_000_000_000)
}

@Test func `a moment has a name that files can have`() {
    #expect(WallTime.noon.compactUTC == "20261121T035258Z")
    #expect(WallTime(milliseconds: 0).compactUTC == "19700101T000000Z")
}
