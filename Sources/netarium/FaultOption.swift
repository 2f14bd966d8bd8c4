import Courseware
import Simulator

/// What `--fault` says.
enum FaultOption {
    /// The fault that a text means; throws a sentence that says what is wrong with it.
    static func read(_ text: String) throws -> Fault {
        do throws(FaultNotationError) {
            return try Fault(parsing: text)
        } catch {
            throw CommandProblem.badFault(text, reason: error)
        }
    }

    /// Throws a sentence when the faults cannot happen in the scene.
    static func check(_ faults: [Fault], in scene: Scene) throws {
        if !faults.isEmpty, scene.simulation == nil { throw CommandProblem.scriptedScene }
    }
}
