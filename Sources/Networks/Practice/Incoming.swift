import Foundation
import HeedModel
public import HeedNetwork

extension PracticeNetwork: Streaming {
  public func stream(of source: ListeningSource) -> AsyncThrowingStream<Heard, any Error> {
    let request = client.request(
      .get, "/v1/stream?" + Client.query(of: source), source.account)
    return Flow.stream { [wire = client.wire] reader in
      do {
        for try await event in wire.events(request) where event.event == "heard" {
          let page = try JSONDecoder().decode(Told.Page.self, from: Data(event.data.utf8))
          reader.yield(
            Heard(events: page.changes.compactMap(Incoming.event), cursor: page.cursor))
        }
      } catch let error as WireError {
        throw Client.error(error)
      } catch let error as DecodingError {
        throw NetworkError(
          .malformed, "The practice network told something that makes no sense.", cause: error)
      }
      // A stream that ends quietly is lost all the same.
      throw NetworkError(.temporary, "The practice network closed the stream.")
    }
  }
}

extension PracticeNetwork: Threading {
  public func thread(
    around post: RemoteReference, as account: AccountAccess?
  ) async throws -> [RemoteEvent] {
    let id = try Incoming.id(of: post)
    let thread = try await client.get("/v1/posts/\(id)/thread", as: account, Told.Thread.self)
    return thread.posts.map { .post(Incoming.post($0)) }
  }
}

extension PracticeNetwork: Rechecking {
  public var rechecksAtOnce: Int { 100 }
  public func rechecksInPass(as account: AccountAccess?) -> Int { 400 }

  public func recheck(
    _ posts: [RemoteReference], as account: AccountAccess?
  ) async throws -> [RemoteEvent] {
    let ids = posts.compactMap { RemoteIDs.post($0.remoteID) }
    guard !ids.isEmpty else { return [] }
    let changes = try await client.send(
      .post, "/v1/recheck", Told.Ids(ids: ids), as: account, Told.Changes.self)
    return changes.changes.compactMap(Incoming.event)
  }
}

extension PracticeNetwork: MediaGiving {
  public func medium(at address: String, as account: AccountAccess?) async throws -> [UInt8]? {
    let place = "https://\(Place.host)/"
    let path = address.dropFirst(place.count)
    guard address.hasPrefix(place), path.hasPrefix("pictures/") || path.hasPrefix("media/") else {
      return nil
    }
    do {
      let answer = try await client.wire.send(client.request(.get, "/" + path, account))
      return (200..<300).contains(answer.status) ? answer.body : nil
    } catch let error as WireError {
      throw Client.error(error)
    }
  }
}

/// What the far side tells, in our own shapes.
enum Incoming {
  static func id(of post: RemoteReference) throws -> String {
    guard let id = RemoteIDs.post(post.remoteID) else {
      throw NetworkError(
        .gone, "That post is not on the practice network.", certainlyNotSent: true)
    }
    return id
  }

  static func event(_ change: Told.Change) -> RemoteEvent? {
    switch change.kind {
    case .post: return change.post.map { .post(post($0)) }
    case .gone: return .removed(RemoteIDs.post(change.id))
    case .liked, .shared, .unliked, .unshared:
      guard let by = change.by, let at = change.at else { return nil }
      let isLike = change.kind == .liked || change.kind == .unliked
      let reaction = RemoteReaction(
        kind: isLike ? .liked : .shared, post: RemoteIDs.post(change.id), by: handle(by),
        at: Instant(milliseconds: at))
      return change.kind == .liked || change.kind == .shared
        ? .reaction(reaction) : .reactionTakenBack(reaction)
    }
  }

  static func handle(_ person: Told.Person) -> RemoteHandle {
    RemoteHandle(
      remoteID: RemoteIDs.person(person.id), address: person.address, name: person.name,
      page: nil, picture: person.picture, isBot: person.isBot,
      optedOut: person.optedOut)
  }

  static func reference(_ post: Told.Post) -> RemoteReference {
    // An invented place has no pages: a link to it would lead nowhere.
    RemoteReference(remoteID: RemoteIDs.post(post.id))
  }

  static func post(_ post: Told.Post) -> RemotePost {
    RemotePost(
      reference: reference(post), author: handle(post.author),
      publishedAt: Instant(milliseconds: post.at),
      editedAt: post.editedAt.map(Instant.init(milliseconds:)),
      parent: post.parent.map { RemoteIDs.post($0) }, toUs: post.toYou,
      visibility: Visibility(rawValue: post.visibility) ?? .private, warning: post.warning,
      text: PlainText.parsed(post.text, people: post.mentions),
      media: post.media.map {
        Media(
          kind: .image, address: $0.address, alternative: $0.alternative, type: $0.type)
      },
      language: post.language, mentions: post.mentions.map { RemoteIDs.person($0.id) })
  }
}
