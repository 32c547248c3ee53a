/// Folds one scalar by the table that `FoldingTable` holds: compatibility decomposition, case
/// folding, accents dropped. The table is part of the source, so a newer Unicode in the compiler
/// cannot change what stored index terms mean.
enum ScalarFolding {
  /// What a scalar folds to.
  enum Result {
    case itself
    case other(Unicode.Scalar)
    case several(ArraySlice<Unicode.Scalar>)
  }

  static func fold(_ scalar: Unicode.Scalar) -> Result {
    let page = Int(scalar.value >> 8)
    guard page < table.pages.count else { return .itself }
    let cell = table.cells[Int(table.pages[page]) << 8 | Int(scalar.value & 0xFF)]
    if cell == 0 { return .itself }
    if cell & several == 0 { return .other(Unicode.Scalar(cell)!) }
    let start = Int((cell & ~several) >> 5)
    return .several(table.sequences[start..<start + Int(cell & 0x1F)])
  }

  /// Whether the table changes this scalar into something.
  static func hasFolding(_ scalar: Unicode.Scalar) -> Bool {
    switch fold(scalar) {
    case .itself: false
    case .other: true
    case .several(let scalars): !scalars.isEmpty
    }
  }

  /// Whether the scalar folds to nothing, as accents do.
  static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    if case .several(let scalars) = fold(scalar) { scalars.isEmpty } else { false }
  }

  private static let several: UInt32 = 0x8000_0000

  private struct Table {
    var pages = [UInt16](repeating: 0, count: 0x300)
    var cells = [UInt32](repeating: 0, count: 0x100)
    var sequences: [Unicode.Scalar] = []

    mutating func set(_ value: UInt32, to folded: [Unicode.Scalar]) {
      let page = Int(value >> 8)
      if pages[page] == 0 {
        pages[page] = UInt16(cells.count >> 8)
        cells.append(contentsOf: repeatElement(0, count: 0x100))
      }
      let cell = Int(pages[page]) << 8 | Int(value & 0xFF)
      if folded.count == 1 {
        cells[cell] = folded[0].value
      } else {
        cells[cell] = several | UInt32(sequences.count) << 5 | UInt32(folded.count)
        sequences.append(contentsOf: folded)
      }
    }
  }

  /// Entries are in the order of their scalars: `[skip:][count*]folded`, numbers in hexadecimal.
  /// `skip` is the distance from the entry before (1 when absent), `count` says that so many
  /// neighbours fold to neighbours, several scalars are joined by `_`, and `-` is nothing.
  private static let table: Table = {
    var table = Table()
    var key: UInt32 = 0
    for entry in Array(FoldingTable.packed.utf8).split(separator: UInt8(ascii: " ")) {
      var rest = entry
      var skip: UInt32 = 1
      var count: UInt32 = 1
      if let mark = rest.firstIndex(of: UInt8(ascii: ":")) {
        skip = number(rest[..<mark])
        rest = rest[(mark + 1)...]
      }
      if let mark = rest.firstIndex(of: UInt8(ascii: "*")) {
        count = number(rest[..<mark])
        rest = rest[(mark + 1)...]
      }
      key += skip
      if rest.first == UInt8(ascii: "-") {
        for step in 0..<count { table.set(key + step, to: []) }
      } else {
        let scalars = rest.split(separator: UInt8(ascii: "_")).map { number($0) }
        for step in 0..<count {
          table.set(key + step, to: scalars.map { Unicode.Scalar($0 + step)! })
        }
      }
      key += count - 1
    }
    return table
  }()

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt32 {
    digits.reduce(0) { value, digit in
      value << 4 | UInt32(digit <= UInt8(ascii: "9") ? digit - 0x30 : digit - 0x61 + 10)
    }
  }
}
