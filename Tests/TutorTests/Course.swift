import CellGrid
import Courseware
import Localization
import LocatedJSON
import Study
import TestSupport

@testable import Tutor

/// The built-in course, read from the source tree.
enum Course {
    static let files = [".", "lessons", "quizzes"].flatMap(SourceTree.files).map { SourceFile($0.name, $0.bytes) }
    static let loaded = Catalog.load(files)
    static var catalog: Catalog { loaded.catalog }
}
