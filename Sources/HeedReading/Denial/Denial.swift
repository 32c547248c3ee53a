/// What a text says by denying the opposite, so that "not bad" is praise and "it wasn't great" is none.
///
/// A denial holds for what stands behind it in the same clause, over light words alone and six of them at most: the scope
/// to the next mark of Pang, Lee and Vaithyanathan (*Thumbs up?*, 2002) within the window of NegEx (Chapman and others,
/// 2001), whose pseudo-denials ("not only") are left out likewise. Turning a word round makes it weaker than its opposite
/// (Polanyi and Zaenen, *Contextual Valence Shifters*, 2006).
struct Denial: Sendable {
  private typealias Roles = DenialTongue.Roles

  /// Praise that is denied, and what is said to be missing.
  private(set) var ofPraise = 0
  private(set) var ofBlame = 0
  private var praise = 0
  private var blame = 0
  private var words = 0
  /// The pieces that say it: what is denied, and what denies it.
  private(set) var pieces: [Int] = []

  var isEmpty: Bool { ofPraise == 0 && ofBlame == 0 }

  /// What the scores of positive and of negative gain and lose by it. Where the opposite is said plainly beside it, and in
  /// a long text, it decides less: the model has more to go by there.
  var shift: Float {
    var shift: Float = 0
    if blame == 0 { shift += Self.worthOfBlame * Float(min(2, ofBlame)) }
    if praise == 0 { shift -= Self.worthOfPraise * Float(min(2, ofPraise)) }
    return shift * min(1, (Self.short / Float(max(1, words))).squareRoot())
  }

  /// Of what was tried on texts that the model had not seen they lost least for what they won (Docs/reading.md).
  private static let worthOfPraise: Float = 1.5
  private static let worthOfBlame: Float = 2
  /// So many words are one remark.
  private static let short: Float = 6
  private static let reach = 6
  private static let reachBack = 3
  private static let mostPieces = 250

  private struct Token {
    var hash: UInt32
    var roles: Roles
    var piece: Int
    /// *ne*, which denies nothing alone.
    var isNe = false
    /// It ends with *n't*.
    var isContracted = false
    var denies = false
    var isUsed = false
  }

  /// Of a text that denies nothing.
  init() {}

  /// - Parameter language: `nil` where it is unknown: then what the languages make of it counts where they agree.
  init(_ text: Pieces, in language: String?) {
    if let language {
      if let tongue = DenialTongue.of(language) { read(text, tongue) }
      return
    }
    let heard = DenialTongue.names.map { Denial(text, in: $0) }.filter { $0.shift != 0 }
    if let first = heard.first, heard.allSatisfy({ ($0.shift > 0) == (first.shift > 0) }) {
      self = first
    }
  }

  private mutating func read(_ text: Pieces, _ tongue: DenialTongue) {
    var clause: [Token] = []
    for (index, piece) in text.all.prefix(Self.mostPieces).enumerated() {
      switch piece.kind {
      case .word, .tag:
        words += 1
        clause.append(Self.token(text.letters[piece.letters], index, tongue))
      case .face:
        if TellingWords.isHappy(text.letters[piece.letters.lowerBound]) { praise += 1 }
        read(&clause, tongue)
      case .mark where text.letters[piece.letters.lowerBound] != 0x22: read(&clause, tongue)
      default: break
      }
    }
    read(&clause, tongue)
  }

  private static func token(
    _ letters: ArraySlice<UInt32>, _ piece: Int, _ tongue: DenialTongue
  ) -> Token {
    let bare = tongue.bare(letters)
    let hash = DenialTongue.hash(letters[bare])
    var token = Token(hash: hash, roles: tongue.roles[hash] ?? [], piece: piece)
    if tongue.elides {
      let first = letters.first == 0x6E
      token.isNe =
        first && (bare.lowerBound == letters.startIndex + 2 || letters.elementsEqual([0x6E, 0x65]))
    }
    token.isContracted = letters.count > 3 && letters.suffix(3).elementsEqual([0x6E, 0x27, 0x74])
    token.denies = token.isContracted || token.roles.contains(.denies)
    return token
  }

