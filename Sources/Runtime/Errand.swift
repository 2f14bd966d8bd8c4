import Glibc
import Synchronization
public import Tutor

/// Something long that is done beside the event loop, so that keys are answered meanwhile.
public final class Errand<Product: Sendable>: NewsSource {
    private final class Result: Sendable {
        let product = Mutex<Product?>(nil)
    }

    /// Can be read when the errand is done.
    public let descriptor: Int32
    private let done: Int32
    private let result = Result()
    /// What the program hears of the product.
    private let tell: (Product) -> Input

    /// An errand that nobody has begun; `tell` makes of its product what the program hears.
    public init(_ tell: @escaping (Product) -> Input) {
        var ends: [Int32] = [-1, -1]
        if pipe(&ends) != 0 { ends = [-1, -1] }
        for end in ends where end >= 0 {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        (descriptor, done) = (ends[0], ends[1])
        self.tell = tell
    }

    /// It wants to be asked only when its descriptor can be read.
    public var due: WallTime? { nil }

    /// Begins it.
    ///
    /// - Parameter work: What is to be done, on a thread of its own.
    /// - Returns: What the program hears, if the system had no room for a thread and it was done at once.
    public func begin(_ work: @escaping @Sendable () -> Product) -> Input? {
        let (result, done) = (result, done)
        let worker =
            done < 0
            ? nil
            : Worker {
                let product = work()
                result.product.withLock { $0 = product }
                _ = write(done, [1], 1)
            }
        guard let worker else { return tell(work()) }
        worker.detach()
        return nil
    }

    /// What came of it, once.
    public func news(at now: WallTime) -> [Input] {
        var byte: UInt8 = 0
        guard read(descriptor, &byte, 1) == 1 else { return [] }
        return result.product.withLock { $0.take() }.map { [tell($0)] } ?? []
    }

    // The write end stays open for the worker, who may outlive the errand at the end of the program.
    deinit { if descriptor >= 0 { close(descriptor) } }
}
