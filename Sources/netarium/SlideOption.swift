import Courseware

/// What `--slide` says: a slider and where it shall stand, as `rtt=50ms`.
enum SlideOption {
    /// Where the sliders of a scene stand then, or `nil` when nothing is said.
    ///
    /// Throws a sentence that says what is wrong.
    static func places(_ texts: [String], in scene: Scene) throws -> [Int]? {
        guard !texts.isEmpty else { return nil }
        guard let sliders = scene.simulation?.sliders else { throw CommandProblem.noSliders }
        var places = sliders.start
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else { throw CommandProblem.badSlide(text) }
            guard let index = sliders.list.firstIndex(where: { $0.id == parts[0] }) else {
                throw CommandProblem.unknownSlider(parts[0], among: sliders.list.map(\.id))
            }
            let notations = sliders.list[index].values.indices.map(sliders.list[index].notation)
            guard let place = notations.firstIndex(of: parts[1]) else {
                throw CommandProblem.unknownSlide(parts[1], among: notations)
            }
            places[index] = place
        }
        guard scene.simulation?.sliding(to: places) != nil else { throw CommandProblem.clashingSlides(texts) }
        return places
    }
}
