import Courseware
import LocatedJSON
import Testing

@testable import Runtime

/// Work shared among threads.
@Suite struct CoresTests {
    @Test(arguments: [1, 2, 3, 8]) func `give what one worker gives, in the same order`(count: Int) {
        for size in [0, 1, Cores.batch, Cores.batch + 1, 10 * Cores.batch + 3] {
            let items = Array(0..<size)
            let made = Cores(count: count).map(items) { "\($0 * $0)" }
            #expect(made == LoneWorker().map(items) { "\($0 * $0)" }, "\(size) items")
        }
    }

    @Test func `are one at least`() {
        #expect(Cores().count >= 1)
        #expect(Cores(count: -1).map([1, 2]) { $0 + 1 } == [2, 3])
    }

    @Test func `check a course as one worker does, fault for fault`() {
        let files = (0..<100).map { number in
            let track = number.isMultiple(of: 7) ? "Nonsense!" : "tcp"
            return SourceFile(
                "lessons/lesson-\(number % 90).json",
                text: #"{ "format": 1, "id": "lesson-\#(number)", "track": "\#(track)", "colour": \#(number) }"#)
        }
        let shared = Catalog.load(files, by: Cores(count: 4)).diagnostics
        #expect(shared.count > 300)
        #expect(shared == Catalog.load(files).diagnostics)
    }
}
