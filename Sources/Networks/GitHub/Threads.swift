import HeedModel
public import HeedNetwork

extension GitHubNetwork: Threading {
  public func thread(
    around post: RemoteReference, as account: AccountAccess?
  ) async throws -> [RemoteEvent] {
    guard let name = ThreadName(post.remoteID.rawValue) else {
      throw NetworkError(.unsupported, "That is no post of GitHub.")
    }
    let (posts, isWhole) = try await whole(name, place(of: name, account))
    guard posts.contains(where: { $0.reference.remoteID == post.remoteID }) else {
      throw Self.missing(name, isWhole)
    }
    return posts.map { .post($0) }
  }
}

extension GitHubNetwork: Rechecking {
  public var rechecksAtOnce: Int { 10 }

  public func server(of source: ListeningSource) -> String {
    // Only a server of its own stands before the repository.
    source.target.split(separator: "/").count > 2
      ? PlaceServer(source.target)?.description ?? "" : ""
  }

  /// Sixty calls an hour are all that nobody's questions get, 5,000 an account's
  /// (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api); a repository that is heard takes 24
  /// of the sixty.
  public func rechecksInPass(as account: AccountAccess?) -> Int { account == nil ? 1 : 40 }

  /// Tells comments that were changed, and whatever is gone. An issue does not say when its own words were changed; that
  /// is heard by listening.
  ///
  /// Whoever may not see a repository is told 404 of all that stands in it
  /// (https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#404-not-found-for-an-existing-resource):
  /// what is not found is gone only where its repository is shown.
  public func recheck(
    _ posts: [RemoteReference], as account: AccountAccess?
  ) async throws -> [RemoteEvent] {
    var events: [RemoteEvent] = []
    var missing: [ThreadName] = []
    for reference in posts {
      guard let name = ThreadName(reference.remoteID.rawValue) else { continue }
      do {
        let post = try await post(reference, as: account, isNamedByOthers: false)
        // What moved to another repository is another post.
        guard post.reference.remoteID == reference.remoteID else { continue }
        if name.comment != nil, post.editedAt != nil { events.append(.post(post)) }
      } catch let error as NetworkError where error.kind == .gone {
        guard let removed = error.cause as? PlaceFault.Removed else {
          missing.append(name)
          continue
        }
        // Issues that were switched off may be switched on again.
        if removed.said?.contains("disabled") != true { events.append(.removed(name.remoteID)) }
      } catch let error as NetworkError
        where [.refused, .malformed, .unsupported].contains(error.kind)
      {
        continue
      }
    }
    for (_, names) in Dictionary(grouping: missing, by: { "\($0.server) \($0.path)" })
    where try await isShown(names[0], as: account) {
      events += names.map { .removed($0.remoteID) }
    }
    return events
  }

  /// Whether the repository in which this stands is shown to whoever asks.
  func isShown(_ name: ThreadName, as account: AccountAccess?) async throws -> Bool {
    do {
      let _: Repository = try await place(of: name, account).client.get(name.path).value
      return true
    } catch let error as NetworkError where Self.saysNothingOfOthers.contains(error.kind) {
      return false
    }
  }
}

extension GitHubNetwork: HandingOff {
  public func reference(at address: String) -> RemoteReference? {
    ThreadName(address).map { RemoteReference(remoteID: $0.remoteID, address: address) }
  }

  public func post(
    _ reference: RemoteReference, as account: AccountAccess?, isNamedByOthers: Bool
  ) async throws -> RemotePost {
    guard let name = ThreadName(reference.remoteID.rawValue) else {
      throw NetworkError(.unsupported, "That is no post of GitHub.")
    }
    var asking = self
    if isNamedByOthers { asking.wire = NamedByOthers(wire) }
    let place = try asking.place(of: name, account)
    let incoming = Incoming(server: place.server, now: clock.now())
    let found: RemotePost?
    var isWhole = true
    if name.isDiscussion {
      let discussion = try await discussion(name, place, until: reference.remoteID)
      found = discussion.posts.first { $0.reference.remoteID == reference.remoteID }
      isWhole = discussion.isWhole
    } else if let id = name.commentID {
      let comment: Comment = try await place.client.get(
        "\(name.path)/issues/comments/\(id)"
      ).value
      found = incoming.post(comment)
    } else {
      found = incoming.post(try await place.issue(name))
    }
    guard let found else { throw Self.missing(name, isWhole) }
    return found
  }

  /// Of what was not told to its end nobody knows what stands in it.
  static func missing(_ name: ThreadName, _ isWhole: Bool) -> NetworkError {
    isWhole
      ? NetworkError(.gone, "It is no longer on \(name.server.host).")
      : NetworkError(.unsupported, "\(name.server.host) cannot do this.")
  }

  public func offer(following post: RemotePost) async throws -> Offer? {
    ThreadName(post.reference.remoteID.rawValue).map(offer)
  }
}
