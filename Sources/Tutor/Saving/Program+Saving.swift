import CellGrid
public import Localization
import Study

extension Program {
    /// Tells in a dialog what happened to the progress file, and asks whether to bring a backup back if there is one.
    ///
    /// - Parameters:
    ///   - trouble: What happened to the file, without a full stop.
    ///   - backup: When it was made, and how much is in it.
    ///   - unsaved: Why nothing can be saved, if that is so.
    public mutating func report(_ trouble: LocalizedText, backup: LocalizedText? = nil, unsaved: LocalizedText? = nil) {
        question = backup.map { .restore(trouble: trouble, backup: $0) } ?? .told(trouble)
        self.unsaved = unsaved
        notice = nil
    }

    /// How a save ended.
    mutating func note(_ outcome: SaveOutcome, at now: WallTime) -> [Effect] {
        switch outcome {
        case .saved(let all, let sentence):
            unsaved = nil
            if let all { take(all, at: now) }
            if let sentence { notice = appearance.text(sentence) }
        case .mended(let trouble, let backup):
            unsaved = nil
            if question != .leaving { report(trouble, backup: backup) }
        case .failed(let reason):
            unsaved = reason
            // A question that is open says so itself.
            if question == nil { notice = sentence(unsavedBecauseOf: reason) }
        }
        // Whoever wanted to leave was only kept by what was not saved.
        return question == .leaving && unsaved == nil ? [.quit] : []
    }

    /// Makes what is known now, also to other copies of the program, what is shown.
    mutating func take(_ all: Progress, at now: WallTime) {
        record { $0 = $0.merging(all) }
        renewProgressScreen(at: now)
    }

    private func sentence(unsavedBecauseOf reason: LocalizedText) -> String {
        let isAnswered = if case .quiz(let quiz) = screens.last { quiz.session.currentFeedback != nil } else { false }
        let fact =
            isAnswered
            ? appearance.say(
                "Your last answer is not saved yet; it is tried again after each answer.", "刚才的答案还没有保存，之后每答一题都会重试。")
            : appearance.say(
                "Your progress is not saved yet; it is tried again after each answer.", "学习进度还没有保存，每答一题都会重试。")
        let words = appearance.text(reason)
        return fact + appearance.say(" \(words). ^S saves elsewhere.", "原因：\(words)。按^S可保存到别处。")
    }

    /// A key for the question about the progress file, or one that asks it; `nil` for a key with another meaning.
    mutating func handleSaving(_ key: Key, at now: WallTime) -> [Effect]? {
        guard let question else {
            guard keys.action(for: key) == .saveElsewhere else { return nil }
            help = nil
            self.question = .elsewhere(path: "")
            return []
        }
        let action = question.keys(isUnsaved: unsaved != nil).action(for: key)
        switch (question, action) {
        case (.leaving, .switchLanguage): _ = switchLanguage(at: now)
        case (_, .switchLanguage): return switchLanguage(at: now)
        case (_, .saveElsewhere): self.question = .elsewhere(path: "")
        case (_, .quit): return [.save, .quit]
        case (.restore, .choose):
            self.question = nil
            return [.restore]
        case (.elsewhere(let path), .choose) where !path.isEmpty:
            self.question = nil
            return [.saveElsewhere(path)]
        case (.restore, .back):
            self.question = nil
            notice = appearance.say(
                "The backup is kept: `netarium progress restore` brings it back later.",
                "备份仍然保留，以后可用`netarium progress restore`恢复。")
        case (_, .back): self.question = nil
        case (.elsewhere(let path), nil): self.question = .elsewhere(path: path.typing(key))
        default: break
        }
        return []
    }

    /// Leaves, unless that would lose something without a word.
    mutating func leave() -> [Effect] {
        guard unsaved != nil else { return [.save, .quit] }
        question = .leaving
        notice = nil
        return [.save]
    }

    /// A key while the terminal is too small to show what it would act on: one can only leave.
    mutating func handleUnseen(_ key: Key) -> [Effect] {
        if question == .leaving { return [.character("q"), .character("Q")].contains(key) ? [.save, .quit] : [] }
        return key == .character("Q") ? leave() : []
    }
}

extension String {
    /// The text after a key of a line editor: a character, or one that takes characters away.
    func typing(_ key: Key) -> String {
        switch key {
        case .character(let character): self + String(character)
        case .backspace, .delete: String(dropLast())
        case .control("u"): ""
        default: self
        }
    }
}
