public import HeedModel
public import HeedNetwork

extension MastodonNetwork: MediaTaking {
  /// Uploads and waits until the server has made of it what it wants: some do that later
  /// (https://docs.joinmastodon.org/methods/media/#v2). A medium that no post uses is dropped by
  /// the server in time, so repeating this is harmless.
  public func upload(_ media: OutgoingMedia, as account: AccountAccess) async throws -> RemoteID {
    let client = try client(account)
    let fields = media.alternative.isEmpty ? [] : [("description", media.alternative)]
    let form = Multipart(
      file: media.bytes, type: media.type, fields: fields, randomness: randomness)
    for path in ["/api/v2/media", "/api/v1/media"] {
      do {
        let answer: Client.Answer<Attachment> = try await client.ask(
          .post, path, body: .parts(form), timeout: .seconds(120))
        guard let id = answer.value.id else { throw unnamed(client.server) }
        if answer.response.status == 202 || answer.value.url == nil {
          try await ready(id, client)
        }
        return RemoteID(id)
      } catch let error as NetworkError where error.isOfNoSuchPath {
        continue
      }
    }
    throw NetworkError(
      .unsupported, "\(client.server.host) takes no pictures. Send the text without them.",
      certainlyNotSent: true)
  }

  /// 206 while it works, 200 when it is done (https://docs.joinmastodon.org/methods/media/#get).
  private func ready(_ id: String, _ client: Client) async throws {
    for wait in [1, 1, 2, 3, 5, 8, 13, 20, 30] {
      let response: WireResponse
      do {
        response = try await client.send(.get, "/api/v1/media/" + Query.segment(id))
      } catch let error as NetworkError where error.isOfNoSuchPath {
        // Nothing to ask: it is as ready as it will be.
        return
      }
      if response.status == 200 { return }
      try await clock.sleep(for: .seconds(wait))
    }
    throw NetworkError(
      .temporary, "\(client.server.host) is still working on the picture. Try again in a minute.",
      certainlyNotSent: true)
  }

  private func unnamed(_ server: Server) -> NetworkError {
    NetworkError(
      .malformed, "\(server.host) took the picture and did not say what it is called there.",
      certainlyNotSent: true)
  }
}
