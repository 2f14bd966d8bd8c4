extension Scheduler {
    /// The stage that follows, and the wait in milliseconds; `nil` for an interval of days.
    typealias Plan = (stage: Memory.Stage, wait: Int64?)

    func plan(from stage: Memory.Stage, _ grade: Grade) -> Plan {
        switch stage {
        case .learning(let step): Self.plan(step: step, of: learningSteps, grade) { .learning(step: $0) }
        case .relearning(let step): Self.plan(step: step, of: relearningSteps, grade) { .relearning(step: $0) }
        case .review:
            if grade == .again, let first = relearningSteps.first {
                (.relearning(step: 0), first)
            } else {
                (.review, nil)
            }
        }
    }

    private static func plan(
        step: Int, of steps: [Int64], _ grade: Grade, stage: (Int) -> Memory.Stage
    ) -> Plan {
        guard let first = steps.first else { return (.review, nil) }
        if grade == .again { return (stage(0), first) }
        // A card may come from a scheduler with more steps, or from a file that says anything.
        let step = max(step, 0)
        guard step < steps.count, grade != .easy else { return (.review, nil) }
        if grade == .hard { return (stage(step), step == 0 ? hardFirst(steps, first) : steps[step]) }
        return step + 1 < steps.count ? (stage(step + 1), steps[step + 1]) : (.review, nil)
    }

    /// The wait after "hard" at the first step: half-way to the second, or half as long again where there is none.
    private static func hardFirst(_ steps: [Int64], _ first: Int64) -> Int64 {
        steps.count > 1 ? (first + steps[1]) / 2 : first + first / 2
    }
}
