import HeedModel
import HeedNetwork

/// One forum, asked as one account or as nobody.
struct Forum: Sendable {
  let server: PlaceServer
  let client: PlaceClient
  /// The name of the account there, without its mark.
  let user: String?

  static let session = "/session/current.json"

  init(server: PlaceServer, account: AccountAccess?, wire: any Wire, clock: any DeskClock) {
    let headers = account.map { Self.right($0.credentials) } ?? []
    self.init(
      server: server, headers: headers, user: account?.credentials["username"], wire: wire,
      clock: clock)
  }

  init(
    server: PlaceServer, headers: [(name: String, value: String)], user: String?, wire: any Wire,
    clock: any DeskClock
  ) {
    self.server = server
    self.user = user
    client = PlaceClient(
      wire: wire, clock: clock, base: server.base, host: server.host, headers: headers,
      hasRight: !headers.isEmpty,
      manner: PlaceClient.Manner(
        check: Self.session,
        withdraws: { response in
          // A key that is revoked or unknown: https://docs.discourse.org/#section/Authentication
          [401, 403, 404].contains(response.status)
            && ["invalid_access", "not_logged_in"].contains(Complaints.code(of: response) ?? "")
        }))
  }

  /// A key of an administrator speaks for a name; one that a user made for themselves needs none
  /// (https://meta.discourse.org/t/user-api-keys-specification/48536).
  static func right(_ credentials: Credentials) -> [(name: String, value: String)] {
    guard let key = credentials["key"] else { return [] }
    if credentials["kind"] == "user" { return [("User-Api-Key", key)] }
    return [("Api-Key", key), ("Api-Username", credentials["username"] ?? "")]
  }

  func post(_ id: String) async throws -> ForumPost {
    try await client.get("/posts/" + WebQuery.segment(id) + ".json", [("include_raw", "1")]).value
  }

  func post(topic: Int, number: Int) async throws -> ForumPost {
    try await client.get("/posts/by_number/\(topic)/\(number).json", [("include_raw", "1")]).value
  }

  func topic(_ id: Int) async throws -> Topic {
    try await client.get("/t/\(id).json", [("include_raw", "1")]).value
  }

  /// Some posts of a topic by their ids, in pieces that every forum takes.
  func posts(_ ids: [Int], of topic: Int) async throws -> [ForumPost] {
    var posts: [ForumPost] = []
    for start in stride(from: 0, to: ids.count, by: 40) {
      let some = ids[start..<min(start + 40, ids.count)]
      let answer: PlaceClient.Answer<Topic> = try await client.get(
        "/t/\(topic)/posts.json",
        some.map { ("post_ids[]", String($0)) } + [("include_raw", "1")])
      posts += answer.value.posts
    }
    return posts
  }
}
