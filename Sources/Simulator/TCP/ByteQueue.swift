/// Bytes that are added at one end and taken off at the other, in amortised constant time for each.
struct ByteQueue: Sendable {
    private var storage: [UInt8] = []
    /// The place of the first byte in `storage`.
    private var head = 0

    /// Bytes in the queue.
    var count: Int { storage.count - head }
    var isEmpty: Bool { count == 0 }

    /// Adds bytes at the end.
    mutating func append(_ bytes: some Collection<UInt8>) { storage.append(contentsOf: bytes) }

    /// A copy of up to `count` bytes from `offset` on.
    func bytes(from offset: Int, count: Int) -> [UInt8] {
        let start = min(head + max(offset, 0), storage.count)
        return Array(storage[start..<min(start + max(count, 0), storage.count)])
    }

    /// Takes up to `count` bytes off the front.
    mutating func removeFirst(_ count: Int) {
        head = min(head + max(count, 0), storage.count)
        if head == storage.count {
            storage.removeAll(keepingCapacity: true)
            head = 0
        } else if head > 1 << 16, head > storage.count / 2 {
            storage.removeSubrange(..<head)
            head = 0
        }
    }
}
