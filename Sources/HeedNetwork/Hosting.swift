/// Has places that somebody runs: a repository, a forum, a community, the comments below one's own pages. Where that is
/// the organisation, whoever begins a thread there speaks to it (`RemotePost.isOpening`), named or not.
public protocol Hosting: Network {
  /// Whether a source of this kind is such a place as a whole; one thread of it is none.
  func isPlace(kind: String) -> Bool
}
