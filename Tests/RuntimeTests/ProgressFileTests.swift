import FoundationEssentials
import Glibc
import Localization
import Study
import Testing
import Tutor

@testable import Runtime

private func mode(of path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
}

@Test func `no file is progress of somebody who has not begun`() throws {
    try withDirectory { directory in
        var file = ProgressFile("\(directory)/a/progress.json")
        let (progress, notice) = file.load(now: .noon)
        #expect(progress == Progress())
        #expect(notice == nil)
        let found1 = try Files.list(directory)
        #expect(found1 == [])
    }
}

@Test func `what is saved is there the next time, for this user alone`() throws {
    try withDirectory { directory in
        let path = "\(directory)/share/netarium/progress.json"
        var file = ProgressFile(path)
        let found2 = try file.save(.answered("ttl", at: 1), now: .noon)
        #expect(found2 == nil)
        var again = ProgressFile(path)
        let (progress, notice) = again.load(now: .noon)
        #expect(progress.questions == ["ttl"])
        #expect(notice == nil)
        #expect(mode(of: path) == 0o600)
        let found3 = try Files.list(Files.parent(of: path))
        #expect(found3 == ["progress.json", "progress.json.lock"])
    }
}

@Test func `a file keeps the mode that somebody gave it`() throws {
    try withDirectory { directory in
        let path = "\(directory)/progress.json"
        try write("{\"format\": 1}", to: path)
        chmod(path, 0o640)
        var file = ProgressFile(path)
        try file.save(.answered("ttl", at: 1), now: .noon)
        #expect(mode(of: path) == 0o640)
    }
}

@Test func `two copies do not lose each other's answers`() throws {
    try withDirectory { directory in
        let path = "\(directory)/progress.json"
        var one = ProgressFile(path), other = ProgressFile(path)
        _ = one.load(now: .noon)
        _ = other.load(now: .noon)
        try one.save(.answered("a", at: 1), now: .noon)
        try other.save(.answered("b", at: 2), now: .noon)
        try one.save(.answered("c", at: 3), now: .noon)
        #expect(ProgressFile.contents(of: path).questions == ["a", "b", "c"])
    }
}

@Test func `many copies that save at the same time lose nothing`() async throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "netarium-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let path = "\(directory)/progress.json"
    try await withThrowingTaskGroup(of: Void.self) { group in
        for copy in 0..<6 {
            group.addTask {
                var file = ProgressFile(path)
                for answer in 0..<10 {
                    try file.save(.answered("q\(copy)-\(answer)", at: Int64(copy * 100 + answer)), now: .noon)
                }
            }
        }
        try await group.waitForAll()
    }
    #expect(ProgressFile.contents(of: path).questions.count == 60)
}

@Test(arguments: ["", "{", "[]", "null", "{\"format\": \"one\"}", "{\"format\": 1, \"answers\": 3}", "\u{FEFF}\u{0}"])
func `a damaged file is set aside, said so, and never overwritten`(text: String) throws {
    try withDirectory { directory in
        let path = "\(directory)/progress.json"
        try write(text, to: path)
        var file = ProgressFile(path)
        let (progress, notice) = file.load(now: .noon)
        #expect(progress == Progress())
        let aside = "\(path).damaged-20261121T035258Z"
        guard case .setAside(path, aside, _, nil) = notice else {
            Issue.record("\(String(describing: notice))")
            return
        }
        let words = try #require(notice?.message(.english))
        #expect(words.hasPrefix(path) && words.hasSuffix("it is kept as \(aside), and a new file is begun"), "\(words)")
        try file.save(.answered("ttl", at: 1), now: .noon)
        #expect(ProgressFile.contents(of: path).questions == ["ttl"])
        let found4 = try written(at: aside)
        #expect(found4 == text)
    }
}

@Test func `a second damaged file in the same second gets another name`() throws {
    try withDirectory { directory in
        let path = "\(directory)/progress.json"
        for text in ["one", "two", "three"] {
            try write(text, to: path)
            var file = ProgressFile(path)
            _ = file.load(now: .noon)
        }
        let aside = "\(path).damaged-20261121T035258Z"
        let found5 = try [aside, "\(aside)-2", "\(aside)-3"].map(written(at:))
        #expect(found5 == ["one", "two", "three"])
    }
}

@Test func `damage between two saves is set aside too`() throws {
    try withDirectory { directory in
        let path = "\(directory)/progress.json"
        var file = ProgressFile(path)
        try file.save(.answered("a", at: 1), now: .noon)
        try write("garbage", to: path)
        guard case .setAside = try file.save(.answered("b", at: 2), now: .noon) else {
            Issue.record("nothing was said")
            return
        }
        #expect(ProgressFile.contents(of: path).questions == ["b"])
    }
}

