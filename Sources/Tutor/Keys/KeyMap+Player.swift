import Localization

extension KeyMap {
    /// The lesson player with every key it can have.
    public static let player = player(
        canChange: true, hasChallenges: true, hasPictures: true, hasSliders: true)

    /// The lesson player with the keys that do something in a scene.
    static func player(
        canChange: Bool, hasChallenges: Bool, hasPictures: Bool, hasSliders: Bool = false
    ) -> KeyMap {
        players[(canChange ? 1 : 0) + (hasChallenges ? 2 : 0) + (hasPictures ? 4 : 0) + (hasSliders ? 8 : 0)]
    }

    /// A player in which the learner is at a challenge: first what can be done about it.
    ///
    /// - Parameter isOfQuiz: Whether a question of a quiz is answered by it, which Esc goes back to. It is about this one run.
    /// - Returns: The same keys in another order, without what would lead away from a quiz.
    func atChallenge(isOfQuiz: Bool) -> KeyMap {
        let firsts: [Action] = [.stepForward, .cursorDown, .drop, .delay, .duplicate, .overtake, .undo, .challenges]
        var first = firsts.compactMap { action in bindings.first { $0.action == action } }
        if let place = first.firstIndex(where: { $0.action == .cursorDown }) {
            first[place] = KeyBinding(
                first[place].keys, .cursorDown, en: first[place].help(.english), zh: first[place].help(.chinese),
                bar: ("packet", "选包"))
        }
        var rest = bindings.filter { !firsts.contains($0.action) }
        if isOfQuiz {
            rest.removeAll { [.nextScene, .previousScene, .openQuiz].contains($0.action) }
            rest = rest.map { binding in
                guard binding.action == .back else { return binding }
                return KeyBinding(
                    binding.keys, .back, en: "back to the quiz", zh: "回到测验", bar: ("quiz", "测验"))
            }
            if let place = rest.firstIndex(where: { $0.action == .back }) {
                first.insert(rest.remove(at: place), at: first.firstIndex { $0.action == .undo } ?? first.count)
            }
        }
        return KeyMap(first + rest)
    }

    /// The players for everything that a scene can have or not, made once.
    private static let players = (0..<16).map { has in
        let canChange = has & 1 != 0, hasChallenges = has & 2 != 0, hasPictures = has & 4 != 0
        let hasSliders = has & 8 != 0
        return KeyMap(
            (canChange ? changingTime : time) + (hasSliders ? sliding : []) + (hasPictures ? turning : []) + looking
                + (hasChallenges ? challenge : []) + (canChange ? faults : []) + picture + everywhere + leaving)
    }

    /// The question what comes of a change: it is answered like any other, and the change can still be changed.
    static let consequence = KeyMap(
        prediction.bindings.filter { $0.action != .predict }
            + faults.filter { $0.action != .duplicate && $0.action != .changes })

    /// Time, without the digit that does something to the packet under the cursor where there is one.
    private static let changingTime = time.filter { $0.action != .seek(tenths: 2) }

    private static let time: [KeyBinding] =
        [
            KeyBinding(
                [.right, .character("n")], .stepForward, en: "next step; once more finishes it at once",
                zh: "下一步；再按一次立即完成", bar: ("next", "下一步")),
            KeyBinding([.left, .character("b")], .stepBack, en: "one step back", zh: "上一步"),
            KeyBinding([.character(" ")], .playOrPause, en: "play or pause", zh: "播放或暂停", bar: ("play", "播放")),
            KeyBinding([.character("+"), .character("=")], .faster, en: "faster, up to 8 times", zh: "加快，最多8倍"),
            KeyBinding([.character("-")], .slower, en: "slower, down to a quarter", zh: "放慢，最慢四分之一"),
            KeyBinding([.home], .toStart, en: "to the start", zh: "回到开头"),
            KeyBinding([.end], .toEnd, en: "to the end", zh: "跳到结尾"),
            KeyBinding([.character(",")], .previousEvent, en: "one event back", zh: "后退一个事件"),
            KeyBinding([.character(".")], .nextEvent, en: "one event forward", zh: "前进一个事件"),
        ]
        + (0...9).map { digit in
            KeyBinding(
                [.character(Character("\(digit)"))], .seek(tenths: digit), en: "go to \(digit) tenths of the lesson",
                zh: "跳到全课的\(digit)/10处")
        }

