import Courseware
import Localization
import LocatedJSON
import Simulator
import Timelines

@testable import Tutor

/// A course of one simulated lesson, small enough to be seen whole.
enum SimulatedCourse {
    static let lesson = """
        { "format": 1, "id": "hello-tcp", "track": "tcp", "minutes": 3,
          "title": { "en": "Hello, TCP", "zh": "你好，TCP" },
          "summary": { "en": "One connection, and whatever you do to it.", "zh": "一条连接，任你摆弄。" },
          "scenario": {
            "hosts": [
              { "id": "client", "name": { "en": "Client", "zh": "客户端" }, "address": "192.0.2.10", "isn": 1000 },
              { "id": "server", "name": { "en": "Server", "zh": "服务器" }, "address": "198.51.100.20", "isn": 5000 } ],
            "do": [
              { "host": "server", "listen": 443 }, { "host": "server", "accept": true }, { "host": "server", "receive": "all" },
              { "host": "server", "close": true },
              { "host": "client", "connect": "server:443" }, { "host": "client", "send": "100B" },
              { "host": "client", "close": true } ] },
          "steps": [
            { "on": { "sent": "SYN", "from": "client" }, "id": "syn", "spotlight": ["seq"], "cite": "RFC 9293 §3.5",
              "say": { "en": "The client picks `seq=1000` and *waits*.", "zh": "客户端选定`seq=1000`，然后*等待*。" } },
            { "on": { "sent": "SYN,ACK" }, "cite": "RFC 9293 §3.5",
              "say": { "en": "The server answers in one segment.", "zh": "服务器用一个报文段应答。" } },
            { "on": { "state": "ESTABLISHED", "at": "server" }, "cite": "RFC 9293 §3.5",
              "say": { "en": "Both sides are ready.", "zh": "双方都准备好了。" } } ],
          "variants": [
            { "id": "lost", "title": { "en": "The SYN is lost", "zh": "SYN丢失" }, "faults": ["drop:SYN"],
              "about": { "en": "The first SYN does not arrive.", "zh": "第一个SYN没有到达。" } } ],
          "challenges": [
            { "id": "three-syns", "cite": "RFC 6298 §5.5",
              "task": { "en": "Make the client send its SYN three times.", "zh": "让客户端把SYN发送三次。" },
              "hint": { "en": "What happens when nothing comes back?", "zh": "如果迟迟没有回音，会怎样？" },
              "because": { "en": "Each time the timer fires, the SYN goes out again.", "zh": "定时器每到期一次，SYN就重发一次。" },
              "goal": { "count": { "sent": "SYN", "from": "client" }, "atLeast": 3 },
              "solution": ["drop:SYN", "drop:SYN#2"] },
            { "id": "twice", "cite": "RFC 6298 §5.4", "scene": "lost",
              "task": { "en": "Lose the second SYN as well.", "zh": "让第二个SYN也丢失。" },
              "because": { "en": "The timeout doubles.", "zh": "超时时间加倍。" },
              "goal": { "count": { "lost": "SYN" }, "is": 2 }, "solution": ["drop:SYN#2"] } ] }
        """

    static let loaded = Catalog.load([
        SourceFile("course.json", text: SmallCourse.outline), SourceFile("lessons/hello-tcp.json", text: lesson),
        SourceFile("lessons/hello.json", text: SmallCourse.lesson),
        SourceFile("quizzes/hello.json", text: SmallCourse.quiz),
    ])

    static var catalog: Catalog { loaded.catalog }

    /// A program at the beginning of the simulated lesson.
    static func opened(_ look: Look = .english80x24, scene: Int = 0, faults: [Simulator.Fault] = []) -> Driven {
        var driven = Driven(look.size, look.appearance, catalog: catalog)
        driven.program.open(lesson: "hello-tcp", scene: scene, faults: faults)
        return driven
    }
}

extension Driven {
    /// The player on top, if there is one.
    var player: PlayerScreen? {
        if case .player(let player) = program.screens.last { player } else { nil }
    }

    /// Puts the cursor on the message with this place in the timeline.
    mutating func point(at message: Int) {
        guard case .player(var player) = program.screens.last else { return }
        player.cursor = player.timeline.departures.indices.contains(message) ? player.timeline.departures[message] : nil
        program.screens[program.screens.count - 1] = .player(player)
    }
}
