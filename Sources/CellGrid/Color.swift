/// A colour as a terminal of some ``ColorDepth`` is told it.
public enum Color: Hashable, Sendable {
    /// An entry of the terminal's palette: 0 to 7 when it has eight, 16 to 255 when it has 256.
    case indexed(UInt8)
    /// Red, green and blue.
    case rgb(RGB)
}

/// A colour in sRGB, 0 to 255 each.
public struct RGB: Hashable, Sendable {
    public var red, green, blue: UInt8

    /// A colour of red, green and blue light.
    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// The grey of one brightness.
    public init(gray: UInt8) { self.init(gray, gray, gray) }

    /// The nearest colour of xterm's palette, 16 to 255: those below are the terminal's own choice.
    public var nearestIndex: UInt8 {
        let cube = [red, green, blue].reduce(0) { index, channel in
            let nearest = Self.cubeLevels.indices.min { one, other in
                distance(channel, Self.cubeLevels[one]) < distance(channel, Self.cubeLevels[other])
            }
            return index * 6 + (nearest ?? 0)
        }
        let brightness = (Int(red) + Int(green) + Int(blue)) / 3
        let gray = UInt8(min(max((brightness - 3) / 10, 0), 23))
        return [16 + UInt8(cube), 232 + gray].min {
            squaredDistance(to: RGB(index: $0)) < squaredDistance(to: RGB(index: $1))
        } ?? 16
    }

    /// A colour of xterm's palette; those below 16 count as black.
    init(index: UInt8) {
        switch index {
        case 232...: self.init(gray: 8 + 10 * (index - 232))
        case 16..<232:
            let levels = Self.cubeLevels, place = Int(index - 16)
            self.init(levels[place / 36], levels[place / 6 % 6], levels[place % 6])
        default: self.init(gray: 0)
        }
    }

    /// The colour so many hundredths of the way to another one; `percent` is 0 to 100.
    func mixed(with other: RGB, percent: Int) -> RGB {
        func mix(_ from: UInt8, _ to: UInt8) -> UInt8 {
            UInt8((Int(from) * (100 - percent) + Int(to) * percent) / 100)
        }
        return RGB(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
    }

    private static let cubeLevels: [UInt8] = [0, 95, 135, 175, 215, 255]

    private func distance(_ one: UInt8, _ other: UInt8) -> Int { abs(Int(one) - Int(other)) }

    private func squaredDistance(to other: RGB) -> Int {
        let distances = [distance(red, other.red), distance(green, other.green), distance(blue, other.blue)]
        return distances.reduce(0) { $0 + $1 * $1 }
    }
}

extension Color {
    /// The colour itself; a terminal's own eight count as black.
    var rgb: RGB {
        switch self {
        case .indexed(let index): RGB(index: index)
        case .rgb(let rgb): rgb
        }
    }
}
