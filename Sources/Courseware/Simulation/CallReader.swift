import LocatedJSON
import Simulator
import Timelines

/// What a program can call, in the order in which the format lists it.
private enum CallVerb: String, CaseIterable {
    case connect, listen, accept, send, receive, echo, shutdown, close, abort, exit, set, ping, bind, sendTo,
        receiveFrom, answer, serve, goTo

    /// Whether it works on a connection that the program has made.
    var needsSocket: Bool {
        switch self {
        case .send, .receive, .echo, .shutdown, .close, .abort, .serve: true
        case .connect, .listen, .accept, .exit, .set, .ping, .bind, .sendTo, .receiveFrom, .answer, .goTo: false
        }
    }
}

/// Reads what the programs of these hosts call.
struct CallReader {
    let nodes: [Scenario.Node]

    /// The list of calls.
    var script: Reading<[Scenario.ScriptLine]> {
        Reading { node, log in
            var programs = Programs(log: log)
            let call = Reading<Scenario.ScriptLine> { node, log in line(node, &programs, log) }
            return Reading<[Scenario.ScriptLine]>.list(of: call, atMost: CourseLimits.calls).read(node, log)
        }
    }

    private static let otherKeys: Set = [
        "host", "program", "at", "after", "label", "from", "backlog", "chunk", "every", "ttl", "carrying", "data",
    ]

    private func line(_ node: JSONNode, _ programs: inout Programs, _ log: FaultLog) -> Scenario.ScriptLine? {
        guard var object = ObjectReader(node, as: "a call", log: log) else { return nil }
        guard let verb = object.verb(CallVerb.self, besides: Self.otherKeys, log) else {
            programs.hasGaps = true
            return nil
        }
        object.name = named(verb.rawValue, "call")
        let host = object.required("host", .host(among: nodes))
        let program = object.optional("program", .identifier) ?? "main"
        let at = object.optional("at", .duration), after = object.optional("after", .duration) ?? .zero
        let label = object.optional("label", Reading.identifier.located)
        let owner = Programs.Key(host: host ?? "", program: program)
        let place = object.member(verb.rawValue)?.keyPlace ?? node.head
        let call = call(verb, &object, programs, owner, log)
        object.finish()
        programs.add(verb, label, to: owner, at: place)
        guard let host, let call else {
            programs.hasGaps = true
            return nil
        }
        return Scenario.ScriptLine(host, call, program: program, at: at, after: after)
    }

