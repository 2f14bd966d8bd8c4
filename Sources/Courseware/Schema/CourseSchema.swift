import Localization
import LocatedJSON

/// The JSON Schema of a course.
enum CourseSchema {
    static let document = CommonSchema.document(
        .course, course, [("id", CommonSchema.id), ("text", CommonSchema.text), ("track", track)])

    private static let course = SchemaNode.object(
        "course", "A course of netarium: what stands in 'course.json' beside its lessons and quizzes.",
        CommonSchema.header(.course, id: "The course's id for ever.") + [
            .required(
                "title", .ref("text"), "Title", "At most 36 cells wide; a Chinese character takes two.",
                examples: ["Home networks"]),
            .optional(
                "about", .ref("text"), "About", "One or two sentences: for whom it is, and what one learns.",
                examples: ["What happens between your sofa and the Internet."]),
            .optional(
                "languages", .list(of: .word(Language.allCases.map(\.rawValue)), atLeast: 1), "Languages",
                "The languages that its texts have; a missing wording in one of them is a warning. Left out, no text may lack one.",
                examples: [["en"]]),
            .optional(
                "tracks", .list(of: .ref("track"), atMost: CourseLimits.tracks), "Tracks",
                "The headings of its lessons, in order; other tracks follow by name."),
            .optional(
                "order", .whole(LessonHead.orders), "Order", "Its place among the courses.",
                usual: .integer(Int64(LessonHead.usualOrder)), examples: [10]),
        ])

    private static let track = SchemaNode.object(
        "track", "A heading, and the lessons below it.",
        [
            .required("id", .ref("id"), "Id", "What lessons write as their 'track'.", examples: ["wifi"]),
            .required("title", .ref("text"), "Title", "What the heading says.", examples: ["Wi-Fi"]),
            .optional(
                "about", .ref("text"), "About", "One or two sentences about the track.",
                examples: ["From the air to the wire."]),
            .optional(
                "lessons", .list(of: .ref("id")), "Lessons",
                "The ids of its lessons in order; others of the track follow by their own 'order'.",
                examples: [["nat", "port-forwarding"]]),
        ])
}
