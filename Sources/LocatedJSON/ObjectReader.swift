/// Reads the members of one object and remembers which were asked for, so that the misspelled ones can be told.
///
///     guard var object = ObjectReader(node, as: "a myth", log: log) else { return nil }
///     let claim = object.required("claim", .text)
///     let source = object.optional("cite", .citations)
///     object.finish()                 // "a myth has no key 'turth'; did you mean 'truth'?"
///
/// Nothing stops at a fault: every value that can be read is read.
public struct ObjectReader {
    /// The object.
    public let node: JSONNode
    /// What the object is to its author, with its article: `a question`.
    public var name: String
    private let log: FaultLog
    private let members: [JSONNode.Member]
    /// The keys that were asked for or allowed, in order; some perhaps twice.
    private var known: [Known] = []
    /// Members that were asked for, one bit each; those beyond the 64th have none.
    private var asked: UInt64 = 0
    /// Whether a key was asked for that must be there and is not.
    private var lacksKey = false

    private struct Known {
        var key: String
        var isRequired = false
    }

    /// A reader for `node`; reports it and answers `nil` when it is no object.
    public init?(_ node: JSONNode, as name: String, log: FaultLog) {
        guard let members = node.members else {
            log.report(ReadingFault.wrongType(expected: "\(name), an object", found: node.kind), at: node.head)
            return nil
        }
        self.node = node
        self.name = name
        self.log = log
        self.members = members
        known.reserveCapacity(16)
    }

    /// The keys that the object has, in order.
    public var keys: [String] { members.map(\.key) }

    /// Whether the object has the key.
    public func has(_ key: String) -> Bool { members.contains { $0.key == key } }

    /// The member of this key, without asking for it.
    public func member(_ key: String) -> JSONNode.Member? { members.first { $0.key == key } }

    /// Where the value of `key` stands; the object's opening bracket when it has none.
    public func place(of key: String) -> Place { member(key)?.value.head ?? node.head }

    /// The value of a key that may be missing.
    public mutating func optional<Value>(_ key: String, _ reading: Reading<Value>) -> Value? {
        known.append(Known(key: key))
        return ask(for: key).flatMap { reading.read(members[$0].value, log) }
    }

    /// The value of a key that must be there.
    public mutating func required<Value>(_ key: String, _ reading: Reading<Value>) -> Value? {
        known.append(Known(key: key, isRequired: true))
        guard let place = ask(for: key) else {
            lacksKey = true
            return nil
        }
        return reading.read(members[place].value, log)
    }

    /// Says that the key may be there, though nobody reads it.
    public mutating func allow(_ key: String) {
        known.append(Known(key: key))
        _ = ask(for: key)
    }

    /// Where the member of this key stands, which is known from now on.
    private mutating func ask(for key: String) -> Int? {
        for place in members.indices where members[place].key == key {
            asked |= 1 << UInt64(truncatingIfNeeded: place)
            return place
        }
        return nil
    }

    /// Reports the keys that nobody asked for and those that are missing; to be called once, after the last key was read.
    ///
    /// A missing key is not reported when an unknown one is its misspelling: that would be one fault told twice.
    public func finish() {
        log.census?.note(known.map(\.key), of: name)
        if !lacksKey, members.count <= 64, asked.nonzeroBitCount == members.count { return }
        let unknown = members.filter { member in !known.contains { $0.key == member.key } }
        let missing = known.filter { $0.isRequired && !has($0.key) }
        if !unknown.isEmpty || !missing.isEmpty { report(unknown, missing.map(\.key)) }
    }

    private func report(_ unknown: [JSONNode.Member], _ missing: [String]) {
        var keys: [String] = []
        for known in known where !keys.contains(known.key) { keys.append(known.key) }
        let absent = keys.filter { !has($0) }
        // Only a key that no other one is like can be changed by a program.
        let meanings = unknown.map { soleNear(to: $0.key, among: keys) }
        var misspelled: Set<String> = []
        for (member, meant) in zip(unknown, meanings) {
            if let near = nearest(to: member.key, among: absent) { misspelled.insert(near) }
            let isOnly = meanings.count { $0 == meant } == 1
            let fault = ReadingFault.unknownKey(
                member.key, of: name, known: absent.isEmpty ? keys : absent,
                meant: meant.flatMap { isOnly && absent.contains($0) ? $0 : nil })
            log.report(fault, at: member.keyPlace)
        }
        for key in missing where !misspelled.contains(key) {
            log.report(ReadingFault.missingKey(key, of: name), at: node.head)
        }
    }
}