@Test func `a newer file is left as it is`() throws {
    try withDirectory { directory in
        let path = "\(directory)/progress.json", newer = "{\"format\": 3, \"brain\": \"full\"}"
        try write(newer, to: path)
        var file = ProgressFile(path)
        let (_, notice) = file.load(now: .noon)
        #expect(
            notice?.message(.english) == """
                \(path): written by a newer netarium (format 3, this one knows 2): update netarium, or use another \
                file with --progress FILE
                """)
        #expect(throws: ProgressObstacle.self) { try file.save(.answered("a", at: 1), now: .noon) }
        let found6 = try written(at: path)
        #expect(found6 == newer)
    }
}

@Test func `a directory or a pipe is no progress file and is left alone`() throws {
    try withDirectory { directory in
        mkfifo("\(directory)/pipe", 0o600)
        for path in [directory, "\(directory)/pipe"] {
            var file = ProgressFile(path)
            let (_, notice) = file.load(now: .noon)
            #expect(
                notice?.message(.english)
                    == "\(path): not a regular file; nothing will be saved: name another file with --progress FILE")
            #expect(throws: ProgressObstacle.file(.notAFile(path: path))) {
                try file.save(.answered("a", at: 1), now: .noon)
            }
        }
        #expect(Files.isDirectory(directory))
    }
}

@Test func `the null device survives`() throws {
    var file = ProgressFile("/dev/null")
    _ = file.load(now: .noon)
    #expect(throws: ProgressObstacle.self) { try file.save(.answered("a", at: 1), now: .noon) }
}

@Test func `a link is followed, also to a file that does not exist yet`() throws {
    try withDirectory { directory in
        try Files.makeDirectory("\(directory)/real")
        let path = "\(directory)/progress.json"
        symlink("real/kept.json", path)
        var file = ProgressFile(path)
        try file.save(.answered("a", at: 1), now: .noon)
        try file.save(.answered("b", at: 2), now: .noon)
        #expect(Files.linkTarget(path) == "real/kept.json")
        #expect(ProgressFile.contents(of: "\(directory)/real/kept.json").questions == ["a", "b"])
        let found7 = try Files.list("\(directory)/real")
        #expect(found7 == ["kept.json", "kept.json.lock"])
    }
}

@Test func `equal progress is not written again`() throws {
    try withDirectory { directory in
        let path = "\(directory)/progress.json"
        var file = ProgressFile(path)
        try file.save(.answered("a", at: 1), now: .noon)
        var before = stat(), after = stat()
        stat(path, &before)
        try file.save(.answered("a", at: 1), now: .noon)
        stat(path, &after)
        #expect(before.st_ino == after.st_ino)
    }
}

@Test func `a place where nothing can be written is named`() throws {
    try withDirectory { directory in
        try write("", to: "\(directory)/file")
        var file = ProgressFile("\(directory)/file/progress.json")
        let obstacle = #expect(throws: ProgressObstacle.self) { try file.save(.answered("a", at: 1), now: .noon) }
        #expect(
            obstacle?.message(.english)
                == "\(directory)/file/progress.json: cannot write it: not a directory")
        #expect(obstacle?.message(.chinese) == "\(directory)/file/progress.json：无法写入：路径中有一级不是目录")
    }
}

@Test(arguments: [EACCES, EPERM, EROFS, ENOSPC, EDQUOT, EIO, ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG])
func `what the system refuses is told in Chinese alone in a Chinese sentence`(number: Int32) {
    let message = FileProblem.system(.write, path: "", errno: number).message
    #expect(!message(.chinese).contains { $0.isASCII })
    #expect(message(.english).allSatisfy { $0.isASCII })
}

@Test func `after a save all that is known is what other copies wrote, too`() throws {
    try withDirectory { directory in
        let path = "\(directory)/progress.json"
        var one = ProgressFile(path), other = ProgressFile(path)
        #expect(one.contents == nil)
        try one.save(.answered("a", at: 1), now: .noon)
        try other.save(.answered("b", at: 2), now: .noon)
        try one.save(.answered("a", at: 1), now: .noon)
        #expect(one.contents?.questions == ["a", "b"])
    }
}

@Test func `trouble with the lock or with what is written beside is told of the file itself`() {
    let problems: [FileProblem] = [
        .system(.open, path: "p.lock", errno: EACCES), .system(.rename, path: "p.new", errno: EACCES),
        .system(.sync, path: "p.new", errno: EIO), .locked(path: "p.lock"), .wouldBeTooLarge(path: "p", limit: 1),
    ]
    #expect(
        problems.map { $0.whileSaving("p") } == [
            .system(.write, path: "p", errno: EACCES), .system(.write, path: "p", errno: EACCES),
            .system(.sync, path: "p", errno: EIO), .locked(path: "p"), .wouldBeTooLarge(path: "p", limit: 1),
        ])
}

@Test func `a lock is waited for, and not for ever`() throws {
    try withDirectory { directory in
        let path = "\(directory)/lock"
        let held = try FileLock(path)
        #expect(throws: FileProblem.locked(path: path)) { _ = try FileLock(path, patience: 30).release() }
        held.release()
        try FileLock(path, patience: 0).release()
    }
}

extension ProgressFile {
    /// The progress that another copy of the program would find.
    static func contents(of path: String) -> Progress {
        var file = ProgressFile(path)
        return file.load(now: .noon).progress
    }
}
