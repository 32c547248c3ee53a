/// What a post said before its author changed it or took it away while a legal hold stood on them. In no list and no search
/// of the desk; gone when the hold is over.
public struct HeldWording: Sendable, Hashable {
  public var id: ID<HeldWording>
  public var post: ID<Post>
  public var keptAt: Instant
  /// They took it away; else they wrote something else in its place.
  public var isRemoved: Bool
  public var title: String?
  public var warning: String?
  public var text: RichText
  /// Alternative texts of what hung on it.
  public var alternatives: [String]

  public init(
    id: ID<HeldWording>, post: ID<Post>, keptAt: Instant, isRemoved: Bool, title: String?,
    warning: String?, text: RichText, alternatives: [String] = []
  ) {
    self.id = id
    self.post = post
    self.keptAt = keptAt
    self.isRemoved = isRemoved
    self.title = title
    self.warning = warning
    self.text = text
    self.alternatives = alternatives
  }

  /// Whether it says what another does, whenever either was kept.
  public func says(_ other: HeldWording) -> Bool {
    text == other.text && title == other.title && warning == other.warning
  }
}
