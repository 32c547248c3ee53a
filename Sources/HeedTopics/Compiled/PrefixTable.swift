/// Finds the prefixes that a word begins with.
///
/// Before any look-up, the first bytes of the word tell which lengths of prefix can be meant.
struct PrefixTable: ~Copyable {
  private let table: TermTable
  /// Bit n: a prefix of n bytes begins so; bit 63: a longer one.
  private let lengths: UnsafeMutablePointer<UInt64>
  private let mask: UInt32
  /// The same for prefixes of one or two bytes, by their first.
  private let shortLengths: UnsafeMutablePointer<UInt64>
  private let longLengths: [Int]
  let isEmpty: Bool

  init(_ terms: [(bytes: [UInt8], id: TermID)], termCount: Int) {
    table = TermTable(terms, termCount: termCount)
    isEmpty = terms.isEmpty
    longLengths = Set(terms.map(\.bytes.count).filter { $0 >= 63 }).sorted()
    var capacity = 1_024
    while capacity < 8 * terms.count { capacity *= 2 }
    mask = UInt32(capacity - 1)
    lengths = .allocate(capacity: capacity)
    lengths.initialize(repeating: 0, count: capacity)
    shortLengths = .allocate(capacity: 256)
    shortLengths.initialize(repeating: 0, count: 256)
    for (bytes, _) in terms {
      let bit = UInt64(1) << UInt64(min(bytes.count, 63))
      if bytes.count < 3 {
        shortLengths[Int(bytes[0])] |= bit
      } else {
        let begin = UInt32(bytes[0]) | UInt32(bytes[1]) << 8 | UInt32(bytes[2]) << 16
        lengths[Self.place(begin, mask)] |= bit
      }
    }
  }

  deinit {
    lengths.deallocate()
    shortLengths.deallocate()
  }

  /// The lengths of prefixes that may begin so, for `forEach`; 0 for most words.
  @inline(__always)
  func lengths(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let begin = UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self) & 0xFF_FFFF
    let short = shortLengths[Int(bytes[0])]
    return count < 3 ? short : short | lengths[Self.place(begin, mask)]
  }

  /// Calls back with every prefix of these bytes; they may be read 16 bytes past their end.
  func forEach(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, lengths: UInt64, _ found: (TermID) -> Void
  ) {
    var open = lengths
    if open >> 63 != 0 {
      for length in longLengths where length <= count {
        let id = table.find(bytes, length)
        if id != TermTable.none { found(id) }
      }
      open &= ~(1 << 63)
    }
    while open != 0 {
      let length = open.trailingZeroBitCount
      if length > count { return }
      let id = table.find(bytes, length)
      if id != TermTable.none { found(id) }
      open &= open &- 1
    }
  }

  @inline(__always)
  private static func place(_ begin: UInt32, _ mask: UInt32) -> Int {
    Int((begin &* 0x9E37_79B1) >> 12 & mask)
  }
}
