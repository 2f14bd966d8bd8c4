import CellGrid
import Courseware
import Study
import Testing
import Timelines

@testable import Tutor

@Suite struct FilmTests {
    private var catalog: Catalog { SmallCourse.catalog }

    private func still(columns: Int = 100) -> Still {
        Still(
            catalog: catalog, progress: Progress(), appearance: Appearance(), size: Size(columns: columns, rows: 30))
    }

    @Test(arguments: [Still.Subject.player, .ladder])
    func `a film is as long as it says, and rests at each step`(subject: Still.Subject) throws {
        let lesson = try #require(catalog.lesson("hello"))
        for scene in lesson.scenes.indices {
            let film = still().film(of: lesson, in: StillPlace(scene: scene), showing: subject, interval: 50)
            let frames = Array(film)
            let steps = lesson.scenes[scene].steps.count
            #expect(frames.reduce(0) { $0 + $1.milliseconds } == film.length)
            #expect(frames.compactMap(\.chapter) == (1...steps).map { "\($0) / \(steps)" })
            #expect(frames.allSatisfy { $0.grid.size == frames[0].grid.size })
            #expect(frames.filter { $0.chapter == nil }.dropFirst().dropLast().allSatisfy { $0.milliseconds <= 50 })
        }
    }

    @Test func `where a film rests it shows what the step shows, and at its end the closing`() throws {
        let lesson = try #require(catalog.lesson("hello"))
        let frames = Array(still().film(of: lesson, in: StillPlace(), showing: .ladder, interval: 50))
        let rests = frames.filter { $0.chapter != nil }.map(\.grid.text)
        #expect(rests == still().steps(of: lesson, in: StillPlace(), showing: .ladder).map(\.grid.text))
        #expect(frames.last?.grid == still().ladder(of: lesson, at: StillPlace(page: 99)))
        let player = Array(still().film(of: lesson, in: StillPlace(), interval: 50))
        #expect(player.last?.grid.text.contains("In an interview you could say") == true)
        #expect(player.first?.grid.text.contains("How do two hosts say hello?") == true)
    }

    @Test func `something moves between two steps, by no more than one frame at a time`() throws {
        let lesson = try #require(catalog.lesson("hello"))
        let frames = Array(still().film(of: lesson, in: StillPlace(), showing: .ladder, interval: 100))
        #expect(frames.count > 20)
        #expect(Set(frames.map(\.grid.text)).count > 15)
    }

    @Test func `steps are captioned with their number and time`() throws {
        let lesson = try #require(catalog.lesson("hello"))
        let captions = still().steps(of: lesson, in: StillPlace()).map(\.caption)
        #expect(captions == ["Step 1 of 3 (0.020 s)", "Step 2 of 3 (0.020 s)", "Step 3 of 3 (0.040 s)"])
    }

    @Test func `a ladder alone is whole, however narrow or long`() throws {
        let lesson = try #require(catalog.lesson("hello"))
        for columns in [20, 60, 100, 200] {
            let grid = still(columns: columns).ladder(of: lesson, at: StillPlace())
            #expect(grid.size.columns >= columns)
            for word in ["Client", "Server", "SYN,ACK", "ESTABLISHED", "SYN-RECEIVED"] {
                #expect(grid.text.contains(word), "\(columns): \(word)")
            }
        }
    }

    @Test func `a moment that the author named can be drawn, without a cursor`() throws {
        let lesson = try #require(catalog.lesson("hello"))
        let named = still().lesson(lesson, at: StillPlace(anchor: "answer"))
        #expect(named == still().lesson(lesson, at: StillPlace(page: 3)))
    }
}
