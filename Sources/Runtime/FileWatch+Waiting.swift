import Glibc
public import Tutor

extension FileWatch {
    /// Waits, without ever waking up in between, until one of the files holds something else.
    ///
    /// - Parameter clock: Tells how long a save has been under way.
    /// - Returns: The files that have changed.
    public func waitForChange(clock: some WallClock) -> [FileReading] {
        while true {
            let left = due.map { max($0.milliseconds - clock.now().milliseconds, 0) } ?? -1
            var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&source, 1, Int32(clamping: left))
            for case .files(let readings) in news(at: clock.now()) { return readings }
        }
    }
}
