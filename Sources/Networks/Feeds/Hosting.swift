public import HeedNetwork

extension FeedsNetwork: Hosting {
  /// The comments below somebody’s pages.
  public func isPlace(kind: String) -> Bool { kind == Kind.comments }
}
