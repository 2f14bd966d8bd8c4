public import CellGrid
public import Courseware
import Timelines

extension Still {
    /// One of a lesson's steps as a picture.
    public struct StepPicture: Sendable {
        /// Which step it is, and when: `Step 3 of 11 (0.040 s)`.
        public var caption: String
        /// What is seen at its end.
        public var grid: Grid
    }

    /// What a picture shows of a lesson.
    public enum Subject: Sendable {
        /// The whole screen of the player.
        case player
        /// The ladder alone, as high as it needs to be.
        case ladder
    }

    /// Every step of a scene, in order; the end alone for a scene without steps.
    public func steps(
        of lesson: Lesson, in place: StillPlace, showing subject: Subject = .player, isTrueTime: Bool = false
    ) -> [StepPicture] {
        let player = player(of: lesson, at: place, isTrueTime: isTrueTime)
        let count = player.scene.steps.count
        return (count == 0 ? [player.lastPage] : Array(1...count)).map { page in
            var player = player
            player.jump(to: page)
            let clock = player.moment.instant.clock
            let caption =
                count == 0
                ? clock
                : appearance.say("Step \(page) of \(count) (\(clock))", "第\(page)步，共\(count)步（\(clock)）")
            return StepPicture(caption: caption, grid: picture(of: player, showing: subject))
        }
    }

    /// What `player` shows, or the part of it that is asked for.
    func picture(of player: PlayerScreen, showing subject: Subject) -> Grid {
        switch subject {
        case .player: frame(of: player)
        case .ladder: ladder(of: player)
        }
    }
}
