import Foundation
public import HeedModel
public import HeedNetwork

extension PracticeNetwork: Answering {
  public func send(
    _ message: OutgoingMessage, as account: AccountAccess
  ) async throws -> Sent {
    let told = try await client.send(
      .post, "/v1/posts", try Outgoing.writing(message), as: account, key: message.key,
      Told.Post.self)
    return Outgoing.sent(told)
  }

  public func find(
    _ message: OutgoingMessage, as account: AccountAccess
  ) async throws -> Found {
    // The two clocks may differ a little.
    let since = message.lookFrom - .minutes(2)
    let own = try await client.get(
      "/v1/own?since=\(since.milliseconds)", as: account, Told.Own.self)
    let writing = try Outgoing.writing(message)
    let there = own.posts.last {
      $0.text == writing.text && $0.parent == writing.parent && $0.warning == writing.warning
        && $0.visibility == writing.visibility
    }
    if let there { return .there(Outgoing.sent(there)) }
    return own.upTo >= own.now ? .absent : .cannotTell
  }
}

extension PracticeNetwork: Editing {
  public func edit(
    _ post: RemoteReference, to message: OutgoingMessage, as account: AccountAccess
  ) async throws -> Sent {
    let id = try Incoming.id(of: post)
    let told = try await client.send(
      .put, "/v1/posts/\(id)", try Outgoing.writing(message), as: account, key: message.key,
      Told.Post.self)
    return Outgoing.sent(told)
  }
}

extension PracticeNetwork: Deleting {
  public func delete(_ post: RemoteReference, as account: AccountAccess) async throws {
    guard let id = RemoteIDs.post(post.remoteID) else { return }
    do {
      _ = try await client.send(
        .delete, "/v1/posts/\(id)", [String: String](), as: account, Told.Uploaded.self)
    } catch let error as NetworkError where error.kind == .gone {
      // It is what was wanted.
    }
  }
}

extension PracticeNetwork: MediaTaking {
  public func upload(
    _ media: OutgoingMedia, as account: AccountAccess
  ) async throws -> RemoteID {
    let upload = Told.Upload(
      type: media.type, alternative: media.alternative,
      bytes: Data(media.bytes).base64EncodedString())
    let told = try await client.send(
      .post, "/v1/media", upload, as: account, key: media.key, Told.Uploaded.self)
    return RemoteIDs.media(told.id)
  }
}

/// What we say, in the protocol's shapes.
enum Outgoing {
  static func writing(_ message: OutgoingMessage) throws -> Told.Writing {
    Told.Writing(
      text: message.text, warning: message.warning, language: message.language,
      visibility: message.visibility.rawValue,
      parent: try message.inReplyTo.map(Incoming.id),
      media: message.media.compactMap(RemoteIDs.media))
  }

  static func sent(_ told: Told.Post) -> Sent {
    Sent(
      reference: Incoming.reference(told), at: Instant(milliseconds: told.at),
      post: Incoming.post(told))
  }
}
