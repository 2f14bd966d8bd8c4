import Timelines

/// What is due, earliest first; what is due at the same instant comes in the order in which it was added, and after all
/// of it what was added as ``Turn/last``.
///
/// A binary heap of small keys; the payloads stay where they are.
struct EventQueue<Payload: Sendable>: Sendable {
    private struct Key {
        var instant: Instant
        var order: UInt64
        var slot: Int

        static func < (one: Key, other: Key) -> Bool {
            one.instant != other.instant ? one.instant < other.instant : one.order < other.order
        }
    }

    private var heap: [Key] = []
    private var payloads: [Payload?] = []
    private var freeSlots: [Int] = []
    private var added: UInt64 = 0

    /// When the first of them is due.
    var next: Instant? { heap.first?.instant }

    /// How many there are.
    var count: Int { heap.count }

    /// Whether something waits for everything else of its instant.
    enum Turn: UInt64 { case first = 0, last = 0x8000_0000_0000_0000 }

    /// Adds what is due at `instant`.
    mutating func add(_ payload: Payload, at instant: Instant, _ turn: Turn = .first) {
        let slot = freeSlots.popLast() ?? payloads.count
        if slot == payloads.count { payloads.append(payload) } else { payloads[slot] = payload }
        heap.append(Key(instant: instant, order: added | turn.rawValue, slot: slot))
        added += 1
        var child = heap.count - 1
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Takes out the first, if it is due by `instant`.
    mutating func pop(by instant: Instant) -> (payload: Payload, instant: Instant)? {
        guard let first = heap.first, first.instant <= instant, let payload = payloads[first.slot] else { return nil }
        payloads[first.slot] = nil
        freeSlots.append(first.slot)
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        return (payload, first.instant)
    }

    private mutating func sink() {
        var parent = 0
        while true {
            let left = 2 * parent + 1, right = left + 1
            var least = left < heap.count && heap[left] < heap[parent] ? left : parent
            if right < heap.count, heap[right] < heap[least] { least = right }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
