import CellGrid
import Localization
import Timelines

/// An event as one line of plain text, for screen readers, pipes and logs.
///
///     0.000 s  Client to Server: SYN  seq=1000 win=64240
///     0.020 s  Server receives SYN
///     0.020 s  Server: SYN-RECEIVED
struct EventSentence {
    let timeline: Timeline
    let appearance: Appearance
    /// How many fields of a message are named.
    var fieldLimit = Int.max

    /// The line for the event with this index.
    func line(_ index: Int) -> String {
        let event = timeline.events[index]
        return event.instant.clock + "  " + (text(event.kind) + stateMark(event)).sanitized
    }

    private func name(_ index: Int) -> String { appearance.text(timeline.participants[index].name) }

    /// A message's label in the notation of RFC 8446 §2, braces and brackets for what is encrypted, after its number.
    private func label(_ index: Int) -> String {
        let message = timeline.messages[index]
        let text = appearance.text(message.label)
        let number = timeline.number(ofMessage: index).map { "\($0). " } ?? ""
        switch message.protection {
        case .clear: return number + text
        case .handshakeKeys: return "\(number){\(text)}"
        case .applicationKeys: return "\(number)[\(text)]"
        }
    }

    private func stateMark(_ event: Event) -> String {
        if case .state = event.kind { mark(event.wrong) } else { "" }
    }

    /// That something is against the rules, and why.
    private func mark(_ wrong: LocalizedText?) -> String {
        guard let wrong else { return "" }
        let mark = appearance.glyphs.wrong, why = appearance.text(wrong)
        return appearance.say(" (\(mark) wrong: \(why))", "（\(mark)违规：\(why)）")
    }

    /// Who sends a message, and to whom.
    private func ends(_ index: Int) -> String {
        let message = timeline.messages[index]
        let outside = appearance.say("outside", "外部")
        let sender = message.outside == .sender ? outside : name(message.sender)
        return sender + appearance.say(" to ", " 发往 ")
            + (message.outside == .receiver ? outside : receivers(of: index))
    }

    /// All that a frame goes to: `Server 1, Server 2`.
    private func receivers(of index: Int) -> String {
        timeline.broadcast(of: index).map { name(timeline.messages[$0].receiver) }
            .joined(separator: appearance.say(", ", "、"))
    }

    private func text(_ kind: Event.Kind) -> String {
        switch kind {
        case .sent(let index):
            let message = timeline.messages[index]
            var line = ends(index) + appearance.say(": ", "：") + label(index)
            if message.isRetransmission { line += appearance.say(" (resent)", "（重传）") }
            if message.isCopy { line += appearance.say(" (a copy made by the network)", "（网络产生的副本）") }
            if message.packet?.arrivedBytes != nil { line += appearance.say(" (will be damaged)", "（途中会损坏）") }
            switch message.stray {
            case .forged: line += appearance.say(" (forged)", "（伪造）")
            case .old: line += appearance.say(" (an old copy)", "（旧副本）")
            case nil: break
            }
            line += mark(message.wrong)
            let fields = message.fields.prefix(fieldLimit).map { "\($0.name)=\($0.value)" }.joined(separator: " ")
            return fields.isEmpty ? line : line + "  " + appearance.charset.adapt(fields)
        case .arrived(let index):
            let message = timeline.messages[index]
            if message.outside == .receiver {
                return label(index) + appearance.say(" has left to outside", "已发往外部")
            }
            return name(message.receiver) + appearance.say(" receives ", " 收到 ") + label(index)
        case .lost(let index):
            let message = timeline.messages[index]
            let sender = message.outside == .sender ? appearance.say("outside", "外部") : name(message.sender)
            if timeline.isBroadcast(index) {
                let receiver = name(message.receiver)
                return appearance.say(
                    "LOST: \(label(index)) from \(sender) to \(receiver)", "丢失：\(sender)发往\(receiver)的\(label(index))")
            }
            return appearance.say(
                "LOST: \(label(index)) from \(sender)", "丢失：\(sender)发出的\(label(index))")
        case .state(let owner, let state):
            return name(owner) + appearance.say(", state: ", "，状态：") + appearance.text(state)
        case .timerStarted(let index):
            let timer = timeline.timers[index]
            let length = appearance.charset.adapt(timer.length.text)
            return appearance.say(
                "\(name(timer.owner)) starts timer \(appearance.text(timer.name)), \(length)",
                "\(name(timer.owner))启动定时器\(appearance.text(timer.name))，时长\(length)")
        case .timerCancelled(let index):
            let timer = timeline.timers[index]
            return appearance.say(
                "\(name(timer.owner)) stops timer \(appearance.text(timer.name))",
                "\(name(timer.owner))停止定时器\(appearance.text(timer.name))")
        case .timerFired(let index):
            let timer = timeline.timers[index]
            return appearance.say(
                "\(name(timer.owner)): timer \(appearance.text(timer.name)) fires",
                "\(name(timer.owner))：定时器\(appearance.text(timer.name))到期")
        case .table(let change): return text(change)
        case .action(let owner, let text): return name(owner) + appearance.say(": ", "：") + appearance.text(text)
        case .note(_, let text): return appearance.say("Note: ", "注：") + appearance.text(text)
        case .phase(let text): return "== " + appearance.text(text)
        case .divider(let text): return "-- " + appearance.text(text)
        case .gap(let text, let span): return "... \(appearance.text(text)) (\(appearance.charset.adapt(span.text)))"
        case .work(let owner, let begins):
            return name(owner)
                + (begins ? appearance.say(" begins to work", "开始工作") : appearance.say(" is done", "工作结束"))
        case .created(let owner): return name(owner) + appearance.say(" comes into being", "被创建")
        case .destroyed(let owner): return name(owner) + appearance.say(" is gone", "被销毁")
        }
    }

    private func text(_ change: TableChange) -> String {
        var line = name(change.owner) + appearance.say(", ", "，") + appearance.text(change.name)
        var parts = change.set.map { row in
            let value = appearance.text(row.value)
            return "+ " + appearance.charset.adapt(row.key) + (value.isEmpty ? "" : " = " + value)
        }
        parts += change.removed.map { "- " + appearance.charset.adapt($0) }
        if parts.isEmpty { parts = [appearance.say("empty", "空")] }
        line += appearance.say(": ", "：") + parts.joined(separator: appearance.say("; ", "；"))
        return line
    }
}
