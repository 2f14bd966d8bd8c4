import Captures
import Courseware
import Localization
import Timelines

extension RenderCommand {
    /// Writes the packets of a scene, changed by the faults that are named, as they pass the participant that `--at` names.
    func writeCapture(of told: Scene, _ language: Language) throws {
        if output == nil, Output.isTerminal { throw CommandProblem.captureOnTerminal }
        let faults = try fault.map(FaultOption.read)
        try FaultOption.check(faults, in: told)
        let scene = told.changed(by: faults)
        let participants = scene.timeline.participants
        let place = try at.map { id in
            guard let place = participants.firstIndex(where: { $0.id == id }) else {
                throw CommandProblem.noParticipant(id, among: participants.map(\.id))
            }
            return place
        }
        let file: [UInt8]
        do throws(CaptureProblem) {
            file = try CaptureWriter.file(of: scene.timeline, seenAt: place)
        } catch {
            throw CommandProblem.capture(error)
        }
        try write(file, language)
    }
}
