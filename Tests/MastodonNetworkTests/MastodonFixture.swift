import HeedModel
import HeedNetwork
import HeedTesting
import MastodonNetwork

/// A network with the double of a server behind it: `shop` is us, `ana@bolha.example` speaks to us.
struct MastodonFixture: NetworkFixture {
  let clock: ManualClock
  let double: MastodonDouble
  let mastodon: MastodonNetwork
  let shop: String
  let ana: String
  let token: String

  var network: any Network { mastodon }
  var secrets: [String] { [token] }

  init(
    _ manner: MastodonManner = .mastodon, publicServers: [String] = ["social.example"],
    besides others: [MastodonDouble] = [], clock: ManualClock = ManualClock()
  ) {
    self.clock = clock
    double = MastodonDouble(manner: manner, clock: clock)
    shop = double.person("shop", name: "The Bell Shop")
    ana = double.person("ana@bolha.example", name: "Ana")
    token = double.token(for: shop)
    double.authorizes(as: shop)
    mastodon = MastodonNetwork(
      wire: MastodonWire([double] + others), clock: clock, publicServers: publicServers,
      randomness: SeededRandomness())
  }

  var access: AccountAccess {
    AccountAccess(
      id: ID(1), server: double.host, remoteID: RemoteID("acct:shop@social.example"),
      address: "@shop@social.example", credentials: Credentials(["token": token, "id": shop]))
  }
  var account: AccountAccess? { access }

  func source(_ kind: String, _ target: String = "", isOurs: Bool = true) -> ListeningSource {
    ListeningSource(
      id: ID(1), kind: kind, target: target, cursor: nil, account: isOurs ? access : nil)
  }

  var sources: [ListeningSource] { [source("mentions"), source("home")] }

  func say(_ text: String, inReplyTo parent: RemoteReference?) async throws -> RemoteReference {
    clock.advance(by: .seconds(1))
    let id = double.post(
      by: ana, "@shop " + text, inReplyTo: parent.flatMap { double.id(of: $0.remoteID.rawValue) })
    return reference(id)
  }

  func reference(_ id: String) -> RemoteReference {
    RemoteReference(
      remoteID: RemoteID(double.uri(of: id) ?? ""), local: double.host + "/" + id)
  }

  func edit(_ post: RemoteReference, to text: String) async throws {
    clock.advance(by: .seconds(1))
    double.edit(double.id(of: post.remoteID.rawValue) ?? "", "@shop " + text)
  }

  func remove(_ post: RemoteReference) async throws {
    double.delete(double.id(of: post.remoteID.rawValue) ?? "")
  }

  func accepted() async throws -> [AcceptedMessage] {
    double.accepted.map { message in
      AcceptedMessage(
        id: RemoteID(message.uri),
        // The name in front is the network's own doing: without it nobody is told of an answer.
        text: message.text.replacing("@ana@bolha.example ", with: ""), key: message.key,
        warning: message.warning.isEmpty ? nil : message.warning, language: message.language,
        visibility: Self.visibilities[message.visibility],
        parent: message.parent.map { RemoteID($0) }, alternatives: message.alternatives)
    }
  }

  private static let visibilities: [String: Visibility] = [
    "public": .public, "unlisted": .unlisted, "private": .followers, "direct": .private,
  ]

  func strike(_ fault: NetworkFault, on kind: NetworkFault.Target) async throws {
    // What is known of a server is asked beforehand, so that the fault hits what it is meant for.
    _ = try await mastodon.capabilities(of: access)
    let (method, path): (WireRequest.Method, String) =
      kind == .sending ? (.post, "/api/v1/statuses") : (.get, "/api/")
    let there: MastodonDouble.Fault =
      switch fault {
      case .cutBeforeAccepting: .cutBefore
      case .cutAfterAccepting: .cutAfter
      case .errorAfterAccepting: .statusAfter(502)
      case .temporarilyDown: .refusal(503, "<html>Back soon</html>", headers: [:])
      case .strangersPage: .refusal(401, "<html>Please sign in</html>", headers: [:])
      case .strangersMissing: .refusal(404, "<html>Not here</html>", headers: [:])
      case .rateLimitedUntil(let wait):
        .refusal(
          429, #"{"error":"Too many requests"}"#,
          headers: Dictionary(NetworkFault.headers(limitedUntil: wait).map { ($0.name, $0.value) })
          {
            $1
          })
      case .rateLimited(let wait):
        .refusal(
          429, #"{"error":"Too many requests"}"#,
          headers: ["Retry-After": String(wait.milliseconds / 1000)])
      }
    double.fail(method, path, there)
  }

  func react(to post: RemoteReference, likes: Int, shares: [Int]) async throws {
    guard let id = double.id(of: post.remoteID.rawValue) else { throw NotHere("no such post") }
    for number in 0..<likes {
      double.favourite(id, by: double.person("liker\(number)@bolha.example"))
    }
    for (number, followers) in shares.enumerated() {
      let sharer = double.person("sharer\(number)@bolha.example")
      double.follow(sharer, by: followers)
      double.boost(id, by: sharer)
    }
  }

  func withdrawRight() async throws { double.revoke(token) }

  func streamIsOpen() async throws {
    guard double.manner.hasEvents || double.manner.hasSockets else { throw NotHere("no streams") }
    while double.openStreams == 0 { await Task.yield() }
  }

  func cutStreams() async throws { double.cutStreams() }

  func signIn() async throws -> SignedIn {
    let desk = DeskAddress(base: "https://desk.example", isPublic: true)
    let step = try await mastodon.begin(at: double.host, desk: desk)
    guard let page = step.page, let answer = double.press(page) else {
      throw NotHere("the page was refused")
    }
    return try await mastodon.finish(step, with: .code(answer.code))
  }
}
