import Localization
import LocatedJSON
import Timelines

extension CourseFault {
    /// The fault in words: what, the offending word in quotes, the way out.
    var message: String {
        switch self {
        case .unknownFormat(let format): return "format \(format) is not known; this program reads format 1"
        case .idIsNotFileName(let id, let file): return "the id '\(id)' and the file name '\(file)' must be the same"
        case .malformedID(let id): return "'\(id)' is no id; ids are lower-case letters, digits and hyphens"
        case .repeatedID(let id, let what, let line): return "\(what) '\(id)' is already there, on line \(line)"
        case .reservedID(let id): return "'\(id)' is the lesson's own timeline; give the variant another id"
        case .takenDocumentID(let id, let file): return "the id '\(id)' is taken by \(file), which is used instead"
        case .shadowedDocumentID(let id, let file):
            return "the id '\(id)' is taken by \(file), which comes first; this file is left out"
        case .takenCourseID(let id, let file):
            return "the course '\(id)' is also in \(file), which comes first; the lessons of both stand there"
        case .missingSchema(let schema):
            return "no '$schema'; with '\"$schema\": \"\(schema)\"' an editor completes and checks what one types"

        case .emptyText: return "the text is empty; leave the key out or say something"
        case .unknownLanguage(let tag): return "no language '\(tag)'" + hint(tag, ["en", "zh"])
        case .missingLanguage(let tag): return "the text has no '\(tag)'; a plain string stands for every language"
        case .controlCharacter(let scalar):
            return "the text holds control character U+\(String(scalar.value, radix: 16, uppercase: true)); remove it"
        case .openCodeSpan: return "a ` has no second one; code needs one on either side"
        case .wideTitle(let cells, let limit):
            return "the title takes \(cells) cells of at most \(limit) (a Chinese character takes two)"
        case .staleTranslation(let disagreements): return Self.words(for: disagreements)
        case .malformedCitation(let text):
            if let meant = Citation(text).corrected { return "'\(text)' is no citation; write it as '\(meant.text)'" }
            return "'\(text)' is no citation; write it as 'RFC 9293 §3.5', 'listen(2)', 'Linux tcp_syn_retries', "
                + "'measured: Linux 6.18' or 'https://…'"

        case .malformedDuration(let text):
            return
                "'\(text)' is no duration; write a number and its unit, one of us, ms, s, min, h: '40ms', '1.5s', '2h'"
        case .longDuration(let text): return "'\(text)' is longer than a day; nobody will wait for it"
        case .emptyTimeline: return "nothing happens; a timeline needs at least one entry that is no pause"
        case .unknownParticipant(let name, let known): return "no participant is named '\(name)'" + hint(name, known)
        case .noVerb:
            return "a timeline entry needs one of "
                + ScriptVerb.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        case .secondVerb(let verb, let first): return "'\(verb)' needs an entry of its own; this one has '\(first)'"
        case .noMoment(let key, let verb):
            return "'\(key)' needs one thing that happens, and '\(verb)' is none; put it on another entry"
        case .keyWithoutSay(let key): return "'\(key)' belongs to a step, and this entry has no 'say'"
        case .afterAndWhen: return "'after' and 'when' exclude each other; keep one"
        case .pastWhen(let when, let clock): return "\(when.text) is over; what comes before ends at \(clock.text)"
        case .malformedField(let name): return "the field '\(name)' must be a string or a whole number"
        case .unknownSpotlight(let name, let known): return "the message has no field '\(name)'" + hint(name, known)
        case .unclearTimer: return "a timer needs exactly one of 'starts', 'cancelled', 'fires'"
        case .timerNotRunning(let name, let owner, let known):
            return "no timer '\(name)' is running at '\(owner)'" + hint(name, known)
        case .timerRanOut(let name, let expiry, let clock):
            return "the timer '\(name)' runs out at \(expiry.text), and it is already \(clock.text)"
        case .timerNeverEnds(let name, let expiry):
            return
                "the timer '\(name)' runs out at \(expiry.text), and nothing comes of it; let it fire or be cancelled"
        case .emptyTableChange: return "a table needs at least one of 'set', 'remove', 'slots'"
        case .unknownRow(let row, let known): return "the table has no row '\(row)' at this time" + hint(row, known)
        case .unitOfTime: return "a duration has its unit in itself; leave 'unit' out"
        case .emptyPiece(let first, let last):
            return
                "[\(first), \(last)] is no piece of a sequence space; write its first number and the one after its last"
        case .unseenQuantity:
            return "nothing happens after this, so nobody sees the value; let something follow, or write it before"
        case .unknownQuantity(let name, let known):
            return "nobody has a quantity '\(name)'" + hint(name, known)
        case .quantityWithoutValue(let name, let owner, let elsewhere):
            let others = elsewhere.map { "'\($0)'" }.joined(separator: ", ")
            return "the quantity '\(name)' never has a value at '\(owner)', so there is nothing to draw"
                + (elsewhere.isEmpty ? "" : "; it has one at \(others)")
        case .mixedUnits(let one, let other):
            return "'\(one)' and '\(other)' do not count the same; draw each in a picture of its own"
        case .scriptedRecord:
            return
                "a script does not say what a host has on record; draw it in a simulated scene ('scenario'), or draw its numbers ('sequence')"
        case .pictureWithoutConnection(let number, let owner, let count):
            let known = count == 0 ? "no connection at all" : count == 1 ? "one connection" : "\(count) connections"
            return "'\(owner)' never has a connection \(number), so there is nothing to draw; it has \(known)"
        case .pictureWithoutStates(let owner, let isScripted):
            return "'\(owner)' is never in a state of TCP, so there is nothing to draw"
                + (isScripted ? "; write its states, such as { \"state\": \"ESTABLISHED\", \"at\": \"\(owner)\" }" : "")
        case .fullTable(let table, let rows, let slots):
            return "the table '\(table)' would hold \(rows) rows; it has room for \(slots)"
        case .tooManyEvents(let limit): return "more than \(limit) things happen; nobody will watch them"
        case .tooManyFrames(let limit):
            return "more than \(limit) loops, groups and the like; nobody can keep them apart"
        case .noEnds: return "a message needs 'from', 'to' or both; without one of them it comes from, or goes, outside"
        case .noArrival(let key): return "'\(key)' is about the receiver, and this message reaches none; leave it out"
        case .noSender("to"): return "a broadcast needs a sender among the participants; name it with 'from'"
        case .noSender(let key):
            return "'\(key)' is about the sender, and this message comes from outside; leave it out"
        case .nobodyElse: return "'all' is everybody but the sender, and there is nobody else; add a participant"
        case .broadcastToSender(let name):
            return "'\(name)' sends this message; name those who receive it, or write '\"to\": \"all\"'"
        case .repeatedReceiver(let name): return "'\(name)' is in the list already; one frame reaches it once"
        case .listOfOne(let name): return "one receiver needs no list; write '\"to\": \"\(name)\"'"
        case .lostElsewhere(let name, let known):
            let receivers = known.map { "'\($0)'" }.joined(separator: ", ")
            return
                "the message does not go to '\(name)', so it cannot be lost on the way there; it goes to \(receivers)"
        case .notThereYet(let name):
            return "'\(name)' does not exist yet; a message with 'creates' must reach it first"
        case .gone(let name): return "'\(name)' is gone; after 'destroy' nothing happens there"
        case .existsAlready(let name):
            return "'\(name)' exists already; 'creates' belongs to the first message that reaches it"
        case .notActive(let name):
            return "'\(name)' is not active at this time; 'activates' or \"active\": true must come first"
        case .tooManyVariants(let limit):
            return "the alternatives of this timeline make more than \(limit) variants; leave some of them out"
        case .pointlessStep: return "nothing is seen between this step and the one before; join their texts"
        case .unusedParticipant(let id):
            return "nothing happens at the participant '\(id)'; leave it out, or let something happen there"
        case .repeatedScene(let id):
            return "the variant goes and is told exactly as the scene '\(id)'; change something in it, or leave it out"
        case .nonconforming(let violation): return violation.message
        case .nothingWrong(let document):
            return "nothing is wrong here by the rules of \(document.rawValue) that are checked; leave 'wrong' out"

        default: return questionMessage
        }
    }

