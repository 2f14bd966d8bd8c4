import Courseware
import Timelines

extension PlayerScreen {
    /// The same look at a lesson that its author has changed: the same scene, the same step and, as far as it still
    /// exists, the same instant.
    ///
    /// - Parameters:
    ///   - lesson: The lesson as it reads now.
    ///   - seed: Where a question that is open is drawn from.
    /// - Returns: A player of that lesson, at its beginning when the scene is gone.
    func renewed(with lesson: Lesson, seed: UInt64) -> PlayerScreen {
        let place = sceneIn(lesson, sceneIndex)
        var fresh = PlayerScreen(lesson, scene: place ?? 0)
        fresh.speed = speed
        fresh.isTrueTime = isTrueTime
        fresh.zoom = zoom
        fresh.pan = pan
        fresh.predicts = predicts
        let compared = comparedScene.flatMap { sceneIn(lesson, $0) }
        fresh.comparedScene = compared == fresh.sceneIndex ? nil : compared
        guard place != nil else { return fresh }
        fresh.repeatChanges(of: self)
        fresh.takePlace(of: self)
        if fresh.timeline == timeline {
            fresh.cursor = cursor
            fresh.showsDetails = showsDetails
            fresh.sheet = sheet
        } else {
            let anchor = cursor.flatMap { timeline.events.indices.contains($0) ? timeline.events[$0].anchor : nil }
            fresh.cursor = anchor.flatMap { fresh.timeline.event(anchored: $0) }
        }
        if case .challenges(let list) = sheet {
            let last = lesson.challenges.count - 1
            fresh.sheet =
                last < 0 ? nil : .challenges(ChallengeList(row: min(list.row, last), showsHint: list.showsHint))
        }
        fresh.reopenQuestion(of: self, seed: seed)
        return fresh
    }

    /// Where a scene of this lesson is in another one.
    private func sceneIn(_ lesson: Lesson, _ index: Int) -> Int? {
        guard self.lesson.scenes.indices.contains(index) else { return nil }
        let id = self.lesson.scenes[index].id
        return lesson.scenes.firstIndex { $0.id == id }
    }

    /// Makes the same changes to the simulated scene, in the same challenge.
    private mutating func repeatChanges(of former: PlayerScreen) {
        if let place = former.challenge, former.lesson.challenges.indices.contains(place) {
            let id = former.lesson.challenges[place].id
            challenge = lesson.challenges.firstIndex { $0.id == id }
            sawSolution = challenge != nil && former.sawSolution
        }
        if let places = former.sliding, former.sliders.map(\.values) == sliders.map(\.values) { slide(to: places) }
        if !former.changes.isEmpty, original.simulation != nil { change(to: former.changes.faults) }
        comparesClean = former.comparesClean && changeCount > 0
    }

    /// Goes to the page that was shown, and within it to the instant.
    private mutating func takePlace(of former: PlayerScreen) {
        let steps = scene.steps.count
        if former.page <= 0 {
            jump(to: 0)
        } else if former.page >= former.lastPage {
            jump(to: lastPage)
        } else {
            let place = StepMatch(former: former.scene, present: scene).place(of: former.page - 1)
            jump(to: place.map { $0 + 1 } ?? min(former.page, steps + 1))
            textScroll = former.textScroll
        }
        if former.show != former.stop(of: former.page) { takeInstant(of: former) }
        isPlaying = former.isPlaying
        readingLeft = former.readingLeft
        isAnimating = former.isAnimating && show < stop(of: page)
    }

    /// Shows the instant that was shown, within the page.
    private mutating func takeInstant(of former: PlayerScreen) {
        guard timeline != former.timeline else {
            show = min(former.show, pacing.length)
            return
        }
        let wanted = pacing.show(at: timeline.moment(at: former.moment.instant))
        let first = page > 0 ? stop(of: page - 1) : 0
        let isBeyond = former.show > former.stop(of: former.page)
        show = min(max(wanted, first), max(isBeyond ? pacing.length : stop(of: page), first))
    }

    /// Asks again what was being asked, with the pointer where it was.
    private mutating func reopenQuestion(of former: PlayerScreen, seed: UInt64) {
        verdict = page == former.page ? former.verdict : nil
        guard let open = former.question else { return }
        guard former.pageAfterQuestion == nil else {
            // What comes of a change is asked about the very timeline that was changed.
            guard timeline == former.timeline else { return }
            question = open
            pageAfterQuestion = former.pageAfterQuestion
            return
        }
        question = Self.posed(scene, in: lesson, step: page, seed: seed).map(OpenQuestion.init)
        question?.move(open.row)
    }
}
