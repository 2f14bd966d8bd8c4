public import Localization
public import LocatedJSON

/// The files of one course, read but not decoded.
public struct CourseFiles: Hashable, Sendable {
    /// What the course is called when no `course.json` says it.
    public var name: LocalizedText
    /// Its `course.json`, if it has one.
    public var outline: SourceFile?
    /// Its lessons and quizzes; which is which shows in what they hold.
    public var documents: [SourceFile]

    /// The name of the file that says what a course is called.
    public static let outlineName = "course.json"

    /// The files of a course; see the properties.
    public init(name: LocalizedText, outline: SourceFile? = nil, documents: [SourceFile] = []) {
        self.name = name
        self.outline = outline
        self.documents = documents
    }

    /// Files put together to courses: what lies beside a `course.json`, or in `lessons` or `quizzes` there, is its course;
    /// the rest is one more.
    public static func courses(of files: [SourceFile]) -> [CourseFiles] {
        var courses: [CourseFiles] = [], places: [String: Int] = [:]
        for file in files where file.base == outlineName && places[file.folder] == nil {
            places[file.folder] = courses.count
            courses.append(CourseFiles(name: "", outline: file))
        }
        var rest = CourseFiles(name: "")
        for file in files where courses.isEmpty || !courses.contains(where: { $0.outline == file }) {
            let folder = SourceFile(file.folder, [])
            let isKind = ["lessons", "quizzes"].contains(folder.base)
            if let place = places[file.folder] ?? (isKind ? places[folder.folder] : nil) {
                courses[place].documents.append(file)
            } else {
                rest.documents.append(file)
            }
        }
        return courses + (rest.documents.isEmpty ? [] : [rest])
    }

    /// All files, the `course.json` first.
    public var all: [SourceFile] { [outline].compactMap { $0 } + documents }

    /// What the `course.json` says; for want of one, or when it has an error, no more than the name.
    public var readOutline: CourseOutline { outline.flatMap { CourseDecoder.decode($0).document } ?? unwritten }

    /// A course about which nothing is said but its name.
    var unwritten: CourseOutline {
        let id = name(.english).lowercased().utf8.map { byte in
            Reading<String>.isIDByte(byte) ? Character(Unicode.Scalar(byte)) : "-"
        }
        return CourseOutline(id: id.isEmpty ? "course" : String(id), title: name)
    }
}

extension SourceFile {
    /// The last part of the name.
    fileprivate var base: Substring {
        let whole = name.utf8.trimmed
        guard !whole.isEmpty else { return name[...] }
        let slash = whole.lastIndex(of: UInt8(ascii: "/"))
        return Substring(slash.map { whole[whole.index(after: $0)...] } ?? whole)
    }

    /// What stands before it, without the slash between; empty for a bare name.
    fileprivate var folder: String {
        String(Substring(name.utf8[..<base.startIndex].trimmed))
    }
}

extension BidirectionalCollection<UInt8> {
    /// Without the slashes at its end.
    fileprivate var trimmed: SubSequence {
        var end = endIndex
        while end > startIndex, self[index(before: end)] == UInt8(ascii: "/") { end = index(before: end) }
        return self[..<end]
    }
}
