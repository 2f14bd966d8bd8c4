/// What a key, a click or a wheel can make the program do.
///
/// Keys are bound to actions in ``KeyMap``; nothing else looks at key codes, except where the learner types text.
public enum Action: Hashable, Sendable {
    // Everywhere
    case help, switchLanguage, toggleMotion, back, quit, saveElsewhere
    // Lists and texts
    case up, down, pageUp, pageDown, first, last, choose
    // Catalogue
    case openQuiz, find, resume, review, interview, diagnose, decline, openProgress
    // Before an interview
    case more, less
    // Player: time
    case stepForward, stepBack, playOrPause, toStart, toEnd, faster, slower, nextEvent, previousEvent
    case seek(tenths: Int)
    // Player: the picture
    case cursorUp, cursorDown, details, goToCursor, trueTime, zoomIn, zoomOut, panLeft, panRight
    case nextScene, previousScene, compare, predict, why, nextPicture
    // Player: what the learner changes
    case drop, delay, duplicate, overtake, undo, changes, remove, challenges, hint, sliders
    // Packet
    case switchPane
    // Quiz
    case scrollUp, scrollDown
    case mark, pick(Int), showMe, nextQuestion, giveUp, retryWrong, clear
    // Preview
    case edit, nextFault, previousFault, skipQuestion, previousQuestion
}
