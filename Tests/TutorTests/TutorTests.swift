import CellGrid
import Courseware
import Testing
import LocatedJSON
import Localization
import Study
@testable import Tutor

@Test func `demo`() {
    for d in Course.loaded.diagnostics { print(d.description) }
    print(Course.catalog.lessons.map(\.id))
    let still = Still(catalog: Course.catalog, progress: Progress(), appearance: Appearance(language: .english), size: Size(columns: 100, rows: 30))
    let still80 = Still(catalog: Course.catalog, progress: Progress(), appearance: Appearance(language: .chinese), size: Size(columns: 80, rows: 24))
    guard let l = Course.catalog.lesson("three-way-handshake") else { return }
    print(still.catalogue(choosing: l).text); print(still.lesson(l, at: StillPlace(page: 5)).text)
    for l in Course.catalog.lessons { print(still80.lesson(l, at: StillPlace(page: 6)).text) }
    print(still.quiz(of: l).text)
}
