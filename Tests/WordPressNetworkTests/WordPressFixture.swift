import HeedModel
import HeedNetwork
import HeedTesting
import WordPressNetwork

/// A network with a double of a site behind it: user 2, the shop, is us; Ana comments.
struct WordPressFixture: NetworkFixture {
  let clock = ManualClock()
  let double: WordPressDouble
  let wordPress: WordPressNetwork
  let key: String

  var network: any Network { UnderAPost(wordPress: wordPress) }
  var secrets: [String] { [key, String(key.dropFirst(5))] }

  init(_ role: WordPressDouble.Role = .editor) {
    double = WordPressDouble(role: role, clock: clock)
    wordPress = WordPressNetwork(wire: double, clock: clock)
    key = "shop:" + SeededRandomness().token(bytes: 12)
    double.accept(key)
  }

  var account: AccountAccess? {
    AccountAccess(
      id: ID(1), server: WordPressDouble.root, remoteID: RemoteID("blog.example#user-2"),
      address: "shop", credentials: Credentials(["key": key]))
  }

  var sources: [ListeningSource] {
    [
      ListeningSource(
        id: ID(1), kind: WordPressNetwork.comments, target: WordPressDouble.root, cursor: nil,
        account: account),
      ListeningSource(
        id: ID(2), kind: WordPressNetwork.comments, target: WordPressDouble.root, cursor: nil),
    ]
  }

  func say(_ text: String, inReplyTo parent: RemoteReference?) async throws -> RemoteReference {
    clock.advance(by: .seconds(1))
    let id = double.comment(text, parent: parent.map(number) ?? 0)
    let found = try await wordPress.listen(to: sources[0]).events.compactMap {
      if case .post(let post) = $0 { post.reference } else { nil }
    }
    return found.first { number($0) == id } ?? RemoteReference(remoteID: RemoteID("lost"))
  }

  func edit(_ post: RemoteReference, to text: String) async throws {
    clock.advance(by: .seconds(1))
    double.change(number(post)) { $0.content = text }
  }

  func remove(_ post: RemoteReference) async throws { double.delete(number(post)) }

  func accepted() async throws -> [AcceptedMessage] {
    double.all.filter { $0.author == WordPressDouble.me }.map { said in
      AcceptedMessage(
        id: RemoteID("blog.example#comment-\(said.id)"),
        text: said.content.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
          .replacing("&amp;", with: "&"),
        visibility: .public,
        parent: said.parent > 0 ? RemoteID("blog.example#comment-\(said.parent)") : nil)
    }
  }

  func strike(_ fault: NetworkFault, on kind: NetworkFault.Target) async throws {
    let there: WordPressDouble.Fault =
      switch fault {
      case .cutBeforeAccepting: .cutBefore
      case .cutAfterAccepting: .cutAfter
      case .errorAfterAccepting: .statusAfter(502)
      case .temporarilyDown: .refusal(503, "<html>Briefly unavailable</html>", headers: [])
      case .strangersPage: .refusal(401, "<html>Please sign in</html>", headers: [])
      case .strangersMissing: .refusal(404, "<html>Not here</html>", headers: [])
      case .rateLimitedUntil(let wait):
        .refusal(429, "", headers: NetworkFault.headers(limitedUntil: wait))
      case .rateLimited(let wait):
        .refusal(429, "", headers: [("Retry-After", String(wait.milliseconds / 1000))])
      }
    double.fail(kind == .sending ? .post : .get, there)
  }

  func withdrawRight() async throws { double.revoke() }

  func signIn() async throws -> SignedIn {
    let desk = DeskAddress(base: "https://desk.example", isPublic: true)
    let step = try await wordPress.begin(at: "blog.example", desk: desk)
    return try await wordPress.finish(step, with: .code(key))
  }

  private func number(_ post: RemoteReference) -> Int {
    Int(post.remoteID.rawValue.split(separator: "-").last ?? "") ?? 0
  }
}

/// WordPress has no words outside of a post: those that the rules say to nobody go under one. And it
/// takes the same words in the same place once.
struct UnderAPost: Answering, Editing, Deleting, Threading, Rechecking, SigningIn {
  let wordPress: WordPressNetwork

  var name: NetworkName { wordPress.name }
  var title: Message { wordPress.title }

  func send(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Sent {
    do {
      return try await wordPress.send(placed(message), as: account)
    } catch let error as NetworkError where error.text.english.contains("these very words") {
      throw NotHere("the same words twice in one place")
    }
  }
  func find(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Found {
    try await wordPress.find(placed(message), as: account)
  }
  private func placed(_ message: OutgoingMessage) -> OutgoingMessage {
    var message = message
    message.inReplyTo =
      message.inReplyTo ?? RemoteReference(remoteID: RemoteID("blog.example#post-7"))
    return message
  }

  func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    try await wordPress.capabilities(of: account)
  }
  func listen(to source: ListeningSource) async throws -> Heard {
    try await wordPress.listen(to: source)
  }
  func offers(for typed: String) async throws -> [Offer] { try await wordPress.offers(for: typed) }
  func edit(
    _ post: RemoteReference, to message: OutgoingMessage, as account: AccountAccess
  ) async throws -> Sent { try await wordPress.edit(post, to: message, as: account) }
  func delete(_ post: RemoteReference, as account: AccountAccess) async throws {
    try await wordPress.delete(post, as: account)
  }
  func thread(around post: RemoteReference, as account: AccountAccess?) async throws
    -> [RemoteEvent]
  {
    // The post above them all was said by nobody whom the rules know.
    try await wordPress.thread(around: post, as: account).filter {
      if case .post(let post) = $0 {
        !post.reference.remoteID.rawValue.contains("#post-")
      } else {
        true
      }
    }
  }
  func recheck(_ posts: [RemoteReference], as account: AccountAccess?) async throws
    -> [RemoteEvent]
  { try await wordPress.recheck(posts, as: account) }
  func begin(at server: String, desk: DeskAddress) async throws -> SignInStep {
    try await wordPress.begin(at: server, desk: desk)
  }
  func finish(_ step: SignInStep, with answer: SignInAnswer) async throws -> SignedIn {
    try await wordPress.finish(step, with: answer)
  }
}
