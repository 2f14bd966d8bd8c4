import Localization
import LocatedJSON

// How the parts of a progress file are read. A part with a fault in it is reported and left out.

extension ObjectReader {
    /// Reports keys that are missing, and none that are unknown.
    mutating func finishAllowingOthers() {
        for key in keys { allow(key) }
        finish()
    }
}

extension Reading {
    /// What `read` makes of an object's members; `nil` when something it needs is missing or faulty.
    static func object(_ name: String, _ read: @escaping (inout ObjectReader) -> Value?) -> Self {
        Reading { node, log in
            guard var reader = ObjectReader(node, as: name, log: log) else { return nil }
            let value = read(&reader)
            reader.finishAllowingOthers()
            return value
        }
    }

    /// An object with any keys, called `name` with its article; `item` reads a key and its value, or reports why not.
    static func table<Key, Item>(
        _ name: String, _ item: @escaping (String, Place, JSONNode, FaultLog) -> (Key, Item)?
    ) -> Self where Value == [Key: Item] {
        Reading { node, log in
            guard let reader = ObjectReader(node, as: name, log: log) else { return nil }
            var items: [Key: Item] = [:]
            for member in reader.node.members ?? [] {
                guard let (key, value) = item(member.key, member.keyPlace, member.value, log) else { continue }
                items[key] = value
            }
            return items
        }
    }

    /// An object with any keys, all of whose values are of one kind.
    static func dictionary<Item>(of item: Reading<Item>) -> Self where Value == [String: Item] {
        .table("a table of ids") { key, _, value, log in item.read(value, log).map { (key, $0) } }
    }
}

extension Reading where Value == Int64 {
    /// ISO 8601 as milliseconds since 1970 UTC.
    static var time: Self {
        Reading("a time such as \"2026-11-21T03:52:58.123Z\"") { $0.string.flatMap(UTCTime.init)?.milliseconds }
    }
}

extension Reading where Value == Int {
    static var count: Self { .wholeNumber(in: 0...Progress.largestCount) }
}

extension Reading where Value == Stamped<Language>? {
    /// A language that this version does not have is none, and no fault: a later version may know it.
    static var language: Self {
        .object("a language") { reader in
            guard let tag = reader.required("value", .string), let at = reader.required("at", .time) else { return nil }
            return Language(rawValue: tag).map { Stamped($0, at: at) }
        }
    }
}

extension Reading where Value == Stamped<Bool> {
    static var reducedMotion: Self {
        .object("a preference") { reader in
            guard let value = reader.required("value", .bool), let at = reader.required("at", .time) else { return nil }
            return Stamped(value, at: at)
        }
    }
}

extension Reading where Value == Stamped<Bookmark> {
    static var bookmark: Self {
        .object("a place in a lesson") { reader in
            guard let lesson = reader.required("lesson", .string), let scene = reader.required("scene", .string),
                let step = reader.required("step", .count), let at = reader.required("at", .time)
            else { return nil }
            return Stamped(Bookmark(lesson: lesson, scene: scene, step: step), at: at)
        }
    }
}

extension Reading where Value == Stamped<PlacementAnswer> {
    static var placement: Self {
        .object("what came of asking where to begin") { reader in
            let skippable = reader.optional("skip", .list(of: .string))
            guard let at = reader.required("at", .time) else { return nil }
            return Stamped(skippable.map { .taken(skippable: Set($0)) } ?? .declined, at: at)
        }
    }
}

extension Reading where Value == SceneProgress {
    static var sceneProgress: Self {
        .object("a scene") { reader in
            let completed = reader.optional("completed", .time)
            guard let step = reader.required("step", .count), let of = reader.required("of", .count),
                let seen = reader.required("seen", .count), let at = reader.required("at", .time)
            else { return nil }
            return SceneProgress(visit: Stamped(.init(step: step, of: of), at: at), seen: seen, completed: completed)
        }
    }
}

extension Reading where Value == Stamped<Int> {
    static var solvedChallenge: Self {
        .object("a challenge that was solved") { reader in
            guard let faults = reader.required("faults", .count), let at = reader.required("at", .time) else {
                return nil
            }
            return Stamped(faults, at: at)
        }
    }
}
