public import Localization
public import Timelines

extension Timeline {
    /// An event as one short sentence, `Client → Server: SYN` or `Server enters SYN-RECEIVED`; `nil` for remarks and
    /// titles, in which nothing happens, for how long somebody is at work, and for an index that does not exist.
    ///
    /// Events that look alike on the wire have the same words, except that a message sent again says so.
    public func words(forEvent index: Int) -> LocalizedText? {
        guard events.indices.contains(index) else { return nil }
        switch events[index].kind {
        case .sent(let message): return words(forSending: message)
        case .arrived(let message): return words(forArrivalOf: messages[message])
        case .lost(let message):
            let label = messages[message].label, receiver = participants[messages[message].receiver].name
            if isBroadcast(message) {
                return LocalizedText {
                    $0 == .chinese
                        ? "“\(label($0))”没有到达\(receiver($0))" : "\(label($0)) does not reach \(receiver($0))"
                }
            }
            return LocalizedText { $0 == .chinese ? "“\(label($0))”丢失了" : "\(label($0)) is lost" }
        case .state(let owner, let state):
            return said(by: owner, en: { "enters \(state($0))" }, zh: { "进入\(state($0))" })
        case .timerStarted(let timer):
            let name = timers[timer].name
            return said(by: timers[timer].owner, en: { "starts its \(name($0)) timer" }, zh: { "启动\(name($0))定时器" })
        case .timerCancelled(let timer):
            let name = timers[timer].name
            return said(by: timers[timer].owner, en: { "stops its \(name($0)) timer" }, zh: { "停止\(name($0))定时器" })
        case .timerFired(let timer):
            let name = timers[timer].name
            return said(
                by: timers[timer].owner, en: { "sees its \(name($0)) timer expire" }, zh: { "的\(name($0))定时器到期" })
        case .table(let change): return words(for: change)
        case .action(let owner, let action):
            return LocalizedText { language in
                "\(participants[owner].name(language))\(language == .chinese ? "：" : ": ")\(action(language))"
            }
        case .created(let owner): return said(by: owner, en: { _ in "comes into being" }, zh: { _ in "被创建" })
        case .destroyed(let owner): return said(by: owner, en: { _ in "is gone" }, zh: { _ in "被销毁" })
        case .note, .phase, .divider, .gap, .work: return nil
        }
    }

    private func words(forSending index: Int) -> LocalizedText {
        let message = messages[index], receivers = broadcast(of: index).map { messages[$0].receiver }
        return LocalizedText { language in
            let outside = language == .chinese ? "外部" : "outside"
            let sender = message.outside == .sender ? outside : participants[message.sender].name(language)
            let names = receivers.map { participants[$0].name(language) }
            let receiver =
                message.outside == .receiver ? outside : names.joined(separator: language == .chinese ? "、" : ", ")
            let ends = message.isToSelf ? sender : "\(sender) → \(receiver)"
            let colon = language == .chinese ? "：" : ": "
            let again = !message.isRetransmission ? "" : language == .chinese ? "（重传）" : " (resent)"
            let stray =
                switch message.stray {
                case .forged: language == .chinese ? "（伪造）" : " (forged)"
                case .old: language == .chinese ? "（旧副本）" : " (an old copy)"
                case nil: ""
                }
            return "\(ends)\(colon)\(message.label(language))\(again)\(stray)"
        }
    }

    private func words(forArrivalOf message: Message) -> LocalizedText {
        said(by: message.receiver, en: { "receives \(message.label($0))" }, zh: { "收到\(message.label($0))" })
    }

    private func words(for change: TableChange) -> LocalizedText {
        let keys = change.set.isEmpty ? change.removed : change.set.map(\.key)
        let list = keys.joined(separator: ", ")
        // A row without a key is the table itself.
        guard keys.contains(where: { !$0.isEmpty }) else {
            return said(by: change.owner, en: { "changes its \(change.name($0))" }, zh: { "更新\(change.name($0))" })
        }
        return change.set.isEmpty
            ? said(
                by: change.owner, en: { "takes \(list) out of its \(change.name($0))" },
                zh: { "从\(change.name($0))中移出\(list)" })
            : said(
                by: change.owner, en: { "puts \(list) into its \(change.name($0))" },
                zh: { "在\(change.name($0))中记下\(list)" })
    }

    private func said(
        by owner: Participant.Index, en english: (Language) -> String, zh chinese: (Language) -> String
    ) -> LocalizedText {
        LocalizedText { language in
            let name = participants[owner].name(language)
            return language == .chinese ? "\(name)\(chinese(language))" : "\(name) \(english(language))"
        }
    }
}
