import CellGrid
import Courseware
import Ladder
import Localization
import Study
import Testing
import Timelines

@testable import Tutor

/// Every view by itself, below the size at which the program would show it: nothing may trap or leave its grid.
@Suite struct `Every view at zero, one and one cell too narrow` {
    static let sizes = [(0, 0), (1, 0), (0, 1), (1, 1), (2, 2), (7, 5), (59, 18), (60, 17), (71, 18), (95, 18)].map {
        Size(columns: $0.0, rows: $0.1)
    }
    static let appearances = [
        Appearance(), Appearance(language: .chinese), Appearance(charset: .ascii),
        Appearance(language: .chinese, charset: .ambiguousSafe),
    ]

    /// Draws in every size and look.
    private func draw(_ body: (inout Grid, Appearance) -> Void) {
        for size in Self.sizes {
            for appearance in Self.appearances {
                var grid = Grid(size)
                body(&grid, appearance)
                let lines = grid.text.split(separator: "\n", omittingEmptySubsequences: false)
                #expect(lines.allSatisfy { String($0).cellWidth <= size.columns })
            }
        }
    }

    @Test func `the catalogue`() {
        for query in [nil, "", "name", "nothing like it"] as [String?] {
            draw { grid, appearance in
                CatalogueView(
                    screen: CatalogueScreen(selected: "hello", query: query), catalog: SmallCourse.catalog,
                    progress: Progress(), appearance: appearance
                ).draw(into: &grid)
            }
        }
    }

    @Test func `the player, its details and its comparison`() throws {
        let lesson = try #require(SmallCourse.catalog.lesson("hello"))
        for change in [
            { $0.jump(to: 0) }, { $0.jump(to: 2) }, { $0.jump(to: 99) },
            {
                $0.isTrueTime = true; $0.jump(to: 2)
            },
            {
                $0.comparedScene = 1; $0.jump(to: 2)
            },
            {
                $0.jump(to: 2); $0.cursor = 2; $0.showsDetails = true
            },
            {
                $0.predicts = true; $0.stepForward(reducedMotion: true, seed: 1)
            },
        ] as [(inout PlayerScreen) -> Void] {
            var player = PlayerScreen(lesson)
            change(&player)
            draw { grid, appearance in PlayerView(player: player, appearance: appearance).draw(into: &grid) }
        }
    }

    @Test func `every question, its feedback and the result`() throws {
        let quiz = try #require(SmallCourse.catalog.quiz("hello"))
        var screen = QuizScreen(QuizSession(quiz, seed: 1))
        while true {
            draw { grid, appearance in
                QuizView(screen: screen, catalog: SmallCourse.catalog, appearance: appearance).draw(into: &grid)
            }
            if screen.session.isFinished { break }
            if screen.open != nil { _ = screen.answer(givingUp: true) } else { screen.next() }
        }
    }

    @Test func `the help and the bar of keys`() {
        for map in [KeyMap.catalogue, .player, .question, .feedback, .packet, .challenges] {
            draw { grid, appearance in
                HelpView(map: map, appearance: appearance).draw(into: &grid, in: grid.bounds)
                KeyBar(map: map, appearance: appearance).draw(into: &grid, row: grid.size.rows - 1)
            }
        }
    }
}
