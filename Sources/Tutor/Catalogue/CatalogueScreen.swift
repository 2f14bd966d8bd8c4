import Courseware
import Localization

/// The list of lessons: which one is chosen, and what is searched for.
struct CatalogueScreen: Equatable, Sendable {
    /// The chosen lesson's id; kept when the list is filtered or reloaded.
    var selected: String?
    /// What is searched for; `nil` when there is no search.
    var query: String?
    /// Whether keys go into the search.
    var isTyping = false

    /// The lessons that match the search, in catalogue order.
    ///
    /// Searched are those that have been read.
    func visible(in catalog: Catalog) -> [LessonHead] {
        guard let query, !query.isEmpty else { return catalog.heads }
        let words = query.lowercased().split(separator: " ")
        let found = catalog.lessons.filter { lesson in
            let texts =
                [lesson.title, lesson.summary] + (lesson.question.map { [$0] } ?? []) + lesson.scenes.map(\.title)
            let headings = [catalog.course(of: lesson.head)?.title, catalog.track(of: lesson.head).title]
            let haystack =
                ((texts + headings.compactMap { $0 }).flatMap { $0.wordings.map(\.text) } + [lesson.id, lesson.track])
                .joined(
                    separator: "\n"
                )
                .lowercased()
            return words.allSatisfy { haystack.contains($0) }
        }
        return found.map(\.head)
    }

    /// The chosen lesson, or the first when the chosen one is not in sight.
    func lesson(in catalog: Catalog) -> LessonHead? {
        let visible = visible(in: catalog)
        return visible.first { $0.id == selected } ?? visible.first
    }

    /// Moves the choice by so many lessons, stopping at the ends.
    mutating func move(_ distance: Int, in catalog: Catalog) {
        let visible = visible(in: catalog)
        guard !visible.isEmpty else { return }
        let current = visible.firstIndex { $0.id == selected } ?? 0
        let target = min(max(current + min(max(distance, -visible.count), visible.count), 0), visible.count - 1)
        selected = visible[target].id
    }
}
