/// A QR code's modules: the patterns that a camera finds it by, and the words between them (ISO/IEC 18004, 7.7 to 7.10).
struct QRMatrix {
  private(set) var rows: [[Bool]]
  /// Modules that no word stands in.
  private var isFixed: [[Bool]]
  private let version: QRVersion
  private var size: Int { version.size }

  init(_ version: QRVersion, _ words: [UInt8], mask: Int) {
    self.version = version
    let light = Array(repeating: Array(repeating: false, count: version.size), count: version.size)
    rows = light
    isFixed = light
    drawPatterns()
    drawFormat(mask)
    drawVersion()
    place(words, mask)
  }

  private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
    guard rows.indices.contains(row), rows.indices.contains(column) else { return }
    rows[row][column] = isDark
    isFixed[row][column] = true
  }

  private mutating func drawPatterns() {
    for place in 0..<size {
      fix(6, place, place % 2 == 0)
      fix(place, 6, place % 2 == 0)
    }
    for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] {
      square(around: row, column, 4) { $0 != 2 && $0 != 4 }
    }
    let lines = version.alignments
    for row in lines {
      for column in lines {
        // Where a finder stands, none does.
        let isCorner =
          (row == 6 && column == 6) || (row == 6 && column == lines.last)
          || (column == 6 && row == lines.last)
        if !isCorner { square(around: row, column, 2) { $0 != 1 } }
      }
    }
  }

  private mutating func square(
    around row: Int, _ column: Int, _ reach: Int, _ isDark: (_ ring: Int) -> Bool
  ) {
    for down in -reach...reach {
      for across in -reach...reach {
        fix(row + down, column + across, isDark(max(abs(down), abs(across))))
      }
    }
  }

  /// Level M and the mask, checked by a BCH code, twice.
  private mutating func drawFormat(_ mask: Int) {
    let bits = Self.checked(mask, 10, 0x537) ^ 0x5412
    for place in 0..<15 {
      let isDark = (bits >> place) & 1 == 1
      switch place {
      case 0...5: fix(place, 8, isDark)
      case 6, 7: fix(place + 1, 8, isDark)
      case 8: fix(8, 7, isDark)
      default: fix(8, 14 - place, isDark)
      }
      if place < 8 {
        fix(8, size - 1 - place, isDark)
      } else {
        fix(size - 15 + place, 8, isDark)
      }
    }
    fix(size - 8, 8, true)
  }

  private mutating func drawVersion() {
    guard version.number >= 7 else { return }
    let bits = Self.checked(version.number, 12, 0x1F25)
    for place in 0..<18 {
      let isDark = (bits >> place) & 1 == 1
      fix(place / 3, size - 11 + place % 3, isDark)
      fix(size - 11 + place % 3, place / 3, isDark)
    }
  }

  /// A value with what is left of it by a generator behind it.
  static func checked(_ value: Int, _ count: Int, _ generator: Int) -> Int {
    var rest = value << count
    while rest.bitWidth - rest.leadingZeroBitCount > count {
      let places = rest.bitWidth - rest.leadingZeroBitCount - 1 - count
      rest ^= generator << places
    }
    return value << count | rest
  }

  /// In pairs of columns from the right, up and down by turns, past the column of the timing line.
  private mutating func place(_ words: [UInt8], _ mask: Int) {
    var bit = 0
    var isUp = true
    for pair in (0..<(size - 1) / 2).reversed() {
      let left = pair * 2 + (pair < 3 ? 0 : 1)
      for step in 0..<size {
        let row = isUp ? size - 1 - step : step
        for column in [left + 1, left] where !isFixed[row][column] {
          let word = bit / 8
          let isDark = word < words.count && (words[word] >> (7 - bit % 8)) & 1 == 1
          rows[row][column] = isDark != Self.isMasked(mask, row, column)
          bit += 1
        }
      }
      isUp.toggle()
    }
  }

  static func isMasked(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
    let product = row * column
    return switch mask {
    case 0: (row + column) % 2 == 0
    case 1: row % 2 == 0
    case 2: column % 3 == 0
    case 3: (row + column) % 3 == 0
    case 4: (row / 2 + column / 3) % 2 == 0
    case 5: product % 2 + product % 3 == 0
    case 6: (product % 2 + product % 3) % 2 == 0
    default: ((row + column) % 2 + product % 3) % 2 == 0
    }
  }

  /// Runs of one colour, squares of one colour, what looks like a finder, and too much of one colour.
  var penalty: Int {
    let columns = (0..<size).map { column in rows.map { $0[column] } }
    let lines = rows + columns
    var sum = lines.reduce(0) { $0 + Self.runs($1) + Self.finders($1) }
    for row in 0..<size - 1 {
      for column in 0..<size - 1 {
        let one = rows[row][column]
        if one == rows[row][column + 1], one == rows[row + 1][column],
          one == rows[row + 1][column + 1]
        {
          sum += 3
        }
      }
    }
    let dark = rows.joined().count { $0 }
    return sum + abs(dark * 20 - size * size * 10) / (size * size) * 10
  }

  private static func runs(_ line: [Bool]) -> Int {
    var (sum, length) = (0, 0)
    for (place, isDark) in line.enumerated() {
      length = place > 0 && line[place - 1] == isDark ? length + 1 : 1
      if length == 5 { sum += 3 } else if length > 5 { sum += 1 }
    }
    return sum
  }

  private static let finder = [true, false, true, true, true, false, true]

  private static func finders(_ line: [Bool]) -> Int {
    let around = Array(repeating: false, count: 4)
    let padded = around + line + around
    return (0...padded.count - 11).reduce(0) { sum, start in
      let part = Array(padded[start..<start + 11])
      return sum + (part == finder + around || part == around + finder ? 40 : 0)
    }
  }
}
