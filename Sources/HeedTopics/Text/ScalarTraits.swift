extension ScalarTable {
  /// What a scalar can be a part of, by the rules of `ScalarClass`.
  struct Traits: OptionSet, Hashable {
    var rawValue: UInt32

    static let word = Traits(rawValue: 1 << 0)
    /// A word that has spaces around it.
    static let spacedWord = Traits(rawValue: 1 << 1)
    /// Of a script without spaces, before folding.
    static let unspaced = Traits(rawValue: 1 << 2)
    static let emoji = Traits(rawValue: 1 << 3)
    static let invisible = Traits(rawValue: 1 << 4)
    static let apostrophe = Traits(rawValue: 1 << 5)
    static let hyphen = Traits(rawValue: 1 << 6)
    static let numberSign = Traits(rawValue: 1 << 7)
    static let atSign = Traits(rawValue: 1 << 8)
    /// May make one letter with the one before.
    static let composes = Traits(rawValue: 1 << 9)
    static let linkPart = Traits(rawValue: 1 << 10)
    /// At the end of an address it belongs to the sentence around.
    static let linkTrailing = Traits(rawValue: 1 << 11)
    /// Folds to nothing.
    static let dropped = Traits(rawValue: 1 << 12)
    /// Folds to letters of a spaced word that nothing can change: `folded` holds them.
    static let plainLetter = Traits(rawValue: 1 << 13)
    /// Folds to one character of an unspaced script that nothing but a mark behind can change.
    static let plainCharacter = Traits(rawValue: 1 << 14)
    /// An ASCII sign that may begin a tag, a handle or a keycap.
    static let mark = Traits(rawValue: 1 << 15)
    /// Behind a word of ASCII it may go on.
    static let continuesWord: Traits = [.word, .apostrophe, .hyphen]
    /// What is none of these parts words.
    static let anything: Traits = [.word, .invisible, .composes, .apostrophe, .hyphen]

    /// How many bytes of `folded` count.
    var foldedCount: Int {
      get { Int(rawValue >> 28) }
      set { rawValue = rawValue & 0x0FFF_FFFF | UInt32(newValue) << 28 }
    }

    @inline(__always)
    func has(_ trait: Traits) -> Bool { rawValue & trait.rawValue != 0 }
  }
}

extension ScalarTable.Traits {
  init(of scalar: Unicode.Scalar) {
    self.init(rawValue: 0)
    let rules: [(Self, Bool)] = [
      (.word, ScalarClass.isWord(scalar)), (.spacedWord, ScalarClass.isSpacedWord(scalar)),
      (.unspaced, ScalarClass.isUnspaced(scalar)), (.emoji, Self.isEmoji(scalar)),
      (.invisible, ScalarClass.isInvisible(scalar)),
      (.apostrophe, ScalarClass.isApostrophe(scalar)), (.hyphen, ScalarClass.isHyphen(scalar)),
      (.numberSign, ScalarClass.isNumberSign(scalar)), (.atSign, ScalarClass.isAtSign(scalar)),
      (.composes, Self.composes(scalar)), (.linkPart, Links.isPart(scalar)),
      (.linkTrailing, Links.isTrailing(scalar)), (.dropped, ScalarFolding.isDropped(scalar)),
      (.mark, scalar == "#" || scalar == "*" || scalar == "@"),
    ]
    for (trait, isSo) in rules where isSo { insert(trait) }
  }

  /// The marks that `Composition` knows.
  static func composes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0301, 0x0306, 0x0308, 0x3099, 0x309A, 0x1161...0x1175, 0x11A8...0x11C2: true
    default: false
    }
  }

  /// Whether Unicode puts it in an order among the marks around it.
  static func isRanked(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x0300 && scalar.properties.canonicalCombiningClass != .notReordered
  }

  /// Whether an emoji can begin with it; digits become one by the keycap behind them.
  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xFF && scalar != "\u{2122}" && scalar.properties.isEmoji
  }
}
