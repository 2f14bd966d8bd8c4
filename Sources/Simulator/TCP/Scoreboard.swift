import Wire

/// What the receiver says it has beyond a gap (RFC 2018), kept for the sender: pieces in order, without overlaps.
///
///     SND.UNA ····░░░░····░░░░░░░░···· SND.NXT        ░ acknowledged selectively   · still to come
struct Scoreboard: Sendable {
    private(set) var pieces: [SACKBlock] = []

    var isEmpty: Bool { pieces.isEmpty }

    /// Bytes that are acknowledged selectively.
    var count: Int { pieces.reduce(0) { $0 + ($1.right - $1.left) } }

    /// Bytes that are acknowledged selectively before `limit`.
    func count(before limit: SequenceNumber) -> Int {
        pieces.reduce(0) { $0 + max(min($1.right - $1.left, limit - $1.left), 0) }
    }

    /// The number after the last of them.
    var highest: SequenceNumber? { pieces.last?.right }

    /// Takes in a block, if it lies between the two limits.
    ///
    /// - Returns: Whether it says anything new.
    @discardableResult
    mutating func add(_ block: SACKBlock, after una: SequenceNumber, upTo limit: SequenceNumber) -> Bool {
        guard block.left < block.right, block.right > una, block.right <= limit, block.left >= una,
            !pieces.contains(where: { $0.left <= block.left && block.right <= $0.right })
        else { return false }
        var merged = block
        var kept: [SACKBlock] = []
        kept.reserveCapacity(pieces.count + 1)
        for piece in pieces {
            if piece.right < merged.left || merged.right < piece.left {
                kept.append(piece)
            } else {
                merged = SACKBlock(
                    piece.left < merged.left ? piece.left : merged.left,
                    piece.right > merged.right ? piece.right : merged.right)
            }
        }
        let place = kept.firstIndex { merged.left < $0.left } ?? kept.count
        kept.insert(merged, at: place)
        pieces = kept
        return true
    }

    /// Forgets what is acknowledged cumulatively.
    mutating func remove(before una: SequenceNumber) {
        guard let first = pieces.first, first.left < una else { return }
        pieces = pieces.compactMap { piece in
            piece.right <= una ? nil : SACKBlock(piece.left < una ? una : piece.left, piece.right)
        }
    }

    mutating func removeAll() { pieces = [] }

    /// The first number at or after `place` that has not been acknowledged selectively.
    func skipping(from place: SequenceNumber) -> SequenceNumber {
        pieces.first { $0.left <= place && place < $0.right }?.right ?? place
    }

    /// The first gap at or after `start` below the highest piece: where it begins and where it ends.
    func gap(from start: SequenceNumber) -> (start: SequenceNumber, end: SequenceNumber)? {
        var place = start
        for piece in pieces where piece.right > place {
            if place < piece.left { return (place, piece.left) }
            place = piece.right
        }
        return nil
    }
}
