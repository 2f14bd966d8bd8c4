public import Localization

extension TerminalChoice {
    /// What a decision came from.
    public enum Reason: Hashable, Sendable {
        /// An option of the command line, as one would type it.
        case option(String)
        /// An environment variable and its value.
        case variable(String, String)
        /// A variable whose value means nothing to the program.
        case notUnderstood(String, String)
        /// It is like this unless something else is said.
        case usual
        case outputIsNoTerminal
        case termIsUnset
        /// `$TERM` alone.
        case term(String)
        case described(term: String)
        /// The database does not have `$TERM`; `standIn` is used, if the database has that.
        case undescribed(term: String, standIn: String?)
        case cannotPlaceCursor(term: String)
        case noUTF8Locale
        case noLocale
        case oldTerminalWithoutLocale(term: String)
        /// There is no full screen.
        case noScreen
        /// The description says so many colours.
        case colors(Int)
        /// The description does not have it.
        case notDescribed

        /// The reason in words, without a full stop.
        public var message: LocalizedText {
            switch self {
            case .option(let option): LocalizedText(en: "\(option) was given", zh: "指定了\(option)")
            case .variable(let name, let value):
                LocalizedText(en: "\(name) is \"\(value)\"", zh: "\(name)为“\(value)”")
            case .notUnderstood(let name, let value):
                LocalizedText(en: "\(name) is \"\(value)\", which means nothing here", zh: "\(name)为“\(value)”，无法识别")
            case .usual: LocalizedText(en: "nothing says otherwise", zh: "没有另外的指定")
            case .outputIsNoTerminal:
                LocalizedText(en: "standard output is no terminal", zh: "标准输出不是终端")
            case .termIsUnset: LocalizedText(en: "TERM is not set", zh: "没有设置TERM")
            case .term(let term): LocalizedText(en: "TERM is \"\(term)\"", zh: "TERM为“\(term)”")
            case .described(let term):
                LocalizedText(en: "the terminal database knows \"\(term)\"", zh: "终端数据库里有“\(term)”")
            case .undescribed(let term, let standIn?):
                LocalizedText(
                    en: "the terminal database does not know \"\(term)\"; it is taken for \"\(standIn)\"",
                    zh: "终端数据库里没有“\(term)”，按“\(standIn)”处理")
            case .undescribed(let term, nil):
                LocalizedText(
                    en: "the terminal database does not know \"\(term)\"; install ncurses-term",
                    zh: "终端数据库里没有“\(term)”；请安装ncurses-term")
            case .cannotPlaceCursor(let term):
                LocalizedText(en: "a \"\(term)\" cannot place its cursor", zh: "“\(term)”无法定位光标")
            case .noUTF8Locale:
                LocalizedText(en: "this system has no UTF-8 locale", zh: "系统没有UTF-8的locale")
            case .noLocale:
                LocalizedText(
                    en: "neither LC_ALL, LC_CTYPE nor LANG is set, and terminals of today are UTF-8",
                    zh: "LC_ALL、LC_CTYPE、LANG都没有设置，而现在的终端都是UTF-8")
            case .oldTerminalWithoutLocale(let term):
                LocalizedText(
                    en: "neither LC_ALL, LC_CTYPE nor LANG is set, and a \"\(term)\" may be older than UTF-8",
                    zh: "LC_ALL、LC_CTYPE、LANG都没有设置，而“\(term)”可能早于UTF-8")
            case .noScreen: LocalizedText(en: "there is no full screen", zh: "没有使用全屏")
            case .colors(let count):
                LocalizedText(en: "the terminal database says \(count) colours", zh: "终端数据库写的是\(count)种颜色")
            case .notDescribed:
                LocalizedText(en: "the terminal database does not have it", zh: "终端数据库里没有这一项")
            }
        }
    }
}
