import LocatedJSON

/// The JSON Schema of sliders, and of the places in a scenario where their values go.
enum SliderSchema {
    static let definitions: [(String, SchemaNode)] = [
        (
            "sliders",
            SchemaNode.list(of: .ref("slider"), atMost: CourseLimits.sliders).titled(
                "Sliders", "Values of the scenario that the learner can move.")
        ),
        ("slider", slider), ("sliderPlace", place),
    ]

    private static let value = SchemaNode([("type", ["string", "integer"])]).matching(.wording)
        .adding("minimum", .integer(.min)).adding("maximum", .integer(.max))

    private static let slider = SchemaNode.object(
        "slider", "A value of the scenario that the learner can move; \"$id\" stands where it goes.",
        [
            .required("id", .ref("id"), "Id", "What stands behind the $ in the scenario.", examples: ["rtt"]),
            .required(
                "name", .ref("text"), "Name", "What the learner moves.",
                examples: [.object([("en", "One-way delay"), ("zh", "单程时延")])]),
            .required(
                "values", .list(of: value, atLeast: CourseLimits.fewestSliderValues, atMost: CourseLimits.sliderValues),
                "Values",
                "What it can be, in order; each is simulated when the lesson is checked.",
                examples: [["10ms", "50ms", "150ms"]]),
            .optional(
                "unit", .ref("text"), "Unit", "What whole numbers count.",
                examples: [.object([("en", "clients"), ("zh", "个客户端")])]),
            .optional(
                "start", value, "Start", "Where it stands at first; at the first value unless given.",
                examples: ["50ms"]),
        ])

    private static let place = SchemaNode.string(.sliderPlace)
        .titled("Place of a slider", "The id of a slider behind a $.")

    /// The same definitions, in which the value of a slider can stand for a duration, a size, a bandwidth or a number.
    static func sliding(_ definitions: [(String, SchemaNode)]) -> [(String, SchemaNode)] {
        definitions.map { name, node in (name, SchemaNode(sliding(node.json).members?.map { ($0.key, $0.value) } ?? []))
        }
    }

    private static func sliding(_ object: JSONNode) -> JSONNode {
        guard let members = object.members else { return object }
        return .object(
            members.map { member in
                guard member.key == "properties", let keys = member.value.members else {
                    return (member.key, member.value)
                }
                return (member.key, .object(keys.map { ($0.key, canSlide($0.value) ? eitherWay($0.value) : $0.value) }))
            })
    }

    private static func canSlide(_ key: JSONNode) -> Bool {
        if let reference = key["$ref"]?.string { return ["#/$defs/duration", "#/$defs/payload"].contains(reference) }
        let types = [key["type"]?.string].compactMap { $0 } + (key["type"]?.elements ?? []).compactMap(\.string)
        if types.contains("integer") { return true }
        let patterns = [SchemaPattern.size, .sizeOrAll, .bandwidth, .durationOrForever].map(\.expression)
        return key["pattern"]?.string.map(patterns.contains) ?? false
    }

    /// What is said of a key stays in front; what its value must be becomes the first of two possibilities.
    private static func eitherWay(_ key: JSONNode) -> JSONNode {
        let members = (key.members ?? []).map { ($0.key, $0.value) }
        let said = ["title", "description", "default", "examples"]
        return SchemaNode(members.filter { said.contains($0.0) })
            .adding("anyOf", [SchemaNode(members.filter { !said.contains($0.0) }), .ref("sliderPlace")]).json
    }
}
