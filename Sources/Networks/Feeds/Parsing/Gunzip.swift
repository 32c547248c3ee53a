/// Unpacks what came packed without saying so: gzip (RFC 1952) around DEFLATE (RFC 1951).
enum Gunzip {
  static func isPacked(_ bytes: [UInt8]) -> Bool {
    bytes.count > 18 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8
  }

  /// What was cut short gives what stands before the cut.
  /// - Returns: `nil` when there is more in it than the limit.
  static func unpack(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    var at = 10
    let flags = bytes[3]
    if flags & 4 != 0, at + 2 <= bytes.count {
      at += 2 + Int(bytes[at]) + Int(bytes[at + 1]) << 8
    }
    for flag: UInt8 in [8, 16] where flags & flag != 0 {
      while at < bytes.count, bytes[at] != 0 { at += 1 }
      at += 1
    }
    if flags & 2 != 0 { at += 2 }
    guard at < bytes.count else { return [] }
    return bytes.withUnsafeBufferPointer { input in
      var inflater = Inflater(input: input, at: at, limit: limit)
      inflater.run()
      return inflater.isTooLarge ? nil : inflater.output
    }
  }
}

/// One stream of DEFLATE; stops at the first thing that makes no sense.
private struct Inflater {
  let input: UnsafeBufferPointer<UInt8>
  var at: Int
  let limit: Int
  var output: [UInt8] = []
  var isTooLarge = false
  private var bits: UInt32 = 0
  private var held = 0

  init(input: UnsafeBufferPointer<UInt8>, at: Int, limit: Int) {
    self.input = input
    self.at = at
    self.limit = limit
  }

  mutating func run() {
    while let isLast = take(1), let kind = take(2) {
      let isFine: Bool
      switch kind {
      case 0: isFine = stored()
      case 1: isFine = coded(Self.fixedLengths, Self.fixedDistances)
      case 2: isFine = dynamic()
      default: isFine = false
      }
      guard isFine, isLast == 0 else { return }
    }
  }

  private mutating func take(_ count: Int) -> Int? {
    while held < count {
      guard at < input.count else { return nil }
      bits |= UInt32(input[at]) << UInt32(held)
      at += 1
      held += 8
    }
    defer {
      bits >>= UInt32(count)
      held -= count
    }
    return Int(bits & (1 << UInt32(count) - 1))
  }

  private mutating func stored() -> Bool {
    bits = 0
    held = 0
    guard at + 4 <= input.count else { return false }
    let length = Int(input[at]) | Int(input[at + 1]) << 8
    at += 4
    let end = min(at + length, input.count)
    guard output.count + end - at <= limit else {
      isTooLarge = true
      return false
    }
    output.append(contentsOf: input[at..<end])
    defer { at = end }
    return end - at == length
  }

  private mutating func dynamic() -> Bool {
    guard let a = take(5), let b = take(5), let c = take(4) else { return false }
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var lengths = [Int](repeating: 0, count: 19)
    for place in order.prefix(c + 4) {
      guard let length = take(3) else { return false }
      lengths[place] = length
    }
    let codes = Codes(lengths)
    var all: [Int] = []
    while all.count < a + 257 + b + 1 {
      guard let symbol = symbol(codes) else { return false }
      switch symbol {
      case 0...15: all.append(symbol)
      case 16:
        guard let last = all.last, let more = take(2) else { return false }
        all += repeatElement(last, count: more + 3)
      case 17:
        guard let more = take(3) else { return false }
        all += repeatElement(0, count: more + 3)
      default:
        guard let more = take(7) else { return false }
        all += repeatElement(0, count: more + 11)
      }
    }
    return coded(
      Codes(Array(all.prefix(a + 257))), Codes(Array(all.dropFirst(a + 257).prefix(b + 1))))
  }

  private mutating func coded(_ lengths: Codes, _ distances: Codes) -> Bool {
    while let symbol = symbol(lengths) {
      if symbol < 256 {
        output.append(UInt8(symbol))
      } else if symbol == 256 {
        return true
      } else {
        guard symbol < 286, let more = take(Self.lengthBits[symbol - 257]),
          let far = self.symbol(distances), far < 30, let further = take(Self.distanceBits[far])
        else { return false }
        let length = Self.lengthBase[symbol - 257] + more
        let distance = Self.distanceBase[far] + further
        guard distance <= output.count else { return false }
        let start = output.count - distance
        for offset in 0..<length { output.append(output[start + offset]) }
      }
      guard output.count <= limit else {
        isTooLarge = true
        return false
      }
    }
    return false
  }

  private mutating func symbol(_ codes: Codes) -> Int? {
    var code = 0
    var first = 0
    var index = 0
    for length in 1...15 {
      guard let bit = take(1) else { return nil }
      code |= bit
      let count = codes.counts[length]
      if code - count < first {
        // Lengths that promise more codes than fit are no codes.
        let place = index + code - first
        return codes.symbols.indices.contains(place) ? codes.symbols[place] : nil
      }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    return nil
  }

  /// Canonical Huffman codes: how many there are of each length, and what they stand for in order.
  struct Codes {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int]

    init(_ lengths: [Int]) {
      symbols = lengths.indices.filter { lengths[$0] > 0 }
        .sorted { (lengths[$0], $0) < (lengths[$1], $1) }
      for symbol in symbols { counts[lengths[symbol]] += 1 }
    }
  }

  private static let fixedLengths = Codes(
    Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112)
      + Array(repeating: 7, count: 24) + Array(repeating: 8, count: 8))
  private static let fixedDistances = Codes(Array(repeating: 5, count: 30))
  private static let lengthBase = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBase = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
    2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]
}
