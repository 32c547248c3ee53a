/// A set of word positions, emptied by a stamp that rises.
///
/// Invariant: every position put in is below the capacity that `reserve` was called with.
struct PositionSet {
  private var stamps: UnsafeMutablePointer<UInt32>
  private(set) var items: UnsafeMutablePointer<UInt32>
  private(set) var count = 0
  private var stamp: UInt32 = 1
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    stamps = .allocate(capacity: capacity)
    stamps.initialize(repeating: 0, count: capacity)
    items = .allocate(capacity: capacity)
  }

  func deallocate() {
    stamps.deallocate()
    items.deallocate()
  }

  /// Makes room; what was in the set may be lost.
  mutating func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    deallocate()
    self = PositionSet(capacity: needed)
  }

  mutating func clear() {
    count = 0
    if stamp == .max {
      stamps.update(repeating: 0, count: capacity)
      stamp = 0
    }
    stamp &+= 1
  }

  @inline(__always)
  mutating func insert(_ position: UInt32) {
    guard stamps[Int(position)] != stamp else { return }
    stamps[Int(position)] = stamp
    items[count] = position
    count &+= 1
  }

  @inline(__always)
  func has(_ position: UInt32) -> Bool { stamps[Int(position)] == stamp }
}
