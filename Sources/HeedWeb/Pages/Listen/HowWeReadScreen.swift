public import HeedModel

/// What the readers are, how good they were on this desk's own posts, what they do not know, and a switch for each.
public struct HowWeReadScreen: Screen {
  public var quality: ReadingQuality
  /// Languages, BCP 47, of which a part knows more than telling words.
  public var languages: [Reading.Part: Set<String>]
  public var off: Set<Reading.Part>

  public init(
    quality: ReadingQuality, languages: [Reading.Part: Set<String>], off: Set<Reading.Part>
  ) {
    self.quality = quality
    self.languages = languages
    self.off = off
  }

  public var room: Room? { .more }

  public func title(in page: PageContext) -> String { page.words.reading.how }
}
