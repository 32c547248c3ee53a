public import HeedModel

/// What the page of promises shows.
public struct Promises: Sendable {
  public var own: Page<PromiseRow>
  public var others: Page<PromiseRow>
  public var ended: Page<PromiseRow>
  public var members: [Member]
}

extension Desk {
  /// Promises by due date: one's own, those of colleagues, and what ended, without a figure about anybody.
  /// - Parameter page: of one list, where that goes on; the others are left out then.
  public func promises(
    _ list: PromiseList?, _ page: PageRequest, for viewer: Viewer
  ) async throws -> Promises {
    try await record.read { tx in
      func rows(_ one: PromiseList, _ limit: Int) throws -> Page<PromiseRow> {
        if let list {
          return list == one ? try tx.promises(one, page, for: viewer) : Page(rows: [])
        }
        return try tx.promises(one, PageRequest(limit: limit), for: viewer)
      }
      return Promises(
        own: try rows(.own, 50), others: try rows(.others, 50), ended: try rows(.ended, 20),
        members: try tx.members())
    }
  }

  /// One's own that are due today or late, the first due first: what Today tells.
  public func promisesDue(for viewer: Viewer) async throws -> [PromiseRow] {
    guard viewer.role.maySpeak else { return [] }
    let now = clock.now()
    let rows = try await record.read {
      try $0.promises(.own, PageRequest(limit: 50), for: viewer).rows
    }
    return rows.filter { [.late, .dueToday].contains($0.state(at: now)) }
  }
}
