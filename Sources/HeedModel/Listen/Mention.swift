/// That a page elsewhere points to one of ours: told by anybody, true only once the page was looked at.
///
/// One row a pair of pages; told again, it is looked at again.
public struct Mention: Sendable, Hashable {
  public var id: ID<Mention>
  public var source: ID<Source>
  public var page: String
  public var target: String
  /// Of the page, with its port: what is dead for one is dead for all of it.
  public var host: String
  public var toldAt: Instant
  /// When the page was last looked at to an end.
  public var lookedAt: Instant?
  /// When it is to be looked at; `nil` when there is nothing to do.
  public var dueAt: Instant?
  /// How often looking failed in a row.
  public var tries: Int
  /// What the last look found, in the words of the desk; `nil` before the first.
  public var found: String?

  public init(
    id: ID<Mention>, source: ID<Source>, page: String, target: String, host: String,
    toldAt: Instant, lookedAt: Instant? = nil, dueAt: Instant?, tries: Int = 0,
    found: String? = nil
  ) {
    self.id = id
    self.source = source
    self.page = page
    self.target = target
    self.host = host
    self.toldAt = toldAt
    self.lookedAt = lookedAt
    self.dueAt = dueAt
    self.tries = tries
    self.found = found
  }
}
