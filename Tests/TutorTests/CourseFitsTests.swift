import CellGrid
import Courseware
import Ladder
import Localization
import LocatedJSON
import Study
import Testing
import Timelines

@testable import Tutor

/// The ways in which a lesson is drawn at 80×24.
private let appearances = [
    Appearance(language: .english), Appearance(language: .chinese), Appearance(language: .english, charset: .ascii),
    Appearance(language: .chinese, charset: .ambiguousSafe),
]

private let small = Size(columns: 80, rows: 24)

@Test func `the course has no faults, even if one looks closely`() {
    #expect(Catalog.load(Course.files, .ofAuthor()).diagnostics.map(\.description) == [])
    #expect(Course.catalog.lessons.count >= 5)
    #expect(Course.catalog.quizzes.count >= 5)
}

@Test(arguments: Course.catalog.lessons.map(\.id))
func `every step of a lesson draws at 80x24 without clipping a word`(id: String) throws {
    let lesson = try #require(Course.catalog.lesson(id))
    for appearance in appearances {
        for (index, scene) in lesson.scenes.enumerated() {
            for isTrueTime in [false, true] {
                var player = PlayerScreen(lesson, scene: index)
                player.isTrueTime = isTrueTime
                for page in 0...player.lastPage {
                    player.jump(to: page)
                    let place =
                        "\(id) \(scene.id) page \(page) \(appearance.language) \(appearance.charset) \(isTrueTime)"
                    expectWhole(player, appearance, place)
                }
            }
        }
    }
}

/// Checks that what the page is about stands whole in the ladder, and that nothing was cut.
private func expectWhole(_ player: PlayerScreen, _ appearance: Appearance, _ place: String) {
    var grid = Grid(small)
    PlayerView(player: player, appearance: appearance).draw(into: &grid)
    let area = PlayerLayout(size: small, player: player, appearance: appearance).ladder
    let ladder = grid.text.split(separator: "\n", omittingEmptySubsequences: false)[area.row..<area.endRow]
        .joined(separator: "\n")
    #expect(!ladder.contains(appearance.glyphs.ellipsis), "\(place) cuts a text:\n\(ladder)")
    // In true time a long flight scrolls its own label away; nothing there is cut either, as checked above.
    guard let step = player.step, !player.isTrueTime else { return }
    let said: LocalizedText
    switch player.timeline.events[step.event].kind {
    case .sent(let message): said = player.timeline.messages[message].label
    case .state(_, let text), .action(_, let text): said = text
    default: return
    }
    for word in appearance.text(said).split(separator: " ") where word.utf8.allSatisfy({ $0 < 0x80 }) {
        #expect(ladder.contains(word), "\(place): '\(word)' is not in\n\(ladder)")
    }
}

@Test(arguments: Course.catalog.lessons.map(\.id))
func `a lesson's title, and the keys that matter, fit into 80 columns`(id: String) throws {
    let lesson = try #require(Course.catalog.lesson(id))
    for appearance in appearances {
        let still = Still(catalog: Course.catalog, progress: Progress(), appearance: appearance, size: small)
        for index in lesson.scenes.indices {
            let lines = still.lesson(lesson, at: StillPlace(scene: index, page: 1)).text.split(
                separator: "\n", omittingEmptySubsequences: false)
            #expect(lines[0].contains(appearance.text(lesson.title)))
            #expect(lines[23].contains("?"))
        }
    }
}

@Test func `every text of the course is complete in both languages, in characters that every terminal counts alike`() {
    for lesson in Course.catalog.lessons {
        for text in texts(of: lesson) {
            #expect(text.missingLanguages.isEmpty, "\(lesson.id): \(text)")
        }
    }
}

/// Every text that a learner sees of a lesson.
private func texts(of lesson: Lesson) -> [LocalizedText] {
    var texts = [lesson.title, lesson.summary] + [lesson.question, lesson.answer].compactMap(\.self)
    texts += lesson.myths.flatMap { [$0.claim, $0.truth] }
    for scene in lesson.scenes {
        texts += [scene.title] + [scene.about].compactMap(\.self)
        texts += scene.timeline.participants.flatMap { [$0.name] + [$0.state].compactMap(\.self) }
        texts += scene.timeline.messages.map(\.label)
        texts += scene.steps.map(\.say)
        for ask in scene.steps.compactMap(\.ask) {
            texts += [ask.question] + ask.choices.flatMap { [$0.text] + [$0.because].compactMap(\.self) }
        }
    }
    return texts
}

@Test(arguments: Course.catalog.lessons.map(\.id))
func `a lesson cites its sources, names a myth and has a quiz`(id: String) throws {
    let lesson = try #require(Course.catalog.lesson(id))
    #expect(!lesson.myths.isEmpty)
    #expect(lesson.scenes.allSatisfy { scene in scene.steps.allSatisfy { !$0.citations.isEmpty } })
    let quiz = try #require(lesson.quiz.flatMap(Course.catalog.quiz))
    #expect(quiz.questions.count >= 8)
    let kinds = Set(quiz.questions.map { question in String(describing: question.kind).prefix { $0 != "(" } })
    #expect(kinds.count >= 4, "\(kinds)")
}

@Test func `TLS 1.2 and 1.3 can be seen side by side, and 1.3 sends its request one round trip earlier`() throws {
    let lesson = try #require(Course.catalog.lesson("tls-handshake"))
    let old = try #require(lesson.scenes.firstIndex { $0.id == "tls12" })
    let still = Still(
        catalog: Course.catalog, progress: Progress(), appearance: Appearance(), size: Size(columns: 120, rows: 40))
    let text = still.lesson(lesson, at: StillPlace(page: 8, compare: old)).text
    #expect(text.contains("ServerHello") && text.contains("Certificate"))
    func request(_ scene: Scene) -> Instant? {
        scene.timeline.messages.first { $0.label(.english).contains("GET") }?.departure
    }
    let new = try #require(request(lesson.scenes[0])), then = try #require(request(lesson.scenes[old]))
    #expect(then - new == .milliseconds(40))
}
