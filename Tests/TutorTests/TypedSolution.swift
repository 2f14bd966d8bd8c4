import Simulator
import Study

extension PosedQuestion {
    /// The right answer as one types it in lines of text.
    var typedSolution: String {
        func numbers(_ places: some Sequence<Int>) -> String { places.map { "\($0 + 1)" }.joined(separator: " ") }
        return switch (form, grade(nil).solution) {
        case (_, .choice(let place)): "\(place + 1)"
        case (_, .several(let places)), (_, .recall(let places)): numbers(places.sorted())
        case (_, .order(let places)): numbers(places)
        case (_, .number(let number)): "\(number)"
        case (_, .text(let text)): text
        case (_, .match(let places)):
            places.enumerated().map { "\($0 + 1)\(Array("abcdefghijklmnopqrstuvwxyz")[$1])" }.joined(separator: " ")
        case (.point(let point), .point(let event)): numbers(point.events.indices.filter { point.events[$0] == event })
        case (_, .challenge(let faults)): faults.map(\.text).joined(separator: " ")
        default: ""
        }
    }
}
