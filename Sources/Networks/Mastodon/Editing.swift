import HeedModel
public import HeedNetwork

extension MastodonNetwork: Editing {
  /// Changes a post in place. An edit that stands there already is not made again, so that nobody
  /// is told twice.
  public func edit(
    _ post: RemoteReference, to message: OutgoingMessage, as account: AccountAccess
  ) async throws -> Sent {
    let (intake, status, body) = try await beforeSending { () async throws -> Prepared in
      let intake = try await self.intake(client(account), account: account)
      guard let status = try await intake.find(post) else {
        throw NetworkError(.gone, "This post is no longer on \(intake.server.host).")
      }
      let body = try await edited(status, message, intake)
      return (intake, status, body)
    }
    guard let body else { return await sent(status, intake) }
    let changed: Status = try await intake.client.ask(
      .put, Path.status(status.id), body: .json(body), timeout: .seconds(60)
    ).value
    return await sent(changed, intake)
  }

  public func written(
    _ post: RemoteReference, as account: AccountAccess
  ) async throws -> String? {
    let intake = try await self.intake(client(account), account: account)
    guard let status = try await intake.find(post) else { return nil }
    return try await source(of: status, intake.client)?.text
  }

  private typealias Prepared = (Intake, Status, Body?)
  private typealias Body = [String: any Sendable]

  /// - Returns: `nil` when the post reads so already.
  private func edited(
    _ status: Status, _ message: OutgoingMessage, _ intake: Intake
  ) async throws -> Body? {
    let source = try await source(of: status, intake.client)
    let text = Self.keepingNames(of: source?.text, in: message.text)
    let warning = message.warning ?? ""
    // What is left out of an edit is taken away, so the media that it has are named again.
    let had = status.media.compactMap(\.id)
    let media = message.media.isEmpty ? had : message.media.map(\.rawValue)
    if let source, source.text == text, (source.warning ?? "") == warning, media == had {
      return nil
    }
    var body: Body = [
      "status": text, "spoiler_text": warning,
      "sensitive": status.isSensitive || !warning.isEmpty,
    ]
    if !media.isEmpty { body["media_ids"] = media }
    if let language = message.language ?? status.language { body["language"] = language }
    if intake.knowledge.wantsPlainText { body["content_type"] = "text/plain" }
    return body
  }

  /// The text as it was written; not every server keeps it
  /// (https://docs.joinmastodon.org/methods/statuses/#source).
  private func source(of status: Status, _ client: Client) async throws -> Source? {
    do {
      return try await client.get(Path.status(status.id) + "/source").value
    } catch let error as NetworkError
      where [.gone, .unsupported, .refused, .malformed].contains(error.kind)
    {
      return nil
    }
  }

  /// The names in front of the earlier wording stay in front, or those whom it answered would no
  /// longer be named.
  static func keepingNames(of earlier: String?, in text: String) -> String {
    let front = (earlier ?? "").split(separator: " ").prefix { $0.hasPrefix("@") }
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    let missing = front.filter { !words.contains(Substring($0.lowercased())) }
    return missing.isEmpty ? text : missing.joined(separator: " ") + " " + text
  }
}

extension MastodonNetwork: Deleting {
  public func delete(_ post: RemoteReference, as account: AccountAccess) async throws {
    let intake = try await self.intake(client(account), account: account)
    guard let status = try await intake.find(post) else { return }
    do {
      try await intake.client.send(.delete, Path.status(status.id))
    } catch let error as NetworkError where error.kind == .gone {
      return
    }
  }
}
