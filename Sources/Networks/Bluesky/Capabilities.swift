import HeedModel
public import HeedNetwork

extension BlueskyNetwork {
  /// Nobody can sign in here yet: a post's own page is opened, where somebody may answer as themselves.
  public func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    Capabilities(reply: .handOff)
  }
}
