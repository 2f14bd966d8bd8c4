import Localization
public import LocatedJSON

// The progress file, format 2; docs/progress-file.md tells it to people. Times are ISO 8601 in UTC, steps count from 0.
//
//     {
//       "format": 2,
//       "language": { "value": "zh", "at": "2026-11-21T03:52:58.123Z" },
//       "reducedMotion": { "value": true, "at": … },
//       "placement": { "skip": [ "three-way-handshake" ], "at": … },      no "skip" where the question was declined
//       "resume": { "lesson": "dns-lookup-path", "scene": "main", "step": 3, "at": … },
//       "lessons": { "dns-lookup-path": { "main": { "step": 3, "of": 11, "seen": 6, "at": …, "completed": … } } },
//       "challenges": { "three-way-handshake": { "three-syns": { "faults": 2, "at": … } } },
//       "scheduler": "FSRS-6, 90 %",
//       "cards": {
//         "dns-lookup-path/ttl": {
//           "memory": "review, stability 12.5 days, difficulty 5.1, due 2026-12-04T03:52:58.000Z",
//           "folded": "2019-01-03T10:11:12Z/2025-12-30T20:00:00Z",
//           "history": "2026-11-21T03:52:58Z good 8s quiz #2a +3d4h again 31s 1 hint"
//         }
//       },
//       "attempts": { "dns-lookup-path": [ "2026-11-21T03:52:58.123Z 7/8 #2a" ] },
//       "days": { "2026-11": "20 21" }
//     }
//
// Only `format` must be there. Keys that this version does not know are kept at the top and ignored below it.

extension Progress {
    /// The version of the file's form that this program writes, and the last that it reads; it reads all before.
    public static let format: Int64 = 2
    /// The largest file that is written or read, in bytes: more than fifty years of fifty answers a day.
    public static let largestFile = 32 << 20

    /// The format that a file says it has; `nil` when it says none.
    public static func format(of bytes: [UInt8]) -> Int64? {
        var format: Int64?
        var skimmer = JSONSkimmer(bytes)
        skimmer.members { key, value in
            if key == "format" { format = value.value()?.integer }
            return format == nil
        }
        return format
    }

    /// Reads a progress file.
    ///
    /// - Throws: ``ProgressFault``; the file must then not be overwritten.
    public init(parsing file: SourceFile) throws(ProgressFault) {
        let root: JSONNode
        do {
            root = try JSONNode(parsing: file.bytes, limit: Self.largestFile)
        } catch {
            throw .unreadable(error.diagnostic(in: file.name))
        }
        // The form of a newer file is unknown, so its format is looked at before anything else.
        if let format = root["format"]?.integer, format > Self.format {
            throw .newerFormat(format, file: file.name)
        }
        let log = FaultLog(file: file.name)
        self.init(root, log)
        if let first = log.diagnostics.first(where: { $0.severity == .error }) { throw .unreadable(first) }
    }

    /// The file's text: keys and records always in the same order, so that equal progress gives equal text.
    public var json: String {
        var members: [(String, JSONNode)] = [("format", .integer(Self.format))]
        if let language { members.append(("language", language.node("value", .string(language.value.rawValue)))) }
        if let reducedMotion {
            members.append(("reducedMotion", reducedMotion.node("value", .bool(reducedMotion.value))))
        }
        if let placement { members.append(("placement", placement.node)) }
        if let resume { members.append(("resume", .object(resume.value.members + [resume.timeMember]))) }
        let played = lessons.sorted { $0.key < $1.key }.map { lesson, scenes in
            (lesson, JSONNode.object(scenes.sorted { $0.key < $1.key }.map { ($0.key, $0.value.node) }))
        }
        members.append(("lessons", .object(played)))
        if !challenges.isEmpty {
            let solved = challenges.sorted { $0.key < $1.key }.map { lesson, records in
                (
                    lesson,
                    JSONNode.object(
                        records.sorted { $0.key < $1.key }.map {
                            ($0.key, $0.value.node("faults", .integer(Int64($0.value.value))))
                        })
                )
            }
            members.append(("challenges", .object(solved)))
        }
        members.append(("scheduler", .string(Self.schedulerName)))
        members.append(("cards", .object(cards.sorted { $0.key < $1.key }.map { ($0.key.text, $0.value.node) })))
        members.append(("attempts", .object(attempts.lines)))
        members.append(("days", .object(Self.months(days))))
        members += extras.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return JSONNode.object(members).text
    }

