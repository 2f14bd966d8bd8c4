import Timelines

/// Judges DNS: every answer belongs to a question that has arrived.
///
/// Sources: RFC 1035 §4.1.1, §6.1.3, §7.3; RFC 2308 §2.1; RFC 5452 §9.1.
struct DNSJudge {
    private(set) var verdict = Verdict(by: .dns)

    private let messages: [Message]
    private let names: [String]
    private let readings: [DNSReading]
    /// Queries that have arrived, by who was asked and who asks.
    private var questions: [Participant.Index: [Participant.Index: [Asked]]] = [:]
    /// By whom something was said that may be a question in other words, and to whom.
    private var others: [Participant.Index: Set<Participant.Index>] = [:]
    /// The ids of queries that somebody has sent, to whomever.
    private var asked: [Participant.Index: Set<String>] = [:]
    /// The last TTL that a cache gave out for a question.
    private var given: [CacheKey: Given] = [:]
    /// How often a cache may have learned something new.
    private var refreshments: [Participant.Index: Int] = [:]
    private var pauses = 0

    private struct Asked {
        var question: DNSQuestion
        var isAnswered = false
    }

    private struct CacheKey: Hashable {
        var cache: Participant.Index
        var name: String, type: String
    }

    private struct Given {
        var ttl: Int
        var instant: Instant
        var refreshments: Int
    }

    init(_ timeline: Timeline) {
        messages = timeline.messages
        names = timeline.participants.map(\.id)
        readings = timeline.messages.map { DNSReading($0) }
    }

    mutating func departure(of index: Int) {
        let message = messages[index]
        switch readings[index] {
        case .query(let question):
            if let id = question.id { asked[message.sender, default: []].insert(id) }
        case .answer(let answer): judge(answer, index)
        case .data(let answer):
            if questions[message.sender]?[message.receiver] != nil { judge(answer, index) }
        case .other: return
        }
    }

    mutating func arrival(of index: Int) {
        let message = messages[index]
        switch readings[index] {
        case .query(let question):
            questions[message.receiver, default: [:]][message.sender, default: []].append(Asked(question: question))
        case .answer, .data: refreshments[message.receiver, default: 0] += 1
        case .other: others[message.receiver, default: []].insert(message.sender)
        }
    }

    /// A participant does something by itself: it may learn what no message tells.
    mutating func acts(_ owner: Participant.Index) { refreshments[owner, default: 0] += 1 }

    /// Time may pass that no clock shows.
    mutating func beginsAnew() { pauses += 1 }

    // MARK: Answers

    private mutating func judge(_ answer: DNSAnswer, _ index: Int) {
        let message = messages[index]
        let subject = Conformance.Subject.message(index)
        guard let mine = questions[message.sender]?[message.receiver] else {
            return judgeUnasked(answer, message, subject)
        }
        verdict.looked(at: subject)
        if answer.isNXDOMAIN, answer.hasRecords { verdict.found(.answerBesideNXDOMAIN, at: .label, of: subject) }
        guard let place = match(answer, among: mine, subject) else { return }
        questions[message.sender]?[message.receiver]?[place].isAnswered = true
        compare(answer, with: mine[place].question, subject)
        followCache(answer, of: message, asked: mine[place].question, subject)
    }

    /// An answer to somebody from whom no question has come.
    private mutating func judgeUnasked(_ answer: DNSAnswer, _ message: Message, _ subject: Conformance.Subject) {
        if others[message.sender]?.contains(message.receiver) == true { return }
        let questions = questions[message.sender] ?? [:]
        guard !questions.isEmpty else {
            verdict.looked(at: subject)
            let fault = Violation.answerWithoutQuestion(names[message.receiver], from: names[message.sender])
            return verdict.found(fault, at: .label, of: subject)
        }
        // A query may have come through somebody who only passes it on, and the answer may go straight back.
        guard let id = answer.id, asked[message.receiver]?.contains(id) != true,
            let asker = questions.first(where: { $0.value.contains { $0.question.id == id } })?.key
        else { return }
        verdict.looked(at: subject)
        let fault = Violation.answerToSomebodyElse(must: names[asker], was: names[message.receiver])
        verdict.found(fault, at: .label, of: subject)
    }

    /// The question that an answer belongs to, as a place among those of the same asker; reports a wrong id.
    private mutating func match(_ answer: DNSAnswer, among mine: [Asked], _ subject: Conformance.Subject) -> Int? {
        if let id = answer.id, mine.allSatisfy({ $0.question.id != nil }) {
            if let place = mine.lastIndex(where: { $0.question.id.map(Self.number) == Self.number(id) }) {
                return place
            }
            let open = mine.filter { !$0.isAnswered }
            var ids: [String] = []
            for asked in open.isEmpty ? mine : open {
                if let id = asked.question.id, !ids.contains(id), ids.count < 4 { ids.append(id) }
            }
            verdict.found(.answerID(must: ids, was: id), at: .field("id"), of: subject)
            return nil
        }
        return mine.count == 1 ? 0 : nil
    }

    /// Ids are the same when their numbers are: `0x1a` is `26`.
    private static func number(_ id: String) -> String {
        id.hasPrefix("0x") ? UInt64(id.dropFirst(2), radix: 16).map { "\($0)" } ?? id : id
    }

    private mutating func compare(_ answer: DNSAnswer, with question: DNSQuestion, _ subject: Conformance.Subject) {
        if let must = question.name, let was = answer.name, Self.plain(must) != Self.plain(was) {
            let fault = Violation.answerQuestion(field: "qname", must: must, was: was)
            verdict.found(fault, at: .field("qname"), of: subject)
        }
        if let must = question.type, let was = answer.type, must != was {
            let fault = Violation.answerQuestion(field: "qtype", must: must, was: was)
            verdict.found(fault, at: .field("qtype"), of: subject)
        }
        let addresses: Set = ["A", "AAAA"]
        if let asked = question.type, let was = answer.answerType, asked != was, addresses.contains(asked),
            addresses.contains(was)
        {
            verdict.found(.answerType(asked: asked, was: was), at: .label, of: subject)
        }
        if let must = question.recursion, let was = answer.recursion, must != was {
            verdict.found(.answerRD(must: must, was: was), at: .field("RD"), of: subject)
        }
    }

    /// A name as it is compared: in lower case, without the root's dot.
    private static func plain(_ name: String) -> String {
        let lower = name.lowercased()
        return lower.count > 1 && lower.last == "." ? String(lower.dropLast()) : lower
    }

    /// A cache that has learned nothing new gives out the same record with less time to live.
    private mutating func followCache(
        _ answer: DNSAnswer, of message: Message, asked question: DNSQuestion, _ subject: Conformance.Subject
    ) {
        guard answer.isCached, !answer.isNXDOMAIN, let ttl = answer.fields["TTL"].flatMap({ Int($0) }),
            let name = question.name, let type = question.type
        else { return }
        let key = CacheKey(cache: message.sender, name: Self.plain(name), type: type)
        let refreshed = (refreshments[message.sender] ?? 0) + pauses
        if let last = given[key], last.refreshments == refreshed, ttl > last.ttl,
            message.departure - last.instant < .seconds(Int64(min(last.ttl, 1 << 31)))
        {
            verdict.found(.growingTTL(earlier: last.ttl, was: ttl), at: .field("TTL"), of: subject)
        }
        given[key] = Given(ttl: ttl, instant: message.departure, refreshments: refreshed)
    }
}
