import Localization
import Timelines
import Wire

/// How programs write and read.
extension Host {
    /// Puts as much of what is left into the send buffer as there is room for.
    mutating func send(_ place: Int, _ net: inout Network) {
        guard let id = programs[place].socket else { return fail("send()", nil, place, &net) }
        if !sockets[id].isAlive || sockets[id].failure != nil || !sockets[id].connection.state.canSend {
            return fail("send()", sockets[id].failure, place, &net)
        }
        while programs[place].left > 0 {
            let room = sockets[id].connection.sendSpace
            guard room > 0 else { return wait(for: .writable, place) }
            let chunk = nextChunk(
                min(room, programs[place].left, 65_536), place, from: sockets[id].sent.count)
            programs[place].left -= chunk.count
            if net.keepsDigests {
                sockets[id].sent.add(chunk)
            } else {
                sockets[id].sent.count(chunk.count)
            }
            handle(.send(chunk), of: id, &net)
            guard sockets[id].isAlive else { return fail("send()", sockets[id].failure, place, &net) }
        }
        programs[place].outbox = []
        finish(place, &net)
    }

    /// What is sent next: what the program was given to send, or letters that tell their place in the stream.
    private func nextChunk(_ count: Int, _ place: Int, from offset: Int) -> [UInt8] {
        let outbox = programs[place].outbox
        if !outbox.isEmpty {
            let start = outbox.count - programs[place].left
            return Array(outbox[start..<min(start + count, outbox.count)])
        }
        let start = offset % Self.alphabet
        return Array(Self.letters[start..<min(start + count, Self.letters.count)])
    }

    private static let alphabet = 26
    /// Many alphabets, one after the other.
    private static let letters: [UInt8] = (0..<(65_536 + 26)).map { UInt8(ascii: "a") + UInt8($0 % 26) }

    /// Reads until so many bytes have come or the stream has ended.
    mutating func receive(upTo count: Int, _ place: Int, _ net: inout Network) {
        guard let id = programs[place].socket else { return fail("recv()", nil, place, &net) }
        let readable = sockets[id].connection.readable
        if readable > 0 {
            let bytes = take(min(programs[place].left, readable), place, id, &net)
            if programs[place].left != .max { programs[place].left -= bytes.count }
            if programs[place].left == 0 { return finish(place, &net) }
        }
        awaitMore(on: id, place, &net)
    }

    /// Reads a chunk, and the next one after the pause.
    mutating func receiveSlowly(_ chunk: Int, _ pause: Span, _ place: Int, _ net: inout Network) {
        guard let id = programs[place].socket else { return fail("recv()", nil, place, &net) }
        guard sockets[id].connection.readable > 0 else { return receive(upTo: chunk, place, &net) }
        _ = take(min(max(chunk, 1), sockets[id].connection.readable), place, id, &net)
        programs[place].wait = .time
        programs[place].lastEvent = net.recorder.cause
        net.queue.add(.program(node: index, program: place), at: net.now + max(pause, .microseconds(1)))
    }

    /// One `recv()`.
    mutating func take(_ count: Int, _ place: Int, _ id: SocketID, _ net: inout Network) -> [UInt8] {
        tell(LocalizedText(en: "recv() returns \(count)", zh: "recv()返回\(count)"), &net, because: .programReads)
        let bytes = handle(.receive(count), of: id, &net)
        if net.keepsDigests {
            sockets[id].received.add(bytes)
        } else {
            sockets[id].received.count(bytes.count)
        }
        return bytes
    }

    /// Sends back what comes, until the stream ends (RFC 862).
    mutating func echo(_ place: Int, _ net: inout Network) {
        guard let id = programs[place].socket else { return fail("recv()", nil, place, &net) }
        if programs[place].outbox.isEmpty, sockets[id].connection.readable > 0 {
            programs[place].outbox = take(min(sockets[id].connection.readable, 65_536), place, id, &net)
        }
        while !programs[place].outbox.isEmpty {
            let room = sockets[id].connection.sendSpace
            guard room > 0 else { return wait(for: .writable, place) }
            let chunk = Array(programs[place].outbox.prefix(room))
            programs[place].outbox.removeFirst(chunk.count)
            handle(.send(chunk), of: id, &net)
            if programs[place].outbox.isEmpty, sockets[id].connection.readable > 0 {
                programs[place].outbox = take(min(sockets[id].connection.readable, 65_536), place, id, &net)
            }
        }
        awaitMore(on: id, place, &net)
    }

    /// Everything that came has been read: waits for more, unless there will be none.
    mutating func awaitMore(on id: SocketID, _ place: Int, _ net: inout Network) {
        if sockets[id].connection.hasReachedEnd {
            tell(LocalizedText(en: "recv() returns 0", zh: "recv()返回0"), &net, because: .programReadsEnd)
            finish(place, &net)
        } else if sockets[id].failure != nil || !sockets[id].isAlive {
            fail("recv()", sockets[id].failure ?? .reset, place, &net)
        } else {
            wait(for: .readable, place)
        }
    }
}

extension TCPState {
    /// Whether the application may still send.
    var canSend: Bool { self == .established || self == .closeWait || self == .synReceived || self == .synSent }
}
