import Courseware
import Localization
import LocatedJSON
import Mermaid

/// The reader of Mermaid diagrams: any bytes become a lesson of good form, or are refused in words that are safe to print; and what
/// the writer makes of such a lesson can be read again.
@_cdecl("LLVMFuzzerTestOneInput")
public func testMermaid(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let text = lesson(bytes(start, count)) else { return 0 }
    let made = SourceFile("lessons/diagram.json", text: text)
    let (catalog, diagnostics) = Catalog.load([made])
    for diagnostic in diagnostics {
        demand(isHarmless(diagnostic.excerpt(of: made.bytes)), "a message holds what a terminal obeys")
        demand(!diagnostic.isOfForm, "the lesson is badly formed: \(diagnostic.description)")
    }
    for scene in catalog.lessons.first?.scenes ?? [] {
        for language in Language.allCases {
            let diagram = MermaidWriter.text(of: scene.timeline, title: scene.title, language: language)
            demand(isHarmless(diagram), "a diagram holds what a terminal obeys")
            demand(lesson(Array(diagram.utf8)) != nil, "a diagram cannot be read again:\n\(diagram)")
        }
    }
    return 0
}

private func lesson(_ bytes: [UInt8]) -> String? {
    let source = SourceFile("diagram.mmd", bytes)
    let lesson = MermaidLesson(reading: source, id: "diagram")
    for diagnostic in lesson.diagnostics {
        demand(isHarmless(diagnostic.excerpt(of: bytes)), "a message holds what a terminal obeys")
    }
    return lesson.text
}
