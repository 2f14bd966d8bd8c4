/// The words and numbers of a text, to find out whether it speaks of something at all.
struct TextWords {
    private let text: String
    private let words: Set<String>
    private let digits: Set<String>

    init(_ text: String) {
        self.text = text
        words = Set(
            text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init))
        var text = text
        digits = Set(text.withUTF8 { Self.numbers(in: $0) }.map(\.digits))
    }

    /// Whether all words of another text occur somewhere in this one.
    func contains(allOf other: TextWords) -> Bool { other.words.isSubset(of: words) }

    /// Whether the number occurs, in digits or in words.
    func contains(number: String) -> Bool {
        if digits.contains(number) { return true }
        if number == "0.5", words.contains("half") || text.contains("半") { return true }
        guard let value = Int(number) else { return false }
        if value >= 1000, value.isMultiple(of: 1000) {
            let scales: Set = ["thousand", "thousands", "million", "millions", "billion", "k", "m"]
            if !words.isDisjoint(with: scales) || ["千", "万", "亿"].contains(where: text.contains) { return true }
        }
        guard (0...99).contains(value) else { return false }
        return Self.english(value).contains(where: words.contains) || Self.chinese(value).contains(where: text.contains)
    }

    // MARK: Digits

    /// A run of digits, perhaps with points and separators for thousands inside.
    struct Number {
        /// Without the separators.
        var digits: String
        /// Whether it is part of a word, as in `IPv4`.
        var followsLetter: Bool
    }

    /// The numbers in a text, in order.
    static func numbers(in bytes: UnsafeBufferPointer<UInt8>) -> [Number] {
        var numbers: [Number] = []
        var index = 0
        while index < bytes.count {
            guard isDigit(bytes[index]) else {
                index += 1
                continue
            }
            let start = index
            var digits: [UInt8] = []
            while index < bytes.count {
                if isDigit(bytes[index]) {
                    digits.append(bytes[index])
                } else if bytes[index] == UInt8(ascii: "."), index + 1 < bytes.count, isDigit(bytes[index + 1]) {
                    digits.append(bytes[index])
                } else if !isThousandsSeparator(at: index, in: bytes) {
                    break
                }
                index += 1
            }
            // 5万 is 50,000.
            if bytes[index...].starts(with: "万".utf8), digits.allSatisfy(isDigit) { digits += "0000".utf8 }
            let followsLetter = start > 0 && isWordByte(bytes[start - 1])
            numbers.append(Number(digits: String(decoding: digits, as: UTF8.self), followsLetter: followsLetter))
        }
        return numbers
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }

    private static func isThousandsSeparator(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes[index] == UInt8(ascii: ","), index + 3 < bytes.count else { return false }
        return bytes[index + 1...index + 3].allSatisfy(isDigit)
            && (index + 4 == bytes.count || !isDigit(bytes[index + 4]))
    }

    // MARK: Numbers in words

    /// Words that say a number from 0 to 99, or that it is so many.
    private static func english(_ value: Int) -> [String] {
        let words: [[String]] = [
            ["zero", "no", "none", "nothing", "not", "never", "without"],
            ["one", "a", "an", "first", "once", "single", "another", "each", "every", "only"],
            ["two", "second", "twice", "both", "pair", "half", "double"], ["three", "third"], ["four", "fourth"],
            ["five", "fifth"], ["six", "sixth"], ["seven", "seventh"], ["eight", "eighth"], ["nine", "ninth"],
            ["ten", "tenth"], ["eleven", "eleventh"], ["twelve", "twelfth"], ["thirteen"], ["fourteen"], ["fifteen"],
            ["sixteen"], ["seventeen"], ["eighteen"], ["nineteen"],
        ]
        let months = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november",
            "december",
        ]
        guard value >= words.count else { return words[value] + (1...12 ~= value ? [months[value - 1]] : []) }
        let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        return [tens[value / 10 - 2]]
    }

    private static func chinese(_ value: Int) -> [String] {
        let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let more: [Int: [String]] = [0: ["没有", "无", "不", "从未"], 1: ["单", "首", "每", "只"], 2: ["两", "双", "半"]]
        if value < 10 { return [digits[value]] + (more[value] ?? []) }
        let tens = value / 10 == 1 ? "" : digits[value / 10]
        return [tens + "十" + (value % 10 == 0 ? "" : digits[value % 10])]
    }
}
