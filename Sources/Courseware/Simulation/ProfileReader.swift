import LocatedJSON
import Simulator
import Timelines

extension Reading where Value == HostProfile {
    /// The name of a profile.
    static var profile: Self { .oneOf(HostProfile.all.map { ($0.id, $0) }) }

    /// Single choices that differ from those of `base`.
    static func profile(departingFrom base: HostProfile) -> Self {
        Reading { node, log in
            guard var object = ObjectReader(node, as: "'with'", log: log) else { return nil }
            var profile = base
            func take<Choice>(_ key: String, _ path: WritableKeyPath<HostProfile, Choice>, _ reading: Reading<Choice>) {
                if let value = object.optional(key, reading) { profile[keyPath: path] = value }
            }
            take("initialRTO", \.initialRTO, .someTime)
            take("minimumRTO", \.minimumRTO, .someTime)
            take("maximumRTO", \.maximumRTO, .someTime)
            take("delayedACK", \.delayedACK, .duration)
            take("msl", \.maximumSegmentLifetime, .duration)
            take("finWait2", \.finWait2, .finWait2)
            take("keepAliveIdle", \.keepAliveIdle, .someTime)
            take("keepAliveInterval", \.keepAliveInterval, .someTime)
            let count = Reading<Int>.wholeNumber(in: 0...1000)
            take("synRetries", \.synRetries, count)
            take("linearSYNTimeouts", \.linearSYNTimeouts, count)
            take("synAckRetries", \.synAckRetries, count)
            take("dataRetries", \.dataRetries, count)
            take("orphanRetries", \.orphanRetries, count)
            take("initialWindow", \.initialWindow, .wholeNumber(in: 1...1000))
            take("queueMargin", \.queueMargin, count)
            take("maximumHalfOpen", \.maximumHalfOpen, .wholeNumber(in: 1...100_000))
            take("keepAliveProbes", \.keepAliveProbes, .wholeNumber(in: 1...1000))
            take("challengeACKs", \.challengeACKsPerSecond, .wholeNumber(in: 0...100_000))
            take("receiveBuffer", \.receiveBuffer, .size)
            take("sendBuffer", \.sendBuffer, .size)
            take("sack", \.offersSACK, .bool)
            take("timestamps", \.offersTimestamps, .bool)
            take("synCookies", \.usesSYNCookies, .bool)
            take("resetsOnUnreadData", \.resetsOnUnreadData, .bool)
            take("fastOpen", \.fastOpen, .bool)
            take("keepsSYNData", \.keepsSYNData, .bool)
            take("tailLossProbe", \.sendsTailLossProbe, .bool)
            take("reusesTimeWait", \.reusesTimeWait, .bool)
            take("rfc1337", \.ignoresResetInTimeWait, .bool)
            take("windowShift", \.windowShift, .windowShift)
            take("acceptOverflow", \.acceptOverflow, .oneOf([("ignoresACK", .ignoresACK), ("resets", .resets)]))
            take("isnRule", \.isnRule, .oneOf([("rfc6528", .rfc6528), ("clock", .clock), ("random", .random)]))
            object.finish()
            return profile
        }
    }
}

extension Reading where Value == Span? {
    fileprivate static var finWait2: Self {
        Reading { node, log in
            if node.string == "forever" { return .some(nil) }
            return Reading<Span>.someTime.read(node, log)
        }
    }
}

extension Reading where Value == UInt8? {
    fileprivate static var windowShift: Self {
        Reading { node, log in
            if node.string == "none" { return .some(nil) }
            // RFC 7323 §2.3: no more than 14.
            return Reading<Int>.wholeNumber(in: 0...14).read(node, log).map { UInt8($0) }
        }
    }
}
