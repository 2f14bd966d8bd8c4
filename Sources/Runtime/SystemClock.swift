import Glibc
public import Tutor

/// Where the loop learns the time.
public protocol WallClock {
    /// The time now; never earlier than it was at the call before.
    func now() -> WallTime
}

/// The machine's clock: the date as it was at the start, and what has gone by since.
///
/// Setting the system's date while the program runs does therefore not make an animation jump. Time in which the machine
/// slept counts.
public struct SystemClock: WallClock {
    /// Milliseconds to add to the time since the machine started.
    private let offset: Int64

    /// A clock that takes the date from the system now.
    ///
    /// - Parameter start: The date to begin with instead of the present one.
    public init(startingAt start: WallTime? = nil) {
        let now = start?.milliseconds ?? Self.milliseconds(CLOCK_REALTIME)
        offset = now - Self.milliseconds(CLOCK_BOOTTIME)
    }

    /// The time now; never earlier than at the call before.
    public func now() -> WallTime { WallTime(milliseconds: Self.milliseconds(CLOCK_BOOTTIME) + offset) }

    /// How far the local time at `now` is ahead of UTC, in milliseconds.
    public static func offset(at now: WallTime) -> Int64 {
        var seconds = time_t(now.milliseconds / 1000), parts = tm()
        guard localtime_r(&seconds, &parts) != nil else { return 0 }
        return Int64(parts.tm_gmtoff) * 1000
    }

    private static func milliseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}

extension WallTime {
    /// The second as part of a file name: `20261121T035258Z` (ISO 8601, basic form).
    var compactUTC: String {
        var seconds = time_t(milliseconds / 1000), parts = tm()
        guard gmtime_r(&seconds, &parts) != nil else { return String(milliseconds) }
        func padded(_ number: Int32, to width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(width - digits.count, 0)) + digits
        }
        let date = padded(parts.tm_year + 1900, to: 4) + padded(parts.tm_mon + 1, to: 2) + padded(parts.tm_mday, to: 2)
        let time = padded(parts.tm_hour, to: 2) + padded(parts.tm_min, to: 2) + padded(parts.tm_sec, to: 2)
        return "\(date)T\(time)Z"
    }

    /// The day (UTC) for people: `2026-11-21`.
    var date: String {
        let digits = compactUTC
        guard digits.utf8.count == 16 else { return digits }
        return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.dropFirst(6).prefix(2))"
    }
}
