public import CellGrid

/// How the program uses the terminal, and why: decided once, before the first character is written.
///
/// A pure function of ``TerminalTraits``. Every decision keeps its reason, which `netarium doctor` prints.
public struct TerminalChoice: Hashable, Sendable {
    /// A decision and what led to it.
    public struct Decision<Value> {
        /// What was decided.
        public var value: Value
        /// What led to it.
        public var reason: Reason

        init(_ value: Value, _ reason: Reason) {
            self.value = value
            self.reason = reason
        }
    }

    /// Full screen or lines of text.
    public enum Screen: Hashable, Sendable {
        /// A full screen on a terminal that is described under this name.
        case full(term: String)
        /// Lines of text, one after the other.
        case plain
    }

    /// Full screen or lines of text.
    public var screen: Decision<Screen>
    /// Which characters are used.
    public var charset: Decision<Charset>
    /// How many colours are used.
    public var colors: Decision<ColorDepth>
    /// Whether Chinese can be shown.
    public var chinese: Decision<Bool>
    /// Whether clicks and the wheel are asked for.
    public var mouse: Decision<Bool>
    /// Whether steps appear at once.
    public var reducedMotion: Decision<Bool>

    /// Decides.
    public init(_ traits: TerminalTraits) {
        let (screen, description) = Self.screen(traits)
        self.screen = screen
        charset = Self.charset(traits)
        colors = Self.colors(traits, description)
        chinese = Self.chinese(traits, charset)
        mouse = Self.mouse(traits, description)
        reducedMotion = Self.reducedMotion(traits)
    }
}

// Conditions instead of constraints: with those the type would have to be found fit while the program starts.
extension TerminalChoice.Decision: Equatable where Value: Equatable {}
extension TerminalChoice.Decision: Hashable where Value: Hashable {}
extension TerminalChoice.Decision: Sendable where Value: Sendable {}

// MARK: - Screen

extension TerminalChoice {
    /// What an undescribed terminal is taken for.
    ///
    /// All that are in use today understand xterm; what is missing on a small system is only their own entry in the
    /// database.
    static let standIns = ["xterm-256color", "xterm"]

    private static func screen(_ traits: TerminalTraits) -> (Decision<Screen>, TerminalTraits.Description?) {
        guard traits.writesToTerminal else { return (Decision(.plain, .outputIsNoTerminal), nil) }
        guard let term = traits.environment["TERM"] else { return (Decision(.plain, .termIsUnset), nil) }
        guard term != "dumb" else { return (Decision(.plain, .term(term)), nil) }
        if let own = traits.describe(term) {
            guard own.isAddressable else { return (Decision(.plain, .cannotPlaceCursor(term: term)), nil) }
            return (Decision(.full(term: term), .described(term: term)), own)
        }
        for standIn in standIns {
            guard let description = traits.describe(standIn) else { continue }
            return (Decision(.full(term: standIn), .undescribed(term: term, standIn: standIn)), description)
        }
        return (Decision(.plain, .undescribed(term: term, standIn: nil)), nil)
    }
}

// MARK: - Characters

extension TerminalChoice {
    /// Terminals that are older than UTF-8, or whose fonts are; taken to be such when no locale says otherwise.
    private static func isOld(_ term: String) -> Bool {
        ["dumb", "linux", "ansi", "cons25", "sun", "vt52"].contains(term)
            || ["vt1", "vt2", "vt3"].contains { term.hasPrefix($0) }
    }

    private static func charset(_ traits: TerminalTraits) -> Decision<Charset> {
        let encoding = encoding(traits)
        guard encoding.value == .utf8 else { return Decision(.ascii, encoding.reason) }
        let ambiguous = ambiguousWidth(traits)
        guard ambiguous.value == .wide else { return Decision(.unicode, encoding.reason) }
        return Decision(.ambiguousSafe, ambiguous.reason)
    }

