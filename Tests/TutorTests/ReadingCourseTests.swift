import CellGrid
import Courseware
import Study
import Testing

@testable import Tutor

/// A program that knows the list of lessons and no more.
@Suite struct `While the course is being read` {
    private var driven: Driven {
        var driven = Driven()
        let whole = SmallCourse.catalog
        driven.program = Program(
            catalog: Catalog(heads: whole.heads, courses: whole.courses), isWhole: false, progress: .ofFinisher,
            appearance: Appearance(), size: Size(columns: 80, rows: 24), seed: 7)
        driven.send(.resize(Size(columns: 80, rows: 24)))
        return driven
    }

    @Test func `the list can be gone through and the help be read`() {
        var driven = driven
        #expect(driven.effects == [.load])
        let first = driven.program.catalogue.lesson(in: driven.program.catalog)?.id
        driven.press(.down)
        #expect(driven.program.catalogue.lesson(in: driven.program.catalog)?.id != first)
        driven.press(.character("?"))
        #expect(driven.program.help != nil)
        #expect(driven.program.waiting == nil)
    }

    @Test(arguments: [Key.enter, .character("q"), .character("c"), .character("r"), .character("i"), .character("d")])
    func `what needs a lesson waits for it, with all that comes after`(key: Key) {
        var (early, late) = (driven, driven)
        early.press(key, .down, .tab)
        #expect(early.program.screens.isEmpty)
        #expect(early.text.contains("Reading the lessons…"))
        early.send(.loaded(SmallCourse.catalog, notice: nil))
        late.send(.loaded(SmallCourse.catalog, notice: nil))
        late.press(key, .down, .tab)
        #expect(!early.program.screens.isEmpty)
        // The time that is shown in an interview is the only thing that differs.
        #expect(early.program.screens.count == late.program.screens.count)
        #expect(early.program.progress.answerCount == late.program.progress.answerCount)
        if key != .character("i") { #expect(early.text == late.text) }
    }

    @Test func `a complaint about the course is seen after what waited is done`() {
        var driven = driven
        driven.press(.enter)
        driven.send(.loaded(SmallCourse.catalog, notice: "1 file has faults"))
        #expect(driven.text.contains("1 file has faults"))
        #expect(!driven.program.screens.isEmpty)
    }
}
