import HeedModel
public import HeedNetwork

extension GitHubNetwork: Threading {
  public func thread(
    around post: RemoteReference, as account: AccountAccess?
  ) async throws -> [RemoteEvent] {
    guard let name = ThreadName(post.remoteID.rawValue) else {
      throw NetworkError(.unsupported, "That is no post of GitHub.")
    }
    let posts = try await whole(name, place(of: name, account))
    guard posts.contains(where: { $0.reference.remoteID == post.remoteID }) else {
      throw NetworkError(.gone, "It is no longer on \(name.server.host).")
    }
    return posts.map { .post($0) }
  }
}

extension GitHubNetwork: Rechecking {
  public func server(of source: ListeningSource) -> String {
    // Only a server of its own stands before the repository.
    source.target.split(separator: "/").count > 2
      ? PlaceServer(source.target)?.description ?? "" : ""
  }

  /// Tells comments that were changed, and whatever is gone. An issue does not say when its own words were changed; that
  /// is heard by listening.
  /// Sixty calls an hour are all that nobody's questions get, 5,000 an account's
  /// (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api); a repository that is heard takes 24
  /// of the sixty.
  public func rechecksInPass(as account: AccountAccess?) -> Int { account == nil ? 1 : 40 }

  public func recheck(
    _ posts: [RemoteReference], as account: AccountAccess?
  ) async throws -> [RemoteEvent] {
    var events: [RemoteEvent] = []
    for reference in posts {
      guard let name = ThreadName(reference.remoteID.rawValue) else { continue }
      do {
        let post = try await post(reference, as: account)
        if name.comment != nil, post.editedAt != nil { events.append(.post(post)) }
      } catch let error as NetworkError where error.kind == .gone {
        events.append(.removed(reference.remoteID))
      } catch let error as NetworkError
        where [.refused, .malformed, .unsupported].contains(error.kind)
      {
        continue
      }
    }
    return events
  }
}

extension GitHubNetwork: HandingOff {
  public func reference(at address: String) -> RemoteReference? {
    ThreadName(address).map { RemoteReference(remoteID: $0.remoteID, address: address) }
  }

  public func post(_ reference: RemoteReference, as account: AccountAccess?) async throws
    -> RemotePost
  {
    guard let name = ThreadName(reference.remoteID.rawValue) else {
      throw NetworkError(.unsupported, "That is no post of GitHub.")
    }
    let place = try place(of: name, account)
    let incoming = Incoming(server: place.server, now: clock.now())
    let found: RemotePost?
    if name.isDiscussion {
      found = try await discussion(name, place).first {
        $0.reference.remoteID == reference.remoteID
      }
    } else if let id = name.commentID {
      let comment: Comment = try await place.client.get(
        "\(name.path)/issues/comments/\(id)"
      ).value
      found = incoming.post(comment)
    } else {
      found = incoming.post(try await place.issue(name))
    }
    guard let found else {
      throw NetworkError(.gone, "It is no longer on \(place.server.host).")
    }
    return found
  }

  public func offer(following post: RemotePost) async throws -> Offer? {
    ThreadName(post.reference.remoteID.rawValue).map(offer)
  }
}
