/// Memory that a reader fills with the tokens of one document after another.
///
/// Invariants: `reserve` has been called with the bytes of all that is read before the next
/// `clear`; then neither tokens nor folded bytes can outgrow their memory, because no scalar folds
/// to more than `growth` times its bytes and each folded byte is written at most twice (as a word
/// and as a tag, handle or host). Behind the folded bytes lie 16 more that may be read.
struct TokenBuffer: ~Copyable {
  /// One thing found, by places instead of by strings.
  struct Token {
    /// Where the folded bytes lie by which it is looked up: a tag, a handle and a host behind their
    /// sign, the others as they are.
    var keyStart: UInt32
    var keyCount: UInt32
    /// The first word position that it covers, and how many.
    var position: UInt32
    var length: UInt32
    /// Where it stands in its segment, in bytes.
    var start: UInt32
    var end: UInt32
    var segment: UInt32
    var kind: FoldedText.Token.Kind
    var followsDirectly: Bool
  }

  private(set) var tokens: UnsafeMutablePointer<Token>
  private(set) var folded: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  var tokenCount = 0
  var foldedCount = 0

  private static let growth = 12
  /// Memory for a text longer than this is given back.
  private static let keptCapacity = 1 << 16

  init() {
    capacity = 0
    tokens = .allocate(capacity: 0)
    folded = .allocate(capacity: 0)
    grow(to: 512)
  }

  deinit {
    tokens.deallocate()
    folded.deallocate()
  }

  mutating func clear() {
    tokenCount = 0
    foldedCount = 0
    if capacity > Self.keptCapacity { grow(to: 512) }
  }

  /// Makes room for the tokens of so many more bytes of text.
  mutating func reserve(_ bytes: Int) {
    let needed = bytes + max(tokenCount / 3, foldedCount / (2 * Self.growth)) + 2
    if needed > capacity { grow(to: max(needed, min(2 * capacity, Self.keptCapacity))) }
  }

  private mutating func grow(to capacity: Int) {
    let newTokens = UnsafeMutablePointer<Token>.allocate(capacity: 3 * capacity + 16)
    let newFolded = UnsafeMutablePointer<UInt8>.allocate(
      capacity: 2 * Self.growth * capacity + 64)
    newTokens.update(from: tokens, count: tokenCount)
    newFolded.update(from: folded, count: foldedCount)
    tokens.deallocate()
    folded.deallocate()
    (tokens, folded, self.capacity) = (newTokens, newFolded, capacity)
  }

  @inline(__always)
  mutating func add(_ token: Token) {
    tokens[tokenCount] = token
    tokenCount &+= 1
  }

  /// Leaves room for a token that is known later; answers where.
  mutating func reserveToken() -> Int {
    tokenCount += 1
    return tokenCount - 1
  }

  mutating func insert(_ token: Token, at place: Int) {
    var index = tokenCount
    while index > place {
      tokens[index] = tokens[index - 1]
      index -= 1
    }
    tokens[place] = token
    tokenCount += 1
  }

  @inline(__always)
  mutating func write(_ byte: UInt8) {
    folded[foldedCount] = byte
    foldedCount &+= 1
  }

  @inline(__always)
  mutating func write(_ cell: ScalarTable.Cell) {
    UnsafeMutableRawPointer(folded).storeBytes(
      of: cell.folded, toByteOffset: foldedCount, as: UInt32.self)
    foldedCount &+= cell.traits.foldedCount
  }

  mutating func write(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar).unsafelyUnwrapped { write(byte) }
  }

  /// Writes what stands in the buffer once more behind all else.
  mutating func repeatBytes(_ range: Range<Int>) {
    for index in range { write(folded[index]) }
  }

  func has(_ text: StaticString, at start: Int, before end: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard end - start >= count else { return false }
    return (0..<count).allSatisfy { folded[start + $0] == text.utf8Start[$0] }
  }

  func string(_ token: Token) -> String {
    let sign =
      switch token.kind {
      case .tag, .handle, .link: 1
      case .word, .compound, .character, .emoji: 0
      }
    let start = Int(token.keyStart)
    return string((start + sign)..<(start + Int(token.keyCount)))
  }

  func string(_ range: Range<Int>) -> String {
    String(
      decoding: UnsafeBufferPointer(start: folded + range.lowerBound, count: range.count),
      as: UTF8.self)
  }

  /// The scalar that ends before `end`, and where it starts.
  func scalar(before end: Int) -> (scalar: Unicode.Scalar, start: Int) {
    var start = end - 1
    while folded[start] & 0xC0 == 0x80 { start -= 1 }
    return (UTF8Text(start: UnsafePointer(folded), count: end).scalar(at: start).scalar, start)
  }
}
