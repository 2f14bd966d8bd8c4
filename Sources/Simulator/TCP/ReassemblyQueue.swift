import Wire

/// Data that has arrived beyond a gap (RFC 9293 §3.10.7.4, seventh).
struct ReassemblyQueue: Sendable {
    /// A piece of the stream.
    private struct Piece {
        var start: SequenceNumber
        var bytes: [UInt8]
        var end: SequenceNumber { start + bytes.count }
    }

    /// In order, without overlaps.
    private var pieces: [Piece] = []
    /// Left edges of pieces, the one that changed last in front (RFC 2018 §4).
    private var recent: [SequenceNumber] = []

    var isEmpty: Bool { pieces.isEmpty }

    /// Adds bytes; what is there already is kept as it is.
    mutating func add(_ bytes: [UInt8], at start: SequenceNumber) {
        let first = start
        var start = start, rest = bytes[...]
        var index = 0
        while !rest.isEmpty {
            while index < pieces.count, pieces[index].end <= start { index += 1 }
            guard index < pieces.count else {
                pieces.append(Piece(start: start, bytes: Array(rest)))
                break
            }
            let next = pieces[index]
            if next.start <= start {
                let overlap = min(next.end - start, rest.count)
                rest = rest.dropFirst(overlap)
                start += overlap
            } else {
                let room = min(next.start - start, rest.count)
                pieces.insert(Piece(start: start, bytes: Array(rest.prefix(room))), at: index)
                rest = rest.dropFirst(room)
                start += room
            }
        }
        if let block = block(around: first) {
            recent.removeAll { $0 >= block.left && $0 <= block.right }
            recent.insert(block.left, at: 0)
        }
    }

    /// The contiguous data that holds `number`.
    private func block(around number: SequenceNumber) -> SACKBlock? {
        blocksInOrder.first { $0.left <= number && number < $0.right }
    }

    private var blocksInOrder: [SACKBlock] {
        pieces.reduce(into: []) { blocks, piece in
            if let last = blocks.last, last.right == piece.start {
                blocks[blocks.count - 1].right = piece.end
            } else {
                blocks.append(SACKBlock(piece.start, piece.end))
            }
        }
    }

    /// What a SACK option says: the block that changed last first, at most so many.
    func blocks(limit: Int) -> [SACKBlock] {
        guard !pieces.isEmpty else { return [] }
        let all = blocksInOrder
        let front = recent.compactMap { left in all.first { $0.left <= left && left < $0.right } }
        var chosen: [SACKBlock] = []
        for block in front + all where !chosen.contains(block) && chosen.count < limit { chosen.append(block) }
        return chosen
    }

    /// Takes out what follows on `next` without a gap.
    mutating func take(from next: SequenceNumber) -> [UInt8] {
        var bytes: [UInt8] = []
        var place = next
        while let first = pieces.first, first.start <= place {
            pieces.removeFirst()
            if first.end > place {
                bytes += first.bytes.dropFirst(place - first.start)
                place = first.end
            }
        }
        recent.removeAll { $0 < place }
        return bytes
    }

    /// Bytes that wait here.
    var count: Int { pieces.reduce(0) { $0 + $1.bytes.count } }
}
