public import HeedNetwork

extension GitHubNetwork: Hosting {
  /// A repository, with its issues and discussions.
  public func isPlace(kind: String) -> Bool { kind == Kind.repository.rawValue }
}
