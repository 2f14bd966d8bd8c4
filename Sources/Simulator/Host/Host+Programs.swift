import Localization
import Timelines
import Wire

/// How the programs of a host take their turns.
extension Host {
    /// Lets every program go on that has something to go on with.
    mutating func resumePrograms(_ net: inout Network) {
        guard isUp else { return }
        let cause = net.recorder.cause
        for place in programs.indices where isReady(programs[place]) {
            net.recorder.cause = lastState ?? cause
            resume(place, &net)
        }
        net.recorder.cause = cause
        lastState = nil
    }

    private func isReady(_ program: Program) -> Bool {
        switch program.wait {
        case .nothing, .time, .end, .pong: return false
        case .datagram: return !program.datagrams.isEmpty || program.wasRefused
        case .acceptable: return program.listener.flatMap { listeners[$0] }.map { !$0.completed.isEmpty } ?? true
        case .connected:
            guard let id = program.socket else { return true }
            return sockets[id].failure != nil || sockets[id].wasEstablished
                || !sockets[id].isAlive
        case .writable:
            guard let id = program.socket else { return true }
            return !sockets[id].isAlive || sockets[id].failure != nil
                || sockets[id].connection.sendSpace > 0
        case .readable:
            guard let id = program.socket else { return true }
            return !sockets[id].isAlive || sockets[id].failure != nil
                || sockets[id].connection.readable > 0 || sockets[id].connection.hasReachedEnd
        }
    }

    /// A program's time has come.
    mutating func wake(_ place: Int, _ net: inout Network) {
        guard isUp, programs.indices.contains(place), programs[place].wait == .time else { return }
        net.recorder.cause = programs[place].lastEvent
        programs[place].wait = .nothing
        resume(place, &net)
        resumePrograms(&net)
    }

    /// Lets a program run until it has to wait.
    mutating func resume(_ place: Int, _ net: inout Network) {
        var turns = 0
        while isUp, programs[place].wait != .end, programs[place].line < programs[place].lines.count, turns < 1000 {
            turns += 1
            let line = programs[place].lines[programs[place].line]
            if !programs[place].isInside {
                let due = max(line.at.map { .zero + $0 } ?? .zero, programs[place].returned + line.after)
                if due > net.now {
                    programs[place].wait = .time
                    programs[place].lastEvent = net.recorder.cause
                    net.queue.add(.program(node: index, program: place), at: due)
                    return
                }
                programs[place].isInside = true
                begin(line.call, place, &net)
            } else {
                proceed(with: line.call, place, &net)
            }
            if programs[place].isInside { return }
        }
    }

    /// Writes down what a program did, and goes on from there.
    mutating func tell(
        _ text: @autoclosure () -> LocalizedText, _ net: inout Network, because rule: @autoclosure () -> Rule?
    ) {
        guard net.recorder.shows(net.now) else { return }
        if let event = net.recorder.acted(text(), of: index, at: net.now, because: rule()) {
            net.recorder.cause = event
        }
    }

    /// The call of the program is over.
    mutating func finish(_ place: Int, _ net: inout Network) { programs[place].goOn(at: net.now) }

    /// The program waits inside its call.
    mutating func wait(for wait: Program.Wait, _ place: Int) { programs[place].wait = wait }

    /// A call failed: a server lets go of the connection and goes back for the next one, any other program ends.
    mutating func fail(_ call: String, _ failure: TCPNotice?, _ place: Int, _ net: inout Network) {
        tell(LocalizedText("\(call): \(failure?.errorName ?? "EPIPE")"), &net, because: failure?.rule)
        if let id = programs[place].socket, let line = programs[place].nextGoTo {
            handle(.close, of: id, &net)
            release(place, &net)
            programs[place].goOn(at: net.now)
            programs[place].line = line
        } else {
            programs[place].isInside = true
            programs[place].end()
        }
    }
}

extension TCPNotice {
    /// The name of the error that the system call returns.
    var errorName: String {
        switch self {
        case .refused: "ECONNREFUSED"
        case .reset: "ECONNRESET"
        case .timedOut: "ETIMEDOUT"
        case .unreachable: "EHOSTUNREACH"
        default: "EPIPE"
        }
    }

    /// What the error means.
    var rule: Rule? {
        switch self {
        case .refused: .programRefused
        case .reset: .programReset
        case .brokenPipe: .programBrokenPipe
        case .timedOut: .programTimedOut
        case .unreachable: .programUnreachable
        default: nil
        }
    }
}
