/// The characters that views draw structure with, each one cell wide.
///
/// Two tables with the same fields: ``unicode``, of characters that common terminal fonts have, and ``ascii``, which is
/// also for terminals that draw ambiguous-width characters two cells wide. Choose by ``Charset/glyphs``.
public struct Glyphs: Hashable, Sendable {
    /// Lines of boxes, rules and lifelines.
    public let horizontal, vertical: Character
    /// Lines of what is still to come.
    public let dashedHorizontal, dashedVertical: Character
    /// The line of a message on its way.
    public let heavyHorizontal: Character
    /// The line of a timer that runs.
    public let heavyVertical: Character
    /// Corners of boxes.
    public let topLeft, topRight, bottomLeft, bottomRight: Character
    /// Where a line ends at another: `teeLeft` (`├`) is the left end of a rule, `teeTop` (`┬`) hangs from a box's edge.
    public let teeLeft, teeRight, teeTop, teeBottom: Character
    /// Where lines cross.
    public let cross: Character
    /// Heads of arrows.
    public let arrowLeft, arrowRight, arrowUp, arrowDown: Character
    /// Where a message begins that the learner has done something to.
    public let tampered: Character
    /// Where a lost message ends.
    public let lost: Character
    /// A lifeline whose participant is at work, and one at work inside of work.
    public let work, innerWork: Character
    /// Where a lifeline ends.
    public let destroyed: Character
    /// A lifeline while time passes that is not shown.
    public let gap: Character
    /// Where a message comes from, or goes to, that is not shown.
    public let outside: Character
    /// How much of a lesson is done.
    public let done, partlyDone, new: Character
    /// Before the row that is selected.
    public let pointer: Character
    /// Progress and time bars.
    public let progressFull, progressEmpty: Character
    /// Places in a queue.
    public let slotFull, slotEmpty: Character
    /// Where the hand of a dial stood before.
    public let former: Character
    /// Parts of a sequence space: over and done with, under way, allowed, not allowed yet.
    public let spaceDone, spaceSent, spaceOpen, spaceClosed: Character
    /// Right and wrong answers.
    public let check, wrong: Character
    /// A choice among several, where more than one may be right.
    public let checkboxOn, checkboxOff: Character
    /// A choice among several, where one is right.
    public let radioOn, radioOff: Character
    /// The present on the time bar.
    public let knob: Character
    /// What the player is doing.
    public let playing, paused: Character
    /// There is more to see in this direction.
    public let moreLeft, moreRight, moreUp, moreDown: Character
    /// Names of the cursor keys.
    public let keyLeft, keyRight, keyUp, keyDown: Character
    /// A message encrypted under handshake keys, and one under application keys.
    public let handshakeLock, lock: Character
    /// Between facts of one line, and between a place and the place inside it.
    public let separator, breadcrumb: Character
    /// Before each of several remarks.
    public let bullet: Character
    /// Instead of what there is no room for.
    public let ellipsis: Character
    /// After a factor: `2×`.
    public let times: Character

    /// For terminals that draw every character as wide as the C library says.
    public static let unicode = Glyphs { unicode, _ in unicode }
    /// For every terminal.
    public static let ascii = Glyphs { _, ascii in ascii }

    private init(choose: (_ unicode: Character, _ ascii: Character) -> Character) {
        horizontal = choose("─", "-")
        vertical = choose("│", "|")
        dashedHorizontal = choose("╌", ".")
        dashedVertical = choose("┊", ":")
        heavyHorizontal = choose("━", "=")
        heavyVertical = choose("┃", "!")
        topLeft = choose("┌", "+")
        topRight = choose("┐", "+")
        bottomLeft = choose("└", "+")
        bottomRight = choose("┘", "+")
        teeLeft = choose("├", "+")
        teeRight = choose("┤", "+")
        teeTop = choose("┬", "+")
        teeBottom = choose("┴", "+")
        cross = choose("┼", "+")
        arrowLeft = choose("◀", "<")
        arrowRight = choose("▶", ">")
        arrowUp = choose("▲", "^")
        arrowDown = choose("▼", "v")
        tampered = choose("✶", "*")
        lost = choose("✗", "X")
        work = choose("┃", "H")
        innerWork = choose("█", "#")
        destroyed = choose("╳", "X")
        gap = choose("⋮", ":")
        outside = choose("●", "o")
        done = choose("●", "*")
        partlyDone = choose("◐", "o")
        new = choose("○", ".")
        pointer = choose("▸", ">")
        progressFull = choose("█", "#")
        progressEmpty = choose("░", "-")
        slotFull = choose("▮", "#")
        slotEmpty = choose("▯", ".")
        former = choose("○", "o")
        spaceDone = choose("█", "#")
        spaceSent = choose("▓", "=")
        spaceOpen = choose("░", "-")
        spaceClosed = choose("·", ".")
        check = choose("✓", "+")
        wrong = choose("✗", "x")
        checkboxOn = choose("■", "x")
        checkboxOff = choose("□", ".")
        radioOn = choose("●", "*")
        radioOff = choose("○", ".")
        knob = choose("●", "O")
        playing = choose("▶", ">")
        paused = choose("‖", "=")
        moreLeft = choose("◂", "<")
        moreRight = choose("▸", ">")
        moreUp = choose("▴", "^")
        moreDown = choose("▾", "v")
        keyLeft = choose("←", "<")
        keyRight = choose("→", ">")
        keyUp = choose("↑", "^")
        keyDown = choose("↓", "v")
        handshakeLock = choose("◇", "%")
        lock = choose("◆", "@")
        separator = choose("·", "-")
        breadcrumb = choose("›", ">")
        bullet = choose("•", "-")
        ellipsis = choose("…", "~")
        times = choose("×", "x")
    }
}