  private mutating func read(_ clause: inout [Token], _ tongue: DenialTongue) {
    defer { clause.removeAll(keepingCapacity: true) }
    guard !clause.isEmpty else { return }
    // Isn't it great: that it is.
    if clause.count > 1, clause[0].isContracted, clause[1].roles.contains(.person) {
      clause[0].denies = false
    }
    hearPhrases(&clause, tongue)
    for index in clause.indices where clause[index].roles.contains(.deniesAfterNe) {
      let isAfter = clause[max(0, index - 4)..<index].contains(where: \.isNe)
      let isBefore = index + 1 < clause.count && clause[index + 1].isNe
      if isAfter || isBefore { clause[index].denies = true }
    }
    let supposes = clause.contains { $0.roles.contains(.supposes) }
    for index in clause.indices
    where !clause[index].isUsed && !clause[index].roles.isDisjoint(with: .telling) {
      weigh(index, in: clause, supposes: supposes, tongue)
    }
  }

  private mutating func hearPhrases(_ clause: inout [Token], _ tongue: DenialTongue) {
    for index in clause.indices {
      for phrase in tongue.phrases[clause[index].hash] ?? []
      where !clause[index].isUsed
        && clause[index...].lazy.map(\.hash).starts(with: phrase.words)
      {
        let range = index..<index + phrase.words.count
        for place in range { clause[place].denies = false }
        switch phrase.meaning {
        case .warm, .harsh:
          for place in range { clause[place].isUsed = true }
          if phrase.meaning == .warm { ofBlame += 1 } else { ofPraise += 1 }
          pieces += range.map { clause[$0].piece }
        case .apart: break
        case .turning: clause[range.upperBound - 1].denies = true
        }
      }
    }
  }

  /// What is denied of the word at `index`, or said plainly with it.
  private mutating func weigh(
    _ index: Int, in clause: [Token], supposes: Bool, _ tongue: DenialTongue
  ) {
    let roles = clause[index].roles
    var isMore = false
    var isPossible = false
    var denials: [Int] = []
    var at = index - 1
    while at >= 0, index - at <= Self.reach {
      let other = clause[at]
      if other.roles.contains(.possible) { isPossible = true }
      if at == index - 1, other.roles.contains(.more) { isMore = true }
      if other.denies {
        denials.append(at)
      } else if other.isUsed || other.roles.isDisjoint(with: [.light, .possible, .more]) {
        break
      }
      at -= 1
    }
    if denials.isEmpty, !roles.contains(.bad) {
      at = index + 1
      while at < clause.count, at - index <= Self.reachBack {
        if clause[at].denies, clause[at].roles.contains(.reachesBack) {
          denials.append(at)
          break
        }
        guard clause[at].roles.contains(.light) else { break }
        at += 1
      }
    }
    // What holds only if, or is asked, is not said.
    if supposes, !denials.isEmpty { return }
    let isDenied = tongue.isConcordant ? !denials.isEmpty : denials.count % 2 == 1
    let sign = Self.sign(
      roles, isMore: isMore, isPossible: isPossible, isDenied: isDenied, denials: denials.count)
    guard !denials.isEmpty else {
      if sign > 0 { praise += 1 } else if sign < 0 { blame += 1 }
      return
    }
    if sign == 0 { return }
    if sign > 0 { ofBlame += 1 } else { ofPraise += 1 }
    pieces += denials.map { clause[$0].piece }.sorted() + [clause[index].piece]
  }

  /// Whether it is praise (1) or blame (-1) that comes out, or neither.
  private static func sign(
    _ roles: Roles, isMore: Bool, isPossible: Bool, isDenied: Bool, denials: Int
  ) -> Int {
    if roles.contains(.better) || roles.contains(.worse) || isMore && roles.contains(.good) {
      // It could not be better.
      if denials > 0, isPossible { return roles.contains(.worse) ? -1 : 1 }
      return isDenied && roles.contains(.better) ? -1 : 0
    }
    if isDenied { return roles.contains(.bad) ? 1 : -1 }
    if roles.contains(.good) { return 1 }
    if roles.contains(.bad) { return -1 }
    // Nothing that does not work.
    return denials > 0 ? 1 : 0
  }
}
