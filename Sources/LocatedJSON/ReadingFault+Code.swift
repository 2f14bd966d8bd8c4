extension ReadingFault {
    /// The kind of fault, in words that never change.
    var code: String {
        switch self {
        case .wrongType: "wrong-type"
        case .missingKey: "missing-key"
        case .unknownKey: "unknown-key"
        case .unknownWord: "unknown-word"
        case .outOfRange: "out-of-range"
        case .tooFew: "too-few-items"
        case .tooManyFaults: "too-many-faults"
        }
    }
}
