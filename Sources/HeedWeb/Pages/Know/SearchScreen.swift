import HeedModel

/// Search over everything stored that the member may see.
public struct SearchScreen: Screen {
  public var query: String
  public var rows: [HeardRow]
  public var next: String?
  public var error: QueryError?

  public init(
    query: String = "", rows: [HeardRow] = [], next: String? = nil, error: QueryError? = nil
  ) {
    self.query = query
    self.rows = rows
    self.next = next
    self.error = error
  }

  public var room: Room? { .search }
  public var layout: ScreenLayout { .wide }

  public func title(in page: PageContext) -> String { page.words.search.title }
}
