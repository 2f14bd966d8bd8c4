import Localization
import LocatedJSON
import Timelines

/// The sliders that the author has written.
struct DeclaredSliders {
    /// Those that could be read, each with at least two values.
    var list: [Slider] = []
    /// Whether these are all; if not, a place for another one may be right.
    var isWhole = true
}

extension Reading where Value == DeclaredSliders {
    /// The sliders of a scene.
    static var sliders: Self {
        Reading { node, log in
            var used = UsedIDs(of: "the slider")
            let slider = Reading<Slider> { node, log in
                guard var object = ObjectReader(node, as: "a slider", log: log) else { return nil }
                let id = object.required("id", .identifier)
                if let id { used.use(id, at: object.place(of: "id"), log: log) }
                let name = object.required("name", .text)
                let values = object.required(
                    "values",
                    .list(
                        of: .sliderValue, atLeast: CourseLimits.fewestSliderValues, atMost: CourseLimits.sliderValues))
                let unit = object.optional("unit", .text)
                let start = object.optional("start", .sliderValue)
                object.finish()
                // Of values that cannot be read each has been reported, and so has it that there are too few.
                guard let id, let name, let values, values.count >= CourseLimits.fewestSliderValues else { return nil }
                let words = values.map { $0.words(unit) }
                let place = start.map { values.firstIndex(of: $0) } ?? 0
                if place == nil, let start = start {
                    log.report(
                        CourseFault.unknownStart(start.notation, known: values.map(\.notation)),
                        at: object.place(of: "start"))
                }
                return Slider(id: id, name: name, values: words, start: place ?? 0, written: values)
            }
            let list = Reading<[Slider]>.list(of: slider, atMost: CourseLimits.sliders).read(node, log)
            return DeclaredSliders(list: list ?? [], isWhole: list.map { $0.count == node.elements?.count } ?? false)
        }
    }
}

extension Reading where Value == JSONNode {
    /// A value that a slider can have: whether it fits is judged where it goes.
    fileprivate static var sliderValue: Self {
        Reading { node, log in
            if node.string != nil { return Reading<String>.wording.read(node, log).map { _ in node } }
            let number = Reading<Int64>("a string or a whole number") { $0.integer }
            return number.read(node, log).map { _ in node }
        }
    }
}

extension JSONNode {
    /// A value as the learner reads it: `30 ms`, `5 clients`.
    fileprivate func words(_ unit: LocalizedText?) -> LocalizedText {
        if let string { return LocalizedText(Span(string)?.text ?? string) }
        let number = notation
        guard let unit else { return LocalizedText(number) }
        return LocalizedText(wording: { language in
            language == .english ? "\(number) \(unit(language))" : "\(number)\(unit(language))"
        })
    }
}

extension Sliders {
    /// The sliders that a scenario has a place for; `nil` when there are none.
    ///
    /// A place for a slider that nobody declared is reported, unless it may be one that could not be read.
    static func used(
        in scenario: JSONNode, among declared: DeclaredSliders, delay: Span, _ log: FaultLog
    ) -> (sliders: Sliders?, areKnown: Bool) {
        let uses = scenario.sliderUses
        var areKnown = true
        for use in uses where !declared.list.contains(where: { $0.id == use.id }) {
            areKnown = false
            if declared.isWhole {
                log.report(CourseFault.unknownSlider(use.id, known: declared.list.map(\.id)), at: use.node.place)
            }
        }
        let list = declared.list.filter { slider in uses.contains { $0.id == slider.id } }
        return (list.isEmpty ? nil : Sliders(list: list, written: scenario, delay: delay), areKnown)
    }
}
