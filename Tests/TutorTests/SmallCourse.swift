import CellGrid
import Courseware
import Localization
import LocatedJSON
import Study

@testable import Tutor

/// A course of two lessons and a quiz of every kind, so that frames do not change when the built-in course does.
enum SmallCourse {
    static let lesson = """
        { "format": 1, "id": "hello", "track": "tcp", "minutes": 3,
          "title": { "en": "A short hello", "zh": "简短的问候" },
          "question": { "en": "How do two hosts say hello?", "zh": "两台主机如何互相问候？" },
          "summary": { "en": "One asks, the other answers, and a timer stands by.", "zh": "一方发问，另一方应答，旁边有定时器守着。" },
          "participants": [
            { "id": "client", "name": { "en": "Client", "zh": "客户端" }, "address": "192.0.2.10:50000", "state": "CLOSED" },
            { "id": "server", "name": { "en": "Server", "zh": "服务器" }, "address": "198.51.100.20:443", "state": "LISTEN" } ],
          "timeline": [
            { "phase": { "en": "Asking", "zh": "发问" } },
            { "does": "connect()", "at": "client" },
            { "send": "SYN", "from": "client", "to": "server", "fields": { "seq": 1000, "win": 64240 }, "spotlight": ["seq"],
              "id": "syn",
              "say": { "en": "The client picks `seq=1000` and *waits* for an answer.", "zh": "客户端选定`seq=1000`，然后*等待*应答。" },
              "cite": "RFC 9293 §3.5" },
            { "state": "SYN-SENT", "at": "client" },
            { "timer": "RTO", "at": "client", "starts": "1s" },
            { "table": { "en": "SYN queue", "zh": "半连接队列" }, "at": "server", "slots": 4,
              "set": { "192.0.2.10:50000": "SYN-RECEIVED" } },
            { "state": "SYN-RECEIVED", "at": "server",
              "say": { "en": "The server remembers the question in its queue.", "zh": "服务器把这个请求记入队列。" }, "cite": "RFC 9293 §3.10.7.2" },
            { "send": "SYN,ACK", "from": "server", "to": "client", "fields": { "seq": 5000, "ack": 1001 }, "id": "answer",
              "say": { "en": "The answer confirms `1000` by asking for `1001`.", "zh": "应答以`1001`确认了`1000`。" }, "cite": "RFC 9293 §3.4",
              "ask": { "question": { "en": "What does the server send?", "zh": "服务器会发送什么？" },
                "choices": [ { "text": "SYN,ACK", "right": true },
                  { "text": "RST", "because": { "en": "Somebody listens here.", "zh": "这里有程序在监听。" } } ] } },
            { "timer": "RTO", "at": "client", "cancelled": true },
            { "state": "ESTABLISHED", "at": "client" } ],
          "variants": [
            { "id": "lost", "title": { "en": "The SYN is lost", "zh": "SYN 丢失" },
              "about": { "en": "The first SYN does not arrive.", "zh": "第一个 SYN 没有到达。" },
              "timeline": [
                { "send": "SYN", "from": "client", "to": "server", "lost": true, "wait": false, "fields": { "seq": 1000 },
                  "say": { "en": "It disappears on the way.", "zh": "它在途中消失。" }, "cite": "RFC 6298 §2" },
                { "timer": "RTO", "at": "client", "starts": "1s" },
                { "timer": "RTO", "at": "client", "fires": true,
                  "say": { "en": "After a second the timer fires.", "zh": "一秒后定时器到期。" }, "cite": "RFC 6298 §5" },
                { "send": "SYN", "from": "client", "to": "server", "again": true, "fields": { "seq": 1000 },
                  "say": { "en": "The same SYN again.", "zh": "再次发送同一个 SYN。" }, "cite": "RFC 6298 §5" } ] } ],
          "myths": [ { "claim": { "en": "Three are needed to say hello.", "zh": "问候必须三次。" },
            "truth": { "en": "This lesson needs two.", "zh": "本课只需两次。" }, "cite": "RFC 9293 §3.5" } ],
          "answer": { "en": "They exchange numbers and confirm them.", "zh": "双方交换编号并加以确认。" },
          "quiz": "hello" }
        """

    static let other = """
        { "format": 1, "id": "names", "track": "dns", "minutes": 4,
          "title": { "en": "Looking up a name", "zh": "查找域名" },
          "summary": { "en": "A name becomes an address.", "zh": "域名变成地址。" },
          "participants": [ { "id": "a", "name": "A" }, { "id": "b", "name": "B" } ],
          "timeline": [ { "send": "A?", "from": "a", "to": "b", "say": { "en": "A question.", "zh": "一个问题。" }, "cite": "RFC 1034 §3" } ] }
        """

