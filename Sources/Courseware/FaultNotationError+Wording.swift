public import Localization
import LocatedJSON
public import Simulator
import Timelines

extension FaultNotationError {
    /// The error in words: what, the offending word in quotes, the way out.
    public var message: LocalizedText {
        switch self {
        case .unknownEffect(let name):
            if let meant = nearest(to: name, among: Simulator.Fault.effectNames) {
                return LocalizedText(
                    en: "no fault is called '\(name)'; did you mean '\(meant):…'?",
                    zh: "没有叫“\(name)”的故障；是不是“\(meant):…”？")
            }
            let names = Simulator.Fault.effectNames
            return LocalizedText(
                en: "a fault is written as 'drop:2' or 'drop:SYN,ACK@server'; known are "
                    + names.map { "'\($0)'" }.joined(separator: ", "),
                zh: "故障写成“drop:2”或“drop:SYN,ACK@server”；可用的有：" + names.joined(separator: "、"))
        case .missingTarget:
            return LocalizedText(
                en: "the fault does not say which message it is about; write 'drop:2' or 'drop:SYN'",
                zh: "没有说明是哪个报文；写成“drop:2”或“drop:SYN”")
        case .malformedNumber(let text):
            let largest = Simulator.Fault.largestNumber
            return LocalizedText(
                en: "'\(text)' is no number of a message; write 1 for the first, up to \(largest)",
                zh: "“\(text)”不是报文的编号；第一个是1，最大\(largest)")
        case .malformedChance(let text):
            return LocalizedText(
                en: "'\(text)%' is no chance; write '0.1%' to '100%'", zh: "“\(text)%”不是概率；请写“0.1%”到“100%”")
        case .missingParticipant:
            return LocalizedText(
                en: "a participant is missing; write 'SYN@client' or 'SYN@client/server'",
                zh: "缺少参与者；写成“SYN@client”或“SYN@client/server”")
        case .missingDelay:
            return LocalizedText(
                en: "the delay does not say how long; write 'delay:2:500ms'", zh: "没有说明延迟多久；写成“delay:2:500ms”")
        case .malformedDelay(let text):
            return LocalizedText(
                en:
                    "'\(text)' is no duration; write a number and its unit, one of us, ms, s, min, h: '40ms', '1.5s', '2h'",
                zh: "“\(text)”不是时长；请写数字和单位（us、ms、s、min、h），例如“40ms”“1.5s”“2h”")
        case .longDelay(let span):
            return LocalizedText(
                en: "\(span.text) is longer than a day; nobody will wait for it", zh: "\(span.text)超过一天，没有人会等这么久")
        case .surplus(let text):
            return LocalizedText(
                en: "'\(text)' is too much here; put '\\' before a ':', '@' or '#' of a label",
                zh: "“\(text)”是多余的；标签里的“:”“@”“#”前面要加“\\”")
        case .openEscape:
            return LocalizedText(
                en: "'\\' stands at the end; it takes the meaning from a character after it",
                zh: "“\\”后面没有字符；它用来取消后一个字符的特殊含义")
        }
    }
}
