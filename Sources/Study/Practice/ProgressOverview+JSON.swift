public import LocatedJSON

// What `netarium progress --json` prints. Shares are `0...1`, days are ISO 8601 by the learner's own clock.
//
//     {
//       "today": "2026-11-21",
//       "lessons": [ { "lesson": …, "track": …, "status": "new" | "in progress" | "done", "step": 3, "steps": 11,
//                      "best": { "right": 7, "of": 8 }, "challenges": { "right": 1, "of": 3 }, "mastery": … } ],
//       "mastery": { "overall": { "value": 0.52, "seen": 9, "of": 22 }, "tracks": [ { "track": "tcp", "value": … } ] },
//       "retention": [ { "week": "2026-11-16", "answers": { "right": 7, "of": 8 }, "recalled": … } ],
//       "activity": [ { "day": "2026-11-20", "answers": 12, "right": 10, "seconds": 240 } ],
//       "streak": { "inARow": 4, "ofLastSeven": 5, "ofLastThirty": 12 },
//       "due": [ { "day": "2026-11-21", "due": 3, "offered": 3 } ]
//     }

extension ProgressOverview {
    /// The overview for other programs.
    public var json: JSONNode {
        let mastery = Dictionary(study.mastery.lessons.map { ($0.id, $0.mastery) }) { first, _ in first }
        let tracks = study.mastery.tracks.map { JSONNode.object([("track", .string($0.id))] + $0.mastery.members) }
        let days = study.activity.days.sorted { $0.key < $1.key }.map { day, tally in
            JSONNode.object([
                ("day", .string(day.isoDate)), ("answers", .number(tally.answers)), ("right", .number(tally.right)),
                ("seconds", .number(tally.took / 1000)),
            ])
        }
        return .object([
            ("today", .string(study.today.isoDate)),
            ("lessons", .array(lessons.rows.map { $0.node(mastery[$0.lesson]) })),
            (
                "mastery",
                .object([("overall", .object(study.mastery.overall.members)), ("tracks", .array(tracks))])
            ),
            ("retention", .array(study.retention.weeks.map(\.node))),
            ("activity", .array(days)),
            (
                "streak",
                .object([
                    ("inARow", .number(study.streak.inARow)), ("ofLastSeven", .number(study.streak.ofLastSeven)),
                    ("ofLastThirty", .number(study.streak.ofLastThirty)),
                ])
            ),
            ("due", .array(study.forecast.days.map(\.node))),
        ])
    }
}

extension ProgressReport.Row {
    fileprivate func node(_ mastery: Mastery?) -> JSONNode {
        let (word, done, of): (String, Int, Int) =
            switch status {
            case .new: ("new", 0, 0)
            case .inProgress(let done, let of): ("in progress", done, of)
            case .done: ("done", 0, 0)
            }
        var members: [(String, JSONNode)] = [
            ("lesson", .string(lesson)), ("track", .string(track)), ("status", .string(word)),
        ]
        if of > 0 { members += [("step", .number(done)), ("steps", .number(of))] }
        if let best { members.append(("best", best.node)) }
        if let challenges { members.append(("challenges", challenges.node)) }
        if let mastery { members.append(("mastery", .object(mastery.members))) }
        return .object(members)
    }
}

extension Mastery {
    fileprivate var members: [(String, JSONNode)] {
        // Whole percent: more digits would promise more than a forgetting curve keeps.
        let share = JSONNumber(Double(percent) / 100).map { JSONNode(.number($0)) } ?? .null
        return [("value", share), ("seen", .number(seen)), ("of", .number(of))]
    }
}

extension RetentionHistory.Week {
    fileprivate var node: JSONNode {
        .object([("week", .string(monday.isoDate)), ("answers", answers.node), ("recalled", recalled.node)])
    }
}

extension Forecast.Day {
    fileprivate var node: JSONNode {
        .object([("day", .string(day.isoDate)), ("due", .number(due)), ("offered", .number(offered))])
    }
}

extension Score {
    fileprivate var node: JSONNode { .object([("right", .number(right)), ("of", .number(of))]) }
}

extension JSONNode {
    fileprivate static func number(_ number: Int) -> JSONNode { .integer(Int64(number)) }
}
