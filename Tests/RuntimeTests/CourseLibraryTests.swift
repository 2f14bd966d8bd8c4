import Courseware
import Glibc
import Localization
import LocatedJSON
import Testing

@testable import Runtime

private func course(_ directory: String, lessons: [String] = [], quizzes: [String] = []) throws {
    for (kind, names) in [("lessons", lessons), ("quizzes", quizzes)] where !names.isEmpty {
        try Files.makeDirectory("\(directory)/\(kind)")
        for name in names { try write("\(directory) \(name)", to: "\(directory)/\(kind)/\(name).json") }
    }
}

@Test func `places are looked at in the order that is documented`() throws {
    try withDirectory { directory in
        let tree = "\(directory)/tree", binary = "\(tree)/.build/x86_64-unknown-linux-gnu/release/netarium"
        try course(tree, lessons: ["a"])
        try write("", to: "\(tree)/Package.swift")
        let places = CourseLibrary.places(
            options: ["one", "two"], environment: Environment(["NETARIUM_PATH": "/three::/four", "HOME": "/home/li"]),
            executable: binary)
        #expect(
            places == [
                .init(path: "one", origin: .option), .init(path: "two", origin: .option),
                .init(path: "/three", origin: .environment), .init(path: "/four", origin: .environment),
                .init(path: "/home/li/.local/share/netarium", origin: .dataDirectory),
                .init(path: "\(tree)/.build/x86_64-unknown-linux-gnu/share/netarium", origin: .installed),
                .init(path: tree, origin: .sourceTree),
            ])
    }
}

@Test func `the data directory follows the XDG specification`() {
    #expect(Environment(["XDG_DATA_HOME": "/data", "HOME": "/h"]).dataDirectory == "/data/netarium")
    #expect(Environment(["XDG_DATA_HOME": "data", "HOME": "/h"]).dataDirectory == "/h/.local/share/netarium")
    #expect(Environment(["XDG_DATA_HOME": "", "HOME": "/h"]).progressPath == "/h/.local/share/netarium/progress.json")
    #expect(Environment([:]).progressPath == nil)
}

@Test func `the language is that of the locale`() {
    #expect(Environment(["LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"]).language == .chinese)
    #expect(Environment(["LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"]).language == .english)
    #expect(Environment(["LANG": "fr_FR.UTF-8"]).language == nil)
    #expect(Environment([:]).language == nil)
}

@Test func `earlier places come first, each with its course`() throws {
    try withDirectory { directory in
        let (mine, built) = ("\(directory)/mine", "\(directory)/built")
        try course(mine, lessons: ["dns"])
        try course(built, lessons: ["arp", "dns"], quizzes: ["dns"])
        let contents = CourseLibrary.read([.init(path: mine, origin: .option), .init(path: built, origin: .installed)])
        #expect(
            contents.files.map(\.name) == [
                "\(mine)/lessons/dns.json", "\(built)/lessons/arp.json", "\(built)/lessons/dns.json",
                "\(built)/quizzes/dns.json",
            ])
        #expect(contents.courses.map(\.name) == ["mine", "built"])
        #expect(contents.problems == [])
    }
}

@Test func `a directory may hold the files themselves, and a place may be one file`() throws {
    try withDirectory { directory in
        try course(directory, lessons: ["b", "a"])
        try write("not JSON by name", to: "\(directory)/lessons/notes.txt")
        try write("hidden", to: "\(directory)/lessons/.a.json")
        let names = ["\(directory)/lessons/a.json", "\(directory)/lessons/b.json"]
        for path in [directory, "\(directory)/", "\(directory)/lessons"] {
            #expect(CourseLibrary.read([.init(path: path, origin: .option)]).files.map(\.name.normalized) == names)
        }
        #expect(CourseLibrary.read([.init(path: names[0], origin: .option)]).files.map(\.name) == [names[0]])
    }
}

@Test func `a file that is reached twice is read once`() throws {
    try withDirectory { directory in
        try course(directory, lessons: ["a"])
        symlink(directory, "\(directory)/same")
        let places = CourseLibrary.places(checking: [directory, "\(directory)/same", "\(directory)/lessons/a.json"])
        #expect(CourseLibrary.read(places).files.count == 1)
    }
}

