extension Starter {
    /// What follows the head of a quiz: a question of every kind.
    ///
    /// - Parameters:
    ///   - show: Keys with which a question shows the moment that answers it; empty for none.
    ///   - picture: Keys with which a question has a ladder beside it; empty for none.
    ///   - more: Further questions, each after a comma.
    /// - Returns: The rest of the file.
    static func questions(show: String, picture: String, more: String) -> String {
        #"""
          "questions": [
            { "id": "one-choice", "kind": "choice",
              "ask": { "en": "`choice`: exactly one choice is right. Which is it here?", "zh": "`choice`：只有一个选项正确。这里是哪一个？" },
              "choices": [
                { "text": { "en": "The one with `right`", "zh": "带有`right`的那个" }, "right": true },
                { "text": { "en": "The one on top", "zh": "最上面的那个" }, "because": {
                  "en": "Every wrong choice says why it is wrong. The order is shuffled each time.",
                  "zh": "每个错误选项都要说明错在哪里。选项的顺序每次都会打乱。" } }
              ],
              "because": {
                "en": "`because` explains the answer to everybody, and `cite` names the source.",
                "zh": "`because`向所有人解释答案，`cite`注明出处。" },
              "cite": "RFC 9293 §3.5"\#(show) },
            { "id": "several-choices", "kind": "several",
              "ask": { "en": "`several`: one or more are right. Which keys does every question have?", "zh": "`several`：可以有一个或多个正确选项。每道题都有哪些键？" },
              "choices": [
                { "text": "`id`", "right": true },
                { "text": "`because`", "right": true },
                { "text": "`picture`", "because": {
                  "en": "A picture draws a moment of a lesson beside the question. It may be left out.",
                  "zh": "`picture`在题目旁边画出课程中的一个时刻，可以省略。" } }
              ],
              "because": {
                "en": "An `id` stays for ever, also when you reword the question: progress is stored under it.",
                "zh": "`id`永远不变，改写题目时也不变：学习进度就记在它名下。" },
              "cite": "RFC 9293 §3.5"\#(picture) },
            { "id": "put-in-order", "kind": "order",
              "ask": { "en": "`order`: put the items in order.", "zh": "`order`：请把各项按顺序排好。" },
              "items": ["SYN", "SYN,ACK", "ACK"],
              "because": {
                "en": "Write them in the right order; they are shuffled.",
                "zh": "按正确的顺序写，显示时会打乱。" },
              "cite": "RFC 9293 §3.5" },
            { "id": "a-number", "kind": "number",
              "ask": { "en": "`number`: a SYN has `seq={isn}`. Which `ack` confirms it?", "zh": "`number`：SYN的`seq={isn}`，用哪个`ack`确认？" },
              "given": { "isn": { "random": [1000, 90000] } },
              "answer": "{isn} + 1",
              "wrong": [
                { "answer": "{isn}", "because": {
                  "en": "Foresee the mistakes: the SYN itself uses up one number.",
                  "zh": "预想可能的错误：SYN本身占用一个序列号。" } }
              ],
              "because": {
                "en": "The value {isn} is drawn afresh each time, and the answer is computed from it.",
                "zh": "数值{isn}每次重新抽取，答案由它算出。" },
              "cite": "RFC 9293 §3.4" },
            { "id": "a-word", "kind": "text",
              "ask": { "en": "`text`: which flag refuses a connection?", "zh": "`text`：哪个标志位拒绝连接？" },
              "accept": ["RST", "reset"],
              "hints": [{ "en": "`hints` are shown one by one to who asks; each lowers the grade.", "zh": "`hints`按需逐条显示，每条都会降低评分。" }],
              "wrong": [
                { "answer": "FIN", "because": { "en": "FIN ends a connection in good order.", "zh": "FIN是正常结束连接。" } }
              ],
              "because": {
                "en": "List in `accept` everything that is right; case and spaces do not matter.",
                "zh": "在`accept`里列出所有正确的写法，大小写和空格不影响判断。" },
              "cite": "RFC 9293 §3.5.2" },
            { "id": "pairs", "kind": "match",
              "ask": { "en": "`match`: what belongs together?", "zh": "`match`：请配对。" },
              "pairs": [
                { "left": "SYN", "right": { "en": "opens", "zh": "打开连接" } },
                { "left": "FIN", "right": { "en": "closes", "zh": "关闭连接" } },
                { "left": "RST", "right": { "en": "aborts", "zh": "中止连接" } }
              ],
              "because": {
                "en": "At least three pairs, no two alike; the right side is shuffled.",
                "zh": "至少三对，各不相同；右边会打乱。" },
              "cite": "RFC 9293 §3.1" },
            { "id": "said-aloud", "kind": "recall",
              "ask": { "en": "`recall`: \"Why does TCP need a handshake?\"", "zh": "`recall`：“TCP为什么需要握手？”" },
              "points": [
                { "text": { "en": "Both sides choose a number", "zh": "双方各选一个序列号" }, "because": {
                  "en": "Each point says why it belongs to the answer.",
                  "zh": "每个要点都说明它为什么属于答案。" } },
                { "text": { "en": "Each number is confirmed", "zh": "每个序列号都要确认" } }
              ],
              "model": {
                "en": "The learner says the answer aloud, then ticks what they named. Write here how it might sound.",
                "zh": "学习者先说出答案，再勾选提到的要点。在这里写出可以怎样回答。" },
              "cite": "RFC 9293 §3.5" }\#(more)
          ]
        }

        """#
    }
}
