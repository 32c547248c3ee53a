import Foundation
import HeedModel
import HeedNetwork
import HeedWire
import Synchronization
import Testing

@testable import MailNetwork

extension MailPeerTests {
  /// Keeps credentials as the desk does: a new one only in the place of the one that it was exchanged for.
  final class Keeper: CredentialKeeping {
    private let kept: Mutex<Credentials>
    init(_ kept: Credentials) { self.kept = Mutex(kept) }
    func current() -> Credentials { kept.withLock { $0 } }
    func replace(_ old: Credentials, by new: Credentials) -> Credentials {
      kept.withLock { kept in
        if kept == old { kept = new }
        return kept
      }
    }
  }

  /// Refresh tokens work once here, so this is one walk: signed in, heard, answered, ended early, renewed, withdrawn.
  @Test func aTokenOpensBothHalvesIsRenewedAndEnds() async throws {
    let pasted = """
      {"client_id": "desk", "refresh_token": "\(peer.refresh)", \
      "token_uri": "https://127.0.0.1:\(peer.tokens)/token"}
      """
    var access = try await signIn(startsPlain: false, password: pasted)
    let keeper = Keeper(access.credentials)
    access.keeper = keeper
    #expect(access.credentials["mechanism"] == "xoauth2")
    let first = try #require(access.credentials["password"])
    let asked = try await asked(access)
    let message = answer("By token.", to: asked)
    _ = try await mail.send(message, as: access)
    guard case .there = try await mail.find(message, as: access) else {
      Issue.record("the copy is not among what was sent")
      return
    }
    try await end("end")
    _ = try await mail.listen(to: source("inbox", access))
    #expect(keeper.current()["password"] != first)
    #expect(keeper.current()["refresh"] != peer.refresh)
    let second = keeper.current()
    try await end("withdraw")
    let error = await #expect(throws: NetworkError.self) {
      try await mail.listen(to: source("inbox", access))
    }
    #expect(error?.kind == .signedOut)
    #expect(error?.text.english.contains("Withdrawn.") == true)
    #expect(keeper.current() == second, "what is kept is not overwritten with nothing")
  }

  private func end(_ what: String) async throws {
    _ = try await wire.send(WireRequest(.post, "https://127.0.0.1:\(peer.tokens)/\(what)"))
  }
}
