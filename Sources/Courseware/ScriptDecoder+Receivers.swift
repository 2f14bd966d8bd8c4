import LocatedJSON
import Timelines

extension ScriptDecoder {
    /// What stands for everybody but the sender, unless a participant is called so.
    static let everybody = "all"

    /// Who receives a message: one participant, several, all, or the world outside when nobody is named.
    func receivers(_ object: inout ObjectReader, from sender: ScriptEntry.End, _ log: FaultLog) -> ScriptEntry.Receivers
    {
        guard let node = object.member("to")?.value else {
            _ = object.optional("to", participant)
            return .one(.outside)
        }
        let isBroadcast = node.elements != nil || isEverybody(node)
        if isBroadcast, sender == .outside { log.report(CourseFault.noSender("to"), at: node.head) }
        if node.elements != nil {
            let list = object.optional("to", .list(of: participant.located, atLeast: 1)) ?? []
            return several(list, in: node, from: sender, log)
        }
        if isEverybody(node) {
            _ = object.optional("to", .string)
            if participants.count < 2 { log.report(CourseFault.nobodyElse, at: node.place) }
            return participants.count < 2 ? .several([]) : .everybody
        }
        return .one(object.optional("to", participant).map { .participant($0) } ?? .unreadable)
    }

    private func isEverybody(_ node: JSONNode) -> Bool {
        node.string == Self.everybody && !participants.contains { $0.id == Self.everybody }
    }

    private func several(
        _ list: [Located<Participant.Index>], in node: JSONNode, from sender: ScriptEntry.End, _ log: FaultLog
    ) -> ScriptEntry.Receivers {
        var receivers: [Participant.Index] = []
        for receiver in list {
            let name = participants[receiver.value].id
            if receiver.value == sender.participant {
                log.report(CourseFault.broadcastToSender(name), at: receiver.place)
            } else if receivers.contains(receiver.value) {
                log.report(CourseFault.repeatedReceiver(name), at: receiver.place)
            } else {
                receivers.append(receiver.value)
            }
        }
        if node.elements?.count == 1, let only = receivers.first, log.isThorough {
            log.report(CourseFault.listOfOne(participants[only].id), at: node.head)
        }
        return .several(receivers)
    }

    /// Whom a message does not reach.
    func loss(
        _ object: inout ObjectReader, of receivers: ScriptEntry.Receivers, from sender: ScriptEntry.End, _ log: FaultLog
    ) -> ScriptEntry.Loss {
        guard let node = object.member("lost")?.value, node.elements != nil else {
            return object.optional("lost", .bool) ?? false ? .everybody : .nobody
        }
        let list = object.optional("lost", .list(of: participant.located, atLeast: 1)) ?? []
        let known: [Participant.Index] =
            switch receivers {
            case .one(let end): end.participant.map { [$0] } ?? []
            case .several(let several): several
            case .everybody: participants.indices.filter { $0 != sender.participant }
            }
        for missed in list where !known.isEmpty && !known.contains(missed.value) {
            let fault = CourseFault.lostElsewhere(
                participants[missed.value].id, known: known.map { participants[$0].id })
            log.report(fault, at: missed.place)
        }
        return .some(Set(list.map(\.value)))
    }
}
