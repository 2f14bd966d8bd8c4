import FoundationEssentials
import Localization
import Study
import Testing
import Tutor

@testable import Runtime

/// Runs `body` in an empty directory, which is removed afterwards.
func withDirectory(_ body: (String) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "netarium-\(UUID().uuidString)").path
    try Files.makeDirectory(directory)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    try body(directory)
}

func write(_ text: String, to path: String) throws { try Files.replace(path, with: Array(text.utf8)) }

func written(at path: String) throws -> String {
    String(decoding: try Files.read(path, limit: 1 << 20), as: UTF8.self)
}

extension WallTime {
    /// 2026-11-21T03:52:58Z.
    static let noon = WallTime(milliseconds: 1_795_233_178_000)
}

extension Progress {
    /// Progress of somebody who answered one question, at a time of its own.
    static func answered(_ question: String, at instant: Int64) -> Progress {
        var progress = Progress()
        progress.record(answerTo: question, in: "dns", seed: 1, isRight: true, at: instant)
        return progress
    }

    var questions: [String] { cards.keys.map(\.question).sorted() }
}
