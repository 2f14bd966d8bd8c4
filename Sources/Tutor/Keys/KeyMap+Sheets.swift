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
