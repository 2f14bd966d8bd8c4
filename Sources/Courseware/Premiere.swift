import Synchronization

/// The first performance of a scene, which waits for somebody to look.
///
/// A lesson may have a dozen simulated variants, and a learner opens one at a time: each is simulated when it is opened,
/// and once.
final class Premiere: Sendable {
    private let perform: @Sendable () -> Scene.Telling
    private let told = Mutex<Scene.Telling?>(nil)

    /// A performance that `perform` gives.
    init(_ perform: @escaping @Sendable () -> Scene.Telling) { self.perform = perform }

    /// Whether somebody has looked.
    var isOver: Bool { told.withLock { $0 != nil } }

    /// What happens and is said; performed now if nobody has looked before.
    var telling: Scene.Telling {
        told.withLock { told in
            if let told { return told }
            let telling = perform()
            told = telling
            return telling
        }
    }
}
