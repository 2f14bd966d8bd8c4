/// SipHash-2-4, a keyed hash for short inputs: nobody without the key can foretell it.
///
/// Source: Aumasson, Bernstein: SipHash, a fast short-input PRF (https://www.aumasson.jp/siphash/siphash.pdf), §2. The
/// input is a whole number of 64-bit words.
struct SipHash: Sendable {
    private let key: (UInt64, UInt64)

    init(key: (UInt64, UInt64)) { self.key = key }

    /// The hash of the words.
    func callAsFunction(_ words: [UInt64]) -> UInt64 {
        var state = State(
            a: key.0 ^ 0x736F_6D65_7073_6575, b: key.1 ^ 0x646F_7261_6E64_6F6D, c: key.0 ^ 0x6C79_6765_6E65_7261,
            d: key.1 ^ 0x7465_6462_7974_6573)
        for word in words { state.absorb(word) }
        state.absorb(UInt64(words.count * 8 & 255) << 56)
        state.c ^= 0xFF
        for _ in 0..<4 { state.round() }
        return state.a ^ state.b ^ state.c ^ state.d
    }

    private struct State {
        var a, b, c, d: UInt64

        mutating func absorb(_ word: UInt64) {
            d ^= word
            round()
            round()
            a ^= word
        }

        mutating func round() {
            a &+= b
            b = b << 13 | b >> 51
            b ^= a
            a = a << 32 | a >> 32
            c &+= d
            d = d << 16 | d >> 48
            d ^= c
            a &+= d
            d = d << 21 | d >> 43
            d ^= a
            c &+= b
            b = b << 17 | b >> 47
            b ^= c
            c = c << 32 | c >> 32
        }
    }
}