    /// The cursor, and what can be learnt about what it is on.
    private static let looking: [KeyBinding] = [
        KeyBinding(
            [.up, .character("k")], .cursorUp, en: "cursor to the event above, at any time", zh: "光标移到上一个事件，与播放时间无关"),
        KeyBinding([.down, .character("j")], .cursorDown, en: "cursor to the event below", zh: "光标移到下一个事件"),
        KeyBinding(
            [.enter], .details, en: "the packet's bytes; of any other event all that is known",
            zh: "逐字节查看光标处的包；其他事件则显示全部细节", bar: ("inspect", "查看")),
        KeyBinding(
            [.character("w")], .why, en: "why it happened, back to where it began", zh: "它为什么发生，一直追到源头",
            bar: ("why", "为什么")),
    ]

    /// What can be done to the packet under the cursor.
    private static let faults: [KeyBinding] = [
        KeyBinding(
            [.character("x")], .drop, en: "drop the packet under the cursor, or the last; again: undo",
            zh: "丢掉光标处（或最近发出）的包；再按一次撤回", bar: ("drop", "丢弃")),
        KeyBinding(
            [.character("d")], .delay, en: "delay it; again: longer, then not at all", zh: "让它晚到；再按则更久，最后撤回",
            bar: ("delay", "延迟")),
        KeyBinding(
            [.character("2")], .duplicate,
            en: "deliver the packet twice; without a cursor: go to that tenth",
            zh: "让光标处的包送达两次；没有光标时跳到2/10处"),
        KeyBinding([.character("o")], .overtake, en: "let the next packet overtake it", zh: "让后一个包赶到它前面"),
        KeyBinding([.character("u")], .undo, en: "undo the last change", zh: "撤销上一处改动", bar: ("undo", "撤销")),
        KeyBinding([.character("f")], .changes, en: "what you have changed", zh: "查看你的改动"),
    ]

    private static let challenge = [
        KeyBinding(
            [.character("C")], .challenges, en: "the lesson's challenges", zh: "本课的挑战", bar: ("challenges", "挑战"))
    ]

    private static let sliding = [
        KeyBinding(
            [.character("s")], .sliders, en: "sliders: change a value and see what comes of it",
            zh: "滑块：改一个数值，看结果怎样变", bar: ("sliders", "滑块"))
    ]

    /// What stands beside the ladder.
    private static let turning = [
        KeyBinding(
            [.character("a")], .nextPicture, en: "the next picture beside the ladder, then timers and tables",
            zh: "换一张图；最后是定时器和表", bar: ("picture", "换图"))
    ]

    private static let picture: [KeyBinding] = [
        KeyBinding([.character("g")], .goToCursor, en: "go to the time of the cursor", zh: "跳到光标所在的时刻"),
        KeyBinding(
            [.character("t")], .trueTime, en: "compact, or true to time", zh: "紧凑布局或真实时间布局",
            bar: ("true time", "真实时间")),
        KeyBinding([.character("]")], .zoomIn, en: "true time: more rows per second", zh: "真实时间：放大"),
        KeyBinding([.character("[")], .zoomOut, en: "true time: fewer rows per second", zh: "真实时间：缩小"),
        KeyBinding([.character("<")], .panLeft, en: "move the ladder: left", zh: "时序图向左移"),
        KeyBinding([.character(">")], .panRight, en: "move the ladder: right", zh: "时序图向右移"),
        KeyBinding(
            [.tab, .character("v")], .nextScene, en: "the next variant of this lesson", zh: "本课的下一种情形",
            bar: ("variant", "换情形")),
        KeyBinding([.backTab, .character("V")], .previousScene, en: "the variant before", zh: "上一种情形"),
        KeyBinding(
            [.character("c")], .compare, en: "side by side with the unchanged run, or another variant",
            zh: "与改动前的过程或另一种情形并排对照"),
        KeyBinding(
            [.character("p")], .predict, en: "predict mode: hide what comes, ask first", zh: "预测模式：先提问，再揭晓",
            bar: ("predict", "预测")),
        KeyBinding([.pageUp], .pageUp, en: "scroll the text up", zh: "向上滚动讲解"),
        KeyBinding([.pageDown], .pageDown, en: "scroll the text down", zh: "向下滚动讲解"),
        KeyBinding([.character("q")], .openQuiz, en: "the lesson's quiz", zh: "本课的测验", bar: ("quiz", "测验")),
    ]

    private static let leaving: [KeyBinding] = [
        KeyBinding([.escape], .back, en: "back to the lessons", zh: "回到课程目录", bar: ("lessons", "目录")),
        KeyBinding([.character("Q")], .quit, en: "leave netarium", zh: "退出netarium"),
    ]
}
