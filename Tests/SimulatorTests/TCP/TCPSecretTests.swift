import Localization
import Testing
import Timelines
import Wire

@testable import Simulator

/// RFC 6528.
@Suite struct `Initial sequence numbers` {
    static let key: (UInt64, UInt64) = (0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908)

    /// The vectors of the SipHash authors' reference implementation for inputs of 0, 8 and 16 bytes.
    @Test func `come from SipHash-2-4`() {
        let hash = SipHash(key: Self.key)
        #expect(hash([]) == 0x726F_DB47_DD0E_0E31)
        #expect(hash([0x0706_0504_0302_0100]) == 0x93F5_F579_9A93_2462)
        #expect(hash([0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908]) == 0x3F2A_CC7F_57C2_9BDB)
    }

    @Test func `grow by one every four microseconds between the same ends`() {
        var numbers = InitialSequence(.rfc6528, secret: 42)
        let first = numbers.next(local: TCPEnd.near, remote: TCPEnd.far, at: .zero)
        let later = numbers.next(local: TCPEnd.near, remote: TCPEnd.far, at: .milliseconds(4))
        #expect(later - first == 1000)
    }

    @Test func `tell nothing about those between other ends, or of another secret`() {
        var seen = Set<SequenceNumber>()
        for port in 0..<1000 as Range<UInt16> {
            for secret in 0..<2 as Range<UInt64> {
                let near = SocketAddress(TCPEnd.near.address, 50_000 + port)
                var numbers = InitialSequence(.rfc6528, secret: secret)
                seen.insert(numbers.next(local: near, remote: TCPEnd.far, at: .zero))
            }
        }
        #expect(seen.count == 2000)
    }
}

@Suite struct `The rules` {
    /// A learner who has just asked why reads one or two sentences in either language.
    @Test(arguments: 0..<60 as Range<UInt64>) func `are short, cited and in both languages`(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        var end = TCPEnd(TCPState.allCases[dice.below(11)])
        for _ in 0..<100 {
            for rule in end.perform(dice.input(near: end.connection)).compactMap(\.rule) {
                #expect(!rule.citations.isEmpty, "\(rule.id)")
                let english = rule.sentence(.english), chinese = rule.sentence(.chinese)
                #expect((20...240).contains(english.count) && english.hasSuffix("."), "\(rule.id)")
                #expect((8...120).contains(chinese.count) && chinese.hasSuffix("。"), "\(rule.id)")
                #expect(!english.contains("—") && !hasSpaceBesideHan(chinese), "\(rule.id): \(chinese)")
            }
        }
    }

    /// Chinese text stands close to Latin words and digits; only within a Latin phrase is there a space.
    private func hasSpaceBesideHan(_ text: String) -> Bool {
        text.contains(/[\u{4E00}-\u{9FFF}，。：；] | [\u{4E00}-\u{9FFF}，。：；]/)
    }
}
