import Localization
import LocatedJSON
import Timelines

extension Reading where Value == String {
    /// Lower-case letters, digits and hyphens.
    static var identifier: Self {
        Reading { node, log in
            guard let id = Reading<String>.string.read(node, log) else { return nil }
            guard !id.isEmpty, id.utf8.allSatisfy(isIDByte) else {
                log.report(CourseFault.malformedID(id), at: node.place)
                return nil
            }
            return id
        }
    }

    private static func isIDByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }

    /// One wording: not empty, without control characters.
    static var wording: Self {
        Reading { node, log in
            guard let text = Reading<String>.string.read(node, log) else { return nil }
            let survey = TextSurvey(text)
            guard !survey.isBlank else {
                log.report(CourseFault.emptyText, at: node.place)
                return nil
            }
            if let scalar = survey.firstControl { log.report(CourseFault.controlCharacter(scalar), at: node.place) }
            if !survey.codeMarks.isMultiple(of: 2) { log.report(CourseFault.openCodeSpan, at: node.place) }
            return text
        }
    }
}

extension Reading where Value == LocalizedText {
    /// A string, or one string per language with none missing.
    static var text: Self {
        Reading { node, log in
            guard let members = node.members else {
                guard node.string != nil else {
                    _ = Reading<String>("a text: a string, or an object with 'en' and 'zh'") { $0.string }.read(
                        node, log)
                    return nil
                }
                return Reading<String>.wording.read(node, log).map { LocalizedText($0) }
            }
            var known = 0, read = 0
            let text = LocalizedText(wording: { language in
                guard let member = members.first(where: { $0.key == language.rawValue }) else {
                    log.report(CourseFault.missingLanguage(language.rawValue), at: node.head)
                    return nil
                }
                known += 1
                guard let wording = Reading<String>.wording.read(member.value, log) else { return nil }
                read += 1
                return wording
            })
            if known < members.count {
                for member in members where Language(rawValue: member.key) == nil {
                    log.report(CourseFault.unknownLanguage(member.key), at: member.keyPlace)
                }
            }
            if log.isThorough, read == Language.allCases.count, let translation = Translation(text) {
                let odd = translation.disagreements
                let place = odd.first.flatMap { node[$0.lacking.rawValue]?.place }
                if let place { log.report(CourseFault.staleTranslation(odd), at: place) }
            }
            return read == 0 ? nil : text
        }
    }

    /// A text that fits a line of the catalogue.
    static func title(cells limit: Int) -> Self {
        Reading { node, log in
            guard let title = Self.text.read(node, log) else { return nil }
            for (language, wording) in title.wordings where DisplayWidth.of(wording) > limit {
                let place = language.flatMap { node[$0.rawValue]?.place } ?? node.place
                log.report(CourseFault.wideTitle(cells: DisplayWidth.of(wording), limit: limit), at: place)
            }
            return title
        }
    }
}

extension Reading where Value == Span {
    /// The longest duration that a script may ask for.
    private static var longest: Span { .seconds(24 * 60 * 60) }

    /// A length of time with its unit; no time at all for one that cannot be read, so that the script goes on.
    static var duration: Self {
        Reading { node, log in
            guard let text = Reading<String>("a duration such as \"40ms\"", { $0.string }).read(node, log) else {
                return nil
            }
            guard let span = Span(text) else {
                log.report(CourseFault.malformedDuration(text), at: node.place)
                return nil
            }
            guard span <= longest else {
                log.report(CourseFault.longDuration(span), at: node.place)
                return nil
            }
            return span
        }
    }
}

extension Reading where Value == [Citation] {
    /// One citation or a list of them.
    static var citations: Self {
        Reading { node, log in
            let one = Reading<Citation> { node, log in
                guard let text = Reading<String>("a citation such as \"RFC 9293 §3.5\"", { $0.string }).read(node, log)
                else {
                    return nil
                }
                let citation = Citation(text)
                if !citation.isWellFormed { log.report(CourseFault.malformedCitation(text), at: node.place) }
                return citation
            }
            guard node.elements == nil else { return Reading.list(of: one, atLeast: 1).read(node, log) }
            return one.read(node, log).map { [$0] }
        }
    }
}

extension Reading where Value == Int64 {
    /// The version of the format, of which there is one.
    static var format: Self {
        Reading { node, log in
            guard let format = Reading.wholeNumber.read(node, log) else { return nil }
            if format != 1 { log.report(CourseFault.unknownFormat(format), at: node.place) }
            return format
        }
    }
}

extension Reading where Value == [Choice] {
    /// Choices of which exactly one, or at least one, is right.
    static func choices(exactlyOneRight: Bool) -> Self {
        Reading { node, log in
            var seen = SeenTexts("choices")
            let choice = Reading<Choice> { node, log in
                guard var object = ObjectReader(node, as: "a choice", log: log) else { return nil }
                let text = object.required("text", .text)
                let isRight = object.optional("right", .bool) ?? false
                let because = object.optional("because", .text)
                if !isRight, !object.has("because") { log.report(CourseFault.unexplainedChoice, at: node.head) }
                object.finish()
                guard let text else { return Choice(text: "", isRight: isRight, because: because) }
                seen.see(text, at: object.place(of: "text"), log)
                return Choice(text: text, isRight: isRight, because: because)
            }
            guard let choices = Reading.list(of: choice, atLeast: 2).read(node, log) else { return nil }
            let right = choices.count(where: \.isRight)
            if exactlyOneRight, right != 1 { log.report(CourseFault.rightChoices(right), at: node.head) }
            if !exactlyOneRight, right == 0 { log.report(CourseFault.noRightChoice, at: node.head) }
            return choices
        }
    }
}

extension Reading where Value == Prediction {
    /// A question about what comes next.
    static var prediction: Self {
        Reading { node, log in
            guard var object = ObjectReader(node, as: "an 'ask'", log: log) else { return nil }
            let question = object.required("question", .text)
            let choices = object.required("choices", .choices(exactlyOneRight: true))
            object.finish()
            guard let question, let choices else { return nil }
            return Prediction(question: question, choices: choices)
        }
    }
}
