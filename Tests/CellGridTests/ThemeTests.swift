import Glibc
import Testing

@testable import CellGrid

@Suite struct ThemeTests {
    /// Relative luminance: WCAG 2.2, "relative luminance".
    static func luminance(_ rgb: RGB) -> Double {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(rgb.red) + 0.7152 * linear(rgb.green) + 0.0722 * linear(rgb.blue)
    }

    static func contrast(_ one: RGB, _ other: RGB) -> Double {
        let lights = [luminance(one), luminance(other)].sorted()
        return (lights[1] + 0.05) / (lights[0] + 0.05)
    }

    private static func rgb(_ color: Color) -> RGB {
        switch color {
        case .indexed(let index): RGB(index: index)
        case .rgb(let rgb): rgb
        }
    }

    private static func styles(at depth: ColorDepth) -> [(role: Role, style: Style)] {
        Role.allCases.map { ($0, Theme.standard.style(of: $0, at: depth)) }
    }

    @Test(arguments: [ColorDepth.indexed256, .trueColor])
    func `every colour can be read on black and on white`(depth: ColorDepth) {
        for (role, style) in Self.styles(at: depth) {
            guard let foreground = style.foreground.map(Self.rgb) else { continue }
            if let background = style.background.map(Self.rgb) {
                #expect(Self.contrast(foreground, background) >= 4.5, "\(role)")
            } else {
                #expect(Self.contrast(foreground, RGB(gray: 0)) >= 4, "\(role)")
                #expect(Self.contrast(foreground, RGB(gray: 255)) >= 4, "\(role)")
            }
        }
    }

    @Test func `of eight colours only red and magenta stand alone`() {
        for (role, style) in Self.styles(at: .ansi8) where style.background == nil {
            #expect([nil, .indexed(1), .indexed(5)].contains(style.foreground), "\(role)")
        }
    }

    @Test(arguments: ColorDepth.allCases) func `a background never stands alone`(depth: ColorDepth) {
        for (role, style) in Self.styles(at: depth) where style.background != nil {
            #expect(style.foreground != nil, "\(role)")
        }
    }

    @Test(arguments: ColorDepth.allCases) func `no coloured character is dimmed`(depth: ColorDepth) {
        for (role, style) in Self.styles(at: depth) where style.foreground != nil {
            #expect(!style.attributes.contains(.dim), "\(role)")
        }
    }

    @Test(arguments: ColorDepth.allCases) func `what must stand apart does`(depth: ColorDepth) {
        let roles: [Role] = [.plain, .title, .selected, .spotlight, .inFlight, .future]
        #expect(Set(roles.map { Theme.standard.style(of: $0, at: depth) }).count == roles.count)
    }

    @Test(arguments: ColorDepth.allCases) func `right and wrong differ in more than colour`(depth: ColorDepth) {
        let success = Theme.standard.style(of: .success, at: depth),
            failure = Theme.standard.style(of: .failure, at: depth)
        #expect(success.attributes != failure.attributes)
    }

    @Test(arguments: ColorDepth.allCases) func `bars and the selection show on empty cells`(depth: ColorDepth) {
        for role in [Role.bar, .key, .selected] {
            let style = Theme.standard.style(of: role, at: depth)
            #expect(style.background != nil || style.attributes.contains(.reverse))
            #expect(style.showsOnSpaces)
        }
    }

    @Test func `monochrome has no colours, and each depth only its own`() {
        for (_, style) in Self.styles(at: .monochrome) { #expect(style.foreground == nil && style.background == nil) }
        for (depth, range) in [(ColorDepth.ansi8, 0...7), (.indexed256, 16...255)] as [(ColorDepth, ClosedRange<UInt8>)]
        {
            for color in Self.styles(at: depth).flatMap({ [$0.style.foreground, $0.style.background] }) {
                guard case .indexed(let index) = color else {
                    #expect(color == nil)
                    continue
                }
                #expect(range.contains(index))
            }
        }
    }

    @Test func `the nearest palette colour is the nearest`() {
        for index in 16...255 as ClosedRange<UInt8> {
            #expect(RGB(index: RGB(index: index).nearestIndex) == RGB(index: index))
        }
        func distance(_ one: RGB, _ other: RGB) -> Int {
            let red = Int(one.red) - Int(other.red), green = Int(one.green) - Int(other.green)
            let blue = Int(one.blue) - Int(other.blue)
            return red * red + green * green + blue * blue
        }
        var random = SplitMix64(seed: 256)
        for _ in 0..<500 {
            let rgb = RGB(
                .random(in: 0...255, using: &random), .random(in: 0...255, using: &random),
                .random(in: 0...255, using: &random))
            let best = (16...255 as ClosedRange<UInt8>).map { distance(rgb, RGB(index: $0)) }.min()
            #expect(distance(rgb, RGB(index: rgb.nearestIndex)) == best, "\(rgb)")
        }
    }
}