    private func call(
        _ verb: CallVerb, _ object: inout ObjectReader, _ programs: Programs, _ owner: Programs.Key, _ log: FaultLog
    ) -> Scenario.Call? {
        let key = verb.rawValue
        func plain(_ call: Scenario.Call) -> Scenario.Call? { object.required(key, .yes).map { _ in call } }
        switch verb {
        case .connect:
            let target = object.required(key, .endpoint(among: nodes)), from = object.optional("from", .port)
            let payload = object.optional("carrying", .payload(atMost: CourseLimits.sentBytes))
            return target.map { .connect($0.host, port: $0.port, from: from, carrying: payload?.content ?? []) }
        case .listen:
            let port = object.required(key, .port)
            let backlog = object.optional("backlog", .wholeNumber(in: 0...100_000)) ?? 4
            return port.map { .listen(port: $0, backlog: backlog) }
        case .accept: return plain(.accept)
        case .send:
            return object.required(key, .payload(atMost: CourseLimits.sentBytes)).map { payload in
                switch payload {
                case .count(let count): .send(count)
                case .bytes(let bytes): .sendBytes(bytes)
                }
            }
        case .receive: return receiving(&object, log)
        case .echo: return plain(.echo)
        case .shutdown: return plain(.shutdown)
        case .close: return plain(.close)
        case .abort: return plain(.abort)
        case .exit: return plain(.exit)
        case .set: return object.required(key, .socketOption).map { .set($0) }
        case .ping:
            let target = object.required(key, .reachable(among: nodes))
            let ttl = object.optional("ttl", .wholeNumber(in: 1...255)) ?? 64
            return target.map { .ping($0, ttl: UInt8(ttl)) }
        case .bind: return object.required(key, .port).map { .bind(port: $0) }
        case .sendTo:
            let target = object.required(key, .endpoint(among: nodes))
            let payload = object.required("data", .payload(atMost: CourseLimits.sentBytes))
            guard let target, let payload, payload.fits(CourseLimits.datagramBytes, at: object.place(of: "data"), log)
            else { return nil }
            return .sendTo(target.host, port: target.port, payload.content)
        case .receiveFrom: return plain(.receiveFrom)
        case .answer:
            let payload = object.required(key, .payload(atMost: CourseLimits.sentBytes))
            guard let payload, payload.fits(CourseLimits.datagramBytes, at: object.place(of: key), log) else {
                return nil
            }
            return .answer(payload.content)
        case .serve:
            return object.required(key, .payload(atMost: CourseLimits.servedBytes)).map { payload in
                switch payload {
                case .count(let count): .serveHTTP([UInt8](repeating: UInt8(ascii: "."), count: count))
                case .bytes(let bytes): .serveHTTP(bytes)
                }
            }
        case .goTo:
            return object.required(key, Reading.identifier.located).flatMap {
                programs.line(labelled: $0, of: owner).map { .goTo($0) }
            }
        }
    }

    private func receiving(_ object: inout ObjectReader, _ log: FaultLog) -> Scenario.Call? {
        let amount = object.required("receive", .amount)
        let chunk = object.optional("chunk", .size), pause = object.optional("every", .someTime)
        if object.has("chunk") || object.has("every") {
            let isAll = object.member("receive")?.value.string == "all"
            if object.has("chunk") != object.has("every") || !isAll {
                log.report(CourseFault.halfSlow, at: object.node.head)
            }
            guard let chunk, let pause else { return nil }
            return .receiveSlowly(chunk: chunk, pause: pause)
        }
        switch amount {
        case .bytes(let count): return .receive(count)
        case .all: return .receiveAll
        case nil: return nil
        }
    }
}

/// The programs as far as they have been read, to know what they hold.
private struct Programs {
    struct Key: Hashable {
        var host: Participant.ID
        var program: String
    }

    private struct Program {
        var count = 0
        var labels: [String: Int] = [:]
        var used = UsedIDs(of: "the label")
        var hasListened = false, hasSocket = false
    }

    private let log: FaultLog
    private var programs: [Key: Program] = [:]
    /// Whether a call could not be read, so that what a program holds is uncertain.
    var hasGaps = false

    init(log: FaultLog) { self.log = log }

    /// Notes a call, and reports one that has nothing to work on.
    mutating func add(_ verb: CallVerb, _ label: Located<String>?, to key: Key, at place: Place) {
        var program = programs[key] ?? Program()
        if !hasGaps {
            if verb == .accept, !program.hasListened { log.report(CourseFault.noListener, at: place) }
            if verb.needsSocket, !program.hasSocket { log.report(CourseFault.noSocket(verb.rawValue), at: place) }
        }
        if verb == .listen { program.hasListened = true }
        if verb == .connect || verb == .accept { program.hasSocket = true }
        if let label {
            program.used.use(label.value, at: label.place, log: log)
            program.labels[label.value] = program.labels[label.value] ?? program.count
        }
        program.count += 1
        programs[key] = program
    }

    /// The line of the program with this label.
    func line(labelled label: Located<String>, of key: Key) -> Int? {
        let labels = programs[key]?.labels ?? [:]
        if labels[label.value] == nil, !hasGaps {
            log.report(CourseFault.unknownLabel(label.value, known: labels.keys.sorted()), at: label.place)
        }
        return labels[label.value]
    }
}
