/// Finds the number of a term by its bytes: open addressing, short terms inside the slots.
///
/// Invariants: nothing is written after `init`; at least one slot is empty, so every probe ends; a
/// pointer that is looked up may be read 16 bytes past the term.
struct TermTable: ~Copyable {
  /// A term of at most twelve bytes is `low` and `high` themselves, padded with zeros, which no
  /// term holds. A longer one is its hash in `low` and `longMark`, which no text holds, in `high`.
  private struct Slot {
    var low: UInt64
    var high: UInt32
    var id: TermID
  }

  /// What is compared with the slots, and where that begins.
  struct Probe {
    let low: UInt64
    let high: UInt32
    let place: UInt32
    /// The term in the first slot: read ahead, so that the memory is there when it is needed.
    var first: TermID = none
  }

  static let none = TermID.max
  /// Set in the number of a term for which it must be kept where it stands.
  private static let placesBit: TermID = 1 << 31

  static func marked(_ id: TermID, needsPlaces: Bool) -> TermID {
    needsPlaces ? id | placesBit : id
  }

  @inline(__always)
  static func needsPlaces(_ id: TermID) -> Bool { id & placesBit != 0 }

  @inline(__always)
  static func number(_ id: TermID) -> TermID { id & ~placesBit }

  private static let longMark = UInt32.max
  /// Neither the end of a short term nor `longMark`.
  private static let emptyMark = UInt32.max - 1
  private static let shortLimit = 12

  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int
  /// The bytes of the long terms: each its length, then itself.
  private let long: UnsafeMutablePointer<UInt8>
  private let longStarts: UnsafeMutablePointer<UInt32>

  init(_ terms: [(bytes: [UInt8], id: TermID)], termCount: Int) {
    var capacity = 16
    while capacity < 3 * terms.count { capacity *= 2 }
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(low: 0, high: Self.emptyMark, id: Self.none), count: capacity)
    let mask = capacity - 1
    self.mask = mask
    longStarts = .allocate(capacity: max(termCount, 1))
    longStarts.initialize(repeating: 0, count: max(termCount, 1))
    var longBytes: [UInt8] = []
    for (bytes, id) in terms {
      let probe = (bytes + [UInt8](repeating: 0, count: 16)).withUnsafeBufferPointer {
        Self.probe($0.baseAddress.unsafelyUnwrapped, bytes.count, mask)
      }
      if bytes.count > Self.shortLimit {
        longStarts[Int(Self.number(id))] = UInt32(longBytes.count)
        withUnsafeBytes(of: UInt32(bytes.count)) { longBytes += $0 }
        longBytes += bytes
      }
      var index = Int(probe.place)
      while slots[index].id != Self.none { index = (index + 1) & mask }
      slots[index] = Slot(low: probe.low, high: probe.high, id: id)
    }
    long = .allocate(capacity: longBytes.count + 1)
    long.initialize(from: longBytes, count: longBytes.count)
  }

  deinit {
    slots.deallocate()
    long.deallocate()
    longStarts.deallocate()
  }

  /// Begins a look-up that `find` ends; the bytes may be read 16 bytes past the term.
  @inline(__always)
  func probe(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Probe {
    var probe = Self.probe(bytes, count, mask)
    probe.first = slots[Int(probe.place)].id
    return probe
  }

  @inline(__always)
  func find(_ probe: Probe, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> TermID {
    if probe.first == Self.none { return Self.none }
    var index = Int(probe.place)
    while true {
      let slot = slots[index]
      if slot.low == probe.low, slot.high == probe.high,
        slot.high != Self.longMark || isLong(slot.id, bytes, count)
      {
        return slot.id
      }
      if slot.id == Self.none { return Self.none }
      index = (index &+ 1) & mask
    }
  }

  @inline(__always)
  func find(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> TermID {
    find(probe(bytes, count), bytes, count)
  }

  func find(_ term: Term) -> TermID {
    (term.bytes + [UInt8](repeating: 0, count: 16)).withUnsafeBufferPointer {
      find($0.baseAddress.unsafelyUnwrapped, term.bytes.count)
    }
  }

  private func isLong(_ id: TermID, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let start = long + Int(longStarts[Int(Self.number(id))])
    let length = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
    guard Int(length) == count else { return false }
    for index in 0..<count where start[index + 4] != bytes[index] { return false }
    return true
  }

  @inline(__always)
  private static func probe(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ mask: Int) -> Probe {
    let raw = UnsafeRawPointer(bytes)
    if count > shortLimit { return longProbe(raw, count, mask) }
    let low =
      raw.loadUnaligned(as: UInt64.self)
      & UInt64.max >> UInt64(truncatingIfNeeded: max(8 &- count, 0) &* 8)
    let rest = UInt64(truncatingIfNeeded: max(count &- 8, 0) &* 8)
    let high =
      raw.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
      & UInt32(truncatingIfNeeded: (1 as UInt64) << rest &- 1)
    let hash = mixed(low, UInt64(high))
    return Probe(
      low: low, high: high, place: UInt32(truncatingIfNeeded: Int(truncatingIfNeeded: hash) & mask))
  }

  private static func longProbe(_ raw: UnsafeRawPointer, _ count: Int, _ mask: Int) -> Probe {
    var hash = mixed(raw.loadUnaligned(as: UInt64.self), UInt64(truncatingIfNeeded: count))
    var index = 8
    while index < count {
      let start = min(index, count &- 8)
      hash = mixed(hash, raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      index &+= 8
    }
    return Probe(
      low: hash, high: longMark,
      place: UInt32(truncatingIfNeeded: Int(truncatingIfNeeded: hash) & mask))
  }

  /// One round of a multiply-and-fold hash: both halves of the product, one upon the other.
  @inline(__always)
  private static func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = (one ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(
      by: other ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}
