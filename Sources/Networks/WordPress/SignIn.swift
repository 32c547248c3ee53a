import Foundation
import HeedModel
public import HeedNetwork

extension WordPressNetwork: SigningIn {
  /// Application passwords (WordPress 5.6 and later): one that its owner made on their own page
  /// there, and can withdraw there.
  /// Source: https://developer.wordpress.org/advanced-administration/security/application-passwords/
  public func begin(at typed: String, desk: DeskAddress) async throws -> SignInStep {
    guard let found = try await Finding(wire: wire).site(at: typed) else {
      throw NetworkError(
        .refused,
        """
        At “\(typed)” no WordPress answers. Type the address of the site; if it is WordPress, its \
        interface (REST API) may be switched off by a plugin.
        """)
    }
    guard let page = found.root.signIn else {
      throw NetworkError(
        .refused,
        """
        \(found.site.host) gives out no application passwords: it needs WordPress 5.6 or later, \
        https, and no plugin that switches them off.
        """)
    }
    guard found.site.isSafeForPasswords, page.hasPrefix("http") else {
      throw NetworkError(
        .refused,
        """
        \(found.site.host) speaks without encryption: a password would be read by anybody on the \
        way. Type its address with https://.
        """)
    }
    let query = "app_name=" + WebQuery.segment(["Heed", desk.base].joined(separator: " "))
    return SignInStep(
      page: page + (page.contains("?") ? "&" : "?") + query, pastesCode: true,
      explanation:
        """
        \(found.site.host) asks whether the desk may act for your account, and shows you a \
        password once. Paste here your user name there, a colon, and that password: ana:abcd 1234 …
        """,
      notes: Credentials(["site": found.site.root, "name": found.root.name ?? ""]))
  }

  public func finish(_ step: SignInStep, with answer: SignInAnswer) async throws -> SignedIn {
    guard let site = step.notes["site"].flatMap({ Site($0) }) else {
      throw NetworkError(.malformed, "This sign-in was not begun here. Begin again.")
    }
    let typed: String =
      switch answer {
      case .code(let text), .token(let text): text
      }
    guard let colon = typed.firstIndex(of: ":"), colon != typed.startIndex,
      typed.index(after: colon) != typed.endIndex
    else {
      throw NetworkError(
        .refused, "A user name, a colon and the password are needed: ana:abcd 1234 …")
    }
    let name = typed[..<colon].trimmingCharacters(in: .whitespacesAndNewlines)
    let password = typed[typed.index(after: colon)...].filter { !$0.isWhitespace }
    let client = Client(wire: wire, site: site, key: "\(name):\(password)")
    let me: User
    do {
      me = try await self.me(client)
    } catch let error as NetworkError where error.kind == .signedOut {
      throw NetworkError(
        .refused,
        """
        \(site.host) does not take this name with this password. If both are right, its server \
        may keep the Authorization header from WordPress: ask whoever runs it.
        """)
    }
    let handle = RemoteHandle(
      remoteID: RemoteIDs.user(me.id, site), address: "\(me.slug ?? name) · \(site.key)",
      name: me.name ?? name, page: me.link)
    return SignedIn(
      server: site.root, handle: handle,
      credentials: Credentials(["key": "\(name):\(password)"]),
      offers: [offer(site, name: step.notes["name"] ?? "", as: me)])
  }

  private func offer(_ site: Site, name place: String, as me: User) -> Offer {
    Offer(
      network: name, kind: Self.comments, target: site.root,
      name: "Comments on \(place.isEmpty ? site.key : place)",
      asks: "\(site.host) is asked as this account.",
      can: me.mayModerate
        ? "All comments, held ones too; spam stays there. Answers as this account."
        : "The comments that everybody sees. Answers as this account, held where the site holds them."
    )
  }
}
