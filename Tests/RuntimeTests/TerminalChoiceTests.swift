import CellGrid
import Localization
import Testing

@testable import Runtime

/// A small terminal database.
private let database: [String: TerminalTraits.Description] = [
    "xterm": .init(colors: 8, hasMouse: true),
    "xterm-256color": .init(colors: 256, hasMouse: true),
    "tmux-256color": .init(colors: 256, hasMouse: true),
    "screen": .init(colors: 8, hasMouse: true),
    "xterm-direct": .init(colors: 1 << 24, isDirectColor: true, hasMouse: true),
    "linux": .init(colors: 8),
    "vt100": .init(colors: 0),
    "teletype": .init(colors: 0, isAddressable: false),
]

private func choose(
    _ variables: [String: String] = [:], _ options: TerminalTraits.Options = .init(), writesToTerminal: Bool = true,
    hasUTF8Locale: Bool = true, database: [String: TerminalTraits.Description] = database
) -> TerminalChoice {
    TerminalChoice(
        TerminalTraits(
            environment: Environment(variables), options: options, writesToTerminal: writesToTerminal,
            hasUTF8Locale: hasUTF8Locale
        ) { database[$0] })
}

@Test(arguments: [
    // A locale decides; the first of the three that is set.
    (["LC_ALL": "C.UTF-8", "LANG": "C"], Charset.unicode), (["LC_CTYPE": "zh_CN.utf8", "LANG": "C"], .unicode),
    (["LANG": "en_US.UTF-8"], .unicode), (["LANG": "de_DE.UTF-8@euro"], .unicode), (["LC_CTYPE": "UTF-8"], .unicode),
    (["LC_ALL": "C", "LANG": "en_US.UTF-8"], .ascii), (["LC_ALL": "POSIX"], .ascii), (["LANG": "C"], .ascii),
    (["LANG": "zh_CN.GB18030"], .ascii), (["LANG": "de_DE@euro"], .ascii), (["LANG": "en_US"], .ascii),
    (["LANG": "de_DE.ISO-8859-15"], .ascii), (["LANG": "ja_JP.eucJP"], .ascii),
    // Set to nothing is not set.
    (["LC_ALL": "", "LANG": "en_US.UTF-8"], .unicode), (["LC_ALL": "", "LC_CTYPE": "", "LANG": ""], .unicode),
    // Without a locale the terminal decides: containers set none.
    ([:], .unicode), (["TERM": "tmux-256color"], .unicode), (["TERM": "xterm-kitty"], .unicode),
    (["TERM": "linux"], .ascii), (["TERM": "vt100"], .ascii), (["TERM": "vt220"], .ascii), (["TERM": "ansi"], .ascii),
    (["TERM": "linux", "LANG": "C.UTF-8"], .unicode),
    // East Asian terminals.
    (["NETARIUM_AMBIGUOUS": "wide"], .ambiguousSafe), (["NETARIUM_AMBIGUOUS": "WIDE"], .ambiguousSafe),
    (["NETARIUM_AMBIGUOUS": "narrow"], .unicode), (["NETARIUM_AMBIGUOUS": "both"], .unicode),
    (["NETARIUM_AMBIGUOUS": "wide", "LANG": "C"], .ascii),
])
func `the characters follow from the environment`(variables: [String: String], charset: Charset) {
    let variables = variables.merging(["TERM": "xterm-256color"]) { own, _ in own }
    #expect(choose(variables).charset.value == charset)
}

@Test func `a flag overrules the locale, but not the lack of one`() {
    let (ascii, utf8) = (TerminalTraits.Options(encoding: .ascii), TerminalTraits.Options(encoding: .utf8))
    #expect(choose(["LANG": "C.UTF-8"], ascii).charset.value == .ascii)
    #expect(choose(["LC_ALL": "C"], utf8).charset.value == .unicode)
    #expect(choose(["LC_ALL": "C"], utf8).charset.reason == .option("--utf8"))
    #expect(choose([:], utf8, hasUTF8Locale: false).charset.value == .ascii)
    #expect(choose([:], utf8, hasUTF8Locale: false).charset.reason == .noUTF8Locale)
    let wide = TerminalTraits.Options(ambiguous: .wide)
    #expect(choose(["NETARIUM_AMBIGUOUS": "narrow"], wide).charset.value == .ambiguousSafe)
}

