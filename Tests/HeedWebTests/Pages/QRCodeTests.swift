import Testing

@testable import HeedWeb

/// Codes are read back by the standard's own rules (ISO/IEC 18004), the way a camera's program does it.
@Suite struct QRCodeTests {
  @Test(arguments: [0, 1, 14, 15, 60, 107, 108, 180, 213, 400, 700])
  func whatIsWrittenIsReadBack(_ count: Int) throws {
    let text = String((0..<count).map { Character(UnicodeScalar(UInt8(33 + $0 * 7 % 90))) })
    let code = try #require(QRCode(text))
    #expect(try Reading(code.rows).text == text)
  }

  @Test func lettersOfEveryLanguageAreReadBack() throws {
    let text = "otpauth://totp/Heed:zoë%40desk.example?secret=JBSWY3DPEHPK3PXP&issuer=Héed 日本"
    #expect(try Reading(#require(QRCode(text)).rows).text == text)
  }

  @Test func whatIsTooLongIsNoCode() {
    #expect(QRCode(String(repeating: "a", count: 2_331)) != nil)
    #expect(QRCode(String(repeating: "a", count: 2_332)) == nil)
  }

  /// The format of level M with mask 5 in the standard's example (ISO/IEC 18004, annex C).
  @Test func theFormatIsCheckedAsInTheStandardsExample() {
    #expect(QRMatrix.checked(0b00101, 10, 0x537) ^ 0x5412 == 0b100_0000_1100_1110)
    #expect(QRMatrix.checked(7, 12, 0x1F25) == 0b00_0111_1100_1001_0100)
  }

  /// The words that check “01234567” in version 1-M (ISO/IEC 18004, annex I).
  @Test func theCheckWordsAreTheStandardsOwn() {
    let data: [UInt8] = [
      0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC,
      0x11,
    ]
    #expect(
      QRBlocks.check(data, 10) == [0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55])
  }

  @Test func alignmentPatternsStandWhereTheStandardHasThem() {
    #expect(QRVersion(1).alignments == [])
    #expect(QRVersion(2).alignments == [6, 18])
    #expect(QRVersion(7).alignments == [6, 22, 38])
    #expect(QRVersion(15).alignments == [6, 26, 48, 70])
    #expect(QRVersion(32).alignments == [6, 34, 60, 86, 112, 138])
    #expect(QRVersion(36).alignments == [6, 24, 50, 76, 102, 128, 154])
    #expect(QRVersion(40).alignments == [6, 30, 58, 86, 114, 142, 170])
    #expect(QRVersion(40).allWords == 3706)
    #expect(QRVersion(1).dataBits == 128)
  }

  /// A reader of its own: it takes nothing from the writer but the tables of the standard.
  private struct Reading {
    struct Unreadable: Error { var why: String }
    var text: String

    init(_ rows: [[Bool]]) throws {
      let size = rows.count
      let version = QRVersion((size - 17) / 4)
      let finder = [true, false, true, true, true, false, true]
      for (row, column) in [(3, 0), (3, size - 7), (size - 4, 0)] {
        guard Array(rows[row][column..<column + 7]) == finder else {
          throw Unreadable(why: "a finder is missing")
        }
      }
      var format = 0
      for place in 0..<8 { format |= rows[8][size - 1 - place] ? 1 << place : 0 }
      for place in 8..<15 { format |= rows[size - 15 + place][8] ? 1 << place : 0 }
      format ^= 0x5412
      guard format >> 13 == 0b00 else { throw Unreadable(why: "the level is not M") }
      let mask = format >> 10 & 0b111
      let words = Self.words(rows, mask, version)
      let data = try Self.data(words, version)
      let all: [Bool] = data.flatMap { byte in
        (0..<8).map { place in byte >> UInt8(7 - place) & 1 == 1 }
      }
      var bits = all[...]
      func take(_ count: Int) -> Int {
        defer { bits = bits.dropFirst(count) }
        return bits.prefix(count).reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
      }
      guard take(4) == 4 else { throw Unreadable(why: "the mode is not bytes") }
      let count = take(version.number < 10 ? 8 : 16)
      text = String(decoding: (0..<count).map { _ in UInt8(take(8)) }, as: UTF8.self)
    }

    private static func isPattern(_ row: Int, _ column: Int, _ version: QRVersion) -> Bool {
      let size = version.size
      if row == 6 || column == 6 { return true }
      if row < 9, column < 9 || column >= size - 8 { return true }
      if row >= size - 8, column < 9 { return true }
      if version.number >= 7 {
        if row < 6, column >= size - 11 { return true }
        if column < 6, row >= size - 11 { return true }
      }
      let lines = version.alignments
      for one in lines {
        for other in lines {
          let atFinder =
            [(6, 6), (6, size - 7), (size - 7, 6)].contains { $0 == (one, other) }
          if !atFinder, abs(row - one) <= 2, abs(column - other) <= 2 { return true }
        }
      }
      return false
    }

    private static func words(_ rows: [[Bool]], _ mask: Int, _ version: QRVersion) -> [UInt8] {
      var bits: [Bool] = []
      var isUp = true
      var right = version.size - 1
      while right > 0 {
        if right == 6 { right = 5 }
        let order = isUp ? Array((0..<version.size).reversed()) : Array(0..<version.size)
        for row in order {
          for column in [right, right - 1] where !isPattern(row, column, version) {
            bits.append(rows[row][column] != QRMatrix.isMasked(mask, row, column))
          }
        }
        isUp.toggle()
        right -= 2
      }
      return (0..<bits.count / 8).map { word in
        (0..<8).reduce(0) { $0 << 1 | (bits[word * 8 + $1] ? 1 : 0) }
      }
    }

    /// The blocks put together again, each checked: at every root of its generator it is nothing.
    private static func data(_ words: [UInt8], _ version: QRVersion) throws -> [UInt8] {
      let count = words.count - version.blocks * version.checkWords
      let short = count / version.blocks
      var blocks = Array(repeating: [UInt8](), count: version.blocks)
      let firstLong = version.blocks - count % version.blocks
      var rest = words[...]
      for column in 0...short {
        for block in 0..<version.blocks where column < short || block >= firstLong {
          if let word = rest.popFirst() { blocks[block].append(word) }
        }
      }
      let data = blocks.flatMap { $0 }
      for _ in 0..<version.checkWords {
        for block in 0..<version.blocks {
          if let word = rest.popFirst() { blocks[block].append(word) }
        }
      }
      var powers: [Int] = [1]
      while powers.count < 255 {
        let next = powers[powers.count - 1] * 2
        powers.append(next > 255 ? next ^ 0x11D : next)
      }
      for block in blocks {
        for root in 0..<version.checkWords {
          let sum = block.enumerated().reduce(0) { sum, word in
            guard let log = powers.firstIndex(of: Int(word.element)) else { return sum }
            return sum ^ powers[(log + root * (block.count - 1 - word.offset)) % 255]
          }
          guard sum == 0 else { throw Unreadable(why: "a block does not check") }
        }
      }
      return data
    }
  }
}
