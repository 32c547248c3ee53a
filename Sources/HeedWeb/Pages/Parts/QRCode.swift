/// A QR code of a short text: byte mode, error correction level M, as ISO/IEC 18004 has it.
struct QRCode: Sendable {
  /// Dark modules by row and column, without the quiet zone.
  let rows: [[Bool]]

  /// - Returns: `nil` for a text that is longer than the largest code holds.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard
      let version = (1...40).first(where: {
        QRVersion($0).dataBits >= 4 + QRVersion($0).lengthBits + bytes.count * 8
      }).map(QRVersion.init)
    else { return nil }
    let words = QRBlocks.interleaved(Self.data(bytes, version), version)
    // The mask that leaves the fewest patterns that a camera takes for something else.
    let drawn = (0..<8).map { QRMatrix(version, words, mask: $0) }
    rows = drawn.min { $0.penalty < $1.penalty }?.rows ?? []
  }

  /// Mode, length, bytes, end, and what fills the rest.
  static func data(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
    var bits: [Bool] = []
    func add(_ value: Int, _ count: Int) {
      for place in (0..<count).reversed() { bits.append((value >> place) & 1 == 1) }
    }
    add(0b0100, 4)
    add(bytes.count, version.lengthBits)
    for byte in bytes { add(Int(byte), 8) }
    add(0, min(4, version.dataBits - bits.count))
    add(0, (8 - bits.count % 8) % 8)
    var isFirst = true
    while bits.count < version.dataBits {
      add(isFirst ? 0b1110_1100 : 0b0001_0001, 8)
      isFirst.toggle()
    }
    return stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<start + 8].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    }
  }
}

/// How large a code is and how its words are parted (ISO/IEC 18004, tables 1, 9 and E.1), for level M.
struct QRVersion: Sendable, Hashable {
  let number: Int

  init(_ number: Int) { self.number = number }

  var size: Int { 17 + 4 * number }
  var lengthBits: Int { number < 10 ? 8 : 16 }
  var dataBits: Int { (allWords - blocks * checkWords) * 8 }

  /// Words that check each block.
  var checkWords: Int {
    [
      10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
      26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
    ][number - 1]
  }

  var blocks: Int {
    [
      1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
      17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
    ][number - 1]
  }

  /// Rows and columns in which alignment patterns stand: evenly apart, the first nearer where it does not come out.
  var alignments: [Int] {
    guard number > 1 else { return [] }
    let gaps = number / 7 + 1
    let span = size - 13
    // Version 32 alone is set apart in the table.
    let step = number == 32 ? 26 : ((span + gaps * 2 - 1) / (gaps * 2)) * 2
    return [6] + (0..<gaps).reversed().map { size - 7 - $0 * step }
  }

  /// All modules but those of the patterns, in words of eight; what is left over stays light.
  var allWords: Int {
    var modules = size * size - 3 * 64 - 2 * 15 - 1 - 2 * (size - 16)
    let across = alignments.count
    if across > 0 {
      modules -= (across * across - 3) * 25
      // Those on the timing lines share five modules with them.
      modules += (across - 2) * 2 * 5
    }
    if number >= 7 { modules -= 36 }
    return modules / 8
  }
}

/// Reed-Solomon over the field of 256 with x⁸ + x⁴ + x³ + x² + 1 (ISO/IEC 18004, 7.5).
enum QRBlocks {
  /// The blocks' words column by column, those that check them after all.
  static func interleaved(_ data: [UInt8], _ version: QRVersion) -> [UInt8] {
    let short = data.count / version.blocks
    let longer = data.count % version.blocks
    var blocks: [[UInt8]] = []
    var start = 0
    for number in 0..<version.blocks {
      let count = short + (number >= version.blocks - longer ? 1 : 0)
      blocks.append(Array(data[start..<start + count]))
      start += count
    }
    let checks = blocks.map { check($0, version.checkWords) }
    let first = (0...short).flatMap { place in
      blocks.compactMap { $0.indices.contains(place) ? $0[place] : nil }
    }
    return first + (0..<version.checkWords).flatMap { place in checks.map { $0[place] } }
  }

  /// What is left of the words by the generator of so many roots.
  static func check(_ words: [UInt8], _ count: Int) -> [UInt8] {
    var generator: [UInt8] = [1]
    var root: UInt8 = 1
    for _ in 0..<count {
      var next = generator + [0]
      for place in generator.indices { next[place + 1] ^= times(generator[place], root) }
      generator = next
      root = times(root, 2)
    }
    var rest = words + Array(repeating: 0, count: count)
    for place in words.indices where rest[place] != 0 {
      let factor = rest[place]
      for (offset, term) in generator.enumerated() { rest[place + offset] ^= times(term, factor) }
    }
    return Array(rest.suffix(count))
  }

  static func times(_ one: UInt8, _ other: UInt8) -> UInt8 {
    var (sum, left, right) = (0, Int(one), Int(other))
    while right > 0 {
      if right & 1 == 1 { sum ^= left }
      left <<= 1
      if left > 0xFF { left ^= 0x11D }
      right >>= 1
    }
    return UInt8(sum)
  }
}
