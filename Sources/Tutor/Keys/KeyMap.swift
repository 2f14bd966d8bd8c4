/// The keys of one screen, in the order in which the help lists them.
///
/// The program handles keys from these tables, and the bar below the screen, the help screen and the README are written
/// from them, so that none can promise what another does not keep.
public struct KeyMap: Sendable {
    /// The bindings, the screen's own first.
    public let bindings: [KeyBinding]

    init(_ bindings: [KeyBinding]) { self.bindings = bindings }

    /// What `key` does on this screen; `nil` for nothing.
    public func action(for key: Key) -> Action? { bindings.first { $0.keys.contains(key) }?.action }

    /// Keys that work on every screen.
    static let everywhere: [KeyBinding] = [
        KeyBinding(
            [.character("l"), .control("l")], .switchLanguage, en: "switch between English and Chinese", zh: "切换中文和英文",
            bar: ("中文", "English")),
        KeyBinding([.character("m")], .toggleMotion, en: "animation on or off", zh: "打开或关闭动画"),
        KeyBinding([.character("?")], .help, en: "this help", zh: "显示本帮助", bar: ("help", "帮助")),
    ]

    /// The catalogue of lessons.
    public static let catalogue = KeyMap(list + leaving)

    /// The catalogue while it offers a newcomer to find out where to begin.
    static let newcomer = KeyMap(
        list + [
            KeyBinding([.character("x")], .decline, en: "do not offer those questions again", zh: "不再提示定位测试")
        ] + leaving)

    private static let list: [KeyBinding] =
        [
            KeyBinding([.up, .character("k")], .up, en: "previous lesson", zh: "上一课", bar: ("choose", "选择")),
            KeyBinding([.down, .character("j")], .down, en: "next lesson", zh: "下一课"),
            KeyBinding(
                [.enter, .right], .choose, en: "open the lesson where you left it", zh: "打开课程，从上次的位置继续",
                bar: ("open", "打开")),
            KeyBinding([.character("q")], .openQuiz, en: "the lesson's quiz", zh: "这一课的测验", bar: ("quiz", "测验")),
            KeyBinding(
                [.character("r")], .review, en: "review what you are about to forget", zh: "复习快要忘记的题目",
                bar: ("review", "复习")),
            KeyBinding([.character("/")], .find, en: "find lessons by a word", zh: "按关键词查找课程", bar: ("find", "查找")),
            KeyBinding(
                [.character("c")], .resume, en: "continue where you were last", zh: "回到上次学习的地方",
                bar: ("resume", "继续")),
            KeyBinding(
                [.character("i")], .interview, en: "an interview: mixed questions against the clock", zh: "模拟面试：限时混合题",
                bar: ("interview", "面试")),
            KeyBinding(
                [.character("p")], .openProgress, en: "your progress, and what is due", zh: "学习进度和到期的题目",
                bar: ("progress", "进度")),
            KeyBinding(
                [.character("d")], .diagnose, en: "ten questions that find out where to begin", zh: "用十道题找到学习起点"),
            KeyBinding([.pageUp], .pageUp, en: "a screen up", zh: "向上翻页"),
            KeyBinding([.pageDown], .pageDown, en: "a screen down", zh: "向下翻页"),
            KeyBinding([.home, .character("g")], .first, en: "first lesson", zh: "第一课"),
            KeyBinding([.end, .character("G")], .last, en: "last lesson", zh: "最后一课"),
            KeyBinding([.escape], .back, en: "end the search", zh: "结束查找"),
        ]

    private static let leaving: [KeyBinding] =
        everywhere + [
            KeyBinding([.character("Q")], .quit, en: "leave netarium", zh: "退出netarium", bar: ("quit", "退出"))
        ]

    /// A question put to the learner: in a quiz, or before a step in predict mode.
    public static let question = KeyMap(choosing + answering)

    private static let choosing: [KeyBinding] =
        [
            KeyBinding(
                [.up, .character("k")], .up, en: "up; in an order, with the item picked up", zh: "上移；排序题里带着拿起的那一项",
                bar: ("choose", "选择")),
            KeyBinding(
                [.down, .character("j")], .down, en: "down; in an order, with the item picked up", zh: "下移；排序题里带着拿起的那一项"
            ),
        ]
        + (1...9).map { number in
            KeyBinding(
                [.character(Character("\(number)"))], .pick(number - 1), en: "choose number \(number)",
                zh: "选第\(number)项")
        } + [
            KeyBinding(
                [.character(" ")], .mark, en: "several: mark; order: pick up or put down", zh: "多选：勾选；排序：拿起或放下",
                bar: ("mark", "标记"))
        ]

    /// What can be done about any question that is not typed.
    static let answering: [KeyBinding] =
        [
            KeyBinding([.enter], .choose, en: "answer; then go on", zh: "提交答案；再按进入下一题", bar: ("answer", "回答")),
            KeyBinding(
                [.tab], .giveUp, en: "I do not know: show the answer", zh: "不知道，直接看答案", bar: ("show answer", "看答案")),
            KeyBinding([.pageUp], .pageUp, en: "scroll up", zh: "向上滚动"),
            KeyBinding([.pageDown], .pageDown, en: "scroll down", zh: "向下滚动"),
        ] + everywhere + [
            KeyBinding(
                [.escape], .back, en: "leave the quiz; answers are kept", zh: "离开测验，已答的题会保留", bar: ("leave", "离开")),
            KeyBinding([.character("Q")], .quit, en: "leave netarium", zh: "退出netarium"),
        ]

