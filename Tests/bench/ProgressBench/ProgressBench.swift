import Glibc
import Runtime
import Study
import Tutor

/// Measures loading and saving ten years of fifty answers a day, over a thousand questions; see `progress.py`.
///
///     ProgressBench PATH ROUNDS
///
/// Writes the file unless it is there, then prints its bytes and answers, and the milliseconds of loading it, of saving one
/// more answer, and of grading a thousand: of each the middle of the rounds, the clock's and the processor's.
@main enum ProgressBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let rounds = Int(arguments[2]), rounds > 0 else {
            return print("usage: ProgressBench PATH ROUNDS")
        }
        let path = arguments[1]
        var writer = ProgressFile(path)
        if !Files.exists(path) { try writer.save(tenYears(), now: WallTime(milliseconds: start)) }
        var progress = writer.load(now: WallTime(milliseconds: start)).progress
        let loading = measure(rounds) { _ in
            var file = ProgressFile(path)
            let (read, _) = file.load(now: WallTime(milliseconds: start))
            precondition(read.answerCount == progress.answerCount, "not everything was read")
        }
        let latest = progress.latestAnswer?.record.at ?? start
        let saving = try measure(rounds) { round in
            answer(Int64(round), at: latest + Int64(round + 1) * 60_000, &progress)
            try writer.save(progress, now: WallTime(milliseconds: start))
        }
        var graded = progress
        let grading = measure(rounds) { round in
            // Each question once more, a day later each time.
            for number in 0..<1000 as Range<Int64> {
                answer(number, at: latest + Int64(round + 1) * 86_400_000 + number * 1000, &graded)
            }
        }
        var status = stat()
        stat(path, &status)
        print(status.st_size, progress.answerCount, loading, saving, grading)
    }

    /// 2026-11-21T03:52:58Z.
    private static let start: Int64 = 1_795_233_178_000

    /// Ten years that end at ``start``: forty of the day's answers in a review, ten in a quiz, an answer in eight wrong.
    private static func tenYears() -> Progress {
        var progress = Progress()
        let day: Int64 = 86_400_000
        for lesson in 0..<125 {
            for step in 0..<12 {
                progress.reached(
                    step: step, of: 12, scene: "main", lesson: "lesson-\(lesson)", at: start - 3650 * day + Int64(step))
            }
        }
        for number in 0..<182_500 as Range<Int64> {
            let (today, place) = number.quotientAndRemainder(dividingBy: 50)
            // Which of the questions it is follows no order, so that the waits between two answers differ.
            answer((number &* 7919) % 1000, at: start - (3650 - today) * day + place * 37_000, &progress)
        }
        return progress
    }

    private static func answer(_ number: Int64, at instant: Int64, _ progress: inout Progress) {
        let chance = (instant / 1000 &* 2_654_435_761) >> 7
        let isRight = chance % 8 != 0
        progress.record(
            ReviewRecord(
                at: instant, grade: isRight ? (chance % 3 == 0 ? .easy : .good) : .again, isRight: isRight,
                hints: chance % 20 == 0 ? 1 : 0, took: Int(3 + abs(chance) % 40) * 1000,
                seed: UInt64(bitPattern: chance),
                setting: chance % 5 == 0 ? .quiz : .review),
            of: CardID(quiz: "lesson-\(number % 125)", question: "question-\(number / 125)"))
    }

    /// The middle of the milliseconds that `rounds` of `body` take: by the clock, and of the processor.
    private static func measure(_ rounds: Int, _ body: (Int) throws -> Void) rethrows -> String {
        var clock: [Double] = [], processor: [Double] = []
        for round in 0..<rounds {
            let begin = (milliseconds(CLOCK_MONOTONIC), milliseconds(CLOCK_PROCESS_CPUTIME_ID))
            try body(round)
            clock.append(milliseconds(CLOCK_MONOTONIC) - begin.0)
            processor.append(milliseconds(CLOCK_PROCESS_CPUTIME_ID) - begin.1)
        }
        return "\(clock.sorted()[rounds / 2]) \(processor.sorted()[rounds / 2])"
    }

    private static func milliseconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
    }
}
