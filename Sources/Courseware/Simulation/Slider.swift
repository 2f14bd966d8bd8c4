public import Localization
import LocatedJSON
public import Simulator
import Timelines

/// A value of a scenario that the learner can move: what it can be, and where it stands at first.
///
/// In the scenario `"$rtt"` stands where the value of the slider `rtt` goes.
public struct Slider: Equatable, Sendable {
    /// Unique in its scene.
    public var id: String
    /// What it is the value of: `one-way delay`.
    public var name: LocalizedText
    /// What it can be, in order; each as the learner reads it.
    public var values: [LocalizedText]
    /// Where it stands at first, an index in ``values``.
    public var start: Int
    /// The same values as they are written.
    let written: [JSONNode]

    /// How a value is written on a command line: the string itself, or the number.
    public func notation(of place: Int) -> String { written[place].notation }
}

/// The sliders of a scene, and the scenario for each place of each.
public struct Sliders: Equatable, Sendable {
    /// In the order in which the author lists them; never empty.
    public let list: [Slider]
    /// The scenario, with `"$id"` where their values go.
    let written: JSONNode
    /// How long a bit is on a link that does not say.
    let delay: Span

    /// Where each stands at first.
    public var start: [Int] { list.map(\.start) }

    /// The scenario when the sliders stand at these places, for each an index in its values.
    ///
    /// - Parameter places: What is out of range counts as the nearest.
    /// - Returns: `nil` when the scenario has a fault then.
    public func scenario(at places: [Int]) -> Scenario? {
        Reading.scenario(delay: delay).read(node(at: places), FaultLog(file: ""))
    }

    /// The scenario as it would be written without sliders.
    func node(at places: [Int]) -> JSONNode {
        let values = zip(list, places).map { slider, place in
            (slider.id, slider.written[min(max(place, 0), slider.written.count - 1)])
        }
        return written.sliding(Dictionary(values) { first, _ in first })
    }
}

extension Simulation {
    /// The same with the sliders at these places; `nil` without sliders, or when the scenario has a fault then.
    public func sliding(to places: [Int]) -> Simulation? {
        guard let scenario = sliders?.scenario(at: places) else { return nil }
        var slid = self
        slid.scenario = scenario
        return slid
    }
}

extension JSONNode {
    /// A string or a whole number as one would type it; empty for anything else.
    var notation: String { string ?? integer.map(String.init) ?? "" }

    /// The id of the slider whose value goes here: `rtt` for `"$rtt"`.
    var sliderID: String? {
        guard let text = string, text.utf8.first == UInt8(ascii: "$") else { return nil }
        let id = text.dropFirst()
        return !id.isEmpty && id.utf8.allSatisfy(Reading<String>.isIDByte) ? String(id) : nil
    }

    /// Every node in here that stands for the value of a slider, with the slider's id.
    var sliderUses: [(id: String, node: JSONNode)] {
        switch value {
        case .object(let members): members.flatMap(\.value.sliderUses)
        case .array(let elements): elements.flatMap(\.sliderUses)
        case .string: sliderID.map { [($0, self)] } ?? []
        case .number, .bool, .null: []
        }
    }

    /// The same with values in the places of sliders.
    fileprivate func sliding(_ values: [String: JSONNode]) -> JSONNode {
        switch value {
        case .object(let members):
            JSONNode(
                .object(members.map { Member($0.key, keyPlace: $0.keyPlace, $0.value.sliding(values)) }), at: place)
        case .array(let elements): JSONNode(.array(elements.map { $0.sliding(values) }), at: place)
        case .string: sliderID.flatMap { values[$0] } ?? self
        case .number, .bool, .null: self
        }
    }
}