    private init(_ root: JSONNode, _ log: FaultLog) {
        self.init()
        guard var reader = ObjectReader(root, as: "a progress file", log: log) else { return }
        let format = reader.required("format", .wholeNumber(in: 1...Int(Self.format)))
        language = reader.optional("language", .language) ?? nil
        reducedMotion = reader.optional("reducedMotion", .reducedMotion)
        placement = reader.optional("placement", .placement)
        resume = reader.optional("resume", .bookmark)
        lessons = reader.optional("lessons", .dictionary(of: .dictionary(of: .sceneProgress))) ?? [:]
        if format == 1 {
            readFormatOne(&reader)
        } else {
            let believes = root["scheduler"]?.string == Self.schedulerName
            cards = reader.optional("cards", .cards(believingMemories: believes)) ?? [:]
            attempts = reader.optional("attempts", .attempts) ?? RecordLog()
            days = reader.optional("days", .days) ?? []
        }
        challenges = reader.optional("challenges", .dictionary(of: .dictionary(of: .solvedChallenge))) ?? [:]
        var known: Set = ["format", "language", "reducedMotion", "placement", "resume", "lessons", "challenges"]
        known.formUnion(format == 1 ? ["answers", "attempts"] : ["scheduler", "cards", "attempts", "days"])
        for key in reader.keys where !known.contains(key) { extras[key] = reader.member(key)?.value }
        reader.finishAllowingOthers()
    }
}

extension Stamped {
    fileprivate var timeMember: (String, JSONNode) { ("at", .time(at)) }

    fileprivate func node(_ key: String, _ value: JSONNode) -> JSONNode { .object([(key, value), timeMember]) }
}

extension Bookmark {
    fileprivate var members: [(String, JSONNode)] {
        [("lesson", .string(lesson)), ("scene", .string(scene)), ("step", .integer(Int64(step)))]
    }
}

extension Stamped<PlacementAnswer> {
    fileprivate var node: JSONNode {
        switch value {
        case .declined: .object([timeMember])
        case .taken(let skippable):
            .object([("skip", .array(skippable.sorted().map { .string($0) })), timeMember])
        }
    }
}

extension SceneProgress {
    fileprivate var node: JSONNode {
        var members: [(String, JSONNode)] = [
            ("step", .integer(Int64(visit.value.step))), ("of", .integer(Int64(visit.value.of))),
            ("seen", .integer(Int64(seen))), ("at", .time(visit.at)),
        ]
        if let completed { members.append(("completed", .time(completed))) }
        return .object(members)
    }
}

extension CardProgress {
    fileprivate var node: JSONNode {
        var members: [(String, JSONNode)] = []
        if let memory { members.append(("memory", .string(memory.text))) }
        if let folded = history.folded {
            let (from, to) = (UTCTime(milliseconds: folded.lowerBound), UTCTime(milliseconds: folded.upperBound))
            members.append(("folded", .string("\(from.textInSeconds)/\(to.textInSeconds)")))
        }
        members.append(("history", .string(history.text)))
        return .object(members)
    }
}

extension RecordLog<AttemptRecord> {
    /// For each quiz the lines of its attempts.
    fileprivate var lines: [(String, JSONNode)] {
        let quizzes = Dictionary(grouping: self, by: \.quiz).sorted { $0.key < $1.key }
        return quizzes.map { ($0.key, .array($0.value.map { .string($0.line) })) }
    }
}

extension Progress {
    /// For each month its days.
    fileprivate static func months(_ days: Set<StudyDay>) -> [(String, JSONNode)] {
        var months: [(name: String, days: String)] = []
        for day in days.sorted() {
            let (_, _, number) = UTCTime.civil(fromDays: day.number)
            let name = String(UTCTime(milliseconds: day.number * UTCTime.perDay).text.prefix(7))
            if months.last?.name == name {
                months[months.count - 1].days += " \(number)"
            } else {
                months.append((name, String(number)))
            }
        }
        return months.map { ($0.name, .string($0.days)) }
    }
}

extension JSONNode {
    fileprivate static func time(_ instant: Int64) -> JSONNode { .string(UTCTime(milliseconds: instant).text) }
}
