import CellGrid
import Courseware
import Localization
import LocatedJSON
import TestSupport
import Testing

@testable import Tutor

/// The small course beside one that somebody dropped in.
private let catalog: Catalog = {
    let outline = """
        { "format": 1, "id": "home", "title": { "en": "Home networks", "zh": "家庭网络" }, "order": 200,
          "about": { "en": "What happens between your sofa and the Internet.", "zh": "从沙发到互联网之间发生了什么。" },
          "tracks": [ { "id": "nat", "title": "NAT", "about": { "en": "One address for all.", "zh": "大家共用一个地址。" } } ] }
        """
    func lesson(_ id: String, track: String) -> SourceFile {
        SourceFile(
            "home/lessons/\(id).json",
            text: """
                { "format": 1, "id": "\(id)", "track": "\(track)", "title": { "en": "Lesson \(id)", "zh": "课程\(id)" },
                "summary": { "en": "Short.", "zh": "简短。" }, "participants": [ { "id": "a", "name": "A" } ],
                "timeline": [ { "note": { "en": "Nothing more.", "zh": "没有别的。" } } ] }
                """)
    }
    let small = CourseFiles.courses(of: [
        SourceFile("course.json", text: SmallCourse.outline),
        SourceFile("lessons/hello.json", text: SmallCourse.lesson),
        SourceFile("lessons/names.json", text: SmallCourse.other),
        SourceFile("quizzes/hello.json", text: SmallCourse.quiz),
    ])
    let home = CourseFiles(
        name: "home", outline: SourceFile("home/course.json", text: outline),
        documents: [lesson("sharing", track: "nat"), lesson("streams", track: "tcp")])
    return Catalog.load(small + [home]).catalog
}()

@Suite struct `A catalogue with several courses` {
    @Test(arguments: Look.all.filter { $0.size.columns == 80 || $0.size.columns == 100 })
    func `names each course above its tracks`(look: Look) {
        var driven = Driven(look.size, look.appearance, catalog: catalog)
        driven.press(.end, .up)
        expectGolden(driven.text, "catalogue-courses-\(look.testDescription)")
    }

    @Test func `finds lessons by the name of their course or track`() {
        for (words, ids) in [
            ("home net", ["sharing", "streams"]), ("nat", ["sharing"]), ("small course dns", ["names"]),
        ] {
            #expect(CatalogueScreen(query: words).visible(in: catalog).map(\.id) == ids, "\(words)")
        }
    }

    @Test func `can be drawn in any size`() {
        for columns in 0...90 {
            for rows in [0, 1, 3, 9, 24] {
                _ = Driven(Size(columns: columns, rows: rows), catalog: catalog).text
            }
        }
    }
}
