/// Reads the numbers and letters by which a learner names what is shown, as 0-based places.
struct PlaceReader {
    /// How many things are shown; they are numbered from 1 and lettered from `a`.
    let count: Int
    let expected: AnswerProblem.Expectation

    /// The places named in `line`, in the order named; at least one.
    func places(in line: String) throws(AnswerProblem) -> [Int] {
        var places: [Int] = []
        for word in try words(in: line) { places += try self.places(ofWord: word) }
        guard !places.isEmpty else { throw .notUnderstood(line, expected) }
        return places
    }

    /// All places, each once, in the order named.
    func permutation(in line: String) throws(AnswerProblem) -> [Int] {
        let places = try places(in: line)
        var seen: Set<Int> = []
        for place in places where !seen.insert(place).inserted { throw .twice(String(place + 1), expected) }
        guard places.count == count else { throw .incomplete(given: places.count, expected) }
        return places
    }

    /// For each number from 1 on the place of its letter: `1b 2a`, or only the letters (or numbers) in order.
    func pairs(in line: String) throws(AnswerProblem) -> [Int] {
        let runs = try words(in: line).flatMap(Self.runs)
        guard runs.contains(where: Self.isDigits), runs.contains(where: Self.isLetters) else {
            return try permutation(in: line)
        }
        var rights = [Int?](repeating: nil, count: count)
        for start in stride(from: 0, to: runs.count, by: 2) {
            let number = runs[start]
            guard start + 1 < runs.count else { throw .notUnderstood(String(number), expected) }
            let letter = runs[start + 1]
            guard Self.isDigits(number), Self.isLetters(letter), letter.count == 1 else {
                throw .notUnderstood("\(number)\(letter)", expected)
            }
            let (left, right) = (try place(of: number), try place(of: letter))
            guard rights[left] == nil else { throw .twice(String(number), expected) }
            guard !rights.contains(right) else { throw .twice(String(letter), expected) }
            rights[left] = right
        }
        let complete = rights.compactMap { $0 }
        guard complete.count == count else { throw .incomplete(given: complete.count, expected) }
        return complete
    }

    /// One number, or several single digits or letters written together.
    private func places(ofWord word: Substring) throws(AnswerProblem) -> [Int] {
        guard Self.isDigits(word) || Self.isLetters(word) else { throw .notUnderstood(String(word), expected) }
        if Self.isDigits(word), (Int(word).map { (1...max(count, 1)).contains($0) } ?? false) || count > 9 {
            return [try place(of: word)]
        }
        var places: [Int] = []
        for index in word.indices {
            do {
                places.append(try place(of: word[index...index]))
            } catch {
                throw .notShown(String(word), expected)
            }
        }
        return places
    }

    private func place(of label: Substring) throws(AnswerProblem) -> Int {
        let letter = label.utf8.count == 1 ? label.utf8.first.map { Int($0 | 0x20) - 96 } : nil
        guard let number = Self.isDigits(label) ? Int(label) : letter, (1...max(count, 1)).contains(number) else {
            throw .notShown(String(label), expected)
        }
        return number - 1
    }

    /// The line cut at everything that people put between the things they list.
    private func words(in line: String) throws(AnswerProblem) -> [Substring] {
        let separators: Set<Character> = [
            ",", ";", ":", "、", ".", "。", "(", ")", "-", "–", "—", ">", "→", "=", "+", "&", "|", "/",
        ]
        return line.split { $0.isWhitespace || separators.contains($0) }
    }

    /// `1b2a` as `1`, `b`, `2`, `a`.
    private static func runs(of word: Substring) -> [Substring] {
        var runs: [Substring] = []
        var rest = word
        while let first = rest.first {
            let isDigit = first.isNumber
            let run = rest.prefix { $0.isNumber == isDigit }
            runs.append(run)
            rest = rest[run.endIndex...]
        }
        return runs
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    private static func isLetters(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (97...122).contains($0 | 0x20) }
    }
}
