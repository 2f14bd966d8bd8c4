import Testing
import Wire

struct InternetChecksumTests {
    /// RFC 1071 §1 to the letter: pairs of bytes added, carries added back, complement.
    private func naive(_ bytes: [UInt8]) -> UInt16 {
        var sum = 0
        for index in bytes.indices { sum += Int(bytes[index]) << (index.isMultiple(of: 2) ? 8 : 0) }
        while sum > 0xFFFF { sum = sum % 0x10000 + sum / 0x10000 }
        return ~UInt16(sum)
    }

    @Test func `the example of RFC 1071 comes out as written there`() {
        var checksum = InternetChecksum()
        checksum.add([0x00, 0x01, 0xF2, 0x03, 0xF4, 0xF5, 0xF6, 0xF7])
        #expect(checksum.value == ~0xDDF2)
    }

    @Test func `every length from nothing to 200 bytes gives the naive sum`() {
        var random = SplitMix64(seed: 1)
        for length in 0...200 {
            let bytes = random.bytes(length...length)
            var checksum = InternetChecksum()
            checksum.add(bytes)
            #expect(checksum.value == naive(bytes), "\(length) bytes")
        }
    }

    @Test func `bytes all ones carry as they should`() {
        for length in [1, 2, 31, 32, 33, 64, 1500, 65535] {
            let bytes = [UInt8](repeating: 255, count: length)
            var checksum = InternetChecksum()
            checksum.add(bytes)
            #expect(checksum.value == naive(bytes), "\(length) bytes")
        }
    }

    @Test(arguments: 1...50)
    func `it does not matter where the bytes are cut`(seed: Int) {
        var random = SplitMix64(seed: seed)
        let pieces = (0..<6).map { _ in random.bytes(0...70) }
        var checksum = InternetChecksum()
        for piece in pieces { checksum.add(piece) }
        #expect(checksum.value == naive(Array(pieces.joined())))
    }

    @Test func `a slice counts from its own beginning`() {
        let bytes: [UInt8] = [9, 1, 2, 3, 4, 9]
        var slice = InternetChecksum()
        slice.add(bytes[1..<5])
        #expect(slice.value == naive([1, 2, 3, 4]))
    }
}
