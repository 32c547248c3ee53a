import Synchronization

/// The search of threads: it may take some in late, and run out of time.
extension GitHubDouble {
  /// The search takes these in later.
  public func hideFromSearch(_ ids: Set<Int>) { state.withLock { $0.unsearched = ids } }
  /// The search runs out of time, and says so.
  public func cutSearch(_ isCut: Bool) { state.withLock { $0.searchIsCut = isCut } }

  func search(_ asked: Asked, _ state: State) -> [JSONValue] {
    let since = (asked.query["q"] ?? "").split(separator: " ").last { $0.hasPrefix("updated:>=") }
    let from = since.map { String($0.dropFirst(10)) } ?? ""
    let size = min(Int(asked.query["per_page"] ?? "30") ?? 30, 100)
    let page = Int(asked.query["page"] ?? "1") ?? 1
    return threads(state).filter {
      guard case .text(let updated) = Self.time($0.updated) else { return false }
      return !$0.isDiscussion && updated >= from && !state.unsearched.contains($0.id)
    }.dropFirst((page - 1) * size).prefix(size).map(json)
  }
}
