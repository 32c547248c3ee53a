public import HeedModel

extension Desk {
  /// What happened on the desk, newest first: for leads.
  public func audit(_ page: PageRequest, kinds: Set<EventKind> = [], for viewer: Viewer)
    async throws
    -> Page<Event>
  {
    try requireLead(viewer)
    return try await record.read { try $0.audit(page, kinds: kinds, for: viewer) }
  }
}
