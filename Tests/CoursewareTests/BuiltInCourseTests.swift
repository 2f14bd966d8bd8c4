import Courseware
import FoundationEssentials
import LocatedJSON
import Testing

/// The lessons and quizzes of this tree, and its course file.
enum BuiltInCourse {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    static let outline = SourceFile(
        "course.json", (try? Data(contentsOf: root.appending(path: "course.json"))).map { Array($0) } ?? [])

    static let files: [SourceFile] = ["lessons", "quizzes"].flatMap { folder in
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name -> SourceFile? in
            guard let data = try? Data(contentsOf: root.appending(path: "\(folder)/\(name)")) else { return nil }
            return SourceFile("\(folder)/\(name)", Array(data))
        }
    }
}

@Suite struct `The built-in course` {
    private static let files = BuiltInCourse.files

    @Test func `has no fault`() {
        #expect(!Self.files.isEmpty)
        let (catalog, diagnostics) = Catalog.load([BuiltInCourse.outline] + Self.files)
        for diagnostic in diagnostics {
            let source = Self.files.first { $0.name == diagnostic.file }
            Issue.record("\(diagnostic.excerpt(of: source?.bytes ?? []))")
        }
        #expect(catalog.lessons.count + catalog.quizzes.count == Self.files.count)
        #expect(catalog.courses.map(\.outline.id) == ["netarium"])
        for lesson in catalog.heads {
            #expect(catalog.course(of: lesson)?.tracks.contains { $0.id == lesson.track } == true)
        }
    }

    @Test func `stops at every step, each time later`() {
        for lesson in Catalog.load(Self.files).catalog.lessons {
            for scene in lesson.scenes {
                #expect(scene.stops.count == scene.steps.count, "\(lesson.id) \(scene.id)")
                for (earlier, later) in zip(scene.stops, scene.stops.dropFirst()) {
                    #expect(earlier < later, "\(lesson.id) \(scene.id)")
                }
            }
        }
    }
}
