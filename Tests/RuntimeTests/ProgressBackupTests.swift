import FoundationEssentials
import Glibc
import Localization
import LocatedJSON
import Study
import Testing
import Tutor

@testable import Runtime

extension WallTime {
    fileprivate func later(days: Int64) -> WallTime { WallTime(milliseconds: milliseconds + days * 86_400_000) }
}

/// Answers one more question, as a program that is started, saves and ends.
private func session(_ path: String, answering question: String, day: Int64) throws {
    let now = WallTime.noon.later(days: day)
    var file = ProgressFile(path)
    let (progress, _) = file.load(now: now)
    try file.save(progress.merging(.answered(question, at: now.milliseconds)), now: now)
}

@Test func `there is a backup of the last start, of the day and of the week before`() throws {
    try withDirectory { directory in
        let path = "\(directory)/progress.json"
        func backup(_ kind: String) -> [String]? {
            let bytes = try? Files.read("\(path).backup-\(kind)", limit: 1 << 20)
            return bytes.map { ProgressFile.contents(of: $0) }
        }
        try session(path, answering: "a", day: 0)
        #expect(backup("start") == nil)
        try session(path, answering: "b", day: 0)
        try session(path, answering: "c", day: 0)
        #expect(backup("start") == ["a", "b"])
        #expect(backup("day") == ["a"])
        #expect(backup("week") == nil)
        for day in 1...9 as ClosedRange<Int64> { try session(path, answering: "d\(day)", day: day) }
        #expect(backup("start")?.count == 11)
        #expect(backup("day")?.count == 11)
        #expect(backup("week")?.count == 8)
        let names = try Files.list(directory)
        #expect(
            names == ["progress.json"]
                + ["backup-day", "backup-start", "backup-week", "lock"].map { "progress.json.\($0)" })
    }
}

@Test func `a damaged file is replaced by its newest good backup when one asks for it`() throws {
    try withDirectory { directory in
        let path = "\(directory)/progress.json"
        for (day, question) in ["a", "b", "c"].enumerated() {
            try session(path, answering: question, day: Int64(day))
        }
        try write("rubbish", to: "\(path).backup-start")
        try write("rubbish", to: path)
        var file = ProgressFile(path)
        let (_, notice) = file.load(now: .noon)
        let words = try #require(notice?.message(.english))
        #expect(
            words.hasSuffix("; a backup of 2026-11-23 with 2 answers is there: netarium progress restore"), "\(words)")
        try session(path, answering: "d", day: 3)
        let (backup, progress) = try #require(try file.restore(now: .noon))
        #expect(backup.path == "\(path).backup-day")
        #expect(progress.questions == ["a", "b", "d"])
        #expect(ProgressFile.contents(of: path).questions == ["a", "b", "d"])
    }
}

@Test func `a backup with more answers than the file stays until they are brought back`() throws {
    try withDirectory { directory in
        let path = "\(directory)/progress.json"
        for question in ["a", "b", "c"] { try session(path, answering: question, day: 0) }
        try write("rubbish", to: path)
        for day in 2...3 as ClosedRange<Int64> { try session(path, answering: "new", day: day) }
        var file = ProgressFile(path)
        let (backup, _) = try #require(try file.restore(now: .noon))
        #expect(backup.answers == 2)
        #expect(ProgressFile.contents(of: path).questions == ["a", "b", "new"])
    }
}

@Test func `a file that is gone is missed when there is a backup`() throws {
    try withDirectory { directory in
        let path = "\(directory)/progress.json"
        for question in ["a", "b"] { try session(path, answering: question, day: 0) }
        try FileManager.default.removeItem(atPath: path)
        var file = ProgressFile(path)
        let (progress, notice) = file.load(now: .noon)
        #expect(progress == Progress())
        guard case .gone(path, let backup) = notice else {
            Issue.record("\(String(describing: notice))")
            return
        }
        #expect(backup.answers == 1)
    }
}

@Test func `a file of format 1 is kept beside the new one`() throws {
    try withDirectory { directory in
        let path = "\(directory)/progress.json"
        let old = """
            { "format": 1, "answers": [
              { "at": "2026-11-21T03:52:58.123Z", "quiz": "dns", "question": "ttl", "seed": "2a", "right": true } ] }
            """
        try write(old, to: path)
        var file = ProgressFile(path)
        let (progress, notice) = file.load(now: .noon)
        #expect(notice == nil)
        #expect(try written(at: path) == old)
        try file.save(progress.merging(.answered("root", at: 1)), now: .noon)
        #expect(try written(at: "\(path).v1-20261121T035258Z") == old)
        #expect(try written(at: path).hasPrefix("{\n  \"format\": 2,"))
        #expect(ProgressFile.contents(of: path).questions == ["root", "ttl"])
    }
}

@Test func `to begin anew keeps what was`() throws {
    try withDirectory { directory in
        let path = "\(directory)/progress.json"
        var file = ProgressFile(path)
        #expect(try file.reset(now: .noon) == nil)
        for question in ["a", "b"] { try session(path, answering: question, day: 0) }
        let kept = try #require(try file.reset(now: .noon))
        #expect(ProgressFile.contents(of: path) == Progress())
        #expect(ProgressFile.contents(of: kept).questions == ["a", "b"])
        #expect(try file.restore(now: .noon) == nil)
    }
}

@Test func `the day of an answer counts as practised, by the learner's own clock`() throws {
    try withDirectory { directory in
        let path = "\(directory)/progress.json"
        try session(path, answering: "a", day: 0)
        let day = StudyDay(of: WallTime.noon.milliseconds, offset: SystemClock.offset(at: .noon))
        #expect(ProgressFile.contents(of: path).days == [day])
        var file = ProgressFile(path)
        let (progress, _) = file.load(now: .noon)
        try file.save(progress, now: WallTime.noon.later(days: 3))
        #expect(ProgressFile.contents(of: path).days == [day])
    }
}

extension ProgressFile {
    /// The questions answered in a file with these bytes.
    fileprivate static func contents(of bytes: [UInt8]) -> [String] {
        (try? Progress(parsing: SourceFile("progress.json", bytes)))?.questions ?? []
    }
}
