import Testing

@testable import Study

@Suite struct SplitMix64Tests {
    @Test func `the first numbers are those of the published generator`() {
        var random = SplitMix64(seed: 0)
        #expect(random.next() == 0xE220_A839_7B1D_CDAF)
        #expect(random.next() == 0x6E78_9E6A_A1B9_65F4)
        #expect(random.next() == 0x06C4_5D18_8009_454F)
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func `a permutation has every number once`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for count in 0...9 {
            let permutation = random.permutation(of: count)
            #expect(permutation.sorted() == Array(0..<count))
        }
    }

    @Test func `every order of three comes up, about as often as any other`() {
        var random = SplitMix64(seed: 1)
        var counts: [[Int]: Int] = [:]
        for _ in 0..<6000 { counts[random.permutation(of: 3), default: 0] += 1 }
        #expect(counts.count == 6)
        #expect(counts.values.allSatisfy { (850...1150).contains($0) }, "\(counts)")
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func `a disordered list never reads like the list`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for list in [["a", "b"], ["a", "b", "a"], ["a", "a", "b"], ["a", "b", "c", "d"]] {
            let disordered = random.disordered(list)
            #expect(disordered != list)
            #expect(disordered.sorted() == list.sorted())
        }
        #expect(random.disordered(["a", "a"]) == ["a", "a"])
        #expect(random.disordered([String]()) == [])
    }

    @Test func `a draw keeps to its range and reaches both ends`() {
        var random = SplitMix64(seed: 3)
        let drawn = Set((0..<300).map { _ in random.draw(from: -2...2) })
        #expect(drawn == [-2, -1, 0, 1, 2])
        #expect(random.draw(from: 5...5) == 5)
        let wide = (0..<100).map { _ in random.draw(from: .min ... .max) }
        #expect(wide.contains { $0 < 0 } && wide.contains { $0 > 0 })
        let low = (0..<100).map { _ in random.draw(from: .min...0) }
        #expect(low.allSatisfy { $0 <= 0 })
    }

    @Test func `streams for different names differ, for the same name agree`() {
        var (one, same, other) = (
            SplitMix64(seed: 5, for: "a"), SplitMix64(seed: 5, for: "a"), SplitMix64(seed: 5, for: "b")
        )
        let first = one.next()
        #expect(first == same.next())
        #expect(first != other.next())
    }
}
