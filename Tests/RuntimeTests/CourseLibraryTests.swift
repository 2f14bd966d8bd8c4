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

@Test func `an earlier place stands in front of a later one, lessons and quizzes apart`() throws {
    try withDirectory { directory in
        let (mine, built) = ("\(directory)/mine", "\(directory)/built")
        try course(mine, lessons: ["dns"])
        try course(built, lessons: ["arp", "dns"], quizzes: ["dns"])
        let contents = CourseLibrary.read([.init(path: mine, origin: .option), .init(path: built, origin: .installed)])
        #expect(
            contents.files.map(\.name) == [
                "\(mine)/lessons/dns.json", "\(built)/lessons/arp.json", "\(built)/quizzes/dns.json",
            ])
        #expect(contents.shadowed == ["\(built)/lessons/dns.json"])
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

@Test func `what is checked is never shadowed`() throws {
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

extension String {
    /// The path with no slash doubled.
    fileprivate var normalized: String { split(separator: "/").reduce("") { "\($0)/\($1)" } }
}
