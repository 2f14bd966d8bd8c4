import CellGrid
import Timelines

/// A participant's name and address as they stand above the lifeline.
struct ParticipantName: Equatable {
    /// The name on at most two lines.
    var lines: [String]
    /// The address, when it has one.
    var address: String?
    private var name: String

    init(_ participant: Participant, _ settings: LadderSettings) {
        name = settings.text(participant.name)
        address = participant.address.map(settings.charset.adapt)
        lines = [name]
    }

    /// Cells of the name on one line, or of the address when that is longer.
    var width: Int { max(name.cellWidth, address?.cellWidth ?? 0) }

    /// Cells of the name when it may take two lines; the address is then left out if it does not fit.
    ///
    /// A name breaks at a space only: half a Chinese word above the other half is hard to read.
    var narrowWidth: Int {
        let words = name.split(separator: " ").map { String($0).cellWidth }
        let narrowest = words.max() ?? 0
        return (narrowest..<max(name.cellWidth, narrowest + 1)).first { wrapped(name, columns: $0).count <= 2 }
            ?? name.cellWidth
    }

    /// Cells that the name needs at each side of the lifeline.
    var half: Int { narrowWidth / 2 }

    /// The name and address for a place `columns` cells wide.
    func fitted(to columns: Int) -> ParticipantName {
        var fitted = self
        fitted.lines = name.cellWidth <= columns ? [name] : wrapped(name, columns: max(columns, 1))
        if let address, address.cellWidth > columns { fitted.address = nil }
        return fitted
    }
}
