extension Look {
    /// The look of each role in the standard theme.
    static func standard(_ role: Role) -> Look {
        switch role {
        case .plain, .message, .table: Look()
        case .title: Look([.bold, .underline])
        case .heading: Look(azure, .bold, ansi8: Style(.bold), monochrome: .bold)
        case .dimmed, .citation, .future, .track: Look(gray, ansi8: Style(.dim), monochrome: .dim)
        case .border, .lifeline: Look(gray)
        case .bar: Look(RGB(gray: 238), on: charcoal, ansi8: Style(white, on: blue), monochrome: .reverse)
        case .key:
            Look(
                RGB(255, 215, 135), on: charcoal, .bold, ansi8: Style(white, on: blue, .bold),
                monochrome: [.reverse, .bold])
        case .selected:
            Look(
                RGB(gray: 255), on: RGB(0, 95, 135), .bold, ansi8: Style([.reverse, .bold]),
                monochrome: [.reverse, .bold])
        case .emphasis, .participant: Look(.bold)
        case .code: Look(teal, ansi8: Style(magenta))
        case .inFlight: Look(orange, .bold, ansi8: Style(.bold), monochrome: .bold)
        case .lost: Look(crimson, .bold, ansi8: Style(red, .bold), monochrome: .bold)
        case .retransmission: Look(pink, ansi8: Style(red), monochrome: .bold)
        case .spotlight:
            Look(RGB(gray: 0), on: RGB(255, 215, 95), ansi8: Style(black, on: yellow), monochrome: .underline)
        case .handshakeKeys: Look(purple, ansi8: Style(magenta))
        case .applicationKeys: Look(green, ansi8: Style(magenta, .bold))
        case .state, .phase: Look(indigo, .bold, ansi8: Style(.bold), monochrome: .bold)
        case .timer: Look(orange, ansi8: Style(magenta))
        case .otherQuantity: Look(purple, ansi8: Style(magenta))
        case .action: Look(mauve, ansi8: Style(magenta))
        case .note: Look(teal)
        case .success: Look(green, .bold, ansi8: Style(black, on: greenOfEight), monochrome: .bold)
        case .failure:
            Look(
                crimson, [.bold, .underline], ansi8: Style(red, [.bold, .underline]), monochrome: [.bold, .underline])
        case .warning: Look(orange, .bold, ansi8: Style(magenta, .bold), monochrome: .bold)
        case .progress, .quantity: Look(azure, ansi8: Style(.bold), monochrome: .bold)
        }
    }

    /// A look of attributes alone, the same at every depth.
    private init(_ attributes: Style.Attributes) {
        self.init(nil, attributes, ansi8: Style(attributes), monochrome: attributes)
    }

    // Of the 256 colours these are nearly all that can be read on black and on white.
    private static let azure = RGB(0, 135, 175)
    private static let teal = RGB(0, 135, 135)
    private static let green = RGB(0, 135, 0)
    private static let orange = RGB(175, 95, 0)
    private static let crimson = RGB(215, 0, 95)
    private static let pink = RGB(215, 0, 175)
    private static let mauve = RGB(175, 95, 175)
    private static let purple = RGB(135, 95, 215)
    private static let indigo = RGB(95, 95, 255)
    private static let gray = RGB(gray: 118)
    private static let charcoal = RGB(gray: 68)

    private static let black = Color.indexed(0)
    private static let red = Color.indexed(1)
    private static let greenOfEight = Color.indexed(2)
    private static let yellow = Color.indexed(3)
    private static let blue = Color.indexed(4)
    private static let magenta = Color.indexed(5)
    private static let white = Color.indexed(7)
}