@Test(arguments: [
    (["TERM": "xterm"], ColorDepth.ansi8), (["TERM": "xterm-256color"], .indexed256), (["TERM": "vt100"], .monochrome),
    (["TERM": "xterm-direct"], .trueColor), (["TERM": "screen", "COLORTERM": "truecolor"], .trueColor),
    (["TERM": "screen", "COLORTERM": "truecolor", "STY": "1.pts-0"], .ansi8),
    (["TERM": "xterm", "COLORTERM": "24bit"], .trueColor), (["TERM": "xterm", "COLORTERM": "TrueColor"], .trueColor),
    (["TERM": "xterm", "COLORTERM": "yes"], .ansi8), (["TERM": "vt100", "COLORTERM": "truecolor"], .monochrome),
    (["TERM": "xterm-ghostty"], .indexed256), (["TERM": "xterm-ghostty", "COLORTERM": "truecolor"], .trueColor),
    (["TERM": "xterm-256color", "NO_COLOR": "1"], .monochrome), (["TERM": "xterm", "NO_COLOR": ""], .ansi8),
    (["TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "0"], .monochrome),
    (["TERM": "dumb", "COLORTERM": "truecolor"], .monochrome), ([:], .monochrome),
])
func `the colours follow from the environment`(variables: [String: String], depth: ColorDepth) {
    #expect(choose(variables).colors.value == depth)
}

@Test(arguments: TerminalTraits.ColorOption.allCases) func `--color overrules everything`(
    option: TerminalTraits.ColorOption
) throws {
    let variables = [["TERM": "vt100"], ["TERM": "xterm-256color", "NO_COLOR": "1"], ["COLORTERM": "truecolor"]]
    guard let depth = option.depth else { return #expect(option == .auto) }
    for variables in variables {
        #expect(choose(variables, .init(color: option)).colors.value == depth)
    }
}

@Test func `a screen needs a terminal that can place its cursor`() {
    #expect(choose(["TERM": "xterm"]).screen.value == .full(term: "xterm"))
    #expect(choose(["TERM": "xterm"], writesToTerminal: false).screen == .init(.plain, .outputIsNoTerminal))
    #expect(choose([:]).screen == .init(.plain, .termIsUnset))
    #expect(choose(["TERM": ""]).screen == .init(.plain, .termIsUnset))
    #expect(choose(["TERM": "dumb"]).screen == .init(.plain, .term("dumb")))
    #expect(choose(["TERM": "teletype"]).screen == .init(.plain, .cannotPlaceCursor(term: "teletype")))
}

@Test func `a terminal that the database does not know is taken for an xterm`() {
    let term = "xterm-kitty"
    #expect(choose(["TERM": term]).screen.value == .full(term: "xterm-256color"))
    #expect(choose(["TERM": term], database: ["xterm": .init(colors: 8)]).screen.value == .full(term: "xterm"))
    #expect(choose(["TERM": term], database: [:]).screen == .init(.plain, .undescribed(term: term, standIn: nil)))
}

@Test func `the mouse is used where there is one and nobody minds`() {
    #expect(choose(["TERM": "xterm"]).mouse.value)
    #expect(!choose(["TERM": "linux"]).mouse.value)
    for off in ["0", "no", "off", "FALSE"] { #expect(!choose(["TERM": "xterm", "NETARIUM_MOUSE": off]).mouse.value) }
    #expect(choose(["TERM": "xterm", "NETARIUM_MOUSE": "1"]).mouse.value)
    #expect(!choose(["TERM": "dumb"]).mouse.value)
}

@Test func `motion is reduced when somebody says so`() {
    #expect(!choose().reducedMotion.value)
    #expect(choose([:], .init(reducedMotion: true)).reducedMotion.value)
    #expect(choose(["NETARIUM_REDUCED_MOTION": "1"]).reducedMotion.value)
    #expect(!choose(["NETARIUM_REDUCED_MOTION": "0"]).reducedMotion.value)
}

/// Every combination of what matters, with each variable at each kind of value.
private let environments: [[String: String]] = {
    let values: [(String, [String?])] = [
        ("TERM", [nil, "dumb", "xterm", "xterm-256color", "xterm-direct", "linux", "vt100", "unheard-of", "teletype"]),
        ("LC_ALL", [nil, "C", "zh_CN.UTF-8"]), ("LANG", [nil, "POSIX", "en_US.UTF-8", "zh_CN.GBK"]),
        ("COLORTERM", [nil, "truecolor"]), ("NO_COLOR", [nil, "1"]), ("NETARIUM_AMBIGUOUS", [nil, "wide", "x"]),
    ]
    return values.reduce([[:]]) { environments, variable in
        environments.flatMap { environment in
            variable.1.map { value in environment.merging([variable.0: value].compactMapValues { $0 }) { $1 } }
        }
    }
}()

@Test(arguments: [nil, TerminalTraits.Encoding.utf8, .ascii]) func `every combination gives choices that go together`(
    encoding: TerminalTraits.Encoding?
) {
    for variables in environments {
        for (isTerminal, hasLocale) in [(true, true), (true, false), (false, true), (false, false)] {
            for color in TerminalTraits.ColorOption.allCases {
                let choice = choose(
                    variables, .init(encoding: encoding, color: color), writesToTerminal: isTerminal,
                    hasUTF8Locale: hasLocale)
                let isFull = choice.screen.value != .plain
                #expect(isTerminal || !isFull)
                #expect(isFull || !choice.mouse.value)
                #expect(hasLocale || choice.charset.value == .ascii)
                #expect(encoding != .ascii || choice.charset.value == .ascii)
                #expect(!choice.chinese.value || choice.charset.value != .ascii)
                #expect(isFull || color != .auto || choice.colors.value == .monochrome)
                if variables["LC_ALL"] == "C", encoding == nil { #expect(choice.charset.value == .ascii) }
                if variables["NO_COLOR"] == "1", color == .auto { #expect(choice.colors.value == .monochrome) }
            }
        }
    }
}

@Test(arguments: [
    (
        ["TERM": "linux", "LC_ALL": "C.UTF-8"],
        #"TERM is "linux", a console whose font has no Chinese characters. Start netarium in a terminal window"#
    ),
    (["TERM": "linux", "LC_ALL": "C"], #"TERM is "linux""#), (["TERM": "linux"], #"TERM is "linux""#),
    (["TERM": "xterm", "LC_ALL": "C"], #"LC_ALL is "C". Start with LC_ALL=C.UTF-8 to see it."#),
    (["TERM": "vt100"], #"a "vt100" may be older than UTF-8. Start with LC_ALL=C.UTF-8 to see it."#),
])
func `the reason why there is no Chinese is the true one, with a way out`(variables: [String: String], words: String)
    throws
{
    let why = try #require(choose(variables).whyNoChinese)
    #expect(why.hasPrefix("Chinese cannot be shown: ") && why.contains(words), "\(why)")
}

@Test func `what was asked for on the command line is a reason for no Chinese, too`() {
    #expect(
        choose(["TERM": "xterm", "LC_ALL": "C.UTF-8"], .init(encoding: .ascii)).whyNoChinese
            == "Chinese cannot be shown: --ascii was given. Start without --ascii to see it.")
    #expect(
        choose(["TERM": "xterm"], hasUTF8Locale: false).whyNoChinese
            == "Chinese cannot be shown: this system has no UTF-8 locale. Install one, such as C.UTF-8.")
    #expect(choose(["TERM": "xterm", "LC_ALL": "C.UTF-8"]).whyNoChinese == nil)
}

@Test func `every reason has words in both languages and no full stop`() {
    let reasons: [TerminalChoice.Reason] = [
        .option("--ascii"), .variable("LANG", "C"), .notUnderstood("NETARIUM_AMBIGUOUS", "x"), .usual,
        .outputIsNoTerminal,
        .termIsUnset, .term("dumb"), .described(term: "xterm"), .undescribed(term: "a", standIn: "xterm"),
        .undescribed(term: "a", standIn: nil), .cannotPlaceCursor(term: "a"), .noUTF8Locale, .noLocale,
        .oldTerminalWithoutLocale(term: "vt100"), .noScreen, .colors(8), .notDescribed,
    ]
    for reason in reasons {
        #expect(reason.message.missingLanguages == [])
        #expect(!reason.message(.english).hasSuffix(".") && !reason.message(.chinese).hasSuffix("。"))
    }
    #expect(reasons[1].message(.english) == "LANG is \"C\"")
}
