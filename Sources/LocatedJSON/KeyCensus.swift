/// Which keys the readers of a format have asked for, object by object: what a description of the format must have.
public final class KeyCensus {
    /// The keys by what the object is to its author, such as `a question`.
    public private(set) var keys: [String: Set<String>] = [:]

    /// A census in which nothing has been counted.
    public init() {}

    /// Adds the keys that a reader knows of one object.
    func note(_ new: [String], of object: String) { keys[object, default: []].formUnion(new) }
}
