public import LocatedJSON
public import Simulator
import Timelines

/// Reads the scenario of a file by docs/authoring.md and reports every fault of it in one go.
public struct ScenarioDecoder {
    /// Reads the `scenario` in `file`, which may be a lesson: its other keys are not looked at, but for `delay`.
    public static func decode(_ file: SourceFile) -> Decoded<Scenario> {
        ParsedFile(file).decoded { node, log, _ in
            guard let scenario = node["scenario"] else {
                log.report(CourseFault.noScenario, at: node.head)
                return nil
            }
            let delay = node["delay"].flatMap { Reading.duration.read($0, log) } ?? LessonDecoder.usualDelay
            let declared = node["sliders"].flatMap { Reading.sliders.read($0, log) } ?? DeclaredSliders()
            let (sliders, areKnown) = Sliders.used(in: scenario, among: declared, delay: delay, log)
            guard areKnown else { return nil }
            return Reading.scenario(delay: delay).read(sliders.map { $0.node(at: $0.start) } ?? scenario, log)
        }
    }
}
