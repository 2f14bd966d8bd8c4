/// Who does the same to each of many things, perhaps several of them at a time.
///
/// What is read from files does not depend on how many processors there are; only who calls knows them.
public protocol Workforce: Sendable {
    /// What `work` makes of each item, in the order of the items.
    func map<Item: Sendable, Product: Sendable>(
        _ items: [Item], _ work: @escaping @Sendable (Item) -> Product
    ) -> [Product]
}

/// Does one thing after the other.
public struct LoneWorker: Workforce {
    /// There is nothing to say of it.
    public init() {}

    /// What `work` makes of each item, in the order of the items.
    public func map<Item: Sendable, Product: Sendable>(
        _ items: [Item], _ work: @escaping @Sendable (Item) -> Product
    ) -> [Product] { items.map(work) }
}
