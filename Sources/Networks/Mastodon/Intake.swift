import HeedModel
import HeedNetwork

/// Takes in what one server tells to one account, or to nobody, and asks it for the names of
/// parents.
struct Intake: Sendable {
  /// The account that listens.
  struct Me: Sendable {
    var remoteID: RemoteID
    var id: String?
  }

  let client: Client
  let servers: Servers
  let knowledge: Knowledge
  let me: Me?

  var server: Server { client.server }
  var incoming: Incoming {
    Incoming(
      server: server, domain: knowledge.domain, now: client.clock.now(),
      isOpen: client.token == nil)
  }

  func visibility(of status: Status) -> Visibility {
    Incoming.visibility(status.visibility, isOpen: client.token == nil)
  }

  /// The events of some statuses, in their order: each post, whoever passed it on, whoever moved.
  /// - Throws: `NetworkError` when a parent's name could not be asked for now; asking for all of
  ///   it again is right then.
  func events(_ statuses: [Status]) async throws -> [RemoteEvent] {
    let posts = statuses.map { $0.boosted?.status ?? $0 }
    let parents = try await parents(of: posts)
    let incoming = incoming
    var events: [RemoteEvent] = []
    for (status, post) in zip(statuses, posts) {
      if let move = moved(post.account) { events.append(move) }
      events.append(.post(await remote(post, parent: parents[post.id])))
      if status.boosted != nil {
        events.append(
          .reaction(
            RemoteReaction(
              kind: .shared, post: RemoteIDs.post(post, on: server),
              by: incoming.handle(status.account),
              at: Dates.instant(status.createdAt) ?? client.clock.now())))
      }
    }
    return events
  }

  func post(_ status: Status) async throws -> RemotePost {
    await remote(status, parent: try await parents(of: [status])[status.id])
  }

  /// Of the server's own people alone: it lets nobody move whose new account does not name the old one. What it repeats of
  /// people elsewhere is the word of their server, which nobody compared with what the new account says: one that means
  /// harm would make its account somebody else's.
  func moved(_ profile: Profile) -> RemoteEvent? {
    guard let new = profile.moved?.profile, new.acct != profile.acct,
      RemoteIDs.whole(profile.acct, domain: incoming.domain).lowercased()
        .hasSuffix("@" + incoming.domain.lowercased())
    else { return nil }
    return .moved(from: incoming.handle(profile), to: incoming.handle(new))
  }

  func remote(_ status: Status, parent: RemoteID?) async -> RemotePost {
    incoming.post(
      status, parent: parent, quoted: await quoted(status), toUs: speaksToUs(status))
  }

  /// The name of what a post quotes; an id alone is worth something only if it is known already.
  private func quoted(_ status: Status) async -> RemoteID? {
    guard let quoted = status.quoted else { return nil }
    if let status = quoted.status?.status { return RemoteIDs.post(status, on: server) }
    if let address = quoted.address { return RemoteID(address) }
    guard let id = quoted.id else { return nil }
    return await servers.post(id, on: server)
  }

  /// It names us, or answers something of ours; our own words never speak to us.
  func speaksToUs(_ status: Status) -> Bool {
    guard let me else { return false }
    let domain = knowledge.domain
    if RemoteIDs.person(status.account.acct, domain: domain) == me.remoteID { return false }
    if let id = me.id, status.parentAuthor == id { return true }
    return status.mentions.contains {
      RemoteIDs.person($0.acct, domain: domain) == me.remoteID
    }
  }
}

extension Intake {
  /// The name of each status's parent, by the status's own id.
  ///
  /// `in_reply_to_id` is an id of this server. Its name is found among the statuses at hand, then
  /// in what is remembered, then by asking; where the server does not show the parent, the answer
  /// is marked as unseen on this server.
  func parents(of statuses: [Status]) async throws -> [String: RemoteID] {
    for status in statuses { await servers.note(status.id, on: server, is: name(status)) }
    var missing: [String] = []
    for parent in statuses.compactMap(\.parent) where !missing.contains(parent) {
      if await servers.post(parent, on: server) == nil { missing.append(parent) }
    }
    try await find(missing)
    var names: [String: RemoteID] = [:]
    for status in statuses {
      guard let parent = status.parent else { continue }
      names[status.id] =
        await servers.post(parent, on: server) ?? RemoteIDs.unseen(parent, on: server)
    }
    return names
  }

  private func name(_ status: Status) -> RemoteID { RemoteIDs.post(status, on: server) }

  private func find(_ ids: [String]) async throws {
    // Several at once since Mastodon 4.3 (https://docs.joinmastodon.org/methods/statuses/#index).
    if knowledge.software == .mastodon, knowledge.api >= 2, ids.count > 1 {
      do {
        try await findTogether(ids)
        return
      } catch let error as NetworkError
        where error.isOfNoSuchPath || error.kind == .malformed || error.kind == .refused
      {
        // It says that it can, and cannot: one by one, then.
      }
    }
    for id in ids where await servers.post(id, on: server) == nil {
      do {
        let status: Status = try await client.get(Path.status(id)).value
        await servers.note(id, on: server, is: name(status))
      } catch let error as NetworkError where error.kind == .gone || error.kind == .malformed {
        await servers.note(id, on: server, is: RemoteIDs.unseen(id, on: server))
      } catch let error as NetworkError where error.kind == .refused {
        // It shows single posts to its own people only: asking for the others would be the same.
        return
      }
    }
  }

  private func findTogether(_ ids: [String]) async throws {
    for start in stride(from: 0, to: ids.count, by: 20) {
      let some = ids[start..<min(start + 20, ids.count)]
      let found: Lenient<Status> =
        try await client.get(Path.statuses, some.map { ("id[]", $0) }).value
      for status in found.items {
        await servers.note(status.id, on: server, is: name(status))
      }
      for id in some where !found.items.contains(where: { $0.id == id }) {
        await servers.note(id, on: server, is: RemoteIDs.unseen(id, on: server))
      }
    }
  }
}
