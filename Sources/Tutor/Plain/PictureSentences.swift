import CellGrid
import Courseware
import Ladder
import Timelines

/// What the pictures of a scene show, in words, where the player stops to show it.
///
///              Picture: Client: cwnd 14600 B, ssthresh 7300 B
struct PictureSentences {
    private let scene: Scene
    private let appearance: Appearance
    /// The moments at which the player stops, each with the last event that has happened then.
    private let stops: [(last: Int, moment: Moment)]
    /// What was told last.
    private var told = PictureStack.Told()

    init(_ scene: Scene, _ appearance: Appearance) {
        self.scene = scene
        self.appearance = appearance
        let hasPictures = scene.pictures.contains { $0.isDrawable(in: scene.timeline) }
        stops = hasPictures ? scene.stops.map { ($0.happened - 1, $0) } : []
    }

    /// The sentences that are new when the player stops after an event; none where it does not.
    mutating func news(after event: Int) -> [String] {
        guard let stop = stops.last(where: { $0.last == event }) else { return [] }
        let stack = PictureStack(
            scene.pictures, scene.timeline, at: stop.moment, columns: 0, settings: appearance.ladder)
        return stack.news(since: &told).map { appearance.say("Picture: ", "图：") + $0 }
    }
}
