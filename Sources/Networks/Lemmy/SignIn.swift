import Foundation
import HeedModel
public import HeedNetwork

extension LemmyNetwork: SigningIn {
  /// `ana@lemmy.example`; the password is asked for next, with the code of the second factor behind it where there is one.
  public func begin(at typed: String, desk: DeskAddress) async throws -> SignInStep {
    let text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    let bare = text.hasPrefix("@") ? String(text.dropFirst()) : text
    guard let at = bare.lastIndex(of: "@"), at != bare.startIndex,
      let server = PlaceServer(String(bare[bare.index(after: at)...]))
    else {
      throw NetworkError(
        .refused,
        "Type your name and your server, such as ana@lemmy.example.")
    }
    let name = String(bare[..<at])
    _ = try await self.server(server)
    return SignInStep(
      page: nil, pastesCode: false, asksPassword: true,
      explanation:
        """
        Lemmy knows no smaller right than the password. Type the one of \(name) on \
        \(server.host); with a second factor, put its six digits behind it, after a comma. The desk \
        keeps only the token that it gets for it.
        """,
      notes: Credentials(["server": server.description, "name": name]))
  }

  public func finish(_ step: SignInStep, with answer: SignInAnswer) async throws -> SignedIn {
    guard let place = step.notes["server"].flatMap({ PlaceServer($0) }),
      let name = step.notes["name"]
    else { throw NetworkError(.malformed, "This sign-in was not begun here. Begin again.") }
    let typed: String =
      switch answer {
      // Blanks count in a password; the end of a line that was copied along does not.
      case .code(let text), .token(let text): text.trimmingCharacters(in: .newlines)
      }
    let server = try await self.server(place)
    let token = try await token(name, typed, server)
    let me = try await person(place, token)
    let intake = intake(server)
    let handle = intake.handle(me)
    return SignedIn(
      server: place.description, handle: handle,
      credentials: Credentials(["token": token, "person": String(me.id)]),
      houseRules: "The rules of \(place.host) stand beside its front page.",
      offers: [
        Offer(
          network: self.name, kind: Kind.inbox.rawValue, target: handle.address,
          name: "What people say to \(handle.address)",
          asks: "\(place.host) is asked as this account.",
          can: "Answers, mentions and private messages.")
      ])
  }

  private func token(_ name: String, _ typed: String, _ server: LemmyServer) async throws -> String
  {
    var password = typed
    var code: String?
    // Six digits behind a comma at the end are the second factor.
    if let comma = typed.lastIndex(of: ","), case let digits = typed[typed.index(after: comma)...],
      digits.count == 6, digits.allSatisfy({ $0.isASCII && $0.isNumber })
    {
      code = String(digits)
      password = String(typed[..<comma])
    }
    var body: [String: any Sendable] = ["username_or_email": name, "password": password]
    if let code { body["totp_2fa_token"] = code }
    let path = server.version == .v4 ? "/account/auth/login" : "/user/login"
    let response = try await server.client.exchange(
      server.client.request(.post, path, body: .json(body)))
    guard (200..<300).contains(response.status) else {
      throw refusal(response, server)
    }
    let login: Login = try server.client.read(response)
    guard let token = login.token else {
      throw NetworkError(
        .refused,
        "\(server.server.host) does not let this account in yet: its address or its request waits.")
    }
    return token
  }

  private func refusal(_ response: WireResponse, _ server: LemmyServer) -> NetworkError {
    let host = server.server.host
    switch Complaints.code(of: response) {
    case "missing_totp_token":
      return NetworkError(
        .refused,
        "\(host) wants the six digits of the second factor: put them behind the password, after a comma."
      )
    case "incorrect_totp_token":
      return NetworkError(
        .refused, "These six digits were not the right ones. They change every half minute.")
    case "incorrect_login", "couldnt_find_that_username_or_email", "not_found",
      "password_incorrect":
      return NetworkError(.refused, "\(host) does not know this name with this password.")
    default: return server.client.meaning(of: response)
    }
  }

  private func person(_ place: PlaceServer, _ token: String) async throws -> Person {
    let server = try await self.server(place, token: token)
    let me: Me = try await server.client.get(server.version == .v4 ? "/account" : "/site").value
    return me.person
  }
}
