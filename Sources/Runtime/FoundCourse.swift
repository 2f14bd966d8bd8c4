/// A course whose files have been found; none of them has been read.
struct FoundCourse {
    /// Where they lie.
    let folder: CourseFolder
    /// The path of its `course.json`, if it has one.
    var outline: String?
    /// The paths of its lessons and quizzes; which is which shows in what they hold.
    var documents: [String] = []
    /// Why others are not among them.
    var problems: [FileProblem] = []

    /// The courses in all places, in order; of a file that is met again, by a link or because one place lies in another,
    /// the first counts.
    ///
    /// - Parameters:
    ///   - places: Directories, which need not exist unless somebody named them.
    ///   - limits: How many files there may be.
    ///   - kinds: The folders that are looked into.
    /// - Returns: The courses, those without files among them.
    static func all(
        in places: [CourseLibrary.Place], _ limits: CourseLibrary.Limits, kinds: Set<String> = CourseFolder.kinds
    ) -> [FoundCourse] {
        var seen: Set<String> = []
        return places.filter { Files.exists($0.path) || $0.origin.isNamed }.flatMap(CourseFolder.all).map { folder in
            var course = FoundCourse(folder: folder)
            let (found, problems) = folder.files(limits, kinds: kinds)
            course.problems = problems
            seen.reserveCapacity(seen.count + found.count)
            course.documents = found.filter { seen.insert($0.target).inserted }.map(\.path)
            if let first = course.documents.first, folder.isOutline(first) {
                course.outline = first
                course.documents.removeFirst()
            }
            return course
        }
    }
}
