/// What the reader of texts asks of a scalar, in one look-up: how it folds and what it can be a
/// part of. Built once from `ScalarFolding` and `ScalarClass`, which hold the rules.
///
/// Invariant: nothing is written after `init`, and the memory lives as long as the process, so any
/// thread may read it.
final class ScalarTable: @unchecked Sendable {
  struct Cell: Hashable {
    /// The first bytes of the folded form, the first byte lowest.
    var folded: UInt32 = 0
    var traits: Traits = []
  }

  static let shared = ScalarTable()

  /// For every 256 scalars where their cells begin.
  let pages: UnsafeMutablePointer<UInt32>
  /// The first 256 are those of Latin-1, so that ASCII needs no page.
  let cells: UnsafeMutablePointer<Cell>

  private static let pageCount = 0x1100

  private init() {
    var cells: [Cell] = []
    var starts: [[Cell]: UInt32] = [:]
    let pages = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.pageCount)
    let empty = [Cell](repeating: Self.cell(of: "\u{50000}"), count: 0x100)
    for page in 0..<Self.pageCount {
      let content = Self.isEmpty(page) ? empty : Self.cells(of: page)
      if let start = starts[content] {
        pages[page] = start
      } else {
        pages[page] = UInt32(cells.count)
        starts[content] = UInt32(cells.count)
        cells += content
      }
    }
    self.pages = pages
    self.cells = .allocate(capacity: cells.count)
    self.cells.initialize(from: cells, count: cells.count)
  }

  /// Planes without characters, and those for private use, have nothing to tell apart.
  private static func isEmpty(_ page: Int) -> Bool {
    (0x324...0xDFF).contains(page) || page > 0xE0F
  }

  private static func cells(of page: Int) -> [Cell] {
    (0..<0x100).map { low in
      Unicode.Scalar(UInt32(page << 8 | low)).map(cell) ?? Cell()
    }
  }

  private static func cell(of scalar: Unicode.Scalar) -> Cell {
    var cell = Cell(traits: Traits(of: scalar))
    // Underscores around a word are taken off, so each is looked at.
    guard cell.traits.contains(.word), scalar != "_" else { return cell }
    let folded = scalars(of: scalar)
    var bytes: [UInt8] = []
    for other in folded { bytes += Array(String(other).utf8) }
    guard (1...4).contains(bytes.count), !cell.traits.contains(.composes),
      folded.allSatisfy({ !Traits.composes($0) && !Traits.isRanked($0) })
    else { return cell }
    if folded.allSatisfy({ !ScalarClass.isUnspaced($0) }) {
      cell.traits.insert(.plainLetter)
    } else if folded.count == 1 {
      cell.traits.insert(.plainCharacter)
    } else {
      return cell
    }
    for (index, byte) in bytes.enumerated() { cell.folded |= UInt32(byte) << (8 * index) }
    cell.traits.foldedCount = bytes.count
    return cell
  }

  private static func scalars(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch ScalarFolding.fold(scalar) {
    case .itself: [scalar]
    case .other(let other): [other]
    case .several(let several): Array(several)
    }
  }
}
