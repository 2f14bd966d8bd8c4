extension KeyMap {
    /// The chain of causes over the player.
    public static let why = KeyMap(
        [
            KeyBinding(
                [.down, .pageDown, .character("j")], .pageDown, en: "scroll down", zh: "向下滚动", bar: ("scroll", "滚动")),
            KeyBinding([.up, .pageUp, .character("k")], .pageUp, en: "scroll up", zh: "向上滚动"),
        ] + everywhere + closing)

    /// The list of what the learner has changed.
    public static let changes = KeyMap(
        [
            KeyBinding([.up, .character("k")], .up, en: "the change above", zh: "上一处改动", bar: ("choose", "选择")),
            KeyBinding([.down, .character("j")], .down, en: "the change below", zh: "下一处改动"),
            KeyBinding(
                [.enter, .delete, .backspace, .character("x")], .remove, en: "take this change back", zh: "撤回这处改动",
                bar: ("take back", "撤回")),
            KeyBinding([.character("u")], .undo, en: "undo the last change", zh: "撤销上一处改动", bar: ("undo", "撤销")),
        ] + everywhere + closing)

    /// The list of challenges.
    public static let challenges = KeyMap(
        [
            KeyBinding([.up, .character("k")], .up, en: "the challenge above", zh: "上一个挑战", bar: ("choose", "选择")),
            KeyBinding([.down, .character("j")], .down, en: "the challenge below", zh: "下一个挑战"),
            KeyBinding([.enter, .right], .choose, en: "try it", zh: "开始挑战", bar: ("try it", "开始")),
            KeyBinding([.character("h")], .hint, en: "a hint", zh: "提示", bar: ("hint", "提示")),
            KeyBinding(
                [.character("s")], .showMe, en: "show a solution, which does not count", zh: "演示一种解法（不计成绩）",
                bar: ("show a solution", "看解法")),
            KeyBinding([.delete, .backspace, .character("x")], .giveUp, en: "leave the challenge", zh: "放弃当前挑战"),
        ] + everywhere + closing)

    /// The sliders, beside the ladder; time and pictures work as without them.
    public static let sliders = KeyMap(
        [
            KeyBinding(
                [.right, .character("+"), .character("=")], .more, en: "the next value", zh: "下一个值",
                bar: ("more", "增大")),
            KeyBinding([.left, .character("-")], .less, en: "the value before", zh: "上一个值", bar: ("less", "减小")),
            KeyBinding([.up, .character("k")], .up, en: "the slider above", zh: "上一个滑块"),
            KeyBinding([.down, .character("j")], .down, en: "the slider below", zh: "下一个滑块"),
            KeyBinding(
                [.character("u")], .undo, en: "put them back where they stood", zh: "恢复原来的值", bar: ("reset", "复原")),
            KeyBinding([.character("n")], .stepForward, en: "next step", zh: "下一步", bar: ("next", "下一步")),
            KeyBinding([.character("b")], .stepBack, en: "one step back", zh: "上一步"),
            KeyBinding([.character(" ")], .playOrPause, en: "play or pause", zh: "播放或暂停"),
            KeyBinding([.home], .toStart, en: "to the start", zh: "回到开头"),
            KeyBinding([.end], .toEnd, en: "to the end", zh: "跳到结尾"),
            KeyBinding(
                [.character("a")], .nextPicture, en: "the next picture beside the ladder, then timers and tables",
                zh: "换一张图；最后是定时器和表"),
            KeyBinding(
                [.character("c")], .compare, en: "side by side with the unchanged run", zh: "与改动前的过程并排对照"),
            KeyBinding([.pageUp], .pageUp, en: "scroll the text up", zh: "向上滚动讲解"),
            KeyBinding([.pageDown], .pageDown, en: "scroll the text down", zh: "向下滚动讲解"),
            KeyBinding([.enter, .character("s")], .sliders, en: "done", zh: "完成"),
        ] + everywhere + closing)

    /// A packet, field by field.
    public static let packet = KeyMap(
        [
            KeyBinding(
                [.up, .character("k")], .up, en: "field above; in the bytes: row above", zh: "上一个字段；在字节区：上一行",
                bar: ("move", "移动")),
            KeyBinding(
                [.down, .character("j")], .down, en: "field below; in the bytes: row below", zh: "下一个字段；在字节区：下一行"),
            KeyBinding(
                [.left], .stepBack, en: "close the field, or go to its parent; in the bytes: byte before",
                zh: "收起字段，或回到上层；在字节区：前一个字节"),
            KeyBinding([.right], .stepForward, en: "open the field; in the bytes: next byte", zh: "展开字段；在字节区：后一个字节"),
            KeyBinding(
                [.tab], .switchPane, en: "from the fields to the bytes, and back", zh: "在字段和字节之间切换",
                bar: ("fields or bytes", "字段或字节")),
            KeyBinding([.home, .character("g")], .first, en: "to the beginning", zh: "到开头"),
            KeyBinding([.end, .character("G")], .last, en: "to the end", zh: "到末尾"),
        ] + everywhere + closing)

    private static let closing: [KeyBinding] = [
        KeyBinding([.escape], .back, en: "close", zh: "关闭", bar: ("close", "关闭")),
        KeyBinding([.character("Q")], .quit, en: "leave netarium", zh: "退出netarium"),
    ]
}
