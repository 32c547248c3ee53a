public import HeedNetwork

extension DiscourseNetwork: Hosting {
  /// A whole forum.
  public func isPlace(kind: String) -> Bool { kind == Kind.posts.rawValue }
}
