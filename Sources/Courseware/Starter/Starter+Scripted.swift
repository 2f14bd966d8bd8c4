extension Starter {
    /// What follows the head of a scripted lesson: a TCP handshake, as RFC 9293 §3.5 has it.
    static let scriptedBody = #"""
          "question": {
            "en": "Write the question here as an interviewer would ask it. It opens the lesson.",
            "zh": "在这里写面试官会问的问题，课程由它开场。" },
          "summary": {
            "en": "Say in one to three sentences what there is to see. The list of lessons shows this text, too.",
            "zh": "用一到三句话说明这一课能看到什么。课程目录里显示的也是这段话。" },
          "delay": "20ms",
          "participants": [
            { "id": "client", "name": { "en": "Client", "zh": "客户端" }, "address": "192.0.2.10:50000", "state": "CLOSED" },
            { "id": "server", "name": { "en": "Server", "zh": "服务器" }, "address": "198.51.100.20:443", "state": "LISTEN" }
          ],
          "timeline": [
            { "phase": { "en": "A phase has a title", "zh": "每个阶段有一个标题" } },
            { "does": "connect()", "at": "client" },
            { "send": "SYN", "from": "client", "to": "server", "fields": { "seq": 1000, "win": 64240 }, "wait": false,
              "id": "syn", "spotlight": ["seq"],
              "say": {
                "en": "An entry with `say` is a step, and the player stops there. Tell what happens and why. `spotlight` lights up the field that the text is about, here `seq=1000`.",
                "zh": "带有`say`的条目是一个步骤，播放器会停在这里。讲清楚发生了什么、为什么会这样。`spotlight`点亮这段话谈到的字段，这里是`seq=1000`。" },
              "cite": "RFC 9293 §3.4" },
            { "state": "SYN-SENT", "at": "client" },
            { "timer": "RTO", "at": "client", "starts": "1s" },
            { "state": "SYN-RECEIVED", "at": "server", "after": "20ms",
              "say": {
                "en": "Entries happen one after the other. `after` lets time pass first, and `\"wait\": false` lets the script go on while a message is still under way.",
                "zh": "条目依次发生。`after`表示先等一段时间；`\"wait\": false`表示报文段还在路上时，脚本就继续往下走。" },
              "cite": "RFC 9293 §3.5" },
            { "table": { "en": "SYN queue", "zh": "半连接队列" }, "at": "server", "slots": 4,
              "set": { "192.0.2.10:50000": "SYN-RECEIVED" } },
            { "send": "SYN,ACK", "from": "server", "to": "client", "fields": { "seq": 5000, "ack": 1001, "win": 65160 },
              "id": "syn-ack", "spotlight": ["ack"],
              "ask": {
                "question": { "en": "What does the server answer? (Press p to be asked this before the step.)",
                  "zh": "服务器会怎样回应？（按p键，就会在这一步之前提问。）" },
                "choices": [
                  { "text": "SYN,ACK", "right": true },
                  { "text": "RST", "because": {
                    "en": "Every wrong choice says why it is wrong: the port is open, so nothing is refused.",
                    "zh": "每个错误选项都要说明错在哪里：端口是开放的，所以不会拒绝。" } }
                ] },
              "say": {
                "en": "`id` names a moment for ever, so that a quiz can point at it. Here `ack=1001` confirms the number 1000, which the SYN used up.",
                "zh": "`id`给这个时刻起一个永久的名字，测验可以指向它。这里的`ack=1001`确认了SYN占用的序列号1000。" },
              "cite": ["RFC 9293 §3.4", "RFC 9293 §3.5"] },
            { "timer": "RTO", "at": "client", "cancelled": true },
            { "state": "ESTABLISHED", "at": "client" },
            { "send": "ACK", "from": "client", "to": "server", "fields": { "seq": 1001, "ack": 5001 }, "id": "ack",
              "say": {
                "en": "Every statement has a source: `cite` names the section in which you read it.",
                "zh": "每个说法都要有出处：`cite`写明你是在哪一节读到的。" },
              "cite": "RFC 9293 §3.5" },
            { "state": "ESTABLISHED", "at": "server" },
            { "table": { "en": "SYN queue", "zh": "半连接队列" }, "at": "server", "remove": ["192.0.2.10:50000"] },
            { "note": { "en": "A note lies across lifelines", "zh": "备注横跨几条生命线" }, "over": ["client", "server"] }
          ],
          "variants": [
            { "id": "syn-lost",
              "title": { "en": "The SYN is lost", "zh": "SYN丢失" },
              "about": {
                "en": "A variant tells another way it can go. The participants are those above.",
                "zh": "变体讲的是另一种可能的情形，参与方和上面相同。" },
              "timeline": [
                { "does": "connect()", "at": "client" },
                { "send": "SYN", "from": "client", "to": "server", "fields": { "seq": 1000, "win": 64240 }, "lost": true,
                  "wait": false,
                  "say": {
                    "en": "`\"lost\": true` lets a message vanish on its way.",
                    "zh": "`\"lost\": true`让报文段在途中消失。" },
                  "cite": "RFC 9293 §3.8.1" },
                { "state": "SYN-SENT", "at": "client" },
                { "timer": "RTO", "at": "client", "starts": "1s" },
                { "timer": "RTO", "at": "client", "fires": true,
                  "say": {
                    "en": "`fires` waits by itself until the timer's time has come.",
                    "zh": "`fires`会一直等到定时器到期。" },
                  "cite": "RFC 6298 §5" },
                { "send": "SYN", "from": "client", "to": "server", "fields": { "seq": 1000, "win": 64240 }, "again": true,
                  "say": {
                    "en": "`\"again\": true` marks a retransmission. It has the same sequence number as before.",
                    "zh": "`\"again\": true`标明这是重传，序列号和上一次相同。" },
                  "cite": "RFC 6298 §5" },
                { "state": "SYN-RECEIVED", "at": "server" }
              ] }
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
