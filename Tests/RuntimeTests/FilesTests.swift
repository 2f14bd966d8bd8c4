import Glibc
import Localization
import Testing

@testable import Runtime

@Test func `a file is replaced whole and nothing is left beside it`() throws {
    try withDirectory { directory in
        let path = "\(directory)/picture.svg"
        for text in ["one", "", String(repeating: "字", count: 100_000)] {
            try write(text, to: path)
            let found1 = try written(at: path)
            #expect(found1 == text)
            let found2 = try Files.list(directory)
            #expect(found2 == ["picture.svg"])
        }
    }
}

@Test func `a new file has the mode that the process gives its files`() throws {
    try withDirectory { directory in
        let mask = umask(0o027)
        defer { umask(mask) }
        try write("", to: "\(directory)/file")
        var status = stat()
        stat("\(directory)/file", &status)
        #expect(status.st_mode & 0o777 == 0o640)
    }
}

@Test func `a failed write leaves the old file and no other`() throws {
    try withDirectory { directory in
        let path = "\(directory)/file"
        try write("old", to: path)
        // Too long a name for the temporary file, though not for the file.
        let long = "\(directory)/" + String(repeating: "n", count: 255)
        #expect(throws: FileProblem.self) { try write("new", to: long) }
        let found3 = try Files.list(directory)
        #expect(found3 == ["file"])
    }
}

@Test func `a device is written to and stays a device`() throws {
    try write("swallowed", to: "/dev/null")
    var status = stat()
    stat("/dev/null", &status)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
}

@Test(arguments: [
    ("a", ".", "a"), ("/a", "/", "a"), ("/a/b", "/a", "b"), ("a/b/c", "a/b", "c"), ("./x", ".", "x"),
]) func `a path has a parent and a name`(path: String, parent: String, name: String) {
    #expect(Files.parent(of: path) == parent)
    #expect(Files.name(of: path) == name)
}

@Test func `links that go round in a circle end`() throws {
    try withDirectory { directory in
        symlink("b", "\(directory)/a")
        symlink("a", "\(directory)/b")
        _ = Files.resolved("\(directory)/a")
        #expect(throws: FileProblem.system(.open, path: "\(directory)/a", errno: ELOOP)) {
            try Files.read("\(directory)/a", limit: 10)
        }
    }
}

@Test func `nothing is set aside over anything`() throws {
    try withDirectory { directory in
        try write("one", to: "\(directory)/a")
        try write("two", to: "\(directory)/b")
        #expect(throws: FileProblem.self) { try Files.setAside("\(directory)/a", as: "\(directory)/b") }
        let found4 = try written(at: "\(directory)/b")
        #expect(found4 == "two")
        try Files.setAside("\(directory)/a", as: "\(directory)/c")
        let found5 = try Files.list(directory)
        #expect(found5 == ["b", "c"])
    }
}

@Test func `every problem is one sentence in both languages that names the path`() {
    let path = "/home/li/progress.json"
    let problems: [FileProblem] =
        FileProblem.Operation.allCases.map { .system($0, path: path, errno: EACCES) } + [
            .notAFile(path: path), .tooLarge(path: path, limit: 4 << 20), .tooMany(path: path, limit: 2000),
            .locked(path: path),
        ]
    for problem in problems {
        #expect(problem.message.missingLanguages == [])
        for language in Language.allCases { #expect(problem.message(language).hasPrefix(path)) }
    }
    #expect(problems[0].message(.english) == "\(path): cannot open it: permission denied")
}
