import Glibc
import Testing

@testable import CellGrid

@Suite struct CellWidthTests {
    /// Assigned scalars that may reach a terminal and that are more than invisible format.
    private static let printable: [Unicode.Scalar] = (0...0x10FFFF).compactMap { Unicode.Scalar($0 as UInt32) }
        .filter {
            switch $0.properties.generalCategory {
            case .control, .format, .privateUse, .unassigned, .surrogate: false
            default: true
            }
        }

    /// The C library's own answer, in a UTF-8 locale; its header declares it only for X/Open programs.
    private static let wcwidth: (@convention(c) (wchar_t) -> CInt)? = {
        setlocale(LC_ALL, "C.UTF-8")
        return dlsym(nil, "wcwidth").map { unsafeBitCast($0, to: (@convention(c) (wchar_t) -> CInt).self) }
    }()

    static func widthInLibrary(_ scalar: Unicode.Scalar) -> Int {
        wcwidth.map { Int($0(wchar_t(bitPattern: scalar.value))) } ?? -2
    }

    /// 🫨, new in Unicode 15: a library that has no width for it has the tables that ours are from.
    private static var libraryIsOfUnicode14: Bool { widthInLibrary("\u{1FAE8}") < 0 }

    @Test(.enabled(if: libraryIsOfUnicode14)) func `every scalar is as wide as the C library says`() {
        var compared = 0
        for scalar in Self.printable {
            let expected = Self.widthInLibrary(scalar)
            guard (0...2).contains(expected) else { continue }
            compared += 1
            #expect(CellWidth.of(scalar) == expected, "U+\(String(scalar.value, radix: 16, uppercase: true))")
        }
        #expect(compared > 140_000)
    }

    @Test(.enabled(if: libraryIsOfUnicode14)) func `what the C library cannot print is not printed`() {
        for scalar in Self.printable where Self.widthInLibrary(scalar) < 0 {
            #expect(CellWidth.of(scalar) == -1, "U+\(String(scalar.value, radix: 16, uppercase: true))")
        }
    }

    /// Latin, punctuation, arrows, mathematics, box drawing, Chinese and full-width forms: what courses are written in.
    @Test(
        arguments: [
            0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x370...0x377, 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x22FF,
            0x2460...0x262F, 0x2800...0x28FF, 0x3000...0x3029, 0x3041...0x3096, 0x3105...0x312F, 0x4E00...0x9FFF,
            0xFF01...0xFF60,
        ] as [ClosedRange<UInt32>])
    func `what courses are written in is as wide as any C library says`(range: ClosedRange<UInt32>) {
        for scalar in range.compactMap(Unicode.Scalar.init) where scalar.properties.generalCategory != .unassigned {
            #expect(CellWidth.of(scalar) == Self.widthInLibrary(scalar), "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test func `the tables ascend and do not overlap`() {
        for table in [CellWidth.wide, CellWidth.zero] {
            for (lower, upper) in zip(table, table.dropFirst()) { #expect(lower.upperBound < upper.lowerBound) }
        }
    }

    @Test func `a text is as wide as what is written of it`() {
        for (text, width) in [
            ("", 0), ("SYN", 3), ("三次握手", 8), ("TCP 三次握手", 12), ("e\u{301}", 1), ("\u{301}", 0), ("“§3.5”", 6),
            ("a\tb", 3), ("a\r\nb", 4), ("▶ 1×", 4), ("각", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{200B}\u{FEFF}", 0),
        ] {
            #expect(text.cellWidth == width, "\(text)")
            var grid = Grid(Size(columns: 40, rows: 1))
            #expect(grid.write(text, column: 3, row: 0) == 3 + width)
        }
    }
}
