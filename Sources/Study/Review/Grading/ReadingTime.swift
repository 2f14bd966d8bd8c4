/// How long reading takes.
///
/// English non-fiction is read at 238 words a minute, silently: M. Brysbaert, "How many words do we read per minute?", Journal of
/// Memory and Language 109 (2019), <https://doi.org/10.1016/j.jml.2019.104047>. Chinese at 255 characters a minute, aloud:
/// S. Trauzettel-Klosinski and K. Dietz, "Standardized Assessment of Reading Performance", Investigative Ophthalmology &
/// Visual Science 53 (2012), <https://doi.org/10.1167/iovs.11-8284>.
enum ReadingTime {
    static let perWord = 60_000 / 238, perCharacter = 60_000 / 255

    /// The milliseconds that reading `text` takes: so many for each Chinese character, and for each run of other
    /// letters and digits.
    static func milliseconds(for text: String) -> Int {
        var (characters, words, isInWord) = (0, 0, false)
        for scalar in text.unicodeScalars {
            let isIdeograph = scalar.properties.isIdeographic
            let isWord = !isIdeograph && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            if isIdeograph { characters += 1 }
            if isWord, !isInWord { words += 1 }
            isInWord = isWord
        }
        return characters * perCharacter + words * perWord
    }
}
