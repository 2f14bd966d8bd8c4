extension TCPOption {
    /// How options are laid out in a header: where no-operations stand between them, and which of them fit.
    ///
    /// As Linux does, options with 32-bit fields begin two bytes before a word boundary, and those of odd length end at
    /// one (RFC 7323 Appendix A recommends it for timestamps):
    ///
    ///     SYN   MSS · SACK-permitted, Timestamps · NOP, Window Scale           20 bytes
    ///     SYN   the same and a Fast Open cookie of 8 bytes                    32 bytes
    ///     ACK   NOP, NOP, Timestamps · NOP, NOP, SACK of three blocks          40 bytes
    ///
    /// Where that would take more room than there is, they are packed without no-operations.
    struct Layout {
        /// Whether no-operations align the options.
        let isAligned: Bool
        /// The length of everything with padding, in bytes: a multiple of 4.
        let length: Int

        init(_ options: [TCPOption]) {
            guard !options.isEmpty else {
                (isAligned, length) = (false, 0)
                return
            }
            let aligned = Self.length(of: options, isAligned: true)
            isAligned = aligned <= TCPSegment.optionSpace
            length = isAligned ? aligned : Self.length(of: options, isAligned: false)
        }

        /// Writes what fits, and zeros up to the length; the first of them is the end of the list.
        func write(_ options: [TCPOption], to writer: inout ByteWriter) {
            let start = writer.count
            for index in options.indices where options[index].length > 0 {
                let offset = writer.count - start
                let gap = isAligned ? Self.gap(before: index, of: options, at: offset) : 0
                guard offset + gap + options[index].length <= length else { continue }
                writer.fill(with: TCPOptionKind.noOperation, upTo: writer.count + gap)
                options[index].write(to: &writer)
            }
            writer.fill(with: TCPOptionKind.end, upTo: start + length)
        }

        /// The padded length of what fits; when aligned, of everything.
        private static func length(of options: [TCPOption], isAligned: Bool) -> Int {
            var length = 0
            for index in options.indices where options[index].length > 0 {
                let end = length + options[index].length + (isAligned ? gap(before: index, of: options, at: length) : 0)
                if isAligned || end <= TCPSegment.optionSpace { length = end }
            }
            return (length + 3) & ~3
        }

        /// How many no-operations precede the option at `index` when the one before it ends at `offset`.
        private static func gap(before index: Int, of options: [TCPOption], at offset: Int) -> Int {
            let place: Int
            switch options[index] {
            case .maximumSegmentSize, .fastOpen: place = 0
            case .windowScale: place = 1
            case .sackPermitted:
                // Together with the timestamps that follow, it fills three words.
                if index + 1 < options.count, case .timestamps = options[index + 1] { place = 0 } else { place = 2 }
            case .sack, .timestamps: place = 2
            case .other: return 0
            }
            return (place - offset) & 3
        }
    }

    /// The length with kind and length bytes; 0 for what cannot be written, which is an option without length or too long.
    private var length: Int {
        switch self {
        case .maximumSegmentSize: 4
        case .windowScale: 3
        case .sackPermitted: 2
        case .sack(let blocks): (1...4).contains(blocks.count) ? 2 + blocks.count * 8 : 0
        case .timestamps: 10
        case .fastOpen(let cookie): TCPOptionKind.allowsCookie(of: cookie.count) ? 2 + cookie.count : 0
        case .other(let kind, let data): kind > TCPOptionKind.noOperation && data.count <= 38 ? 2 + data.count : 0
        }
    }

    private func write(to writer: inout ByteWriter) {
        let length = UInt8(length)
        switch self {
        case .maximumSegmentSize(let size):
            writer.put(TCPOptionKind.maximumSegmentSize)
            writer.put(length)
            writer.put(size)
        case .windowScale(let shift):
            writer.put(TCPOptionKind.windowScale)
            writer.put(length)
            writer.put(shift)
        case .sackPermitted:
            writer.put(TCPOptionKind.sackPermitted)
            writer.put(length)
        case .sack(let blocks):
            writer.put(TCPOptionKind.sack)
            writer.put(length)
            for block in blocks {
                writer.put(block.left.rawValue)
                writer.put(block.right.rawValue)
            }
        case .timestamps(let value, let echoReply):
            writer.put(TCPOptionKind.timestamps)
            writer.put(length)
            writer.put(value)
            writer.put(echoReply)
        case .fastOpen(let cookie):
            writer.put(TCPOptionKind.fastOpen)
            writer.put(length)
            writer.put(cookie[...])
        case .other(let kind, let data):
            writer.put(kind)
            writer.put(length)
            writer.put(data[...])
        }
    }
}
