/// Words of somebody, and when they were said.
public struct SaidText: Sendable, Hashable {
  public var words: String
  public var at: Instant

  public init(_ words: String, at: Instant) {
    self.words = words
    self.at = at
  }
}
