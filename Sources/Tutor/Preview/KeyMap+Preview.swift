extension KeyMap {
    /// The keys of a preview in which there is nothing to play yet.
    static let waiting = KeyMap(
        everywhere + [
            KeyBinding(
                [.character("Q"), .character("q"), .escape], .quit, en: "leave the preview", zh: "退出预览",
                bar: ("quit", "退出"))
        ])

    /// What a preview adds to the keys of every screen.
    ///
    /// The letters are text while an answer is typed; with Control they always work.
    static func preview(hasFaults: Bool, isQuiz: Bool) -> [KeyBinding] {
        [
            KeyBinding(
                [.character("e"), .control("e")], .edit,
                en: "open the editor at the fault, or at what is on the screen",
                zh: "打开编辑器，定位到错误处或当前画面对应的行")
        ] + (hasFaults ? faults : []) + (isQuiz ? questions : hasFaults ? predicting : [])
    }

    private static let faults = [
        KeyBinding([.character("n"), .control("n")], .nextFault, en: "preview: the next fault", zh: "预览：下一处错误"),
        KeyBinding(
            [.character("p"), .control("p")], .previousFault, en: "preview: the fault before", zh: "预览：上一处错误"),
    ]

    private static let predicting = [
        KeyBinding(
            [.character("P")], .predict, en: "predict mode, while p is for faults", zh: "预测模式（此时p键用于跳转错误）")
    ]

    private static let questions = [
        KeyBinding([.right], .skipQuestion, en: "preview: the next question", zh: "预览：下一题"),
        KeyBinding([.left], .previousQuestion, en: "preview: the question before", zh: "预览：上一题"),
    ]

    /// The keys of a screen over a ground: those of the ground go first, and at the bottom Esc leads nowhere.
    func over(_ ground: Ground, isBottom: Bool) -> KeyMap {
        let taken = Set(ground.bindings.flatMap(\.keys))
        let own = bindings.compactMap { binding -> KeyBinding? in
            var binding = binding
            binding.keys.removeAll(where: taken.contains)
            guard !binding.keys.isEmpty else { return nil }
            guard isBottom, binding.action == .back else { return binding }
            return KeyBinding(
                [.escape], .back, en: "close what is open, take the cursor away", zh: "关闭打开的内容，收起光标")
        }
        return KeyMap(ground.bindings + own)
    }
}
