public import HeedNetwork

extension LemmyNetwork: Hosting {
  /// A community, or a whole server.
  public func isPlace(kind: String) -> Bool {
    kind == Kind.community.rawValue || kind == Kind.local.rawValue
  }
}