    private var questionMessage: String {
        switch self {
        case .rightChoices(let count): return "\(count) choices are right; exactly one must be"
        case .noRightChoice: return "no choice is right; at least one must be"
        case .unexplainedChoice: return "a wrong choice needs a 'because' of its own"
        case .repeatedText(let text, let what): return "two \(what) read '\(text)'; nobody can tell them apart"
        case .malformedFormula(let fault): return fault.message
        case .unknownValue(let name, let known): return "no value '\(name)' is given" + hint(name, known)
        case .divisionByZero(let values) where values.isEmpty: return "the formula may divide by zero"
        case .divisionByZero(let values):
            let example = values.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(separator: ", ")
            return "the formula divides by zero when \(example)"
        case .formulaOverflow: return "the formula can go beyond 64 bits; narrow the ranges"
        case .mistakeIsRight(let text): return "the expected mistake '\(text)' is the right answer"
        case .repeatedMistake(let text):
            return "the expected mistake '\(text)' is there already; what is said here is never shown"
        case .unshownValue(let name):
            return "the answer needs '\(name)', and 'ask' does not show it; write '{\(name)}' there"
        case .malformedName(let name):
            return "'\(name)' is no name; names are a letter, then letters, digits, '-' and '_'"
        case .emptyRange(let low, let high): return "the range goes from \(low) down to \(high); swap them"
        case .unusedValue(let name): return "the value '\(name)' is given but not used"
        case .textInFormula(let name): return "'\(name)' is one of some texts, and a formula counts with whole numbers"
        case .unpairedPick(let name, let count):
            return
                "'with' goes with a value given before it that picks one of \(count) texts too, and '\(name)' does not"
        case .needsCompanion(let key, let other): return "'\(key)' belongs to '\(other)', which is not there"

        case .unknownLesson(let id, let known): return "there is no lesson '\(id)'" + hint(id, known)
        case .lessonOfOtherTrack(let id, let track, let listed):
            return "the lesson '\(id)' belongs to the track '\(track)'; list it there, or give it the track '\(listed)'"
        case .unknownQuiz(let id, let known): return "there is no quiz '\(id)'" + hint(id, known)
        case .unknownVariant(let id, let lesson, let known):
            return "the lesson '\(lesson)' has no variant '\(id)'" + hint(id, known)
        case .unknownMoment(let id, let scene, let known):
            return "no entry of \(scene) has the id '\(id)'" + hint(id, known)
        case .unknownChallenge(let id, let lesson, let known):
            return "the lesson '\(lesson)' has no challenge '\(id)'" + hint(id, known)
        case .missingLessonReference(let lesson):
            return "the lesson '\(lesson)' names this quiz, which does not name it; add '\"lesson\": \"\(lesson)\"'"
        case .missingQuizReference(let quiz):
            return "the quiz '\(quiz)' names this lesson, which does not name it; add '\"quiz\": \"\(quiz)\"'"
        case .crossedReference(let quiz, let lessons):
            let names = lessons.map { "'\($0)'" }.joined(separator: ", ")
            return "the quiz '\(quiz)' is named by \(names) and names another lesson; let them name each other"
        case .needsLater(let lesson):
            return "the lesson '\(lesson)' is to be known before this one and does not stand before it; "
                + "let its 'order' be smaller"
        default: return sceneQuestionMessage
        }
    }