@Test func `what is checked is all read`() throws {
    try withDirectory { directory in
        try course("\(directory)/one", lessons: ["a"])
        try course("\(directory)/other", lessons: ["a"])
        let contents = CourseLibrary.read(CourseLibrary.places(checking: ["\(directory)/one", "\(directory)/other"]))
        #expect(contents.files.count == 2)
    }
}

@Test func `only a place that somebody named must be there`() throws {
    try withDirectory { directory in
        let path = "\(directory)/none"
        for origin in CourseLibrary.Origin.allCases {
            let problems = CourseLibrary.read([.init(path: path, origin: origin)]).problems
            #expect(
                problems.map { $0.message(.english) }
                    == (origin.isNamed ? ["\(path): cannot open it: no such file or directory"] : []))
        }
    }
}

@Test func `a bad file does not keep the good ones away`() throws {
    try withDirectory { directory in
        try course(directory, lessons: ["a", "c"])
        symlink("nowhere", "\(directory)/lessons/b.json")
        mkfifo("\(directory)/lessons/d.json", 0o600)
        let big = Array(repeating: UInt8(ascii: " "), count: CourseLibrary.sizeLimit + 1)
        try Files.replace("\(directory)/lessons/e.json", with: big)
        let contents = CourseLibrary.read([.init(path: directory, origin: .option)])
        #expect(contents.files.map(\.stem) == ["a", "c"])
        #expect(
            contents.problems == [
                .system(.open, path: "\(directory)/lessons/b.json", errno: ENOENT),
                .notAFile(path: "\(directory)/lessons/d.json"),
                .tooLarge(path: "\(directory)/lessons/e.json", limit: CourseLibrary.sizeLimit),
            ])
    }
}

@Suite struct `A course in a directory` {
    private let named = CourseLibrary.Origin.option

    @Test func `may lie flat, with its course file`() throws {
        try withDirectory { directory in
            try write("{}", to: "\(directory)/course.json")
            try write("lesson", to: "\(directory)/a.json")
            let contents = CourseLibrary.read([.init(path: directory, origin: named)])
            #expect(contents.courses.map { $0.outline?.name } == ["\(directory)/course.json"])
            #expect(contents.courses.map { $0.documents.map(\.stem) } == [["a"]])
            #expect(contents.courses.map(\.name) == [LocalizedText(String(Files.name(of: directory).prefix(36)))])
        }
    }

    @Test func `is found where it is dropped into the data directory`() throws {
        try withDirectory { directory in
            try course(directory, lessons: ["own"])
            try course("\(directory)/dropped", lessons: ["a"], quizzes: ["a"])
            try Files.makeDirectory("\(directory)/flat")
            try write("{}", to: "\(directory)/flat/course.json")
            try write("lesson", to: "\(directory)/flat/b.json")
            try Files.makeDirectory("\(directory)/other")
            try write("no course", to: "\(directory)/other/c.json")
            try write("{}", to: "\(directory)/progress.json")
            let contents = CourseLibrary.read([.init(path: directory, origin: .dataDirectory)])
            #expect(contents.courses.map { $0.documents.map(\.stem) } == [["own"], ["a", "a"], ["b"]])
            #expect(contents.courses.map { $0.name(.english) } == ["Your lessons", "dropped", "flat"])
            #expect(contents.problems == [])
        }
    }

    @Test func `is listed at first sight as when it has been read`() throws {
        try withDirectory { directory in
            try Files.makeDirectory("\(directory)/lessons")
            let outline = """
                { "format": 1, "id": "home", "title": "Home", "languages": ["en"],
                "tracks": [ { "id": "t", "title": "Track", "lessons": ["b", "a"] } ] }
                """
            try write(outline, to: "\(directory)/course.json")
            for id in ["a", "b"] {
                let lesson = """
                    { "format": 1, "id": "\(id)", "track": "t", "order": 1, "minutes": 1, "title": { "en": "T" }, "summary": "S",
                    "participants": [ { "id": "a", "name": "A" } ], "timeline": [ { "note": { "en": "n" } } ] }
                    """
                try write(lesson, to: "\(directory)/lessons/\(id).json")
            }
            let places = [CourseLibrary.Place(path: directory, origin: named)]
            let whole = Catalog.load(CourseLibrary.read(places).courses)
            let listed = CourseOverview(places).catalog(showing: nil)
            #expect(whole.diagnostics == [])
            #expect(whole.catalog.heads.map(\.id) == ["b", "a"])
            #expect(listed.heads == whole.catalog.heads && listed.courses == whole.catalog.courses)
            #expect(listed.preview(of: "b") == whole.catalog.preview(of: "b"))
            #expect(CourseOverview(places).catalog(withLesson: "a").lessons.map(\.id) == ["a"])
        }
    }

