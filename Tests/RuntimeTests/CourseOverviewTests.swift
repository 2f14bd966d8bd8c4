import Courseware
import Glibc
import LocatedJSON
import Testing

@testable import Runtime

private func place(_ path: String) -> CourseLibrary.Place { CourseLibrary.Place(path: path, origin: .option) }

/// Puts a quiz of one question into a directory.
private func write(quiz id: String, answer: Int = 2, into directory: String) throws {
    try Files.makeDirectory(directory)
    let quiz = """
        { "format": 1, "id": "\(id)", "title": { "en": "Q", "zh": "题" }, "questions": [
          { "id": "sum", "kind": "number", "ask": { "en": "How many?", "zh": "多少？" }, "answer": \(answer),
            "because": { "en": "Count them.", "zh": "数一数。" }, "cite": "RFC 9293 §3.5" } ] }
        """
    try write(quiz, to: "\(directory)/\(id).json")
}

@Suite struct `A quiz asked for before the course has been read` {
    /// What its questions want to hear.
    private func answers(_ id: String, _ places: String...) -> [String] {
        CourseOverview(places.map(place)).catalog(withQuiz: id).quizzes.flatMap(\.questions).map { "\($0.kind)" }
    }

    @Test func `is found in the folder for quizzes`() throws {
        try withDirectory { directory in
            try write(quiz: "a", into: "\(directory)/quizzes")
            #expect(answers("a", directory).count == 1)
            #expect(answers("b", directory).isEmpty)
        }
    }

    @Test func `is found among lessons, and in a directory without folders`() throws {
        try withDirectory { directory in
            try write(quiz: "a", into: "\(directory)/one/lessons")
            try write(quiz: "a", into: "\(directory)/two")
            try write(quiz: "a", into: "\(directory)/three/quizzes")
            for place in ["one", "two", "three/quizzes"] { #expect(answers("a", "\(directory)/\(place)").count == 1) }
        }
    }

    @Test func `is the one of the first place that has it`() throws {
        try withDirectory { directory in
            for (place, number) in [("one/lessons", 1), ("two/quizzes", 2), ("three", 3)] {
                try write(quiz: "a", answer: number, into: "\(directory)/\(place)")
            }
            let paths = ["one", "two", "three"].map { "\(directory)/\($0)" }
            let alone = paths.map { answers("a", $0) }
            #expect(Set(alone).count == 3)
            for (first, expected) in zip(paths, alone) {
                for second in paths where second != first { #expect(answers("a", first, second) == expected) }
            }
        }
    }

    @Test func `is not looked for outside the course`() throws {
        try withDirectory { directory in
            try write(quiz: "secret", into: directory)
            try write(quiz: ".hidden", into: "\(directory)/course/quizzes")
            try write(quiz: "deep", into: "\(directory)/course/quizzes/below")
            #expect(symlink("\(directory)/secret.json", "\(directory)/course/quizzes/linked.json") == 0)
            let course = "\(directory)/course"
            for id in ["../../secret", "linked", ".hidden", "below/deep", "", "..", "secret"] {
                #expect(CourseFolder.all(in: place(course)).compactMap { $0.quiz(id) } == [])
                #expect(answers(id, course).isEmpty)
            }
        }
    }
}

@Suite struct `A lesson asked for before the course has been read` {
    private func lesson(_ id: String, title: String = "T", more: String = "") -> String {
        """
        { "format": 1, "id": "\(id)", "track": "t", "order": 1, "minutes": 1, "title": "\(title)", "summary": "S"\(more),
          "participants": [ { "id": "a", "name": "A" } ], "timeline": [ { "note": "n" } ] }
        """
    }

    @Test func `is not taken from a later place when an earlier one has it with a fault`() throws {
        try withDirectory { directory in
            let (mine, built) = ("\(directory)/mine", "\(directory)/built")
            for place in [mine, built] { try Files.makeDirectory("\(place)/lessons") }
            for id in ["a", "b"] { try write(lesson(id), to: "\(built)/lessons/\(id).json") }
            try write("{ \"format\": 1, ", to: "\(mine)/lessons/a.json")
            let overview = CourseOverview([mine, built].map(place))
            #expect(overview.catalog(withLesson: "a").lessons.isEmpty)
            #expect(overview.catalog(withLesson: "b").lessons.map(\.id) == ["b"])
            // A later one with a fault is nothing to an earlier one without.
            #expect(CourseOverview([built, mine].map(place)).catalog(withLesson: "a").lessons.map(\.id) == ["a"])
        }
    }

    @Test func `does not hide what cannot be read`() throws {
        try withDirectory { directory in
            try Files.makeDirectory("\(directory)/lessons/course.json")
            try write(lesson("a"), to: "\(directory)/lessons/a.json")
            #expect(symlink("\(directory)/nowhere", "\(directory)/lessons/b.json") == 0)
            let overview = CourseOverview([place("\(directory)/typo"), place(directory)])
            #expect(overview.problems.map(\.code).count == 3)
            #expect(overview.catalog(withLesson: "a").lessons.map(\.id) == ["a"])
        }
    }
}
