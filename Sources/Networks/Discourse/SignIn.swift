import Foundation
import HeedModel
public import HeedNetwork

extension DiscourseNetwork: SigningIn {
  /// `ana@forum.example` asks for a key that an administrator makes for that name; the forum alone leads to its own page,
  /// where somebody gives the desk a key of theirs.
  public func begin(at typed: String, desk: DeskAddress) async throws -> SignInStep {
    let text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    let bare = text.hasPrefix("@") ? String(text.dropFirst()) : text
    var user: String?
    var place = bare
    if !bare.contains("://"), let at = bare.lastIndex(of: "@") {
      user = String(bare[..<at])
      place = String(bare[bare.index(after: at)...])
    }
    guard let server = PlaceServer(place) else {
      throw NetworkError(
        .refused,
        "“\(typed)” is no forum. Type its address, such as forum.example.")
    }
    let title = try await site(of: forum(server)).title
    if let user {
      return SignInStep(
        page: nil, pastesCode: false,
        explanation:
          """
          Ask an administrator of \(title) for an API key for the single user \(user), with the \
          right to read and to write posts. Paste it here. Less is not enough, more is not needed.
          """,
        notes: Credentials(["server": server.description, "username": user]))
    }
    guard try await givesKeys(server) else {
      return SignInStep(
        page: nil, pastesCode: false,
        explanation:
          """
          \(title) has no page that gives keys to programs. If you have a user API key with the scopes \
          read and write, paste it here. If an administrator gave you a key, begin again with your name \
          in front: ana@\(server.host).
          """,
        notes: Credentials(["server": server.description]))
    }
    let request = try KeyRequest(on: server, desk: desk, randomness: randomness)
    return SignInStep(
      page: request.page, pastesCode: true,
      explanation:
        """
        \(title) asks you whether the desk may read and write for you. Agree there, copy the long text \
        that it shows, and paste it here. It opens on this desk alone, and you can take the right back \
        there, under the apps of your account. If it refuses, its administrators keep such keys from \
        new accounts: ask one of them for a key, and begin again with your name in front: \
        ana@\(server.host).
        """,
      notes: Credentials([
        "server": server.description, "pair": request.pair, "nonce": request.nonce,
      ]))
  }

  /// Whether a forum has the page at all: it says so to whoever asks for its head.
  private func givesKeys(_ server: PlaceServer) async throws -> Bool {
    let client = forum(server).client
    let response = try await client.exchange(client.request(.head, KeyRequest.path))
    if response.status == 429 || response.status >= 500 { throw client.meaning(of: response) }
    return response.status == 200 && response.header("Auth-Api-Version") != nil
  }

  public func finish(_ step: SignInStep, with answer: SignInAnswer) async throws -> SignedIn {
    guard let server = step.notes["server"].flatMap({ PlaceServer($0) }) else {
      throw NetworkError(.malformed, "This sign-in was not begun here. Begin again.")
    }
    let typed =
      switch answer {
      case .code(let text), .token(let text): text
      }
    let key = try KeyRequest.key(in: typed, step.notes)
    guard !key.isEmpty, key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else {
      throw NetworkError(.refused, "That is no key. Copy it whole, and paste it here.")
    }
    var credentials = ["key": key, "kind": step.notes["username"] == nil ? "user" : "admin"]
    credentials["username"] = step.notes["username"]
    let asked = Forum(
      server: server, headers: Forum.right(Credentials(credentials)), user: nil, wire: wire,
      clock: clock)
    let session: Session
    do {
      session = try await asked.client.get(Forum.session).value
    } catch let error as NetworkError
      where [.gone, .refused, .signedOut].contains(error.kind)
    {
      throw NetworkError(
        .refused, "\(server.host) does not take this key. Copy it whole, or ask for a new one.",
        cause: error)
    }
    credentials["username"] = session.username
    let incoming = Incoming(server: server, now: clock.now(), user: session.username)
    let handle = incoming.handle(
      username: session.username, name: session.name, avatar: session.avatar)
    let site = try? await site(of: forum(server))
    let title = site?.title ?? server.host
    return SignedIn(
      server: server.description, handle: handle, credentials: Credentials(credentials),
      houseRules: "The rules of \(title) stand at \(server.base)/guidelines.",
      offers: [
        Offer(
          network: name, kind: Kind.inbox.rawValue, target: handle.address,
          name: "What people say to \(handle.address)",
          asks: "\(server.host) is asked as this account.",
          can: "Answers, mentions, quotes and private messages, and who liked a post."),
        offer(posts: server, title: title),
      ])
  }

  func site(of forum: Forum) async throws -> Site {
    do {
      return try await forum.client.get("/site/basic-info.json").value
    } catch let error as NetworkError
      where error.isOfNoSuchPath || error.kind == .malformed || error.kind == .refused
    {
      throw NetworkError(
        .unsupported,
        "\(forum.server.host) is no Discourse forum. Look whether the name is right.",
        certainlyNotSent: true, cause: error)
    }
  }
}
