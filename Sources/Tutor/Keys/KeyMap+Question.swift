import Study

extension KeyMap {
    /// The keys for a question, as far as it has been answered.
    static func asking(_ question: OpenQuestion) -> KeyMap {
        let map: KeyMap =
            switch question.posed.form {
            case .number, .text: .typing
            case .point: .pointing
            case .challenge: .challenged
            case .recall: question.isRevealed ? .question : .speaking
            case .choice, .match: KeyMap.question.without(.mark)
            case .several, .order: .question
            }
        // A hint for what has been said already would be no help.
        return question.hintsLeft > 0 && !question.isRevealed ? map.offeringHints(isTyped: question.isTyped) : map
    }

    private func offeringHints(isTyped: Bool) -> KeyMap {
        let hint = KeyBinding(
            isTyped ? [.control("t")] : [.character("h")], .hint, en: "a hint, which lowers the grade",
            zh: "提示（会降低评分）", bar: ("hint", "提示"))
        let place = bindings.firstIndex { $0.action == .giveUp } ?? bindings.count
        return KeyMap(Array(bindings[..<place]) + [hint] + bindings[place...])
    }

    /// A question whose answer is an event of the ladder.
    public static let pointing = KeyMap(
        [
            KeyBinding(
                [.up, .character("k")], .up, en: "cursor to the event above", zh: "光标移到上一个事件", bar: ("point", "移动光标")),
            KeyBinding([.down, .character("j")], .down, en: "cursor to the event below", zh: "光标移到下一个事件"),
            KeyBinding([.home, .character("g")], .first, en: "first event", zh: "第一个事件"),
            KeyBinding([.end, .character("G")], .last, en: "last event", zh: "最后一个事件"),
        ] + answering)

    /// A question that is answered in the simulator.
    public static let challenged = KeyMap(
        [
            KeyBinding(
                [.enter, .right], .choose, en: "open the simulator and try", zh: "打开模拟器，动手试试", bar: ("try it", "开始"))
        ] + answering.filter { $0.action != .choose })

    /// A question that is answered aloud.
    public static let speaking = KeyMap(
        [
            KeyBinding(
                [.enter], .choose, en: "said aloud: show what it should name", zh: "已经说完，查看要点",
                bar: ("I have said it", "说完了"))
        ] + answering.filter { $0.action != .choose })
}
