/// A share of a full turn, clockwise from the top.
struct Turn {
    /// 0 at the top, ¼ at the right, less than 1.
    let share: Double

    /// Where on a turn a number stands that begins anew at `modulus`, which is positive.
    init(_ value: Int64, modulo modulus: Int64) {
        let rest = value % modulus
        share = Double(rest < 0 ? rest + modulus : rest) / Double(modulus)
    }

    init(share: Double) { self.share = share }

    /// The point on the circle of radius 1 round the origin; `y` grows downwards.
    var point: (x: Double, y: Double) {
        // A quarter is folded onto its first half, where a few terms of the series are exact enough to draw by.
        let quarter = Int(share * 4) % 4
        let angle = (share * 4 - Double(quarter)) * (Double.pi / 2)
        let (sine, cosine) =
            angle <= .pi / 4
            ? (Self.sine(angle), Self.cosine(angle)) : (Self.cosine(.pi / 2 - angle), Self.sine(.pi / 2 - angle))
        return switch quarter {
        case 0: (sine, -cosine)
        case 1: (cosine, sine)
        case 2: (-sine, cosine)
        default: (-cosine, -sine)
        }
    }

    private static func sine(_ x: Double) -> Double { x - x * x * x / 6 + x * x * x * x * x / 120 }
    private static func cosine(_ x: Double) -> Double { 1 - x * x / 2 + x * x * x * x / 24 }
}
