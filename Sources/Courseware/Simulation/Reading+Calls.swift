import LocatedJSON
import Simulator
import Timelines

/// What is sent: so many bytes of no meaning, or these.
enum Payload {
    case count(Int)
    case bytes([UInt8])

    /// How many bytes it is.
    var size: Int {
        switch self {
        case .count(let count): count
        case .bytes(let bytes): bytes.count
        }
    }

    /// Whether it is no larger than this; when it is, that is reported.
    func fits(_ limit: Int, at place: Place, _ log: FaultLog) -> Bool {
        if size > limit { log.report(CourseFault.largePayload(size, limit: limit), at: place) }
        return size <= limit
    }

    /// The bytes; letters of the alphabet where they have no meaning.
    var content: [UInt8] {
        switch self {
        case .count(let count): (0..<count).map { UInt8(ascii: "a") + UInt8($0 % 26) }
        case .bytes(let bytes): bytes
        }
    }
}

extension Reading where Value == Payload {
    /// A size up to a limit, or an object with a text.
    static func payload(atMost limit: Int) -> Self {
        Reading { node, log in
            guard node.members != nil else {
                guard node.string != nil else {
                    let expected = "a size such as \"100B\", or an object with 'text'"
                    return Reading<Payload>(expected) { _ in nil }.read(node, log)
                }
                return Reading<Int>.size(atMost: limit).read(node, log).map { .count($0) }
            }
            guard var object = ObjectReader(node, as: "a payload", log: log) else { return nil }
            let text = object.required("text", .string)
            if text?.isEmpty == true { log.report(CourseFault.emptyText, at: object.place(of: "text")) }
            object.finish()
            return text.map { .bytes(Array($0.utf8)) }
        }
    }
}

/// How much is received.
enum Amount: Equatable {
    case bytes(Int)
    /// Until the peer has closed.
    case all
}

extension Reading where Value == Amount {
    /// A size, or `"all"`.
    static var amount: Self {
        Reading { node, log in node.string == "all" ? .all : Reading<Int>.size.read(node, log).map { .bytes($0) } }
    }
}

private enum SocketOptionVerb: String, CaseIterable { case reuseAddress, reusePort, keepAlive, noDelay, userTimeout }

extension Reading where Value == Scenario.SocketOption {
    /// An object with one socket option.
    static var socketOption: Self {
        Reading { node, log in
            guard var object = ObjectReader(node, as: "a socket option", log: log) else { return nil }
            guard let verb = object.verb(SocketOptionVerb.self, besides: [], log) else { return nil }
            let key = verb.rawValue
            let option: Scenario.SocketOption? =
                switch verb {
                case .reuseAddress: object.required(key, .bool).map { .reuseAddress($0) }
                case .reusePort: object.required(key, .bool).map { .reusePort($0) }
                case .keepAlive: object.required(key, .bool).map { .keepAlive($0) }
                case .noDelay: object.required(key, .bool).map { .noDelay($0) }
                case .userTimeout: object.required(key, .duration).map { .userTimeout($0) }
                }
            object.finish()
            return option
        }
    }
}
