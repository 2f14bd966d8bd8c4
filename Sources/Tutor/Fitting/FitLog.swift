import LocatedJSON

/// Passes on what does not fit, once for each text: one that reads the same in all languages is too long in all of them.
final class FitLog {
    private struct Key: Hashable {
        var code: String
        var offset: Int
    }

    private let log: FaultLog
    private var reported: Set<Key> = []

    init(_ log: FaultLog) { self.log = log }

    /// Passes a fault on, unless it has been reported at this place.
    func report(_ fault: FitFault, at place: Place) {
        if reported.insert(Key(code: fault.code, offset: place.offset)).inserted { log.report(fault, at: place) }
    }
}