    private static func encoding(_ traits: TerminalTraits) -> Decision<TerminalTraits.Encoding> {
        if traits.options.encoding == .ascii { return Decision(.ascii, .option("--ascii")) }
        guard traits.hasUTF8Locale else { return Decision(.ascii, .noUTF8Locale) }
        if traits.options.encoding == .utf8 { return Decision(.utf8, .option("--utf8")) }
        for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
            guard let locale = traits.environment[name] else { continue }
            return Decision(isUTF8(locale: locale) ? .utf8 : .ascii, .variable(name, locale))
        }
        if traits.writesToTerminal, let term = traits.environment["TERM"], isOld(term) {
            return Decision(.ascii, .oldTerminalWithoutLocale(term: term))
        }
        return Decision(.utf8, .noLocale)
    }

    /// Whether a locale's codeset is UTF-8: `zh_CN.UTF-8`, `C.utf8`, `de_DE.UTF-8@euro`, and `UTF-8` alone, which macOS sends.
    ///
    /// Without a codeset it is the one of the language's older days.
    private static func isUTF8(locale: String) -> Bool {
        let name = locale.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)[0]
        let codeset = name.split(separator: ".", maxSplits: 1).last ?? ""
        return ["utf8", "utf-8"].contains(codeset.lowercased())
    }

    private static func ambiguousWidth(_ traits: TerminalTraits) -> Decision<TerminalTraits.AmbiguousWidth> {
        if let option = traits.options.ambiguous { return Decision(option, .option("--ambiguous \(option.rawValue)")) }
        let name = "NETARIUM_AMBIGUOUS"
        guard let value = traits.environment[name] else { return Decision(.narrow, .usual) }
        guard let width = TerminalTraits.AmbiguousWidth(rawValue: value.lowercased()) else {
            return Decision(.narrow, .notUnderstood(name, value))
        }
        return Decision(width, .variable(name, value))
    }

    private static func chinese(_ traits: TerminalTraits, _ charset: Decision<Charset>) -> Decision<Bool> {
        // The kernel's console has fonts of at most 512 characters, whatever the locale.
        if traits.writesToTerminal, traits.environment["TERM"] == "linux" { return Decision(false, .term("linux")) }
        if charset.value == .ascii { return Decision(false, charset.reason) }
        return Decision(true, charset.reason)
    }
}

// MARK: - Colours

extension TerminalChoice {
    private static func colors(
        _ traits: TerminalTraits, _ description: TerminalTraits.Description?
    ) -> Decision<ColorDepth> {
        if let asked = traits.options.color.depth {
            return Decision(asked, .option("--color \(traits.options.color.rawValue)"))
        }
        if let noColor = traits.environment["NO_COLOR"] { return Decision(.monochrome, .variable("NO_COLOR", noColor)) }
        guard let description else { return Decision(.monochrome, .noScreen) }
        let described = Reason.colors(description.colors)
        if description.isDirectColor { return Decision(.trueColor, described) }
        // The variable is inherited where it does not hold: over a link to an old terminal, or into GNU screen.
        if description.colors >= 8, traits.environment["STY"] == nil, let value = traits.environment["COLORTERM"],
            ["truecolor", "24bit"].contains(value.lowercased())
        {
            return Decision(.trueColor, .variable("COLORTERM", value))
        }
        if let term = traits.environment["TERM"], term.hasSuffix("-256color") {
            return Decision(.indexed256, .term(term))
        }
        switch description.colors {
        case 256...: return Decision(.indexed256, described)
        case 8...: return Decision(.ansi8, described)
        default: return Decision(.monochrome, described)
        }
    }
}

// MARK: - Mouse and motion

extension TerminalChoice {
    private static func isOff(_ value: String) -> Bool { ["0", "no", "off", "false"].contains(value.lowercased()) }

    private static func mouse(
        _ traits: TerminalTraits, _ description: TerminalTraits.Description?
    ) -> Decision<Bool> {
        guard let description else { return Decision(false, .noScreen) }
        let name = "NETARIUM_MOUSE"
        if let value = traits.environment[name], isOff(value) { return Decision(false, .variable(name, value)) }
        return Decision(description.hasMouse, description.hasMouse ? .usual : .notDescribed)
    }

    private static func reducedMotion(_ traits: TerminalTraits) -> Decision<Bool> {
        if traits.options.reducedMotion { return Decision(true, .option("--reduced-motion")) }
        let name = "NETARIUM_REDUCED_MOTION"
        guard let value = traits.environment[name] else { return Decision(false, .usual) }
        return Decision(!isOff(value), .variable(name, value))
    }
}
