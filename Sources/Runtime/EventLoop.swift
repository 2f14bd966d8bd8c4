public import Tutor

/// Runs a program on a terminal: input → update → effects → frame → what was put off, and sleep.
///
/// The loop decides nothing about the course; it owns only the order of things. While the program wants no tick the
/// process sleeps until the terminal has something to say.
public enum EventLoop {
    /// How the program ended.
    public enum Outcome: Equatable, Sendable {
        /// It quit by itself.
        case quit
        /// It was made to stop; its progress was saved.
        case stopped(StopReason)
    }

    /// How many inputs that already wait are taken in before the next frame is drawn, so that a held key or a paste
    /// does not make the screen lag behind.
    static let inputsPerFrame = 64

    /// Runs `program` until it quits or must stop.
    ///
    /// - Parameters:
    ///   - program: The program; afterwards in its last state.
    ///   - terminal: An open terminal.
    ///   - clock: Tells the time that updates are given.
    ///   - news: What the program hears from besides the terminal, if anything.
    ///   - perform: Carries an effect out, for the program in its present state, and gives the input that answers it.
    ///     ``Effect/quit`` never comes here.
    /// - Returns: How it ended.
    public static func run<Program: InteractiveProgram, Terminal: TerminalBackend>(
        program: inout Program, terminal: inout Terminal, clock: some WallClock, news: (any NewsSource)? = nil,
        perform: (Effect, Program) -> Input?
    ) -> Outcome {
        var isQuitting = false
        /// Effects that wait until the learner sees something.
        var postponed: [Effect] = []

        func take(_ input: Input) {
            var waiting = [input]
            while let next = waiting.first {
                waiting.removeFirst()
                for effect in program.update(next, at: clock.now()) {
                    switch effect {
                    case .quit: isQuitting = true
                    case .load: postponed.append(effect)
                    case .edit:
                        var answer: Input?
                        terminal.standAside { answer = perform(effect, program) }
                        waiting += [.resize(terminal.size)] + (answer.map { [$0] } ?? [])
                    case .save, .saveElsewhere, .restore, .watch:
                        if let answer = perform(effect, program) { waiting.append(answer) }
                    }
                }
            }
        }

        /// Takes one event in; gives the reason when the program must stop.
        func handle(_ event: TerminalEvent) -> StopReason? {
            switch event {
            case .input(let input): take(input)
            case .timeout, .news:
                let inputs = news?.news(at: clock.now()) ?? []
                inputs.forEach(take)
                if event == .timeout, news == nil || program.wake != nil { take(.tick) }
            case .resumed: take(.resize(terminal.size))
            case .stop(let reason): return reason
            }
            return nil
        }

        /// Milliseconds to wait for the terminal: until the program or the source of news wants to go on.
        func patience() -> Int64? {
            let due = news?.due.map { $0.milliseconds - clock.now().milliseconds }
            return [program.wake, due].compactMap(\.self).min().map { max($0, 0) }
        }

        if let news { terminal.listen(to: news.descriptor) }
        take(.resize(terminal.size))
        while !isQuitting {
            terminal.show(program.view())
            guard postponed.isEmpty else {
                let effect = postponed.removeFirst()
                if let answer = perform(effect, program) { take(answer) }
                continue
            }
            var event = terminal.nextInput(timeoutMilliseconds: patience())
            for inputsLeft in (0..<inputsPerFrame).reversed() {
                if let reason = handle(event) {
                    _ = perform(.save, program)
                    return .stopped(reason)
                }
                guard !isQuitting, event != .timeout, inputsLeft > 0 else { break }
                event = terminal.nextInput(timeoutMilliseconds: 0)
                if event == .timeout { break }
            }
        }
        return .quit
    }
}
