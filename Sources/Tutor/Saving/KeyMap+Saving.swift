import Localization

extension KeyMap {
    /// The same keys while something is not saved: one more, which saves it elsewhere, and no promise that cannot be kept.
    ///
    /// - Parameter hasAnswers: Whether leaving the screen leaves answers behind.
    /// - Returns: The keys of that time.
    func whileUnsaved(hasAnswers: Bool) -> KeyMap {
        let elsewhere = KeyBinding(
            [.control("s")], .saveElsewhere, en: "save your progress in another file", zh: "把学习进度保存到别的文件")
        let own = bindings.map { binding in
            guard hasAnswers, binding.action == .back else { return binding }
            var binding = binding
            binding.help = LocalizedText(en: "leave; your answers are not saved yet", zh: "离开；已答的题还没有保存")
            return binding
        }
        return KeyMap(own + [elsewhere])
    }

    /// Whether a backup is to be brought back.
    static let restoring = KeyMap(
        [
            KeyBinding(
                [.enter, .character("y")], .choose, en: "bring it back", zh: "恢复备份", bar: ("bring it back", "恢复备份")),
            KeyBinding(
                [.escape], .back, en: "go on without it", zh: "不恢复，继续", bar: ("go on without it", "不恢复，继续")),
        ] + language)

    /// What happened has been told.
    static let told = KeyMap(
        [KeyBinding([.escape, .enter], .back, en: "go on", zh: "继续", bar: ("go on", "继续"))] + language)

    /// What happened has been told, and nothing can be saved.
    static let toldUnsaved = KeyMap([saving] + told.bindings)

    /// Where to save instead; everything else is text.
    static let namingFile = KeyMap([
        KeyBinding([.enter], .choose, en: "save", zh: "保存", bar: ("save", "保存")),
        KeyBinding([.escape], .back, en: "go on", zh: "继续", bar: ("go on", "继续")),
        KeyBinding(
            [.control("l")], .switchLanguage, en: "switch between English and Chinese", zh: "切换中文和英文",
            bar: ("中文", "English")),
    ])

    /// Whether to leave with something unsaved.
    static let leavingUnsaved = KeyMap(
        [
            saving,
            KeyBinding(
                [.character("q"), .character("Q")], .quit, en: "leave all the same", zh: "仍然退出",
                bar: ("leave all the same", "仍然退出")),
            KeyBinding([.escape], .back, en: "go on", zh: "继续", bar: ("go on", "继续")),
        ] + language)

    private static let saving = KeyBinding(
        [.character("s"), .control("s")], .saveElsewhere, en: "save elsewhere", zh: "保存到别处",
        bar: ("save elsewhere", "保存到别处"))

    private static let language = everywhere.filter { $0.action == .switchLanguage }
}

extension SavingQuestion {
    /// The keys that answer it.
    func keys(isUnsaved: Bool) -> KeyMap {
        switch self {
        case .restore: .restoring
        case .told: isUnsaved ? .toldUnsaved : .told
        case .elsewhere: .namingFile
        case .leaving: .leavingUnsaved
        }
    }
}
