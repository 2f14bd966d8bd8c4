public import Courseware
import Glibc
import Synchronization

/// All processors of the machine at once.
///
/// Each takes the next few items when it is done with the last, so that none waits for another that has the long ones.
public struct Cores: Workforce {
    /// How many work at a time, the caller among them; at least one.
    let count: Int

    /// Items that are taken at once: few, because one of them may take a thousand times as long as the next.
    static let batch = 8

    /// As many as there are.
    public init() { self.init(count: sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// So many, at least one.
    init(count: Int) { self.count = max(count, 1) }

    /// What `work` makes of each item, in the order of the items.
    public func map<Item: Sendable, Product: Sendable>(
        _ items: [Item], _ work: @escaping @Sendable (Item) -> Product
    ) -> [Product] {
        let batches = (items.count + Self.batch - 1) / Self.batch
        guard count > 1, batches > 1 else { return items.map(work) }
        let shift = Shift(items, batches: batches, work)
        let helpers = (1..<min(count, batches)).compactMap { _ in Worker { shift.work() } }
        shift.work()
        for helper in helpers { helper.join() }
        return shift.products
    }
}

/// The work that several do together.
private final class Shift<Item: Sendable, Product: Sendable>: Sendable {
    private let items: [Item]
    private let batches: Int
    private let make: @Sendable (Item) -> Product
    private let next = Atomic(0)
    private let done: Mutex<[[Product]]>

    init(_ items: [Item], batches: Int, _ make: @escaping @Sendable (Item) -> Product) {
        self.items = items
        self.batches = batches
        self.make = make
        done = Mutex([[Product]](repeating: [], count: batches))
    }

    /// Works until nothing is left.
    func work() {
        while true {
            let batch = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard batch < batches else { return }
            let start = batch * Cores.batch
            let products = items[start..<min(start + Cores.batch, items.count)].map(make)
            done.withLock { $0[batch] = products }
        }
    }

    /// What everybody made, once all have stopped.
    var products: [Product] { done.withLock { $0.flatMap(\.self) } }
}