    /// A question whose answer is typed: letters go into the answer.
    public static let typing = KeyMap([
        KeyBinding([.enter], .choose, en: "answer", zh: "提交答案", bar: ("answer", "回答")),
        KeyBinding([.control("u")], .clear, en: "empty the line", zh: "清空已输入的内容"),
        KeyBinding(
            [.tab], .giveUp, en: "I do not know: show the answer", zh: "不知道，直接看答案", bar: ("show answer", "看答案")),
        KeyBinding(
            [.control("l")], .switchLanguage, en: "switch between English and Chinese", zh: "切换中文和英文",
            bar: ("中文", "English")),
        KeyBinding([.pageUp, .up], .pageUp, en: "scroll up", zh: "向上滚动"),
        KeyBinding([.pageDown, .down], .pageDown, en: "scroll down", zh: "向下滚动"),
        KeyBinding([.control("g")], .help, en: "this help", zh: "显示本帮助", bar: ("help", "帮助")),
        KeyBinding([.escape], .back, en: "leave the quiz; answers are kept", zh: "离开测验，已答的题会保留", bar: ("leave", "离开")),
    ])

    /// A prediction asked for before a step of a lesson.
    public static let prediction = KeyMap(
        [
            KeyBinding([.up, .character("k")], .up, en: "the choice above", zh: "上一个选项", bar: ("choose", "选择")),
            KeyBinding([.down, .character("j")], .down, en: "the choice below", zh: "下一个选项"),
        ]
            + (1...9).map { number in
                KeyBinding(
                    [.character(Character("\(number)"))], .pick(number - 1), en: "choose number \(number)",
                    zh: "选第\(number)项")
            } + [
                KeyBinding([.enter], .choose, en: "answer, and see what comes", zh: "提交预测，揭晓结果", bar: ("answer", "回答")),
                KeyBinding(
                    [.right, .tab, .character("n")], .stepForward, en: "skip the question", zh: "跳过这个问题",
                    bar: ("skip", "跳过")),
                KeyBinding(
                    [.character("p")], .predict, en: "leave predict mode", zh: "退出预测模式",
                    bar: ("stop predicting", "退出预测")),
                KeyBinding([.pageUp], .pageUp, en: "scroll the text up", zh: "向上滚动"),
                KeyBinding([.pageDown], .pageDown, en: "scroll the text down", zh: "向下滚动"),
            ] + everywhere + [
                KeyBinding([.escape, .left], .back, en: "not now", zh: "先不回答"),
                KeyBinding([.character("Q")], .quit, en: "leave netarium", zh: "退出netarium"),
            ])

    /// The same keys without what does nothing here.
    func without(_ actions: Action...) -> KeyMap { KeyMap(bindings.filter { !actions.contains($0.action) }) }

    /// The same keys with one that the bar leaves out.
    func unlisted(_ action: Action) -> KeyMap {
        KeyMap(
            bindings.map { binding in
                var binding = binding
                if binding.action == action { binding.short = nil }
                return binding
            })
    }

    /// A question that has been answered.
    public static let feedback = KeyMap(
        [
            KeyBinding(
                [.enter, .right, .character("n")], .nextQuestion, en: "next question", zh: "下一题", bar: ("next", "下一题")),
            KeyBinding(
                [.character("s")], .showMe, en: "show me: the moment in the lesson", zh: "演示：跳到课中对应的时刻",
                bar: ("show me", "演示")),
        ] + scrolling + everywhere + [
            KeyBinding(
                [.escape], .back, en: "leave the quiz; answers are kept", zh: "离开测验，已答的题会保留", bar: ("leave", "离开")),
            KeyBinding([.character("Q")], .quit, en: "leave netarium", zh: "退出netarium"),
        ])

    /// Moving a text that is only read.
    static let scrolling: [KeyBinding] = [
        KeyBinding([.up, .character("k")], .scrollUp, en: "a line up", zh: "向上一行", bar: ("scroll", "滚动")),
        KeyBinding([.down, .character("j")], .scrollDown, en: "a line down", zh: "向下一行"),
        KeyBinding([.pageUp], .pageUp, en: "a screen up", zh: "向上翻页"),
        KeyBinding([.pageDown, .character(" ")], .pageDown, en: "a screen down", zh: "向下翻页"),
        KeyBinding([.home, .character("g")], .first, en: "to the beginning", zh: "回到开头"),
        KeyBinding([.end, .character("G")], .last, en: "to the end", zh: "跳到末尾"),
    ]

    /// The result of a quiz.
    public static let summary = KeyMap(
        [
            KeyBinding(
                [.enter, .character("r")], .retryWrong, en: "the wrong ones again", zh: "重做答错的题",
                bar: ("wrong ones again", "重做错题"))
        ] + scrolling + everywhere + [
            KeyBinding([.escape, .left], .back, en: "back", zh: "返回", bar: ("back", "返回")),
            KeyBinding([.character("Q")], .quit, en: "leave netarium", zh: "退出netarium"),
        ])
}
