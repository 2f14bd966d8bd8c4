import Captures
import CellGrid
import Courseware
import Localization
import LocatedJSON
import NcursesTerminal
import Simulator

extension CommandProblem.Kind {
    fileprivate var name: LocalizedText {
        switch self {
        case .lesson: LocalizedText(en: "lesson", zh: "课程")
        case .quiz: LocalizedText(en: "quiz", zh: "测验")
        case .variant: LocalizedText(en: "variant", zh: "情形")
        case .challenge: LocalizedText(en: "challenge", zh: "挑战")
        }
    }
}

extension CommandProblem {
    /// The sentence for standard error: what, the offending value in quotes, the way out.
    var message: LocalizedText {
        switch self {
        // What is not there.
        case .unknownCommand(let word, _, isLesson: true):
            return LocalizedText(
                en: "'\(word.sanitized)' is a lesson; open it with 'netarium play \(word.sanitized)'",
                zh: "“\(word.sanitized)”是一课；请用`netarium play \(word.sanitized)`打开")
        case .unknownCommand(let word, _, _) where word.hasSuffix(".json"):
            return LocalizedText(
                en: "'\(word.sanitized)' is no command; look at a file with 'netarium preview \(word.sanitized)'",
                zh: "“\(word.sanitized)”不是命令；请用`netarium preview \(word.sanitized)`查看文件")
        case .unknownCommand(let word, let known, _):
            let meant = nearest(to: word, among: known)
            return LocalizedText(
                en: "there is no command '\(word.sanitized)'" + (meant.map { "; did you mean '\($0)'?" } ?? "")
                    + " ('netarium help' names them all)",
                zh: "没有命令“\(word.sanitized)”" + (meant.map { "；是不是“\($0)”？" } ?? "") + "（`netarium help`列出全部）")
        case .unknown(let kind, let id, let known):
            let meant = nearest(to: id, among: known)
            return LocalizedText(
                en: "there is no \(kind.name(.english)) '\(id.sanitized)'"
                    + (meant.map { "; did you mean '\($0)'?" } ?? "") + " ('netarium list' names them all)",
                zh: "没有\(kind.name(.chinese))“\(id.sanitized)”" + (meant.map { "；是不是“\($0)”？" } ?? "")
                    + "（`netarium list`列出全部）")
        case .unknownTrack(let id, let known):
            let meant = nearest(to: id, among: known), names = known.map(\.sanitized)
            return LocalizedText(
                en: "there is no track '\(id.sanitized)'"
                    + (meant.map { "; did you mean '\($0)'?" }
                        ?? (names.isEmpty ? "" : "; there are " + names.joined(separator: ", "))),
                zh: "没有主题“\(id.sanitized)”"
                    + (meant.map { "；是不是“\($0)”？" } ?? (names.isEmpty ? "" : "；有这些：" + names.joined(separator: "、"))))
        case .broken(let kind, let id, let file):
            return LocalizedText(
                en:
                    "the \(kind.name(.english)) '\(id.sanitized)' is left out, because \(file.sanitized) has an error; it stands above",
                zh: "\(kind.name(.chinese))“\(id.sanitized)”已略去：\(file.sanitized)有错误，见上")
        case .noStep(let step, let last):
            return LocalizedText(
                en: "'\(step)' is no step of this lesson; it has 0 to \(last)", zh: "这一课没有第“\(step)”步，只有0到\(last)")
        case .noMoment(let text, let known):
            let meant = nearest(to: text, among: known), names = known.prefix(12).map(\.sanitized)
            let isCut = known.count > names.count
            return LocalizedText(
                en: "'\(text.sanitized)' is not a time such as 40ms or 1.5s, nor a moment that this lesson names"
                    + (meant.map { "; did you mean '\($0)'?" }
                        ?? (names.isEmpty ? "" : "; there are " + names.joined(separator: ", "))
                            + (isCut ? ", and others" : "")),
                zh: "“\(text.sanitized)”不是40ms、1.5s这样的时间，这一课也没有叫这个名字的时刻"
                    + (meant.map { "；是不是“\($0)”？" }
                        ?? (names.isEmpty ? "" : "；有这些：" + names.joined(separator: "、")) + (isCut ? "等" : "")))
        case .noParticipant(let id, let known):
            let names = known.map(\.sanitized)
            return LocalizedText(
                en: "nobody in this scene is called '\(id.sanitized)'; there are " + names.joined(separator: ", "),
                zh: "这一场景里没有“\(id.sanitized)”；有这些：" + names.joined(separator: "、"))
        case .notSimulated(let name):
            return LocalizedText(
                en: "'\(name.sanitized)' has no scenario to join: it is written down, not simulated, or cannot be read",
                zh: "“\(name.sanitized)”没有可以加入的场景：它是写定的，不是模拟的，或者无法读取")
        // What --fault and --slide say that cannot be.
        case .badFault(let text, let reason):
            return LocalizedText(
                en: "--fault '\(text.sanitized)': \(reason.message(.english).sanitized)",
                zh: "--fault “\(text.sanitized)”：\(reason.message(.chinese).sanitized)")
        case .scriptedScene:
            return LocalizedText(
                en: "this was written by hand, so nothing in it can be changed; simulated lessons take --fault",
                zh: "这是手写的过程，不能改动；模拟的课程才能用--fault")
        case .noSliders:
            return LocalizedText(
                en: "this scene has no sliders; 'netarium play LESSON --scene ID --plain' lists those of a scene",
                zh: "这一情形没有滑块；`netarium play LESSON --scene ID --plain`会列出一个情形的滑块")
        case .badSlide(let text):
            return LocalizedText(
                en: "--slide '\(text.sanitized)' is not of the form SLIDER=VALUE, such as rtt=50ms",
                zh: "--slide “\(text.sanitized)”不合格式，应写成SLIDER=VALUE，例如rtt=50ms")
        case .unknownSlider(let id, let known):
            let names = known.map(\.sanitized)
            return LocalizedText(
                en: "--slide: there is no slider '\(id.sanitized)'; there are " + names.joined(separator: ", "),
                zh: "--slide：没有滑块“\(id.sanitized)”；有这些：" + names.joined(separator: "、"))
        case .unknownSlide(let value, let known):
            let names = known.map(\.sanitized)
            return LocalizedText(
                en: "--slide: '\(value.sanitized)' is none of its values: " + names.joined(separator: ", "),
                zh: "--slide：“\(value.sanitized)”不在可选的值里：" + names.joined(separator: "、"))
        case .clashingSlides(let texts):
            let texts = texts.map(\.sanitized)
            return LocalizedText(
                en: "--slide: with \(texts.map { "'\($0)'" }.joined(separator: " and ")) the scenario has a fault",
                zh: "--slide：\(texts.map { "“\($0)”" }.joined())不能同时使用，那样场景会出错")
        case .slideAtChallenge:
            return LocalizedText(
                en: "--slide and --challenge do not go together; a challenge is about the scene as its author set it",
                zh: "--slide不能和--challenge一起用：挑战针对的是作者设定的场景")
        // What cannot be written or read.
        case .tooManySteps(let count, let limit):
            return LocalizedText(
                en: "this lesson has \(count) steps; a sheet holds \(limit), so render them one by one with --step",
                zh: "这一课有\(count)步，一张图最多放\(limit)步；请用--step逐步输出")
        case .longFilm(let minutes, let limit):
            return LocalizedText(
                en: "this lesson takes \(minutes) minutes to play; at most \(limit) are written",
                zh: "这一课要播放\(minutes)分钟，最多输出\(limit)分钟")
        case .badLessonID(let id):
            return LocalizedText(
                en: "--id '\(id.sanitized)' is no id; it has lower-case letters, digits and hyphens only",
                zh: "--id “\(id.sanitized)”不能作为id：只能用小写字母、数字和连字符")
        case .noLessonID(let name):
            return LocalizedText(
                en: "'\(name.sanitized)' gives the lesson no id; name one with --id",
                zh: "从“\(name.sanitized)”得不出课程的id；请用--id指定")
        case .taken(let path):
            return LocalizedText(
                en: "\(path.sanitized) exists already; choose another --id, or write it with -o",
                zh: "\(path.sanitized)已经存在；换一个--id，或用-o写到别处")
        case .faultyDiagram: return LocalizedText(en: "nothing was written", zh: "没有写入任何内容")
        case .capture(.noPackets):
            return LocalizedText(
                en: "this was written by hand, so there are no packets to capture; simulated lessons have them",
                zh: "这是手写的过程，没有真实的包可以抓取；模拟的课程才有")
        case .capture(.noPacketsAt(let id)):
            return LocalizedText(en: "no packet passes '\(id.sanitized)'", zh: "没有包经过“\(id.sanitized)”")
        case .captureOnTerminal:
            return LocalizedText(
                en: "a capture is not text for a terminal; name a file with --output, or pipe it into 'tshark -r -'",
                zh: "抓包文件不能直接显示在终端上；用--output指定文件，或用管道交给`tshark -r -`")
        case .previewOfDirectory(let path):
            return LocalizedText(
                en: "'\(path.sanitized)' is a directory; name one lesson or quiz, such as 'lessons/my-lesson.json'",
                zh: "“\(path.sanitized)”是目录；请指定一个课程或测验，例如lessons/my-lesson.json")
        case .previewWithoutExtension(let path):
            return LocalizedText(
                en:
                    "'\(path.sanitized)' is not there, and no lesson would be called so; did you mean '\(Self.meant(by: path))'?",
                zh: "“\(path.sanitized)”不存在，课程文件也不会这样命名；是不是“\(Self.meant(by: path))”？")
        case .badID(let id, let suggestion):
            return LocalizedText(
                en: "'\(id.sanitized)' is no id; ids are lower-case letters, digits and hyphens"
                    + (suggestion.map { "; how about '\($0)'?" } ?? ", such as 'my-lesson'"),
                zh: "“\(id.sanitized)”不能作为id：只能用小写字母、数字和连字符"
                    + (suggestion.map { "；用“\($0)”如何？" } ?? "，例如my-lesson"))
        case .wideTitle(let title, let cells, let limit):
            return LocalizedText(
                en:
                    "the title '\(title.sanitized)' takes \(cells) cells of at most \(limit); a Chinese character takes two",
                zh: "标题“\(title.sanitized)”占\(cells)格，最多\(limit)格；一个汉字占2格")
        case .brokenLesson(let path):
            return LocalizedText(
                en:
                    "'\(path.sanitized)' has faults, so no quiz can be written for it yet; see: netarium check \(path.sanitized)",
                zh: "“\(path.sanitized)”有错误，暂时不能为它编写测验；查看错误：netarium check \(path.sanitized)")
        case .newFileTaken(let path):
            return LocalizedText(
                en:
                    "'\(path.sanitized)' exists already and is left as it is; choose another id, or edit it: netarium preview \(path.sanitized)",
                zh: "“\(path.sanitized)”已经存在，保持原样；换一个id，或直接编辑它：netarium preview \(path.sanitized)")
        case .wouldReplace(let path):
            return LocalizedText(
                en: "'\(path.sanitized)' exists already and is left as it is; choose another name, or add --force",
                zh: "“\(path.sanitized)”已经存在，保持原样；换一个名字，或加上--force")
        case .noProgressFile:
            return LocalizedText(
                en: "there is no home directory, so there is no progress file; name one with --progress FILE",
                zh: "没有主目录，也就没有进度文件；请用--progress FILE指定")
        case .noBackup(let path):
            return LocalizedText(
                en: "beside '\(path.sanitized)' there is no backup that can be read",
                zh: "“\(path.sanitized)”旁边没有可以读取的备份")
        case .file(let sentence), .bridge(let sentence): return sentence
        case .terminal(let error): return error.message
        }
    }

    /// The file that somebody means who leaves out its extension.
    private static func meant(by path: String) -> String {
        ((path.contains("/") ? path : "lessons/\(path)") + ".json").sanitized
    }
}

extension TerminalError {
    /// The sentence for the person, with the way out.
    fileprivate var message: LocalizedText {
        switch self {
        case .notATerminal:
            LocalizedText(en: description, zh: "没有可以绘制画面、读取按键的终端")
        case .unusable(let term):
            LocalizedText(
                en: description, zh: "终端类型“\(term.sanitized)”不能显示全屏画面：把TERM设为终端的实际类型，例如xterm-256color")
        case .system(_, let reason):
            LocalizedText(en: description, zh: "终端初始化失败：\(reason.sanitized)")
        }
    }
}