    static let quiz = """
        { "format": 1, "id": "hello", "title": { "en": "A short hello", "zh": "简短的问候" }, "lesson": "hello",
          "questions": [
            { "id": "who", "kind": "choice", "ask": { "en": "Who speaks first?", "zh": "谁先开口？" },
              "choices": [ { "text": { "en": "the client", "zh": "客户端" }, "right": true },
                { "text": { "en": "the server", "zh": "服务器" }, "because": { "en": "It listens.", "zh": "它只监听。" } } ],
              "because": { "en": "The client opens actively.", "zh": "客户端主动打开。" }, "cite": "RFC 9293 §3.5",
              "show": { "lesson": "hello", "at": "syn" }, "picture": { "lesson": "hello", "at": "syn" } },
            { "id": "flags", "kind": "several", "ask": { "en": "Which flags are in the answer?", "zh": "应答中有哪些标志位？" },
              "choices": [ { "text": "SYN", "right": true }, { "text": "ACK", "right": true },
                { "text": "FIN", "because": { "en": "Nothing ends.", "zh": "没有什么要结束。" } } ],
              "because": { "en": "It asks and confirms.", "zh": "既发问又确认。" }, "cite": "RFC 9293 §3.5" },
            { "id": "order", "kind": "order", "ask": { "en": "Put in order.", "zh": "请排序。" },
              "items": [ "connect()", "SYN", "SYN,ACK" ],
              "because": { "en": "One leads to the next.", "zh": "一个引出下一个。" }, "cite": "RFC 9293 §3.5" },
            { "id": "number", "kind": "number", "given": { "isn": { "random": [1000, 90000] } },
              "ask": { "en": "seq={isn}. Which ack?", "zh": "seq={isn}，ack 是多少？" }, "answer": "{isn} + 1",
              "wrong": [ { "answer": "{isn}", "because": { "en": "The SYN takes a number.", "zh": "SYN 占用一个编号。" } } ],
              "because": { "en": "{isn} is used up.", "zh": "{isn} 已被占用。" }, "cite": "RFC 9293 §3.4" },
            { "id": "text", "kind": "text", "ask": { "en": "Which flag refuses?", "zh": "哪个标志位表示拒绝？" }, "accept": ["RST"],
              "wrong": [ { "answer": "FIN", "because": { "en": "FIN ends politely.", "zh": "FIN 是正常结束。" } } ],
              "because": { "en": "RST resets.", "zh": "RST 表示复位。" }, "cite": "RFC 9293 §3.5.2" },
            { "id": "match", "kind": "match", "ask": { "en": "Match.", "zh": "请配对。" },
              "pairs": [ { "left": "SYN", "right": { "en": "opens", "zh": "打开" } }, { "left": "FIN", "right": { "en": "closes", "zh": "关闭" } },
                { "left": "RST", "right": { "en": "aborts", "zh": "中止" } } ],
              "because": { "en": "Each has its job.", "zh": "各司其职。" }, "cite": "RFC 9293 §3.1" } ] }
        """

    static let outline = """
        { "format": 1, "id": "small", "title": { "en": "A small course", "zh": "一门小课程" },
          "tracks": [ { "id": "tcp", "title": "TCP" }, { "id": "dns", "title": "DNS" } ] }
        """

    static let loaded = Catalog.load([
        SourceFile("course.json", text: outline), SourceFile("lessons/hello.json", text: lesson),
        SourceFile("lessons/names.json", text: other),
        SourceFile("quizzes/hello.json", text: quiz),
    ])

    static var catalog: Catalog { loaded.catalog }
}

/// A program at the keys of a test: inputs come one after the other, each some milliseconds after the last.
struct Driven {
    var program: Program
    private(set) var effects: [Effect] = []
    private(set) var now = WallTime(milliseconds: 1_700_000_000_000)

    init(
        _ size: Size = Size(columns: 80, rows: 24), _ appearance: Appearance = Appearance(),
        catalog: Catalog = SmallCourse.catalog, progress: Progress = Progress()
    ) {
        program = Program(catalog: catalog, progress: progress, appearance: appearance, size: size, seed: 7)
    }

    mutating func send(_ inputs: Input..., after milliseconds: Int64 = 10) {
        for input in inputs {
            now.milliseconds += milliseconds
            effects += program.update(input, at: now)
        }
    }

    mutating func press(_ keys: Key...) { for key in keys { send(.key(key)) } }

    /// Types the characters of a text.
    mutating func type(_ text: String) { for character in text { press(.character(character)) } }

    /// Lets time pass in ticks, as the loop would.
    mutating func wait(_ milliseconds: Int64) {
        var left = milliseconds
        while left > 0, let wake = program.wake {
            let step = min(max(wake, 1), left)
            send(.tick, after: step)
            left -= step
        }
    }

    var text: String { program.view().text }
}
