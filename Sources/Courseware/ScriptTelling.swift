import LocatedJSON

/// One way to tell a script with alternatives in which a branch happens that is not the first.
struct ScriptTelling {
    /// What the telling is called: the id of its branch.
    var id: Located<String>
    /// The branch that makes it another telling.
    var branch: ScriptEntry.Branch
    /// The ids of all branches that are chosen in it: its own, and those round it.
    var chosen: Set<String>
}

extension [ScriptEntry] {
    /// The other tellings of these entries, in the order of their branches in the file.
    ///
    /// In each one thing goes otherwise, and what must have gone otherwise for that to be possible.
    var tellings: [ScriptTelling] { tellings(choosing: []) }

    private func tellings(choosing chosen: Set<String>) -> [ScriptTelling] {
        flatMap { entry -> [ScriptTelling] in
            switch entry.action {
            case .alternatives(let branches): Self.tellings(of: branches, choosing: chosen)
            case .loop(let entries, _, _), .group(let entries, _): entries.tellings(choosing: chosen)
            case .parallel(let branches, _): branches.flatMap { $0.tellings(choosing: chosen) }
            default: []
            }
        }
    }

    private static func tellings(
        of branches: [ScriptEntry.Branch], choosing chosen: Set<String>
    ) -> [ScriptTelling] {
        var tellings = branches.first.map { $0.entries.tellings(choosing: chosen) } ?? []
        for branch in branches.dropFirst() {
            guard let id = branch.id else { continue }
            let choice = chosen.union([id.value])
            tellings.append(ScriptTelling(id: id, branch: branch, chosen: choice))
            tellings += branch.entries.tellings(choosing: choice)
        }
        return tellings
    }
}
