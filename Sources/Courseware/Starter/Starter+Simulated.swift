extension Starter {
    /// What follows the head of a simulated lesson: a connection, a loss, and something to try.
    static let simulatedBody = #"""
          "question": {
            "en": "Write the question here as an interviewer would ask it. It opens the lesson.",
            "zh": "在这里写面试官会问的问题，课程由它开场。" },
          "summary": {
            "en": "Say in one to three sentences what there is to see. You write who there is and what they call; the packets come from the simulator, so the learner can lose and delay them.",
            "zh": "用一到三句话说明这一课能看到什么。你只写有哪些主机、各自调用什么；报文段由模拟器产生，学习者可以随意丢弃和延迟。" },
          "delay": "20ms",
          "scenario": {
            "hosts": [
              { "id": "client", "name": { "en": "Client", "zh": "客户端" }, "address": "192.0.2.10", "isn": 1000 },
              { "id": "server", "name": { "en": "Server", "zh": "服务器" }, "address": "198.51.100.20", "isn": 5000 }
            ],
            "do": [
              { "host": "server", "listen": 443, "backlog": 4 },
              { "host": "client", "connect": "server:443", "at": "10ms" },
              { "host": "client", "send": { "text": "hello" }, "after": "30ms" },
              { "host": "server", "accept": true, "after": "50ms" },
              { "host": "server", "receive": "5B" }
            ]
          },
          "steps": [
            { "on": { "sent": "SYN", "from": "client" }, "id": "syn", "spotlight": ["seq"],
              "say": {
                "en": "`on` says at which event the player stops: the first one that fits. Tell what happens there and why. `spotlight` lights up the field that the text is about.",
                "zh": "`on`指明播放器停在哪个事件：第一个符合的。讲清楚这里发生了什么、为什么会这样。`spotlight`点亮这段话谈到的字段。" },
              "cite": "RFC 9293 §3.4" },
            { "on": { "state": "SYN-RECEIVED", "at": "server" },
              "say": {
                "en": "A pattern can also wait for a state, a timer, a table or a call.",
                "zh": "也可以等待一个状态、定时器、表项或调用。" },
              "cite": "RFC 9293 §3.10.7.2" },
            { "on": { "sent": "SYN,ACK", "from": "server" }, "id": "syn-ack", "spotlight": ["ack"],
              "say": {
                "en": "`id` names a moment for ever, so that a quiz can point at it.",
                "zh": "`id`给这个时刻起一个永久的名字，测验可以指向它。" },
              "cite": ["RFC 9293 §3.4", "RFC 9293 §3.5"] },
            { "on": { "state": "ESTABLISHED", "at": "server" }, "id": "established",
              "say": {
                "en": "Every statement has a source: `cite` names the section in which you read it.",
                "zh": "每个说法都要有出处：`cite`写明你是在哪一节读到的。" },
              "cite": "RFC 9293 §3.10.7.4" }
          ],
          "variants": [
            { "id": "syn-lost",
              "title": { "en": "The SYN is lost", "zh": "SYN丢失" },
              "about": {
                "en": "A variant of a simulated lesson gives other `faults`, other `steps` or another `scenario`.",
                "zh": "模拟课程的变体给出另外的`faults`、`steps`或`scenario`。" },
              "faults": ["drop:SYN"],
              "steps": [
                { "on": { "lost": "SYN", "from": "client" },
                  "say": {
                    "en": "The fault `drop:SYN` loses the first SYN.",
                    "zh": "故障`drop:SYN`丢掉第一个SYN。" },
                  "cite": "RFC 9293 §3.8.1" },
                { "on": { "timer": "RTO", "at": "client", "fires": true },
                  "say": {
                    "en": "Nobody wrote that the timer fires: it follows from the loss.",
                    "zh": "没有人写过定时器会到期：这是丢失的结果。" },
                  "cite": "RFC 6298 §5" }
              ] }
          ],
          "challenges": [
            { "id": "two-syns",
              "task": { "en": "Make the client send its SYN twice.", "zh": "让客户端发送两次SYN。" },
              "hint": { "en": "Who notices that a SYN is lost?", "zh": "SYN丢失后，谁会发现？" },
              "goal": { "count": { "sent": "SYN", "from": "client" }, "atLeast": 2 },
              "solution": ["drop:SYN"],
              "because": {
                "en": "A challenge ends with what there is to learn from it. `solution` must reach the `goal` with as few faults as possible.",
                "zh": "挑战完成后，说明能从中学到什么。`solution`要用尽量少的故障达到`goal`。" },
              "cite": "RFC 6298 §5" }
          ],
          "myths": [
            { "claim": { "en": "Write here what people believe.", "zh": "在这里写人们常有的误解。" },
              "truth": { "en": "Write here what is true, and cite where that stands.", "zh": "在这里写事实，并注明出处。" },
              "cite": "RFC 9293 §3.5" }
          ],
          "answer": {
            "en": "Say here in about three sentences what one could answer aloud. It closes the lesson.",
            "zh": "在这里用三句话左右写出可以当面说的回答，课程以它结束。" }
        }

        """#
}
