import HeedModel

/// Tells how many people read a post, as the place itself counts.
public protocol Counting: Network {
  /// - Returns: `nil` where the place does not tell for this one.
  /// - Throws: `NetworkError`: `gone` when it is not there any more.
  func readers(of post: RemoteReference, as account: AccountAccess?) async throws -> Int?
}
