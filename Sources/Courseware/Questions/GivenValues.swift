import LocatedJSON

/// The values that a question gives, as far as they could be read.
struct GivenValues {
    /// Those that could be read.
    var given: [Given] = []
    /// Where each name stands, whether its value could be read or not.
    var places: [String: Place] = [:]
    /// Those that are fields of messages, with where they stand.
    var fields: [(name: String, field: PlacedField)] = []

    /// How many texts a value is picked from; `nil` for any other value.
    func picks(_ name: String) -> Int? {
        for given in given where given.name == name {
            if case .pick(let texts, _) = given.source { return texts.count }
        }
        return nil
    }

    /// What a header field may hold as far as formulas are concerned; no number in a header is larger.
    private static let fieldRange: ClosedRange<Int64> = 0...Int64(UInt32.max)

    /// The ranges of numbers by name; `nil` when a value could not be read.
    var ranges: [String: ClosedRange<Int64>]? {
        guard given.count == places.count else { return nil }
        return given.reduce(into: [:]) { ranges, given in
            switch given.source {
            case .random(let range): ranges[given.name] = range
            case .field: ranges[given.name] = Self.fieldRange
            case .pick: break
            }
        }
    }

    /// Whether a value is one of some texts, so that nobody can count with it.
    func isText(_ name: String) -> Bool {
        given.contains { given in
            if case .pick = given.source { given.name == name } else { false }
        }
    }

    /// What a formula comes to at the ends and in the middle of the ranges; `nil` when it has no value there.
    ///
    /// Two formulas that agree in this agree everywhere, if people have written them.
    func sampled(_ formula: Expression) -> [Int64]? {
        guard let ranges else { return nil }
        let samples = (0..<7).map { sample in
            var shift = sample
            return ranges.keys.sorted().reduce(into: [String: Int64]()) { values, name in
                guard let range = ranges[name] else { return }
                let middle = range.lowerBound / 2 + range.upperBound / 2
                values[name] =
                    [range.lowerBound, range.upperBound, min(max(middle, range.lowerBound), range.upperBound)][
                        shift % 3]
                shift = shift / 3 + sample
            }
        }
        let results = samples.compactMap(formula.evaluate)
        return results.count == samples.count ? results : nil
    }
}
