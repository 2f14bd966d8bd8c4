import CellGrid
import Courseware
import Ladder
import Localization
import Timelines

/// Everything about one event: when, who, every field, what is encrypted, and what the lesson says about it.
struct EventDetails {
    private var title = ""
    private var lines: [RichLine] = []
    private let appearance: Appearance
    private let width: Int

    init(_ player: PlayerScreen, event index: Int, appearance: Appearance, columns: Int = 64) {
        self.appearance = appearance
        width = columns
        let event = player.timeline.events[index]
        title = event.instant.clock
        describe(event, in: player.timeline)
        if let step = player.scene.steps.last(where: { $0.event == index }),
            !player.predicts || index < player.moment.happened
        {
            lines.append(RichLine())
            add(appearance.text(step.say))
            add(step.citations.map(\.text).joined(separator: appearance.say("; ", "；")), .citation)
        }
    }

    private mutating func add(_ text: String, _ role: Role = .plain) {
        lines += RichText(appearance.charset.adapt(text), role: role).wrapped(columns: width)
    }

    private mutating func add(_ name: String, _ value: String) {
        let lead = name + "  "
        let wrapped = RichText([RichRun(value, .code)]).wrapped(columns: max(width - lead.cellWidth, 8))
        for (row, line) in wrapped.enumerated() {
            let start = row == 0 ? lead : String(repeating: " ", count: lead.cellWidth)
            lines.append(RichLine([RichRun(start, .dimmed)] + line.runs))
        }
    }

    private mutating func describe(_ event: Event, in timeline: Timeline) {
        func name(_ index: Int) -> String { appearance.text(timeline.participants[index].name) }
        switch event.kind {
        case .sent(let index), .arrived(let index), .lost(let index): describe(message: index, in: timeline)
        case .state(let owner, let state):
            add(name(owner) + ": " + appearance.text(state), .heading)
            add(appearance.say("enters this state", "进入该状态"))
            describe(wrong: event.wrong)
        case .timerStarted(let index), .timerCancelled(let index), .timerFired(let index):
            let timer = timeline.timers[index]
            add(name(timer.owner) + ": " + appearance.text(timer.name), .heading)
            add(appearance.say("starts", "启动"), timer.start.clock)
            add(appearance.say("would fire", "到期时刻"), timer.expiry.clock)
            switch timer.outcome {
            case .fires: add(appearance.say("outcome", "结果"), appearance.say("fires", "到期触发"))
            case .isCancelled(let instant):
                add(appearance.say("outcome", "结果"), appearance.say("stopped at ", "停止于 ") + instant.clock)
            case .runsOn: add(appearance.say("outcome", "结果"), appearance.say("still runs at the end", "到最后仍在计时"))
            }
        case .table(let change):
            add(name(change.owner) + ": " + appearance.text(change.name), .heading)
            for row in change.set { add("+ " + row.key, appearance.text(row.value)) }
            for row in change.removed { add("- " + row, appearance.say("removed", "移除")) }
        case .action(let owner, let text): add(name(owner) + ": " + appearance.text(text), .heading)
        case .note(_, let text): add(appearance.text(text), .heading)
        case .phase(let text), .divider(let text): add(appearance.text(text), .heading)
        case .gap(let text, let span):
            add(appearance.text(text), .heading)
            add(appearance.say("time that passes", "经过的时间"), appearance.charset.adapt(span.text))
        case .work(let owner, let begins):
            add(name(owner), .heading)
            add(begins ? appearance.say("begins to work", "开始工作") : appearance.say("is done with its work", "工作结束"))
        case .created(let owner):
            add(name(owner), .heading)
            add(appearance.say("comes into being", "被创建"))
        case .destroyed(let owner):
            add(name(owner), .heading)
            add(appearance.say("is gone from here on", "从此不再存在"))
        }
    }

    private mutating func describe(message index: Int, in timeline: Timeline) {
        let message = timeline.messages[index]
        func name(_ index: Int) -> String { appearance.text(timeline.participants[index].name) }
        title = message.departure.clock
        let number = timeline.number(ofMessage: index).map { "\($0). " } ?? ""
        add(number + appearance.text(message.label), .heading)
        let outside = appearance.say("outside", "外部"), comma = appearance.say(", ", "、")
        let receivers = timeline.broadcast(of: index).map { timeline.messages[$0].receiver }
        add(
            (message.outside == .sender ? outside : name(message.sender)) + appearance.say(" to ", " 发往 ")
                + (message.outside == .receiver ? outside : receivers.map(name).joined(separator: comma)))
        describeEnds(ofMessage: index, in: timeline)
        if message.isRetransmission {
            add(appearance.say("sent again: a retransmission", "再次发送：这是重传"), .retransmission)
        }
        switch message.stray {
        case .forged: add(appearance.say("forged: the sender is not who it claims to be", "伪造：发送者冒用了别人的地址"), .failure)
        case .old:
            add(appearance.say("an old copy that was under way for a long time", "旧副本：在网络里滞留了很久"), .retransmission)
        case nil: break
        }
        describe(wrong: message.wrong)
        switch message.protection {
        case .clear: break
        case .handshakeKeys:
            add(
                appearance.say(
                    "encrypted with the handshake keys: an observer sees its length only", "用握手密钥加密：旁观者只看得到长度"),
                .handshakeKeys)
        case .applicationKeys:
            add(
                appearance.say(
                    "encrypted with the application keys: an observer sees its length only", "用应用密钥加密：旁观者只看得到长度"),
                .applicationKeys)
        }
        if !message.fields.isEmpty { lines.append(RichLine()) }
        for field in message.fields { add(field.name, appearance.charset.adapt(field.value)) }
    }

    /// Where the message's journey ends, of a broadcast each of its ways.
    private mutating func describeEnds(ofMessage index: Int, in timeline: Timeline) {
        for way in timeline.broadcast(of: index) {
            let message = timeline.messages[way],
                receiver = appearance.text(timeline.participants[message.receiver].name)
            let isBroadcast = timeline.isBroadcast(index)
            let arrives =
                isBroadcast ? appearance.say("reaches \(receiver)", "到达\(receiver)") : appearance.say("arrives", "到达")
            let isLost =
                isBroadcast
                ? appearance.say("lost on the way to \(receiver)", "在去\(receiver)的路上丢失") : appearance.say("lost", "丢失")
            add(message.isLost ? isLost : arrives, message.end.clock)
        }
    }

    private mutating func describe(wrong: LocalizedText?) {
        guard let wrong else { return }
        let mark = appearance.glyphs.wrong, why = appearance.text(wrong)
        add(appearance.say("\(mark) wrong: \(why)", "\(mark)违规：\(why)"), .failure)
    }

    func draw(into grid: inout Grid) {
        let widest = max(lines.map(\.width).max() ?? 0, title.cellWidth + 2)
        let size = Size(columns: min(widest, width) + 4, rows: min(lines.count + 2, max(grid.size.rows - 4, 3)))
        let inner = Panel.draw(title: title, into: &grid, in: grid.bounds.centered(size), glyphs: appearance.glyphs)
        TextPane(lines: lines, scroll: 0, glyphs: appearance.glyphs).draw(into: &grid, in: inner)
    }
}
