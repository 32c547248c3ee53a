public import HeedModel

/// Search over everything stored that the member may see.
public struct SearchScreen: Screen {
  public var query: String
  /// Those who spoke to us and are called so, the last spoken with first; on the first page alone.
  public var people: [PersonRow] = []
  public var rows: [HeardRow]
  public var next: String?
  public var error: QueryError?
  /// How much there is, told on the first page.
  public var amount: Amount?
  /// Set where looking was cut off: everything said since then was looked through.
  public var lookedBackTo: Instant?

  public init(
    query: String = "", rows: [HeardRow] = [], next: String? = nil, error: QueryError? = nil,
    amount: Amount? = nil, lookedBackTo: Instant? = nil
  ) {
    self.query = query
    self.rows = rows
    self.next = next
    self.error = error
    self.amount = amount
    self.lookedBackTo = lookedBackTo
  }

  public var room: Room? { .search }
  public var layout: ScreenLayout { .wide }

  public func title(in page: PageContext) -> String { page.words.search.title }
}
