import Timelines

extension Starter {
    /// Questions that a learner answers on the ladders of a lesson, as far as the lesson has what they need.
    static func sceneQuestions(of lesson: Lesson) -> String {
        guard let scene = lesson.scenes.first else { return "" }
        let timeline = scene.timeline, id = quoted(lesson.id)
        let told = timeline.events.indices.filter { event in
            timeline.events[event].anchor != nil && timeline.pointedEvent(for: event) == event
        }
        var questions: [String] = []
        if let event = told.last, let anchor = timeline.events[event].anchor {
            questions.append(pointing(lesson: id, at: quoted(anchor)))
        }
        let steps = Set(scene.steps.map(\.event))
        if let event = told.last(where: { steps.contains($0) && timeline.words(forEvent: $0) != nil }),
            event > 0, let anchor = timeline.events[event].anchor
        {
            questions.append(predicting(lesson: id, at: quoted(anchor)))
        }
        if let challenge = lesson.challenges.first {
            questions.append(
                """
                    { "id": "bring-it-about", "kind": "challenge", "lesson": \(id), "challenge": \(quoted(challenge.id)) }
                """)
        }
        return questions.map { ",\n" + $0 }.joined()
    }

    private static func pointing(lesson: String, at anchor: String) -> String {
        #"""
            { "id": "point-at-it", "kind": "point",
              "ask": { "en": "`point`: find this event on the ladder.", "zh": "`point`：在时序图上找到这个事件。" },
              "scene": { "lesson": \#(lesson) }, "at": \#(anchor),
              "because": {
                "en": "`at` names the right event, or several. `wrong` lists others with the reason why they are not it.",
                "zh": "`at`指明正确的事件，可以不止一个。`wrong`列出其他事件，并说明为什么不是。" },
              "cite": "RFC 9293 §3.5" }
        """#
    }

    private static func predicting(lesson: String, at anchor: String) -> String {
        #"""
            { "id": "what-comes", "kind": "predict", "moment": { "lesson": \#(lesson), "at": \#(anchor) } }
        """#
    }
}
