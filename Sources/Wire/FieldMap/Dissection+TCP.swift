extension Dissection {
    /// Names the bits of a TCP segment, between two addresses if they are known.
    mutating func tcp(between addresses: (source: IPv4Address, destination: IPv4Address)?) {
        let covered = shortfall == nil ? rest : nil
        layer(.tcp, .tcp, tcpSummary) { segment in
            let start = segment.offset
            segment.number(.tcpSourcePort, bits: 16)
            segment.number(.tcpDestinationPort, bits: 16)
            segment.number(.tcpSequence, bits: 32)
            segment.number(.tcpAcknowledgment, bits: 32)
            let words = segment.number(.tcpDataOffset, bits: 4) { "\($0) (\($0 * 4) bytes)" }
            guard let length = words.map({ Int($0) * 4 }) else { return }
            if length < TCPSegment.minimumHeaderLength { segment.fail(at: 12, .badHeaderLength(length)) }
            segment.number(.tcpReserved, bits: 4)
            segment.tcpFlags()
            segment.number(.tcpWindow, bits: 16)
            segment.number(.tcpChecksum, bits: 16) { found in
                guard let addresses, let covered else { return checksumText(found, nil) }
                var checksum = InternetChecksum(
                    pseudoHeaderFrom: addresses.source, to: addresses.destination, protocolNumber: .tcp,
                    length: covered.count)
                checksum.add(covered)
                return checksumText(found, checksum)
            }
            segment.number(.tcpUrgentPointer, bits: 16)
            segment.tcpOptions(from: start + TCPSegment.minimumHeaderLength, upTo: start + length)
            segment.data(.tcpData, count: segment.remaining)
        }
    }

    private func tcpSummary(_ parts: [WireField]) -> String {
        let ports = "\(parts.value(of: .tcpSourcePort)) → \(parts.value(of: .tcpDestinationPort))"
        let flags = parts.value(of: .tcpFlags)
        return flags.isEmpty ? ports : "\(ports), \(flags)"
    }

    private mutating func tcpFlags() {
        let bits = rest.first ?? 0
        let names = TCPFlags(rawValue: bits).description
        group(.tcpFlags, { _ in names.isEmpty ? "none" : names }) { flags in
            for note in FieldNote.tcpFlagNotes { flags.number(note, bits: 1) }
        }
    }

    private mutating func tcpOptions(from start: Int, upTo stop: Int) {
        guard fault == nil, stop > start else { return }
        // A header that claims to be longer than the segment is cut off, and its options with it.
        let isWhole = (stop - offset) <= remaining
        group(.tcpOptions, { _ in "\(stop - start) bytes" }) { list in
            guard isWhole else { return list.data(.tcpOption, count: stop - start, pairs) }
            while list.fault == nil, list.offset < stop {
                let kind = list.bytes[list.offset]
                if kind == TCPOptionKind.end { break }
                list.tcpOption(kind, at: list.offset - start + TCPSegment.minimumHeaderLength, upTo: stop)
            }
            list.data(.tcpOptionEnd, count: stop - list.offset, pairs)
        }
    }

    /// Names the bits of one option, which begins `place` bytes after the beginning of the segment.
    private mutating func tcpOption(_ kind: UInt8, at place: Int, upTo stop: Int) {
        if kind == TCPOptionKind.noOperation { return data(.tcpNoOperation, count: 1, pairs) }
        let length = offset + 1 < stop ? Int(bytes[offset + 1]) : 2
        guard TCPOptionKind.allows(kind, length: length), offset + length <= stop else {
            return fail(at: place, .badOptionLength(kind: kind, length: length))
        }
        let end = offset + length
        group(.tcpOption(kind), { parts in parts.dropFirst(2).map(\.value).joined(separator: ", ") }) { option in
            option.number(.tcpOptionKind, bits: 8)
            option.number(.tcpOptionLength, bits: 8)
            switch kind {
            case TCPOptionKind.maximumSegmentSize: option.number(.tcpMaximumSegmentSize, bits: 16)
            case TCPOptionKind.windowScale:
                option.number(.tcpShiftCount, bits: 8) { shift in "\(shift) (multiply by \(1 << min(shift, 14)))" }
            case TCPOptionKind.timestamps:
                option.number(.tcpTimestampValue, bits: 32)
                option.number(.tcpTimestampEcho, bits: 32)
            case TCPOptionKind.sack:
                while option.offset < end {
                    option.number(.tcpSACKLeft, bits: 32)
                    option.number(.tcpSACKRight, bits: 32)
                }
            case TCPOptionKind.fastOpen where TCPOptionKind.allowsCookie(of: length - 2):
                option.data(.tcpFastOpenCookie, count: end - option.offset, pairs)
            default: option.data(.tcpOptionData, count: end - option.offset, pairs)
            }
        }
    }
}
