/// Has places that somebody runs: a repository, a forum, a community, the comments below one's own pages. Where that is
/// the organisation, whoever begins a thread there speaks to it (`RemotePost.isOpening`), named or not.
public protocol Hosting: Network {
  /// Whether a source of this kind is such a place as a whole; one thread of it is none.
  func isPlace(kind: String) -> Bool
}

/// Can follow one person: whatever a source of such a kind brings is theirs, and it ends with them.
public protocol Following: Network {
  func isOnePerson(kind: String) -> Bool
}
