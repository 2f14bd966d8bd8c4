import Glibc
import Localization
import Testing
import Tutor

@testable import Runtime

private func time(_ milliseconds: Int64) -> WallTime { WallTime(milliseconds: milliseconds) }

@Suite struct `When a file is read after a change` {
    @Test func `soon when it is complete, later while somebody writes`() {
        var schedule = SaveSchedule()
        #expect(schedule.due == nil)
        schedule.note(.underway, at: time(1000))
        #expect(schedule.due == time(1100))
        schedule.note(.complete, at: time(1010))
        #expect(schedule.due == time(1013))
        let answers = [1012, 1013, 2000].map { schedule.isUp(at: time($0)) }
        #expect(answers == [false, true, false])
        #expect(schedule.due == nil)
    }

    @Test func `is put off by every further sign, but not for ever`() {
        var schedule = SaveSchedule()
        for instant in stride(from: Int64(0), through: 480, by: 40) { schedule.note(.underway, at: time(instant)) }
        #expect(schedule.due == time(500))
    }
}

/// Files under watch in a directory of their own, on a clock that the test sets.
private struct Watched {
    let directory: String
    let watch: FileWatch
    var path: String { "\(directory)/lessons/a.json" }

    /// What is told within some milliseconds of a change that has just been made.
    func told() -> [FileReading] {
        var now: Int64 = 1_000_000
        for _ in 0..<20 {
            for case .files(let readings) in watch.news(at: WallTime(milliseconds: now)) { return readings }
            guard let due = watch.due else { return [] }
            now = due.milliseconds
        }
        return []
    }

    func expect(_ text: String?, sourceLocation: SourceLocation = #_sourceLocation) {
        let content: FileReading.Content = text.map { .bytes(Array($0.utf8)) } ?? .missing
        #expect(told() == [FileReading(path: path, content: content)], sourceLocation: sourceLocation)
    }
}

private func withWatch(_ body: (Watched) throws -> Void) throws {
    try withDirectory { directory in
        let watched = Watched(directory: directory, watch: try FileWatch())
        try Files.makeDirectory("\(directory)/lessons")
        try body(watched)
    }
}

/// Writes into the file that is there, as an editor does that does not rename.
private func overwrite(_ path: String, _ pieces: [String], after piece: () -> Void = {}) {
    let file = fopen(path, "w")
    defer { fclose(file) }
    for text in pieces {
        fputs(text, file)
        fflush(file)
        piece()
    }
}

@Suite struct `A watched file` {
    @Test func `is told at once, and then only when it holds something else`() throws {
        try withWatch { watched in
            overwrite(watched.path, ["one"])
            #expect(
                watched.watch.watch([watched.path]) == [
                    FileReading(path: watched.path, content: .bytes(Array("one".utf8)))
                ])
            #expect(watched.watch.watch([watched.path]) == [])
            #expect(watched.told() == [])
            overwrite(watched.path, ["two"])
            watched.expect("two")
            overwrite(watched.path, ["two"])
            #expect(watched.told() == [])
            overwrite("\(watched.directory)/lessons/b.json", ["other"])
            #expect(watched.told() == [])
            #expect(watched.watch.due == nil)
        }
    }

    @Test func `may be replaced by renaming`() throws {
        try withWatch { watched in
            overwrite(watched.path, ["one"])
            _ = watched.watch.watch([watched.path])
            for text in ["two", "three", "four"] {
                overwrite("\(watched.directory)/lessons/.a.json.new", [text])
                #expect(rename("\(watched.directory)/lessons/.a.json.new", watched.path) == 0)
                watched.expect(text)
            }
        }
    }

    @Test func `may be put aside as a backup and written anew`() throws {
        try withWatch { watched in
            overwrite(watched.path, ["one"])
            _ = watched.watch.watch([watched.path])
            #expect(rename(watched.path, watched.path + "~") == 0)
            overwrite(watched.path, ["two"])
            unlink(watched.path + "~")
            watched.expect("two")
        }
    }

    @Test func `is not told half written`() throws {
        try withWatch { watched in
            overwrite(watched.path, ["one"])
            _ = watched.watch.watch([watched.path])
            overwrite(watched.path, ["tw", "o"]) {
                #expect(watched.watch.news(at: time(1_000_000)) == [])
                #expect(watched.watch.due == time(1_000_100))
            }
            watched.expect("two")
        }
    }

    @Test func `is not told empty while it is about to be written`() throws {
        try withWatch { watched in
            overwrite(watched.path, ["one"])
            _ = watched.watch.watch([watched.path])
            overwrite(watched.path, [])
            #expect(watched.watch.news(at: time(0)) == [])
            #expect(watched.watch.news(at: time(3)) == [])
            #expect(watched.watch.due == time(103))
            overwrite(watched.path, ["two"])
            watched.expect("two")
            overwrite(watched.path, [])
            watched.expect("")
        }
    }

    @Test func `may go and come back`() throws {
        try withWatch { watched in
            overwrite(watched.path, ["one"])
            _ = watched.watch.watch([watched.path])
            unlink(watched.path)
            watched.expect(nil)
            overwrite(watched.path, ["one"])
            watched.expect("one")
        }
    }

    @Test func `may be in a directory that does not exist yet, or goes and comes back`() throws {
        try withDirectory { directory in
            let watched = Watched(directory: "\(directory)/far/off", watch: try FileWatch())
            #expect(watched.watch.watch([watched.path]) == [FileReading(path: watched.path, content: .missing)])
            try Files.makeDirectory("\(directory)/far")
            #expect(watched.told() == [])
            try Files.makeDirectory("\(directory)/far/off/lessons")
            overwrite(watched.path, ["one"])
            watched.expect("one")
            #expect(rename("\(directory)/far", "\(directory)/near") == 0)
            try Files.makeDirectory("\(directory)/far/off/lessons")
            overwrite(watched.path, ["two"])
            _ = watched.told()
            #expect(watched.watch.watch([watched.path, "x"]).map(\.path) == ["x"])
            overwrite(watched.path, ["three"])
            watched.expect("three")
        }
    }

    @Test func `may be a link, of which either end changes`() throws {
        try withWatch { watched in
            try Files.makeDirectory("\(watched.directory)/real")
            overwrite("\(watched.directory)/real/a", ["one"])
            #expect(symlink("../real/a", watched.path) == 0)
            _ = watched.watch.watch([watched.path])
            overwrite("\(watched.directory)/real/a", ["two"])
            watched.expect("two")
            overwrite("\(watched.directory)/real/b", ["three"])
            unlink(watched.path)
            #expect(symlink("../real/b", watched.path) == 0)
            watched.expect("three")
            overwrite("\(watched.directory)/real/b", ["four"])
            watched.expect("four")
        }
    }

    @Test func `may be something that cannot be read`() throws {
        try withWatch { watched in
            _ = watched.watch.watch([watched.path])
            try Files.makeDirectory(watched.path)
            guard case .unreadable(let sentence)? = watched.told().first?.content else {
                Issue.record("a directory was read")
                return
            }
            #expect(sentence(.english) == "\(watched.path): not a regular file")
        }
    }
}
