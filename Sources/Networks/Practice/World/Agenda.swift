import HeedModel

/// What is going to happen, soonest first; what falls on one instant keeps the order in which it
/// was planned.
struct Agenda<Act: Sendable>: Sendable {
  private struct Entry {
    var at: Instant
    var serial: UInt64
    var act: Act

    func comes(before other: Entry) -> Bool { (at, serial) < (other.at, other.serial) }
  }

  private var heap: [Entry] = []
  private var serial: UInt64 = 0

  var nextAt: Instant? { heap.first?.at }

  mutating func plan(_ act: Act, at: Instant) {
    serial += 1
    heap.append(Entry(at: at, serial: serial, act: act))
    var child = heap.count - 1
    while child > 0, heap[child].comes(before: heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Puts everything off by so much; the order stays.
  mutating func shift(by duration: Duration) {
    for at in heap.indices { heap[at].at = heap[at].at + duration }
  }

  /// Takes out the first act that is due at `now`.
  mutating func take(dueAt now: Instant) -> (at: Instant, act: Act)? {
    guard let first = heap.first, first.at <= now else { return nil }
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child].comes(before: heap[least]) { least = child }
      if least == parent { break }
      heap.swapAt(parent, least)
      parent = least
    }
    return (first.at, first.act)
  }
}