    /// What is odd in two wordings: `'zh' has no 3, which stands in 'en'; …`.
    private static func words(for disagreements: [Translation.Disagreement]) -> String {
        let most = 4
        func list(_ pieces: [String]) -> String {
            let more = pieces.count > most ? " and \(pieces.count - most) more" : ""
            return pieces.prefix(most).joined(separator: ", ") + more
        }
        guard let first = disagreements.first else { return "" }
        if disagreements.count == 1 {
            return
                "'\(first.lacking.rawValue)' has no \(list(first.pieces)), which stands in '\(first.having.rawValue)'; "
                + "bring the languages together"
        }
        let halves = disagreements.map { "'\($0.having.rawValue)' has \(list($0.pieces))" }
        return "the languages disagree: \(halves.joined(separator: " and ")); bring them together"
    }

    /// The nearest of the known words, or all of them when they are few.
    func hint(_ word: String, _ known: [String]) -> String {
        if let meant = nearest(to: word, among: known) { return "; did you mean '\(meant)'?" }
        let words = known.prefix(100).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        guard (1...8).contains(words.count) else { return "" }
        return "; known are " + words.map { "'\($0)'" }.joined(separator: ", ")
    }
}

extension Expression.ParsingError.Fault {
    /// The fault in words.
    var message: String {
        switch self {
        case .empty: "the formula is empty"
        case .tooLong(let limit): "the formula is longer than \(limit) characters"
        case .tooDeep(let limit): "the formula has brackets more than \(limit) deep"
        case .operandExpected(nil): "the formula ends where a number or a name in braces should follow"
        case .operandExpected(let found?): "expected a number or a name in braces, found '\(found)'"
        case .operatorExpected(let found): "expected one of + - * / %, found '\(found)'"
        case .bracketNotClosed: "the bracket is not closed"
        case .badName(let name): "'\(name)' is no name; names are a letter, then letters, digits, '-' and '_'"
        case .numberTooLarge(let digits): "\(digits) is beyond 64 bits"
        }
    }
}
