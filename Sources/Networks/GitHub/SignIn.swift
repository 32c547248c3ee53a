import Foundation
import HeedModel
public import HeedNetwork

extension GitHubNetwork: SigningIn {
  /// Leads to the page that makes a token of one's own, with no more than is needed filled in
  /// (https://docs.github.com/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens).
  public func begin(at typed: String, desk: DeskAddress) async throws -> SignInStep {
    let text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let server = PlaceServer(text.isEmpty ? Place.github : text) else {
      throw NetworkError(
        .refused, "“\(typed)” is no server. Leave it empty for GitHub itself.")
    }
    let page =
      server.base + "/settings/personal-access-tokens/new?"
      + WebQuery.encode([
        ("name", "Heed"), ("description", "Hears and answers issues and discussions."),
        ("issues", "write"), ("pull_requests", "write"), ("discussions", "write"),
      ])
    return SignInStep(
      page: page, pastesCode: true,
      explanation:
        """
        \(server.host) makes you a token. Choose only the repositories that people talk to you in, \
        and the rights to read and write issues, pull requests and discussions; nothing else is \
        needed. Then paste the token here.
        """,
      notes: Credentials(["server": server.description]))
  }

  public func finish(_ step: SignInStep, with answer: SignInAnswer) async throws -> SignedIn {
    guard let server = step.notes["server"].flatMap({ PlaceServer($0) }) else {
      throw NetworkError(.malformed, "This sign-in was not begun here. Begin again.")
    }
    let token: String =
      switch answer {
      case .code(let text), .token(let text): text.trimmingCharacters(in: .whitespacesAndNewlines)
      }
    guard !token.isEmpty, token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else {
      throw NetworkError(.refused, "That is no token. Copy it whole, and paste it here.")
    }
    let place = place(server, token: token)
    let user: User
    do {
      user = try await place.client.get("/user").value
    } catch let error as NetworkError
      where error.isOfNoSuchPath || error.kind == .signedOut || error.kind == .refused
    {
      throw NetworkError(
        .refused, "\(server.host) does not take this token. Copy it whole, or make a new one.",
        cause: error)
    }
    let incoming = Incoming(server: server, now: clock.now())
    let handle = incoming.handle(user)
    // Tokens for chosen repositories may not read notices; the search finds the same threads.
    let mayReadNotices =
      (try? await place.client.send(.get, "/notifications", [("per_page", "1")])) != nil
    let kind: Kind = mayReadNotices ? .notifications : .involved
    return SignedIn(
      server: server.description, handle: handle,
      credentials: Credentials(["token": token, "login": user.login]),
      houseRules:
        "Each repository has rules of its own, often in a file called CODE_OF_CONDUCT.md.",
      offers: [
        Offer(
          network: name, kind: kind.rawValue, target: handle.address,
          name: "Threads with \(handle.address) on \(server.host)",
          asks: "\(server.host) is asked as this account.",
          can:
            "Issues, pull requests and discussions that this account takes part in or is named in.")
      ])
  }
}
