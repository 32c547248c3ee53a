import Foundation
import HeedModel
import HeedNetwork
import Synchronization

extension MastodonDouble {
  func register(_ asked: MastodonAsked, _ state: inout State) -> Reply {
    let rights = asked.fields["scopes"] ?? "read"
    if rights.contains(":"), !manner.knowsSmallRights {
      return .error(422, "Scopes doesn't match configured on the server.")
    }
    let id = "client-\(state.world.next())"
    state.applications[id] = MastodonApplication(
      secret: "secret-" + id, redirect: asked.fields["redirect_uris"] ?? "", rights: rights)
    return Reply([
      "id": "1", "name": JSONValue(asked.fields["client_name"]), "client_id": .text(id),
      "client_secret": .text("secret-" + id),
    ])
  }

  func signIn(_ asked: MastodonAsked, _ state: inout State) -> Reply {
    switch (asked.method, asked.path) {
    case (.get, "/oauth/authorize"): return ask(asked, state)
    case (.post, "/oauth/authorize"): return authorize(asked, &state)
    case (.post, "/oauth/token"): return token(asked, &state)
    default: return .gone
    }
  }

  /// The page on which somebody agrees; a form, so that a browser can press it.
  private func ask(_ asked: MastodonAsked, _ state: State) -> Reply {
    guard let application = state.applications[asked.query["client_id"] ?? ""],
      application.redirect == asked.query["redirect_uri"]
    else {
      return Reply(status: 400, html: "<p>The redirect uri included is not valid.</p>")
    }
    let names = ["client_id", "redirect_uri", "state", "code_challenge"]
    let fields = names.compactMap { name in
      asked.query[name].map {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(MastodonWorld.escaped($0))\">"
      }
    }
    let rights = MastodonWorld.escaped(asked.query["scope"] ?? "")
    return Reply(
      status: 200,
      html: """
        <!doctype html><html lang="en"><title>Authorize</title><h1>Authorize Heed</h1>
        <p>It asks for: \(rights)</p>
        <form method="post" action="/oauth/authorize">\(fields.joined())
        <button>Authorize</button></form></html>
        """)
  }

  private func authorize(_ asked: MastodonAsked, _ state: inout State) -> Reply {
    guard let client = asked.fields["client_id"], let application = state.applications[client],
      let person = state.authorizes, application.redirect == asked.fields["redirect_uri"]
    else { return Reply(status: 400, html: "<p>Nobody is signed in.</p>") }
    let code = "code-\(state.world.next())"
    state.codes[code] = MastodonCode(
      client: client, person: person, challenge: asked.fields["code_challenge"],
      redirect: application.redirect)
    if application.redirect.hasPrefix("urn:") {
      return Reply(status: 200, html: "<p>Your code: <code>\(code)</code></p>")
    }
    let back = application.redirect + "?code=" + code + "&state=" + (asked.fields["state"] ?? "")
    return Reply(status: 302, html: "", headers: [("Location", back)])
  }

  private func token(_ asked: MastodonAsked, _ state: inout State) -> Reply {
    // A code works once.
    guard let code = state.codes.removeValue(forKey: asked.fields["code"] ?? ""),
      code.client == asked.fields["client_id"],
      state.applications[code.client]?.secret == asked.fields["client_secret"],
      code.redirect == asked.fields["redirect_uri"],
      code.challenge == nil || asked.fields["code_verifier"]?.isEmpty == false
    else { return Reply(["error": "invalid_grant"], status: 400) }
    let token = "token-\(state.world.next())-\(code.person)"
    state.world.tokens[token] = code.person
    return Reply([
      "access_token": .text(token), "token_type": "Bearer",
      "scope": JSONValue(state.applications[code.client]?.rights),
    ])
  }

  /// Presses "Authorize" on a page that the desk made the address of.
  /// - Returns: the code that comes back, and the `state` with it.
  public func press(_ page: String) -> (code: String, state: String?)? {
    let asked = MastodonAsked(.init(.get, page))
    return state.withLock { state in
      guard let client = asked.query["client_id"], let application = state.applications[client],
        let person = state.authorizes, application.redirect == asked.query["redirect_uri"]
      else { return nil }
      let code = "code-\(state.world.next())"
      state.codes[code] = MastodonCode(
        client: client, person: person, challenge: asked.query["code_challenge"],
        redirect: application.redirect)
      return (code, asked.query["state"])
    }
  }
}

extension MastodonWorld {
  /// The `Date` header.
  static func header(_ instant: Instant) -> String { instant.headerDate }
}
