import Testing
import Wire

@testable import Simulator

/// RFC 2018 §4.
@Suite struct `What has arrived beyond a gap` {
    private func blocks(_ pieces: [(SequenceNumber, Int)]) -> [SACKBlock] {
        var queue = ReassemblyQueue()
        for (start, count) in pieces { queue.add([UInt8](repeating: 0, count: count), at: start) }
        return queue.blocks(limit: 4)
    }

    @Test func `is told with the block that changed last in front, also when that is a new one`() {
        #expect(blocks([(3921, 1460), (6841, 1460)]) == [SACKBlock(6841, 8301), SACKBlock(3921, 5381)])
        #expect(blocks([(6841, 1460), (3921, 1460)]) == [SACKBlock(3921, 5381), SACKBlock(6841, 8301)])
        #expect(
            blocks([(100, 10), (200, 10), (300, 10), (110, 10)])
                == [SACKBlock(100, 120), SACKBlock(300, 310), SACKBlock(200, 210)])
    }

    @Test func `is one block when a piece closes the gap between two`() {
        #expect(blocks([(100, 10), (120, 10), (110, 10)]) == [SACKBlock(100, 130)])
    }
}
