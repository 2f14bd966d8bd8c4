extension KeyMap {
    /// What an interview is to be about.
    public static let briefing = KeyMap(
        [
            KeyBinding([.up, .character("k")], .up, en: "the line above", zh: "上一行", bar: ("choose", "选择")),
            KeyBinding([.down, .character("j")], .down, en: "the line below", zh: "下一行"),
            KeyBinding([.left], .less, en: "fewer; leave the topic out", zh: "减少；去掉这个主题", bar: ("less", "减少")),
            KeyBinding([.right], .more, en: "more; take the topic in", zh: "增加；加入这个主题", bar: ("more", "增加")),
            KeyBinding(
                [.character(" ")], .mark, en: "take a topic in or leave it out", zh: "选中或去掉一个主题",
                bar: ("topic", "主题")),
            KeyBinding([.enter], .choose, en: "begin", zh: "开始", bar: ("begin", "开始")),
        ] + everywhere + leavingPractice)

    /// The progress screen.
    public static let progress = KeyMap(
        [
            KeyBinding([.up, .character("k")], .up, en: "scroll up", zh: "向上滚动", bar: ("scroll", "滚动")),
            KeyBinding([.down, .character("j")], .down, en: "scroll down", zh: "向下滚动"),
            KeyBinding([.pageUp], .pageUp, en: "a screen up", zh: "向上翻页"),
            KeyBinding([.pageDown, .character(" ")], .pageDown, en: "a screen down", zh: "向下翻页"),
        ] + everywhere + leavingPractice)

    /// The report about an interview.
    public static let report = KeyMap(
        [
            KeyBinding([.up, .character("k")], .up, en: "the mistake above", zh: "上一处错误", bar: ("choose", "选择")),
            KeyBinding([.down, .character("j")], .down, en: "the mistake below", zh: "下一处错误"),
            KeyBinding(
                [.enter, .character("s")], .showMe, en: "the moment in the lesson", zh: "跳到课中对应的时刻",
                bar: ("show me", "演示")),
            KeyBinding([.pageUp], .pageUp, en: "scroll up", zh: "向上滚动"),
            KeyBinding([.pageDown], .pageDown, en: "scroll down", zh: "向下滚动"),
        ] + everywhere + leavingPractice)

    /// The end of a review after which nothing waits.
    public static let reviewed = KeyMap([takeBack] + scrolling + everywhere + leavingPractice)

    /// The end of a review after which more waits.
    public static let reviewedInPart = KeyMap(
        [
            KeyBinding(
                [.enter, .character("r")], .retryWrong, en: "another set", zh: "再来一组", bar: ("more", "再来一组"))
        ] + reviewed.bindings)

    /// The end of the diagnostic.
    public static let placed = KeyMap(
        [
            KeyBinding(
                [.enter], .choose, en: "open the lesson to begin with", zh: "打开建议的第一课", bar: ("open it", "打开"))
        ] + scrolling + everywhere + leavingPractice)

    /// A review's question that has been answered.
    public static let reviewFeedback = KeyMap(
        Array(feedback.bindings.prefix(2)) + [takeBack] + feedback.bindings.dropFirst(2))

    private static let takeBack = KeyBinding(
        [.character("u")], .undo, en: "take the last answer back and answer again", zh: "撤回上一次回答，重新作答",
        bar: ("undo", "撤回"))

    private static let leavingPractice: [KeyBinding] = [
        KeyBinding([.escape], .back, en: "back", zh: "返回", bar: ("back", "返回")),
        KeyBinding([.character("Q")], .quit, en: "leave netarium", zh: "退出netarium"),
    ]

    /// The same keys in an interview: who does not know an answer passes, and nothing is shown.
    var inInterview: KeyMap {
        KeyMap(
            bindings.map { binding in
                switch binding.action {
                case .giveUp:
                    KeyBinding(
                        binding.keys, .giveUp, en: "I do not know: the next one", zh: "不知道，下一题",
                        bar: ("pass", "跳过"))
                case .back:
                    KeyBinding(
                        binding.keys, .back, en: "end the interview here", zh: "到此结束面试",
                        bar: ("end", "结束"))
                default: binding
                }
            })
    }
}
