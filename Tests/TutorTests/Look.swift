import CellGrid
import Localization
import Testing

@testable import Tutor

/// A way and a size in which screens are kept as golden frames.
struct Look: Sendable, CustomTestStringConvertible {
    var name: String
    var appearance: Appearance
    var size: Size

    static let english80x24 = Look(name: "en", appearance: Appearance(), size: Size(columns: 80, rows: 24))

    static let all = [
        ("en", Appearance()), ("zh", Appearance(language: .chinese)), ("ascii", Appearance(charset: .ascii)),
    ].flatMap { name, appearance in
        [(60, 18), (80, 24), (100, 30), (160, 50)].map {
            Look(name: name, appearance: appearance, size: Size(columns: $0.0, rows: $0.1))
        }
    }

    var testDescription: String { "\(name)-\(size.columns)x\(size.rows)" }
}
