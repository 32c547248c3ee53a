/// What the models of tone and kind see of a text: hashes of words, pairs and signs, and of runs of letters.
///
/// `Scripts/reading/features.py` sees the same; a test compares the two.
public struct TextFeatures: Sendable, Hashable {
  /// Of words, pairs of neighbours and signs of the whole.
  public private(set) var words: [UInt32] = []
  /// Of three to five letters in a row.
  public private(set) var runs: [UInt32] = []
  /// For each of `words` the piece that it was made of, or -1 for what is of the whole.
  private(set) var pieces: [Int32] = []
  /// For each of `runs` the piece that it was made of.
  private(set) var pieceOfRun: [Int32] = []
  /// How many words and tags it has.
  private(set) var count = 0
  private(set) var hasFace = false

  /// Pieces that are seen; what stands behind is not read.
  private static let most = 250
  private static let longestWord = 24
  /// How many words a negation holds for.
  private static let scope = 3

  init(_ text: Pieces) {
    words.reserveCapacity(text.all.count * 2 + 8)
    pieces.reserveCapacity(text.all.count * 2 + 8)
    runs.reserveCapacity(text.letters.count * 3)
    pieceOfRun.reserveCapacity(text.letters.count * 3)
    text.letters.withUnsafeBufferPointer { see(text.all.prefix(Self.most), $0) }
  }

  private mutating func see(_ all: ArraySlice<Piece>, _ letters: UnsafeBufferPointer<UInt32>) {
    var before: UInt32 = 0x5555
    var negated = 0
    var links = 0
    var users = 0
    var louds = 0
    var longs = 0
    var first: UInt32?
    for (index, piece) in all.enumerated() {
      var token: UInt32
      switch piece.kind {
      case .word, .tag:
        token = fold(letters, piece.letters, from: FeatureHash.start)
        count += 1
        if first == nil { first = token }
        add(token ^ (negated > 0 ? Salt.negated : Salt.word), index)
        addRuns(letters, piece.letters, index)
        if piece.isLoud {
          louds += 1
          add(token ^ Salt.loud, index)
        }
        if piece.isLong { longs += 1 }
        if piece.kind == .tag { add(Salt.tag, index) }
        if negates(letters, piece.letters, token) {
          negated = Self.scope
        } else if negated > 0 {
          negated -= 1
        }
      case .user:
        token = Salt.user
        users += 1
        add(token, index)
      case .link:
        token = Salt.link
        links += 1
        add(token, index)
      case .number:
        token = Salt.number
        add(token, index)
      case .mark:
        token = fold(letters, piece.letters, from: Salt.mark)
        if letters[piece.letters.lowerBound] != 0x22 { negated = 0 }
        add(token, index)
      case .face:
        token = fold(letters, piece.letters, from: Salt.face)
        negated = 0
        hasFace = true
        add(token, index)
      }
      add(FeatureHash.add(token, to: FeatureHash.add(before, to: Salt.pair)), index)
      before = token
    }
    if !all.isEmpty { addWhole(FeatureHash.add(before, to: Salt.last)) }
    if let first { addWhole(FeatureHash.add(first, to: Salt.first)) }
    addWhole(FeatureHash.add(Self.bucket(count), to: Salt.length))
    addWhole(FeatureHash.add(Self.bucket(links), to: Salt.links))
    addWhole(
      FeatureHash.add(
        all.first?.kind == .user ? 1 : 0, to: FeatureHash.add(Self.bucket(users), to: Salt.users)))
    addWhole(FeatureHash.add(Self.bucket(louds), to: Salt.loud))
    addWhole(FeatureHash.add(Self.bucket(longs), to: Salt.long))
  }

  private mutating func add(_ hash: UInt32, _ piece: Int) {
    words.append(FeatureHash.mixed(hash))
    pieces.append(Int32(piece))
  }

  private mutating func addWhole(_ hash: UInt32) {
    words.append(FeatureHash.mixed(hash))
    pieces.append(-1)
  }

  /// Runs of three to five letters of a word of four letters and more, with its edges.
  private mutating func addRuns(
    _ letters: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, _ piece: Int
  ) {
    guard range.count >= 4 else { return }
    let end = min(range.count, Self.longestWord) + 2
    @inline(__always) func letter(_ index: Int) -> UInt32 {
      index == 0 || index == end - 1 ? 0x20 : letters[range.lowerBound + index - 1]
    }
    for start in 0..<end - 2 {
      var hash = FeatureHash.add(
        letter(start + 1), to: FeatureHash.add(letter(start), to: Salt.run))
      var length = 3
      while length <= 5, start + length <= end {
        hash = FeatureHash.add(letter(start + length - 1), to: hash)
        runs.append(FeatureHash.mixed(hash ^ UInt32(length)))
        pieceOfRun.append(Int32(piece))
        length += 1
      }
    }
  }

  private func fold(
    _ letters: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, from start: UInt32
  ) -> UInt32 {
    var hash = start
    for index in range { hash = FeatureHash.add(letters[index], to: hash) }
    return hash
  }

  private func negates(
    _ letters: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, _ token: UInt32
  ) -> Bool {
    if Negators.hashes.contains(token) { return true }
    let end = range.upperBound
    return range.count > 3 && letters[end - 3] == 0x6E && letters[end - 2] == 0x27
      && letters[end - 1] == 0x74
  }

  private static func bucket(_ count: Int) -> UInt32 {
    switch count {
    case ..<4: UInt32(count)
    case ..<6: 4
    case ..<11: 5
    case ..<21: 6
    case ..<41: 7
    default: 8
    }
  }

  /// What keeps the hashes of different things apart.
  private enum Salt {
    static let word = salt(0)
    static let user = salt(1)
    static let link = salt(2)
    static let number = salt(3)
    static let negated = salt(4)
    static let loud = salt(5)
    static let long = salt(6)
    static let pair = salt(7)
    static let first = salt(8)
    static let last = salt(9)
    static let length = salt(10)
    static let links = salt(11)
    static let users = salt(12)
    static let run = salt(13)
    static let face = salt(14)
    static let mark = salt(15)
    static let tag = salt(16)

    private static func salt(_ place: UInt32) -> UInt32 { 0x9E37_79B9 &* (place + 1) }
  }
}
