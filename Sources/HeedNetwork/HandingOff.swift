import HeedModel

/// Takes no answers from programs, or not always, and knows its own pages: a member answers there by hand, and the desk
/// looks whether their words stand there.
public protocol HandingOff: Network {
  /// Where somebody answers a post by hand; `nil` for its own page.
  func page(toAnswer post: RemoteReference) -> String?

  /// Which post an address names, told by the address alone; `nil` when it is none of a single post here.
  func reference(at address: String) -> RemoteReference?

  /// That post as its place tells it now.
  /// - Parameter isNamedByOthers: a stranger gave its address, so the request leads to nothing inside (`WireRequest`).
  /// - Throws: `NetworkError`: `gone` when nothing stands there, `temporary` when nobody can say just now.
  func post(
    _ reference: RemoteReference, as account: AccountAccess?, isNamedByOthers: Bool
  ) async throws -> RemotePost

  /// What has to be listened to so that answers to a post of ours are heard; `nil` where it is heard anyway.
  func offer(following post: RemotePost) async throws -> Offer?
}

extension HandingOff {
  public func page(toAnswer post: RemoteReference) -> String? { nil }
  public func offer(following post: RemotePost) async throws -> Offer? { nil }
}

/// Reads what stands on a page of the web, whoever made it. Goes out through `Wire`, so the guard holds.
public protocol PageReading: Sendable {
  /// The words of a page in the order in which somebody reads them.
  /// - Throws: `NetworkError` with a text that says why it could not be read.
  func words(at address: String) async throws -> String
}
