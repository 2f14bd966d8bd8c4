import Glibc

/// A thread that does one thing and ends.
struct Worker {
    private final class Job: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    private var thread = pthread_t()

    /// Starts it; `nil` when the system has no room for another.
    init?(_ run: @escaping @Sendable () -> Void) {
        let job = Unmanaged.passRetained(Job(run))
        let status = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            }, job.toOpaque())
        guard status == 0 else {
            job.release()
            return nil
        }
    }

    /// Waits until it has ended.
    func join() { pthread_join(thread, nil) }

    /// Lets it end by itself.
    func detach() { pthread_detach(thread) }
}
