public import HeedModel

extension Desk {
  /// What happened on the desk, newest first: for leads.
  /// - Parameter everything: also what no member did and nobody looks for: what was heard, above all.
  public func audit(_ page: PageRequest, everything: Bool = false, for viewer: Viewer)
    async throws -> Page<Event>
  {
    try requireLead(viewer)
    return try await record.read { tx in
      everything
        ? try tx.audit(page, kinds: [], for: viewer)
        : try tx.audit(ofMembersAnd: EventKind.notedWithoutMember, page, for: viewer)
    }
  }
}
