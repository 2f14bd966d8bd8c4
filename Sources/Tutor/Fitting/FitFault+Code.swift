extension FitFault {
    /// The kind of fault, in words that never change.
    var code: String {
        switch self {
        case .wideLadder: "wide-ladder"
        case .cutName: "cut-name"
        case .cutPhase: "cut-phase"
        case .cutTitle: "cut-title"
        case .tallNarration: "tall-narration"
        case .tallQuestion: "tall-question"
        case .cutPicture: "cut-picture"
        case .tallHint: "tall-hint"
        }
    }
}