    @Test func `is called what the directory is called, made harmless`() throws {
        try withDirectory { directory in
            for (name, title) in [("Home \u{1B}[31m", "Home ?[31m"), ("\u{202E}x", "?x")] {
                try course("\(directory)/\(name)", lessons: ["a"])
                let places = [CourseLibrary.Place(path: "\(directory)/\(name)", origin: named)]
                #expect(CourseLibrary.read(places).courses.map { $0.name(.english) } == [title])
            }
            let bare = CourseLibrary.Place(path: "\(directory)/\u{202E}x/lessons", origin: named)
            #expect(CourseLibrary.read([bare]).courses.map { $0.name(.english) } == ["?x"])
        }
    }

    @Test func `is never left by a link`() throws {
        try withDirectory { directory in
            let (mine, other) = ("\(directory)/mine", "\(directory)/mine-too")
            try course(mine, lessons: ["a"])
            try course(other, lessons: ["secret"], quizzes: ["q"])
            try write("{}", to: "\(other)/course.json")
            symlink("../../mine-too/lessons/secret.json", "\(mine)/lessons/b.json")
            symlink("\(other)/quizzes", "\(mine)/quizzes")
            symlink("../mine-too/course.json", "\(mine)/course.json")
            symlink("a.json", "\(mine)/lessons/c.json")
            symlink(mine, "\(directory)/link")
            let target = Files.resolved(other)
            for path in [mine, "\(directory)/link"] {
                let contents = CourseLibrary.read([.init(path: path, origin: named)])
                // A link that stays inside is the file it leads to, which is read once.
                #expect(contents.files.map(\.stem) == ["a"])
                #expect(
                    contents.problems == [
                        .leadsOutside(path: "\(path)/course.json", target: "\(target)/course.json"),
                        .leadsOutside(path: "\(path)/lessons/b.json", target: "\(target)/lessons/secret.json"),
                        .leadsOutside(path: "\(path)/quizzes", target: "\(target)/quizzes"),
                    ])
            }
            #expect(
                FileProblem.leadsOutside(path: "a", target: "b").message(.english)
                    == "a: leads out of the course, to b; copy the file into the course instead")
        }
    }

    @Test func `has a limit of files, of bytes, and of bytes in a file`() throws {
        try withDirectory { directory in
            try course(directory, lessons: ["a", "b", "c"])
            let size = try Files.read("\(directory)/lessons/a.json", limit: 1000).count
            let place = CourseLibrary.Place(path: directory, origin: named)
            let few = CourseLibrary.read([place], .init(fileCount: 2))
            #expect(few.files == [] && few.problems == [.tooMany(path: directory, limit: 2)])
            #expect(
                few.problems.map { $0.message(.english) } == [
                    "\(directory): holds more than 2 files; name a smaller directory"
                ])
            let small = CourseLibrary.read([place], .init(fileSize: size - 1))
            #expect(small.files == [] && small.problems.count == 3)
            let short = CourseLibrary.read([place], .init(courseSize: 2 * size))
            #expect(short.files.map(\.stem) == ["a", "b"])
            #expect(short.problems == [.courseTooLarge(path: directory, limit: 2 * size)])
            #expect(CourseLibrary.read([place], .init(fileCount: 3, courseSize: 3 * size)).problems == [])
        }
    }
}

extension String {
    /// The path with no slash doubled.
    fileprivate var normalized: String { split(separator: "/").reduce("") { "\($0)/\($1)" } }
}
