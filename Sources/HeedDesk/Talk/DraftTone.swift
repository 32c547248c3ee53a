import HeedModel

/// That a draft may read as anger or scorn to others, whatever was meant.
public struct CrossTone: Sendable, Hashable {
  /// The words that speak most for it, as they stand in the draft, the strongest first; empty where none stands out.
  public var words: [String]

  public init(words: [String]) { self.words = words }
}

extension Desk {
  /// Chosen so that hardly any real answer of a shop is called cross: being told so of a kind sentence would teach not to
  /// look. How often that happens is measured in `DraftToneTests`.
  static let crossSureness = 0.75
  static let crossStrength = -0.5

  /// How a draft may read (T3): told only where it reads negative, and surely so. Read by the reader of this desk, and
  /// written down nowhere.
  func mayReadCross(_ draft: String, language: String?) -> CrossTone? {
    let read = readers.reader.explain(draft, declaredLanguage: language)
    guard read.reading.tone == .negative, read.surenessOfTone >= Self.crossSureness,
      read.strength <= Self.crossStrength
    else { return nil }
    return CrossTone(words: Array(read.words.prefix(3)))
  }
}
