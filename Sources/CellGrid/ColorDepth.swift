/// How many colours a terminal shows; attributes such as bold are no colours, every depth has them.
public enum ColorDepth: CaseIterable, Comparable, Hashable, Sendable {
    /// None: bold, dim, underline and reverse alone.
    case monochrome
    /// The eight of ISO 6429, whose exact look the terminal decides.
    case ansi8
    /// The palette of xterm: 16 that the terminal decides, a cube of 6×6×6 and 24 greys.
    case indexed256
    /// 24 bits.
    case trueColor

    /// How many colours there are; 0 in monochrome.
    public var colors: Int {
        switch self {
        case .monochrome: 0
        case .ansi8: 8
        case .indexed256: 256
        case .trueColor: 1 << 24
        }
    }
}
