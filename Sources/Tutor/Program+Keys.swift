import CellGrid
import Courseware
import Localization
import Study

extension Program {
    /// A key: text where the learner types, otherwise whatever the screen's table binds to it.
    mutating func handle(_ key: Key, at now: WallTime) -> [Effect] {
        if help != nil { return handleInHelp(key) }
        if screens.isEmpty, catalogue.isTyping, handleSearch(key) { return [] }
        if typeAnswer(key) { return [] }
        guard let action = keys.action(for: key) else { return [] }
        return perform(action, at: now)
    }

    private mutating func handleInHelp(_ key: Key) -> [Effect] {
        let scroll = help ?? 0
        switch key {
        case .down, .character("j"), .pageDown:
            let most = HelpView(map: keys, appearance: appearance).maximumScroll(rows: size.rows - 1)
            help = min(scroll + (key == .pageDown ? 8 : 1), most)
        case .up, .character("k"), .pageUp: help = max(scroll - (key == .pageUp ? 8 : 1), 0)
        default: help = nil
        }
        return []
    }

    /// A key for the search line; `false` for one that the catalogue should handle.
    private mutating func handleSearch(_ key: Key) -> Bool {
        switch key {
        case .character, .control("u"): catalogue.query = (catalogue.query ?? "").typing(key)
        case .backspace:
            guard let query = catalogue.query, !query.isEmpty else {
                catalogue.query = nil
                catalogue.isTyping = false
                return true
            }
            catalogue.query = String(query.dropLast())
        case .enter:
            catalogue.isTyping = false
            if catalogue.query?.isEmpty ?? true { catalogue.query = nil }
        case .escape:
            catalogue.query = nil
            catalogue.isTyping = false
        default: return false
        }
        return true
    }

    /// A printable key while an answer is typed; `false` for a key with another meaning.
    private mutating func typeAnswer(_ key: Key) -> Bool {
        guard case .quiz(var quiz) = screens.last, quiz.open?.isTyped ?? false else { return false }
        switch key {
        case .character(let character): quiz.open?.type(character)
        case .backspace, .delete: quiz.open?.type(nil)
        case _ where keys.action(for: key) == .clear: quiz.open?.erase()
        default: return false
        }
        screens[screens.count - 1] = .quiz(quiz)
        return true
    }

    /// Does what a key, a click or the wheel asks for.
    mutating func perform(_ action: Action, at now: WallTime) -> [Effect] {
        switch action {
        case .help:
            help = 0
            return []
        case .switchLanguage: return switchLanguage(at: now)
        case .toggleMotion:
            appearance.reducedMotion.toggle()
            let isReduced = appearance.reducedMotion
            record { $0.prefer(reducedMotion: isReduced, at: now.milliseconds) }
            notice =
                isReduced
                ? appearance.say("Animation is off: steps appear at once.", "动画已关闭：每一步直接显示。")
                : appearance.say("Animation is on.", "动画已打开。")
            return [.save]
        case .quit: return leave()
        default: break
        }
        if isReading, wantsWholeCourse(action) {
            waiting = Waiting(action: action)
            notice = appearance.say("Reading the lessons…", "正在读取课程……")
            return []
        }
        switch screens.last {
        case nil: return performInCatalogue(action, at: now)
        case .player(let player):
            if player.sheet != nil { return performInSheet(action, at: now) }
            return player.question == nil ? performInPlayer(action, at: now) : performInPrediction(action, at: now)
        case .quiz: return performInQuiz(action, at: now)
        case .briefing: return performInBriefing(action, at: now)
        case .progress: return performInProgress(action)
        }
    }

    mutating func switchLanguage(at now: WallTime) -> [Effect] {
        guard appearance.canShowChinese else {
            notice = appearance.whyNoChinese
            return []
        }
        appearance.language = appearance.language.next
        let language = appearance.language
        record { $0.prefer(language: language, at: now.milliseconds) }
        return [.save]
    }
}
