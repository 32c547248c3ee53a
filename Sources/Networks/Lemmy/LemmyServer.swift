import HeedModel
import HeedNetwork

/// One server, asked as one account or as nobody, in the words of the API that it has.
struct LemmyServer: Sendable {
  enum Version: String, Sendable, CaseIterable { case v4, v3 }

  let server: PlaceServer
  let version: Version
  let client: PlaceClient
  /// The server's own number of the account.
  let personID: String?

  init(
    server: PlaceServer, version: Version, token: String?, personID: String?, wire: any Wire,
    clock: any DeskClock
  ) {
    self.server = server
    self.version = version
    self.personID = personID
    client = PlaceClient(
      wire: wire, clock: clock, base: "\(server.base)/api/\(version.rawValue)", host: server.host,
      headers: token.map { [("Authorization", "Bearer " + $0)] } ?? [], hasRight: token != nil,
      manner: PlaceClient.Manner(
        check: version == .v4 ? "/account" : "/user/unread_count",
        withdraws: { response in
          // Older servers say it with 400, newer ones with 401.
          [400, 401].contains(response.status)
            && ["incorrect_login", "not_logged_in"].contains(Complaints.code(of: response) ?? "")
        },
        isImpatient: {
          ["rate_limit_error", "too_many_requests"].contains(Complaints.code(of: $0) ?? "")
        }
      ))
  }

  /// The newest first, as each API calls it.
  var newest: String { version == .v4 ? "new" : "New" }
  var everywhere: String { version == .v4 ? "all" : "All" }

  func comment(_ id: Int) async throws -> CommentView {
    let answer: PlaceClient.Answer<OneComment> = try await gone {
      try await client.get("/comment", [("id", String(id))])
    }
    return answer.value.view
  }

  func post(_ id: Int) async throws -> PostView {
    let answer: PlaceClient.Answer<OnePost> = try await gone {
      try await client.get("/post", [("id", String(id))])
    }
    return answer.value.view
  }

  /// The server says what it does not have with 400 or 404, and in a word.
  func gone<T>(_ body: () async throws -> T) async throws -> T {
    do {
      return try await body()
    } catch let error as NetworkError where error.kind == .refused {
      let said = error.text.english
      guard ["couldnt_find", "not_found", "couldn't find"].contains(where: said.contains) else {
        throw error
      }
      throw NetworkError(
        .gone, "It is no longer on \(server.host).", certainlyNotSent: true, cause: error)
    }
  }
}

/// What is known of servers and of the names of comments there. Forgetting it costs a question, nothing else.
actor Knowledge {
  private var apis: [PlaceServer: LemmyServer.Version] = [:]
  private var names: [String: RemoteID] = [:]
  private var order: [String] = []
  private static let room = 20_000

  /// Asks a server for the newer API first, unless it is known.
  func api(
    of server: PlaceServer, _ ask: @Sendable (LemmyServer.Version) -> LemmyServer
  ) async throws -> LemmyServer.Version {
    if let known = apis[server] { return known }
    var last: NetworkError?
    for version in LemmyServer.Version.allCases {
      do {
        let answer: PlaceClient.Answer<Site> = try await ask(version).client.get("/site")
        if answer.value.isOne {
          apis[server] = version
          return version
        }
      } catch let error as NetworkError {
        switch error.kind {
        case .gone, .malformed, .unsupported, .refused: last = error
        case .temporary where error.isOfNoSuchPath: last = error
        case .temporary, .rateLimited, .signedOut: throw error
        }
      }
    }
    throw NetworkError(
      .unsupported, "\(server.host) is no Lemmy server. Look whether the name is right.",
      certainlyNotSent: true, cause: last)
  }

  func forget(_ server: PlaceServer) { apis[server] = nil }

  func note(comment id: Int, on server: PlaceServer, is name: RemoteID) {
    let key = "\(server)/\(id)"
    if names.updateValue(name, forKey: key) == nil { order.append(key) }
    guard order.count > Self.room else { return }
    for old in order.prefix(Self.room / 4) { names[old] = nil }
    order.removeFirst(Self.room / 4)
  }

  func comment(_ id: Int, on server: PlaceServer) -> RemoteID? { names["\(server)/\(id)"] }
}
