import Courseware
import Localization
import LocatedJSON
import TestSupport
import Testing
import Timelines

@Suite struct `The queues of a listener` {
    private static let course = Catalog.load(
        ["lessons", "quizzes"].flatMap { SourceTree.files(in: $0) }.map { SourceFile($0.name, $0.bytes) }
    ).catalog

    private func unspoken(_ lesson: String, _ scene: String) throws -> Set<LocalizedText> {
        try #require(Self.course.lesson(lesson)?.scenes.first { $0.id == scene }).queuesUnspokenOf
    }

    @Test func `are left out where nobody speaks of a queue`() throws {
        #expect(try unspoken("rto-backoff", "main").count == 2)
        #expect(try unspoken("syn-and-accept-queues", "main").isEmpty)
    }

    @Test func `stay where an author wrote them down`() {
        for lesson in Self.course.lessons {
            for scene in lesson.scenes where scene.simulation == nil { #expect(scene.queuesUnspokenOf.isEmpty) }
        }
    }
}
