import Simulator

/// How much a course may hold, so that no file, however odd, keeps the program busy or full.
///
/// Each limit is far beyond what can be drawn or would be watched, and is told where it is passed.
enum CourseLimits {
    /// Participants of a scripted scene, and hosts, routers or switches of a scenario, each.
    static let participants = 64
    /// Links of a scenario.
    static let links = 256
    /// Calls of all programs in a scenario.
    static let calls = 500
    /// Incidents of a scenario.
    static let incidents = 500
    /// Steps of a simulated scene.
    static let steps = 1000
    /// Pictures of a scene.
    static let pictures = 8
    /// Connections of a host of which quantities are recorded, oldest first.
    static let measuredConnections = Scenario.measuredConnections
    /// Sliders of a scene.
    static let sliders = 4
    /// Fewer values are nothing to move between.
    static let fewestSliderValues = 2
    /// Values of a slider.
    static let sliderValues = 12
    /// Variants of a lesson.
    static let variants = 64
    /// Challenges of a lesson.
    static let challenges = 64
    /// Lessons that are best known before a lesson.
    static let neededLessons = 8
    /// Questions of a quiz.
    static let questions = 1000
    /// Points of an answer that is said aloud; a digit ticks each.
    static let recallPoints = 9
    /// Hints of a question.
    static let hints = 9
    /// Tracks of a course.
    static let tracks = 200
    /// Bytes of any size: what a program sends at once, a buffer; in whole megabytes.
    static let sentBytes = 100_000_000
    /// Bytes of a page that a program serves, which is held in memory; in whole megabytes.
    static let servedBytes = 1_000_000
    /// Bytes of data in a segment that an incident puts in: as many as one packet carries over most links.
    static let segmentBytes = 1460
    /// Bytes of data in a UDP datagram: 65,535 less the headers of UDP and IP.
    static let datagramBytes = 65_507
    /// Occurrences (arrivals, timers, calls) in one simulation.
    static let sceneWork = Scenario.usualWorkLimit
    /// Occurrences in all simulations that reading one lesson takes.
    static let work = 1_000_000
}
