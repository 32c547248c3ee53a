import HeedModel
public import HeedNetwork

extension MastodonNetwork: Threading {
  /// A server shows the part of a thread that it knows. Newer ones fetch the rest when asked and
  /// say that they do; they are asked once more then. What a post's own server shows to everybody
  /// is added.
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
    var events = try await intake.events(
      around.value.ancestors + [status] + around.value.descendants)
    if let home = home(of: status, besides: intake.server),
      (status.replies ?? 0) > around.value.descendants.count
    {
      events += (try? await elsewhere(home)) ?? []
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

  private func elsewhere(_ home: (Server, String)) async throws -> [RemoteEvent] {
    let intake = try await intake(client(home.0), account: nil)
    let around = try await context(of: home.1, intake.client)
    return try await intake.events(around.value.ancestors + around.value.descendants)
  }
}

extension MastodonNetwork: Rechecking {
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
        if status.editedAt != nil { events += try await intake.events([status]) }
      } catch let error as NetworkError where error.kind == .gone {
        // Where ids change, only the name can tell whether it is gone.
        if intake.knowledge.idsStay {
          events.append(.removed(post.remoteID))
        } else if ours != nil {
          let found = try await intake.find(post)
          events +=
            try await found.asyncMap { try await intake.events([$0]) } ?? [
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
