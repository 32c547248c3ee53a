import HeedModel
public import HeedNetwork

extension DiscourseNetwork: Threading {
  /// A topic is read whole, up to two hundred posts around the one that is asked for.
  static let most = 200

  public func thread(
    around post: RemoteReference, as account: AccountAccess?
  ) async throws -> [RemoteEvent] {
    let (forum, name) = try place(of: post, account)
    let topic = try await forum.topic(name.topic)
    let own = RemoteIDs.number(of: post, on: forum.server).flatMap { Int($0) }
    let ids = around(own, in: topic.stream)
    let had = Dictionary(topic.posts.map { ($0.id, $0) }) { $1 }
    let missing = ids.filter { had[$0] == nil }
    let rest = try await forum.posts(missing, of: name.topic)
    let all = (topic.posts + rest).sorted { $0.number < $1.number }
    let incoming = Incoming(server: forum.server, now: clock.now(), user: forum.user)
    guard all.contains(where: { $0.number == name.number && !$0.isGone }) else {
      throw NetworkError(.gone, "It is no longer on \(forum.server.host).")
    }
    return all.filter { $0.isSaid && !$0.isGone }.map { post in
      var post = post
      post.title = post.title ?? topic.title
      return .post(incoming.post(post, isPrivate: topic.isPrivate))
    }
  }

  private func around(_ id: Int?, in stream: [Int]) -> [Int] {
    guard stream.count > Self.most, let id, let at = stream.firstIndex(of: id) else {
      return Array(stream.prefix(Self.most))
    }
    let start = min(max(at - Self.most / 2, 0), stream.count - Self.most)
    return [stream[0]] + stream[start..<(start + Self.most)]
  }

  /// Where a post stands, and who can be asked there.
  func place(
    of post: RemoteReference, _ account: AccountAccess?
  ) throws -> (forum: Forum, name: PostName) {
    guard let name = PostName(post.remoteID.rawValue) else {
      throw NetworkError(.unsupported, "That is no post of a forum.", certainlyNotSent: true)
    }
    if let account, PlaceServer(account.server) == name.server {
      return (try forum(account), name)
    }
    return (forum(name.server), name)
  }

  /// The post as its forum has it: by its number, else by its place in the topic.
  func find(_ post: RemoteReference, _ forum: Forum, _ name: PostName) async throws -> ForumPost {
    if let number = RemoteIDs.number(of: post, on: forum.server) {
      return try await forum.post(number)
    }
    return try await forum.post(topic: name.topic, number: name.number)
  }
}

extension DiscourseNetwork: Rechecking {
  public func server(of source: ListeningSource) -> String {
    PlaceServer(source.target)?.description ?? ""
  }

  /// A key that somebody made for themselves may be used twenty times a minute and 2,880 times a day
  /// (https://meta.discourse.org/t/user-api-keys-specification/48536); half of them are spent on asking every minute.
  public func rechecksInPass(as account: AccountAccess?) -> Int { account == nil ? 10 : 2 }

  public func recheck(
    _ posts: [RemoteReference], as account: AccountAccess?
  ) async throws -> [RemoteEvent] {
    var events: [RemoteEvent] = []
    for reference in posts {
      guard let (forum, name) = try? place(of: reference, account) else { continue }
      do {
        let post = try await find(reference, forum, name)
        let incoming = Incoming(server: forum.server, now: clock.now(), user: forum.user)
        guard !post.isGone else {
          events.append(.removed(reference.remoteID))
          continue
        }
        guard !post.isHidden else { continue }
        // Moderators may have moved it to another topic: it is the same post all the same.
        var told = incoming.post(post)
        told.reference.remoteID = reference.remoteID
        if told.editedAt != nil { events.append(.post(told)) }
      } catch let error as NetworkError where error.kind == .gone {
        events.append(.removed(reference.remoteID))
      } catch let error as NetworkError where [.refused, .malformed].contains(error.kind) {
        continue
      }
    }
    return events
  }
}

extension DiscourseNetwork: HandingOff {
  public func reference(at address: String) -> RemoteReference? {
    PostName(address).map { RemoteReference(remoteID: $0.remoteID, address: address) }
  }

  public func post(
    _ reference: RemoteReference, as account: AccountAccess?, isNamedByOthers: Bool
  ) async throws -> RemotePost {
    var asking = self
    if isNamedByOthers { asking.wire = NamedByOthers(wire) }
    let (forum, name) = try asking.place(of: reference, account)
    let post = try await asking.find(reference, forum, name)
    guard !post.isGone else {
      throw NetworkError(.gone, "It is no longer on \(forum.server.host).")
    }
    return Incoming(server: forum.server, now: clock.now(), user: forum.user).post(post)
  }

  public func offer(following post: RemotePost) async throws -> Offer? {
    PostName(post.reference.remoteID.rawValue).map { offer(topic: $0.topic, on: $0.server) }
  }
}
