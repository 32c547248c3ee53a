import HeedModel
import HeedNetwork

/// What the desk knows of servers and of the names of posts there. Forgetting it costs a
/// question, nothing else.
actor Servers {
  private struct Known {
    var knowledge: Knowledge
    var until: Instant
  }

  private var known: [Server: Known] = [:]
  /// The names of posts by the server's own id, oldest first in `order`.
  private var posts: [LocalID: RemoteID] = [:]
  private var order: [LocalID] = []
  private var accounts: [LocalID: String] = [:]
  private let life: Duration
  private let room: Int

  init(life: Duration = .hours(6), room: Int = 20_000) {
    self.life = life
    self.room = room
  }

  /// Asks a server what it is, unless that is known already.
  func knowledge(through client: Client) async throws -> Knowledge {
    let now = client.clock.now()
    if let known = known[client.server], now < known.until { return known.knowledge }
    let knowledge = try await Self.ask(client)
    known[client.server] = Known(knowledge: knowledge, until: now + life)
    return knowledge
  }

  func note(_ id: String, on server: Server, is post: RemoteID) {
    let local = LocalID(server, id)
    if posts.updateValue(post, forKey: local) == nil { order.append(local) }
    guard order.count > room else { return }
    for old in order.prefix(room / 4) { posts[old] = nil }
    order.removeFirst(room / 4)
  }

  func post(_ id: String, on server: Server) -> RemoteID? { posts[LocalID(server, id)] }

  /// The server's own id of one of its people
  /// (https://docs.joinmastodon.org/methods/accounts/#lookup).
  func account(_ user: String, through client: Client) async throws -> String {
    let key = LocalID(client.server, user)
    if let id = accounts[key] { return id }
    let profile: Profile =
      try await client.get("/api/v1/accounts/lookup", [("acct", user)]).value
    accounts[key] = profile.id
    return profile.id
  }

  /// `/api/v2/instance`, else the older one; both are open where a server shows itself at all.
  private static func ask(_ client: Client) async throws -> Knowledge {
    // A server that shows itself only to its own people is asked with the account's right, others
    // without.
    var refusal: NetworkError?
    for path in ["/api/v2/instance", "/api/v1/instance"] {
      do {
        let answer: Client.Answer<Instance> = try await client.get(path)
        var instance = answer.value
        guard instance.isOne else { continue }
        instance.settle(client.server)
        var knowledge = instance.knowledge
        knowledge.home = Server(answer.response.address).flatMap {
          $0 == client.server ? nil : $0
        }
        return knowledge
      } catch let error as NetworkError {
        switch error.kind {
        case .gone, .malformed, .unsupported, .refused: refusal = refusal ?? error
        case .temporary where error.isOfNoSuchPath: refusal = refusal ?? error
        case .temporary, .rateLimited, .signedOut: throw error
        }
      }
    }
    if let refusal, refusal.kind == .refused { throw refusal }
    throw NetworkError(
      .unsupported,
      "\(client.server.host) does not speak the Mastodon API. Look whether the name is right.",
      certainlyNotSent: true, cause: refusal)
  }
}
