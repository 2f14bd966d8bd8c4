import Localization
import LocatedJSON
import Simulator
import Timelines
import Wire

extension Reading where Value == Bool {
    /// `true`, for keys whose presence says it all.
    static var yes: Self { Reading("true") { $0.bool == true ? true : nil } }
}

extension Reading where Value == Span {
    /// A duration that is longer than none.
    static var someTime: Self {
        Reading { node, log in
            guard let span = Reading.duration.read(node, log) else { return nil }
            guard span > .zero else {
                log.report(CourseFault.noTime, at: node.place)
                return nil
            }
            return span
        }
    }
}

extension Reading where Value == IPv4Address {
    /// An address such as `"192.0.2.10"`.
    static var address: Self {
        Reading { node, log in
            guard let text = Reading<String>("an address such as \"192.0.2.10\"", { $0.string }).read(node, log) else {
                return nil
            }
            let address = IPv4Address(text)
            if address == nil { log.report(CourseFault.malformedAddress(text), at: node.place) }
            return address
        }
    }
}

extension Reading where Value == UInt16 {
    /// A port.
    static var port: Self {
        Reading { node, log in Reading<Int>.wholeNumber(in: 1...65_535).read(node, log).map { UInt16($0) } }
    }
}

extension Reading where Value == Int {
    /// A number of bytes such as `"64kB"`: at most 100 MB, more than anybody will watch.
    static var size: Self { size(atMost: CourseLimits.sentBytes) }

    /// A number of bytes up to a limit, in whole megabytes.
    static func size(atMost limit: Int) -> Self {
        Reading { node, log in
            guard let text = Reading<String>("a size such as \"100B\"", { $0.string }).read(node, log) else {
                return nil
            }
            guard let size = quantity(text, units: [("kB", 1000), ("MB", 1_000_000), ("B", 1)]), size > 0 else {
                log.report(CourseFault.malformedSize(text), at: node.place)
                return nil
            }
            guard size <= limit else {
                log.report(CourseFault.largeSize(text, limit: limit / 1_000_000), at: node.place)
                return nil
            }
            return Int(size)
        }
    }
}

extension Reading where Value == Int64 {
    /// Bits a second, as in `"10Mbit/s"`.
    static var bandwidth: Self {
        Reading { node, log in
            guard let text = Reading<String>("a bandwidth such as \"10Mbit/s\"", { $0.string }).read(node, log) else {
                return nil
            }
            let units: [(String, Int64)] = [
                ("kbit/s", 1000), ("Mbit/s", 1_000_000), ("Gbit/s", 1_000_000_000), ("bit/s", 1),
            ]
            guard let bits = quantity(text, units: units), bits > 0 else {
                log.report(CourseFault.malformedBandwidth(text), at: node.place)
                return nil
            }
            guard bits <= 1_000_000_000_000 else {
                log.report(CourseFault.largeBandwidth(text), at: node.place)
                return nil
            }
            return bits
        }
    }
}

/// A whole number with one of these units, with or without a space between; the longer units first.
///
/// - Returns: The largest number there is for one that is beyond it, `nil` for what has another form.
private func quantity(_ text: String, units: [(String, Int64)]) -> Int64? {
    guard let (unit, scale) = units.first(where: { text.hasSuffix($0.0) }) else { return nil }
    let amount = text.dropLast(unit.count), digits = amount.last == " " ? amount.dropLast() : amount
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isWholeNumber }) else { return nil }
    guard let number = Int64(digits) else { return .max }
    let (product, overflow) = number.multipliedReportingOverflow(by: scale)
    return overflow ? .max : product
}

extension Reading where Value == Participant.ID {
    /// The id of one of these participants, or any where they are not known.
    static func participant(among known: [Participant.ID]?) -> Self {
        Reading { node, log in
            guard let id = Reading<String>.string.read(node, log), let known else { return node.string }
            if !known.contains(id) { log.report(CourseFault.unknownParticipant(id, known: known), at: node.place) }
            return known.contains(id) ? id : nil
        }
    }
}

extension Reading where Value == [Message.Field] {
    /// Header fields and their values, as strings or whole numbers.
    static var messageFields: Self {
        Reading { node, log in
            guard let object = ObjectReader(node, as: "'fields'", log: log) else { return nil }
            return object.node.members?.map { member in
                if let string = member.value.string { return Message.Field(member.key, string) }
                if let number = member.value.integer { return Message.Field(member.key, String(number)) }
                log.report(CourseFault.malformedField(member.key), at: member.value.head)
                return Message.Field(member.key, "")
            }
        }
    }
}

/// What an object with this verb is called, with its article: `an 'accept' call`.
func named(_ verb: String, _ what: String) -> String {
    let article = verb.first.map { "aeiou".contains($0) } == true ? "an" : "a"
    return "\(article) '\(verb)' \(what)"
}

extension ObjectReader {
    /// Reports those of the keys that are there, and lets them be.
    mutating func forbid(_ keys: [String], _ log: FaultLog, _ fault: (String) -> CourseFault) {
        for key in keys {
            guard let member = member(key) else { continue }
            log.report(fault(key), at: member.keyPlace)
            allow(key)
        }
    }

    /// The one key of `verbs` that the object has, or the one that a misspelled key was meant to be.
    ///
    /// `others` are the keys that such an object can have besides. When there is no verb, or more than one, that is
    /// reported, and the answer is `nil`.
    func verb<Verb>(_: Verb.Type, besides others: Set<String>, _ log: FaultLog) -> Verb?
    where Verb: RawRepresentable<String>, Verb: CaseIterable {
        let verbs = keys.compactMap { Verb(rawValue: $0) }
        for second in verbs.dropFirst() {
            let place = member(second.rawValue)?.keyPlace ?? node.head
            log.report(CourseFault.exclusiveKeys(verbs[0].rawValue, second.rawValue), at: place)
        }
        guard verbs.isEmpty else { return verbs.count == 1 ? verbs[0] : nil }
        let names = Verb.allCases.map(\.rawValue)
        for key in keys where !others.contains(key) {
            if let meant = nearest(to: key, among: names) { return Verb(rawValue: meant) }
        }
        log.report(CourseFault.noneOfKeys(name, names), at: node.head)
        return nil
    }
}
