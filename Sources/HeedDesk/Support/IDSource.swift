import HeedModel
import Synchronization

/// Gives the records of one process their ids: in the order in which they were asked for, and never the same twice.
///
/// A millisecond has two million ids. Drawn at random, a thousand records of one millisecond would meet in one case of
/// four; counted on from a random start, only two processes can meet, and that hardly ever.
final class IDSource: Sendable {
  private let last = Mutex((milliseconds: Int64.min, tail: Int64(0)))

  func next<Noun>(at instant: Instant, _ randomness: any Randomness) -> ID<Noun> {
    let tail = last.withLock { last in
      if last.milliseconds == instant.milliseconds {
        last.tail += 1
      } else {
        // From the lower half, so that counting on does not begin again at the bottom.
        let start = Int64(truncatingIfNeeded: randomness.number()) & (IDLayout.tailMask >> 1)
        last = (instant.milliseconds, start)
      }
      return last.tail
    }
    return ID(IDLayout.id(at: instant, tail: tail))
  }
}
