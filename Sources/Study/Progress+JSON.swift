import Localization
public import LocatedJSON

// The progress file, format 1. Times are ISO 8601 in UTC, steps count from 0, seeds are hexadecimal.
//
//     {
//       "format": 1,
//       "language": { "value": "zh", "at": "2026-11-21T03:52:58.123Z" },
//       "reducedMotion": { "value": true, "at": … },
//       "resume": { "lesson": "dns-lookup-path", "scene": "main", "step": 3, "at": … },
//       "lessons": { "dns-lookup-path": { "main": { "step": 3, "of": 11, "seen": 6, "at": …, "completed": … } } },
//       "challenges": { "three-way-handshake": { "three-syns": { "faults": 2, "at": … } } },
//       "answers": [ { "at": …, "quiz": "dns-lookup-path", "question": "ttl", "seed": "2a", "right": true } ],
//       "attempts": [ { "at": …, "quiz": "dns-lookup-path", "seed": "2a", "right": 7, "of": 8 } ]
//     }
//
// Only `format` must be there. Keys that this version does not know are kept at the top and ignored below it.

extension Progress {
    /// The version of the file's form that this program writes, and the last that it reads.
    public static let format: Int64 = 1

    /// Reads a progress file.
    ///
    /// - Throws: ``ProgressFault``; the file must then not be overwritten.
    public init(parsing file: SourceFile) throws(ProgressFault) {
        let root: JSONNode
        do {
            root = try JSONNode(parsing: file.bytes)
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
        members.append(("answers", .array(answers.map(\.node))))
        members.append(("attempts", .array(attempts.map(\.node))))
        members += extras.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return JSONNode.object(members).text
    }

    private init(_ root: JSONNode, _ log: FaultLog) {
        self.init()
        guard var reader = ObjectReader(root, as: "a progress file", log: log) else { return }
        _ = reader.required("format", .wholeNumber(in: Int(Self.format)...Int(Self.format)))
        language = reader.optional("language", .language) ?? nil
        reducedMotion = reader.optional("reducedMotion", .reducedMotion)
        resume = reader.optional("resume", .bookmark)
        lessons = reader.optional("lessons", .dictionary(of: .dictionary(of: .sceneProgress))) ?? [:]
        answers = RecordLog(reader.optional("answers", .list(of: .answerRecord)) ?? [])
        attempts = RecordLog(reader.optional("attempts", .list(of: .attemptRecord)) ?? [])
        challenges = reader.optional("challenges", .dictionary(of: .dictionary(of: .solvedChallenge))) ?? [:]
        let known: Set = [
            "format", "language", "reducedMotion", "resume", "lessons", "challenges", "answers", "attempts",
        ]
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

extension AnswerRecord {
    fileprivate var node: JSONNode {
        .object([
            ("at", .time(at)), ("quiz", .string(quiz)), ("question", .string(question)), ("seed", .seed(seed)),
            ("right", .bool(isRight)),
        ])
    }
}

extension AttemptRecord {
    fileprivate var node: JSONNode {
        .object([
            ("at", .time(at)), ("quiz", .string(quiz)), ("seed", .seed(seed)), ("right", .integer(Int64(score.right))),
            ("of", .integer(Int64(score.of))),
        ])
    }
}

extension JSONNode {
    fileprivate static func time(_ instant: Int64) -> JSONNode { .string(UTCTime(milliseconds: instant).text) }

    fileprivate static func seed(_ seed: UInt64) -> JSONNode { .string(String(seed, radix: 16)) }
}
