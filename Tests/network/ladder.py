"""The normal form of a conversation: what two implementations must have in common.

Each row is one segment as it passed one host:

    0.000  >  SYN      seq=0
    0.040  <  SYN,ACK  seq=0 ack=1
    0.040  >  ACK      seq=1 ack=1
    1.040  <  SYN,ACK  seq=0 ack=1   again after 1.00 s

Sequence and acknowledgment numbers are relative to each side's initial one. PSH is left out: where it is set is the
sender's own affair (RFC 9293 §3.9.1.2). A segment that was seen before says how long ago that was, which is the RTO's doing.
"""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Row:
    """A segment in normal form; `waited` is the time in seconds since the same segment passed last, or None."""

    direction: str
    flags: str
    sequence: int
    acknowledgment: int
    length: int
    window_is_zero: bool
    time: float
    waited: float

    @property
    def key(self):
        """What must be the same in every implementation."""
        return (self.direction, self.flags, self.sequence, self.acknowledgment, self.length, self.window_is_zero)

    def __str__(self):
        text = f"{self.time:8.3f}  {self.direction}  {self.flags:<8} seq={self.sequence}"
        if self.acknowledgment is not None:
            text += f" ack={self.acknowledgment}"
        if self.length:
            text += f" len={self.length}"
        if self.window_is_zero:
            text += " win=0"
        if self.waited is not None:
            text += f"   again after {self.waited:.2f} s"
        return text


def ladder(segments, client_port=50000):
    """The rows of a conversation whose client has this port."""
    initial, last, rows = {}, {}, []
    for segment in segments:
        direction = ">" if segment.source[1] == client_port else "<"
        other = "<" if direction == ">" else ">"
        if "SYN" in segment.flags:
            initial[direction] = segment.sequence
        # A RST that answers a SYN to nobody has seq 0: there is no initial number to count from.
        sequence = (segment.sequence - initial.get(direction, segment.sequence)) % 2**32
        has_ack = "ACK" in segment.flags
        acknowledgment = (segment.acknowledgment - initial.get(other, 0)) % 2**32 if has_ack else None
        flags = ",".join(flag for flag in segment.flags.split(",") if flag != "PSH")
        is_numbered = segment.length > 0 or "SYN" in flags or "FIN" in flags
        name = (direction, flags.replace(",ACK", ""), sequence)
        waited = segment.time - last[name] if is_numbered and name in last else None
        if is_numbered:
            last[name] = segment.time
        rows.append(Row(
            direction, flags, sequence, acknowledgment, segment.length, segment.window == 0 and "RST" not in flags,
            segment.time - segments[0].time, waited))
    return rows


def text(rows):
    """The rows as lines."""
    return "".join(f"{row}\n" for row in rows)
