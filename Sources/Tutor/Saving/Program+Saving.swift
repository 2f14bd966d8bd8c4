import CellGrid

extension Program {
    /// Asks whether to bring a backup of the progress back.
    ///
    /// - Parameters:
    ///   - trouble: What happened to the file, as a sentence.
    ///   - backup: When it was made, and how much is in it.
    public mutating func offerBackup(after trouble: String, _ backup: String) {
        question = .restore(trouble: trouble, backup: backup)
    }

    /// How a save ended.
    mutating func note(_ outcome: SaveOutcome) {
        switch outcome {
        case .saved: unsaved = nil
        case .noted(let sentence):
            unsaved = nil
            notice = sentence
        case .failed(let sentence):
            unsaved = sentence
            notice = sentence + appearance.say(" (^S saves elsewhere)", "（按^S可保存到别处）")
        }
    }

    /// A key for the question about the progress file, or one that asks it; `nil` for a key with another meaning.
    mutating func handleSaving(_ key: Key, at now: WallTime) -> [Effect]? {
        guard let question else {
            guard key == .control("s"), unsaved != nil else { return nil }
            self.question = .elsewhere(path: "")
            return []
        }
        self.question = nil
        switch (question, key) {
        case (.restore, .enter), (.restore, .character("y")): return [.restore]
        case (.elsewhere(let path), .enter) where !path.isEmpty: return [.saveElsewhere(path)]
        case (.elsewhere(let path), .character(let character)):
            self.question = .elsewhere(path: path + String(character))
        case (.elsewhere(let path), .backspace): self.question = .elsewhere(path: String(path.dropLast()))
        case (.leaving, .character("s")): self.question = .elsewhere(path: "")
        case (.leaving, .character("q")), (.leaving, .character("Q")): return [.save, .quit]
        case (_, .escape): break
        default: self.question = question
        }
        return []
    }

    /// Leaves, unless that would lose something without a word.
    mutating func leave() -> [Effect] {
        guard unsaved != nil else { return [.save, .quit] }
        question = .leaving
        return [.save]
    }
}
