import Foundation
import TestSupport
import Testing

/// The wording of the rules of the internet layer.
@Suite struct `The rules of the internet layer` {
    /// Each rule's source text: from its name to the end of its Chinese.
    static let rules: [(id: String, text: String)] = {
        let folder = URL(filePath: SourceTree.root + "/Sources/Simulator/IP/Rules")
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.compactMap { try? String(contentsOf: $0, encoding: .utf8) }.flatMap { text in
            text.components(separatedBy: "= Rule(\n").dropFirst().map { part in
                (part.components(separatedBy: "\"")[1], part.components(separatedBy: "\")\n")[0])
            }
        }
    }()

    @Test func `are there, each with a name of its own`() {
        #expect(Self.rules.count > 60)
        #expect(Set(Self.rules.map(\.id)).count == Self.rules.count)
        for (id, _) in Self.rules {
            #expect(id.allSatisfy { $0.isLowercase || $0 == "-" }, "\(id)")
        }
    }

    @Test func `are written as the style asks`() {
        for (id, text) in Self.rules {
            #expect(!text.contains("—"), "\(id)")
            let zh = text.components(separatedBy: "zh:").last ?? ""
            #expect(zh.firstMatch(of: /\p{Han} [A-Za-z0-9]|[A-Za-z0-9] \p{Han}/) == nil, "\(id): \(zh)")
            #expect(zh.contains(/\p{Han}/), "\(id)")
            #expect(text.contains("§") || text.contains("(") || text.contains("Linux"), "\(id) cites")
        }
    }
}
