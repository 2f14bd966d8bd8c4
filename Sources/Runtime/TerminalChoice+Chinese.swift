import Localization

extension TerminalChoice {
    /// Why Chinese cannot be shown, and the way out; `nil` when it can.
    ///
    /// One or two sentences, in English: they are read where there is no Chinese.
    public var whyNoChinese: String? {
        guard !chinese.value else { return nil }
        let reason = chinese.reason
        let because = "Chinese cannot be shown: \(reason.message(.english))"
        return switch reason {
        case .term:
            because
                + ", a console whose font has no Chinese characters. Start netarium in a terminal window."
        case .option(let option): because + ". Start without \(option) to see it."
        case .noUTF8Locale: because + ". Install one, such as C.UTF-8."
        default: because + ". Start with LC_ALL=C.UTF-8 to see it."
        }
    }
}
