import HeedModel
import HeedNetwork
import Testing

/// Steps that several rules take.
extension NetworkFixture {
  var source: ListeningSource {
    get throws { try #require(sources.first, "a fixture needs a source") }
  }

  /// Asks until there is nothing more for now.
  func hearAll(_ source: ListeningSource) async throws -> Heard {
    var source = source
    var all = Heard(cursor: source.cursor)
    for _ in 0..<1000 {
      let heard = try await network.listen(to: source)
      all.events += heard.events
      all.cursor = heard.cursor
      if heard.next != .zero { return all }
      source.cursor = heard.cursor
    }
    Issue.record("a thousand passes of listening did not come to an end")
    return all
  }

  func message(
    _ text: String, key: String = "key-1", inReplyTo parent: RemoteReference? = nil
  ) async throws -> OutgoingMessage {
    let capabilities = try await network.capabilities(of: account)
    var above = parent
    if above == nil { above = try await ground() }
    if above == nil, onlyAnswers { above = try await say("Something to answer.", inReplyTo: nil) }
    return OutgoingMessage(
      key: key, text: text, visibility: capabilities.visibilities.first ?? .public,
      inReplyTo: above, firstTriedAt: startedAt)
  }

  /// Long ago enough for any clock of a far side.
  private var startedAt: Instant { Instant(seconds: 1_000_000_000) }

  /// An account and the ability to answer, or a reason why not.
  func speaker() throws -> (network: any Answering, account: AccountAccess) {
    guard let network = network as? any Answering else { throw NotHere("takes no answers") }
    guard let account else { throw NotHere("no account") }
    return (network, account)
  }

  /// Checks that an error can be shown to anybody.
  func checkSafe(_ error: NetworkError, _ location: SourceLocation = #_sourceLocation) {
    #expect(!error.text.isEmpty, "an error needs words", sourceLocation: location)
    for secret in secrets {
      let shown = error.text.english + error.description
      #expect(!shown.contains(secret), "an error shows a secret", sourceLocation: location)
    }
  }
}

extension [RemoteEvent] {
  var posts: [RemotePost] {
    compactMap { if case .post(let post) = $0 { post } else { nil } }
  }

  /// How a post stands after all of these: the last word counts.
  func last(of id: RemoteID) -> RemoteEvent? {
    last {
      switch $0 {
      case .post(let post): post.reference.remoteID == id
      case .removed(let removed): removed == id
      case .reaction, .reactionTakenBack, .moved, .gone: false
      }
    }
  }
}
