/// Which stretch of a list is wanted: so many rows, after (that is, older than) the last one seen.
public struct PageRequest: Sendable, Hashable {
  public var limit: Int
  /// The key of the last row of the page before; `nil` for the first page.
  public var after: String?

  public init(limit: Int = 50, after: String? = nil) {
    self.limit = min(max(limit, 1), 200)
    self.after = after
  }
}

/// A stretch of a list, and the key that continues it; never an offset.
public struct Page<Row: Sendable>: Sendable {
  public var rows: [Row]
  /// What to ask for next; `nil` when this was the end.
  public var next: String?

  public init(rows: [Row], next: String? = nil) {
    self.rows = rows
    self.next = next
  }

  public func map<T: Sendable>(_ transform: (Row) throws -> T) rethrows -> Page<T> {
    Page<T>(rows: try rows.map(transform), next: next)
  }
}
