import Localization
import LocatedJSON
import Timelines

extension ScriptDecoder {
    /// The most rounds of a loop that anybody will watch.
    static let mostRounds = 20

    /// An entry that puts a frame round others.
    func framed(_ verb: ScriptVerb, _ object: inout ObjectReader, _ log: FaultLog) -> ScriptEntry.Action? {
        if verb == .alternatives { return object.required(verb.rawValue, branches).map { .alternatives($0) } }
        let title = object.required(verb.rawValue, .text)
        let times = verb == .loop ? object.optional("times", .wholeNumber(in: 1...Self.mostRounds)) ?? 2 : 1
        guard let inner = object.required("do", entries(atLeast: 1)), let title else { return nil }
        return verb == .loop ? .loop(inner, times: times, title: title) : .group(inner, title: title)
    }

    private var branches: Reading<[ScriptEntry.Branch]> {
        Reading { node, log in
            var isFirst = true
            let branch = Reading<ScriptEntry.Branch> { node, log in
                defer { isFirst = false }
                return self.branch(node, isFirst: isFirst, log)
            }
            return Reading.list(of: branch, atLeast: 2).read(node, log)
        }
    }

    /// The first branch needs no id, because it makes no variant.
    private func branch(_ node: JSONNode, isFirst: Bool, _ log: FaultLog) -> ScriptEntry.Branch? {
        guard var object = ObjectReader(node, as: "an alternative", log: log) else { return nil }
        let condition = object.required("if", .text)
        let id =
            isFirst
            ? object.optional("id", Reading.identifier.located) : object.required("id", Reading.identifier.located)
        let about = object.optional("about", .text)
        let inner = object.required("do", entries)
        object.finish()
        return ScriptEntry.Branch(
            condition: condition ?? "", id: id, about: about, entries: inner ?? [], place: node.head)
    }
}
