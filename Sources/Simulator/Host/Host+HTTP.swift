import Localization
import Timelines
import Wire

/// A program that answers HTTP requests with one page.
///
/// It understands as much of HTTP/1.1 as a client needs to get a page: GET and HEAD, anything else is 501; the
/// connection stays open unless one side says otherwise. Reading list: RFC 9112 §2, §9.3; RFC 9110 §9.3, §15.6.2.
extension Host {
    /// Reads requests and answers each, until the peer closes.
    mutating func serve(_ page: [UInt8], _ place: Int, _ net: inout Network) {
        guard let id = programs[place].socket else { return fail("recv()", nil, place, &net) }
        if programs[place].outbox.isEmpty, sockets[id].connection.readable > 0 {
            programs[place].inbox += take(sockets[id].connection.readable, place, id, &net)
        }
        while true {
            while !programs[place].outbox.isEmpty {
                let room = sockets[id].connection.sendSpace
                guard room > 0 else {
                    if !sockets[id].isAlive { return fail("send()", sockets[id].failure, place, &net) }
                    return wait(for: .writable, place)
                }
                let chunk = Array(programs[place].outbox.prefix(room))
                programs[place].outbox.removeFirst(chunk.count)
                handle(.send(chunk), of: id, &net)
            }
            if programs[place].left == 0 { return finish(place, &net) }
            guard let request = HTTPRequestHead(in: programs[place].inbox) else { break }
            programs[place].inbox.removeFirst(request.length)
            tell(LocalizedText(request.line), &net, because: .httpRequest)
            programs[place].outbox = request.response(with: page)
            if !request.keepsOpen { programs[place].left = 0 }
        }
        if programs[place].inbox.count > HTTPRequestHead.limit { return fail("recv()", nil, place, &net) }
        awaitMore(on: id, place, &net)
    }
}

/// The head of an HTTP/1.1 request (RFC 9112 §3, §5).
struct HTTPRequestHead: Sendable {
    /// The longest head that is read, in bytes.
    static let limit = 16_384

    /// The request line.
    let line: String
    /// Bytes of the head, the empty line included.
    let length: Int
    private let method: Substring
    /// Whether the connection is for more requests (RFC 9112 §9.3).
    let keepsOpen: Bool

    /// The first head in these bytes; `nil` while it is not complete.
    init?(in bytes: [UInt8]) {
        let end: [UInt8] = [13, 10, 13, 10]
        guard bytes.count >= end.count,
            let start = (0...(bytes.count - end.count)).first(where: { bytes[$0..<($0 + 4)].elementsEqual(end) })
        else { return nil }
        length = start + end.count
        let printable = bytes[..<start].map { (32..<127).contains($0) || $0 == 10 ? $0 : UInt8(ascii: " ") }
        let lines = String(decoding: printable, as: UTF8.self).split(separator: "\n")
        let first = String((lines.first ?? "").prefix(80).reversed().drop { $0 == " " }.reversed())
        line = first
        method = Substring(first.prefix { $0 != " " })
        let connection = lines.dropFirst().map { $0.lowercased() }.first { $0.hasPrefix("connection:") }
        let isOld = first.hasSuffix("HTTP/1.0")
        keepsOpen = isOld ? connection?.contains("keep-alive") == true : connection?.contains("close") != true
    }

    /// The answer to it.
    func response(with page: [UInt8]) -> [UInt8] {
        let isKnown = method == "GET" || method == "HEAD"
        let body = isKnown ? page : Array("netarium answers GET and HEAD only\n".utf8)
        let head = [
            isKnown ? "HTTP/1.1 200 OK" : "HTTP/1.1 501 Not Implemented",
            "Content-Type: text/html; charset=utf-8", "Content-Length: \(body.count)",
            "Connection: \(keepsOpen ? "keep-alive" : "close")", "", "",
        ].joined(separator: "\r\n")
        return Array(head.utf8) + (method == "HEAD" ? [] : body)
    }
}
