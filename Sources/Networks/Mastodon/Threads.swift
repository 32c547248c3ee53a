import HeedModel
public import HeedNetwork

extension MastodonNetwork: Threading {
  /// A server shows the part of a thread that it knows. Newer ones fetch the rest when asked and
  /// say that they do; they are asked once more then. What a post's own server shows to everybody
  /// is added, as far as it can be believed.
  public func thread(
    around post: RemoteReference, as account: AccountAccess?
  ) async throws -> [RemoteEvent] {
    let intake = try await intake(reader(of: post, account), account: account)
    guard let status = try await intake.find(post) else {
      throw NetworkError(.gone, "This post is not on \(intake.server.host) any more.")
    }
    var around = try await context(of: status.id, intake.client)
    if let wait = around.refreshesIn {
      try await clock.sleep(for: wait)
      around = try await context(of: status.id, intake.client)
    }
    let statuses = around.value.ancestors + [status] + around.value.descendants
    guard account != nil || LocalID(post.local) != nil else {
      // The post's name alone says whom to ask.
      return try await intake.posts(intake.ownWords(statuses))
    }
    var events = try await intake.events(statuses)
    if let home = home(of: status, besides: intake.server),
      (status.replies ?? 0) > around.value.descendants.count
    {
      let known = Set(statuses.map { RemoteIDs.post($0, on: intake.server) })
      events += (try? await elsewhere(home, besides: known, intake)) ?? []
    }
    var told: Set<RemoteEvent> = []
    return events.filter { told.insert($0).inserted }
  }

  private func reader(of post: RemoteReference, _ account: AccountAccess?) throws -> Client {
    if let account { return try client(account) }
    guard let server = post.known.flatMap({ Server($0.server) }) else {
      throw NetworkError(
        .unsupported,
        """
        Nobody is known who could be asked for the rest of this conversation without an account.
        """)
    }
    return client(server)
  }

  private struct Around {
    var value: Surroundings
    var refreshesIn: Duration?
  }

  /// `Mastodon-Async-Refresh: id="…", retry=3`
  /// (https://docs.joinmastodon.org/methods/async_refreshes/).
  private func context(of id: String, _ client: Client) async throws -> Around {
    let answer: Client.Answer<Surroundings> =
      try await client.get(Path.status(id) + "/context", timeout: .seconds(60))
    let seconds = answer.response.header("Mastodon-Async-Refresh").flatMap { header in
      header.split(separator: ",").lazy.compactMap { part -> Int64? in
        let pair = part.split(separator: "=")
        guard pair.count == 2, pair[0].trimmingPrefix(" ") == "retry" else { return nil }
        return Int64(pair[1].prefix { $0.isNumber })
      }.first
    }
    return Around(
      value: answer.value, refreshesIn: seconds.map { .seconds(min(max($0, 1), 10)) })
  }

  private func home(of status: Status, besides server: Server) -> (Server, String)? {
    guard status.visibility == "public",
      let local = LocalID(home: status.uri), let home = Server(local.server), home != server
    else { return nil }
    return (home, local.id)
  }

  /// So many answers by people of other servers are looked up one by one.
  private static let mostElsewhere = 20

  /// What the server of a stranger knows of a thread. What its own people said it can tell; what others are said to have
  /// said there the account's own server is asked for, which verifies who signed it.
  private func elsewhere(
    _ home: (Server, String), besides known: Set<RemoteID>, _ ours: Intake
  ) async throws -> [RemoteEvent] {
    let theirs = try await intake(client(home.0), account: nil)
    let around = try await context(of: home.1, theirs.client)
    let statuses = around.value.ancestors + around.value.descendants
    let own = theirs.ownWords(statuses)
    var events = try await theirs.posts(own)
    guard ours.client.token != nil else { return events }
    let told = Set(own.map { RemoteIDs.post($0, on: theirs.server) })
    let others = statuses.map { RemoteIDs.post($0, on: theirs.server) }
      .filter { !known.contains($0) && !told.contains($0) }
    for name in others.prefix(Self.mostElsewhere) {
      if let status = try await ours.find(RemoteReference(remoteID: name)) {
        events += try await ours.posts([status])
      }
    }
    return events
  }
}

extension Intake {
  /// Those of its statuses that a server vouches for whoever it is: by people who sign in there, named by its own host. It
  /// may claim any other domain and any other people.
  func ownWords(_ statuses: [Status]) -> [Status] {
    guard knowledge.domain == server.host else { return [] }
    return statuses.filter { status in
      let name = RemoteIDs.post(status, on: server).rawValue
      return status.boosted == nil
        && RemoteIDs.person(status.account.acct, domain: server.host).rawValue
          .hasSuffix("@" + server.host)
        && (Server(name) == server || name.hasPrefix("unseen:\(server)/"))
    }
  }

  /// The posts alone: who passed them on and who moved is told by servers that were chosen.
  func posts(_ statuses: [Status]) async throws -> [RemoteEvent] {
    var posts: [RemoteEvent] = []
    let parents = try await parents(of: statuses)
    for status in statuses { posts.append(.post(await remote(status, parent: parents[status.id]))) }
    return posts
  }
}

extension MastodonNetwork: Rechecking {
  public func server(of source: ListeningSource) -> String {
    PlaceServer(source.target)?.description ?? ""
  }

  /// Asks for each post at the server that told it, or where it was written. A post that the
  /// server no longer shows is gone; one that was ever edited is told as it stands now.
  public func recheck(
    _ posts: [RemoteReference], as account: AccountAccess?
  ) async throws -> [RemoteEvent] {
    var events: [RemoteEvent] = []
    for post in posts {
      guard let local = post.known, let server = Server(local.server) else { continue }
      let ours = account.flatMap { Server($0.server) == server ? $0 : nil }
      let client = try ours.map { try self.client($0) } ?? self.client(server)
      let intake = try await intake(client, account: ours)
      do {
        let status: Status = try await client.get(Path.status(local.id)).value
        guard RemoteIDs.post(status, on: server) == post.remoteID else { continue }
        if status.editedAt != nil { events += try await intake.posts([status]) }
      } catch let error as NetworkError where error.kind == .gone {
        // Where ids change, only the name can tell whether it is gone.
        if intake.knowledge.idsStay {
          events.append(.removed(post.remoteID))
        } else if ours != nil {
          let found = try await intake.find(post)
          events +=
            try await found.asyncMap { try await intake.posts([$0]) } ?? [
              .removed(post.remoteID)
            ]
        }
      } catch let error as NetworkError where [.refused, .malformed].contains(error.kind) {
        // One that cannot be read now says nothing about the others.
        continue
      }
    }
    return events
  }
}

extension RemoteReference {
  /// Who can be asked for a post: the server that told it, else the one where it was written.
  fileprivate var known: LocalID? {
    LocalID(local) ?? LocalID(home: remoteID.rawValue) ?? LocalID(home: address)
  }
}
