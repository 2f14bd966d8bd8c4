import Testing
import Wire

struct TCPOptionTests {
    private let from = IPv4Address(rawValue: 1)
    private let to = IPv4Address(rawValue: 2)

    private func header(_ options: [TCPOption]) -> [UInt8] {
        let segment = TCPSegment(sourcePort: 1, destinationPort: 2, sequence: 3, flags: .ack, options: options)
        return Array(segment.serialized(from: from, to: to).dropFirst(20))
    }

    /// The options read from a header that holds `bytes` in their place.
    private func parse(_ bytes: [UInt8]) throws(WireFault) -> [TCPOption] {
        var segment = TCPSegment(sourcePort: 1, destinationPort: 2, sequence: 3, flags: .ack, payload: bytes)
            .serialized(from: from, to: to)
        segment[12] = UInt8((20 + bytes.count) / 4) << 4
        var checksum = InternetChecksum(
            pseudoHeaderFrom: from, to: to, protocolNumber: .tcp, length: segment.count)
        segment.replaceSubrange(16...17, with: [0, 0])
        checksum.add(segment)
        segment.replaceSubrange(16...17, with: [UInt8(checksum.value >> 8), UInt8(checksum.value & 255)])
        return try TCPSegment(parsing: segment, from: from, to: to).options
    }

    @Test func `timestamps and SACK are aligned as Linux aligns them`() {
        let block = SACKBlock(1, 2)
        #expect(header([.timestamps(value: 1, echoReply: 2)]) == [1, 1, 8, 10, 0, 0, 0, 1, 0, 0, 0, 2])
        #expect(header([.sack([block])]) == [1, 1, 5, 10, 0, 0, 0, 1, 0, 0, 0, 2])
        #expect(header([.maximumSegmentSize(1460), .sackPermitted]) == [2, 4, 5, 0xB4, 1, 1, 4, 2])
        #expect(header([.maximumSegmentSize(1460), .windowScale(7)]) == [2, 4, 5, 0xB4, 1, 3, 3, 7])
        #expect(header([.timestamps(value: 0, echoReply: 0), .sack([block, block, block])]).count == 40)
    }

    @Test func `padding ends the list and fills the word with zeros`() {
        #expect(header([.other(kind: 30, data: [7])]) == [30, 3, 7, 0])
        #expect(header([.other(kind: 30, data: [7, 7, 7])]) == [30, 5, 7, 7, 7, 0, 0, 0])
    }

    @Test func `options that fit only without alignment are packed`() throws {
        let block = SACKBlock(1, 2)
        let options: [TCPOption] = [
            .windowScale(1), .timestamps(value: 1, echoReply: 2), .sack([block, block, block]),
        ]
        #expect(header(options).prefix(5) == [3, 3, 1, 8, 10])
        #expect(try parse(header(options)) == options)
    }

    @Test func `an option that does not fit is left out and a later one that does is kept`() throws {
        let blocks = (0..<4).map { SACKBlock(SequenceNumber($0), SequenceNumber($0 + 1)) }
        let options: [TCPOption] = [.sack(blocks), .timestamps(value: 1, echoReply: 2), .windowScale(3)]
        #expect(try parse(header(options)) == [.sack(blocks), .windowScale(3)])
    }

    @Test(arguments: [
        TCPOption.sack([]), .sack([SACKBlock](repeating: SACKBlock(1, 2), count: 5)), .other(kind: 0, data: [1]),
        .other(kind: 1, data: []), .other(kind: 9, data: [UInt8](repeating: 0, count: 39)),
    ])
    func `an option that no header can hold is not written`(option: TCPOption) {
        #expect(header([option]).isEmpty)
    }

    @Test func `what follows the end of the list is not read`() throws {
        #expect(try parse([1, 3, 3, 7, 0, 2, 0, 0]) == [.windowScale(7)])
    }

    @Test(arguments: [
        ([2, 3, 1, 1], 20, 2, 3), ([1, 1, 8, 10], 22, 8, 10), ([1, 30, 0, 0], 21, 30, 0), ([1, 1, 1, 30], 23, 30, 2),
        ([5, 2, 1, 1], 20, 5, 2), ([3, 4, 1, 1], 20, 3, 4), ([30, 1, 1, 1], 20, 30, 1),
    ])
    func `an impossible length is refused at its option`(bytes: [UInt8], offset: Int, kind: UInt8, length: Int) {
        #expect(throws: WireFault(.tcp, at: offset, .badOptionLength(kind: kind, length: length))) { try parse(bytes) }
    }
}
