import Foundation
import HeedModel
import HeedNetwork
import HeedSQLite
import HeedTesting
import Testing

@testable import HeedDesk

@Suite struct VaultTests {
  private static let vault = Vault(key: Array(repeating: 7, count: 32))

  @Test func aBoxOpensForItsOwner() throws {
    let box = try Self.vault.seal(Array("secret".utf8), for: "account:1")
    #expect(try Self.vault.open(box, for: "account:1") == Array("secret".utf8))
  }

  @Test func aBoxCopiedIntoAnotherRowDoesNotOpen() throws {
    let box = try Self.vault.seal(Array("secret".utf8), for: "account:1")
    for owner in ["account:2", "account:11", "totp:1", ""] {
      #expect(throws: VaultError.self) { try Self.vault.open(box, for: owner) }
    }
  }

  @Test func aBoxThatWasChangedAnywhereDoesNotOpen() throws {
    let box = try Self.vault.seal(Array("secret".utf8), for: "account:1")
    for position in box.indices {
      var changed = box
      changed[position] ^= 1
      #expect(throws: VaultError.self) { try Self.vault.open(changed, for: "account:1") }
    }
    for count in 0..<box.count {
      #expect(throws: VaultError.self) {
        try Self.vault.open(Array(box.prefix(count)), for: "account:1")
      }
    }
  }

  @Test func anotherKeyOpensNothing() throws {
    let box = try Self.vault.seal(Array("secret".utf8), for: "account:1")
    let other = Vault(key: Array(repeating: 8, count: 32))
    #expect(throws: VaultError.self) { try other.open(box, for: "account:1") }
  }

  @Test func theSameSecretIsNeverSealedAlikeTwice() throws {
    let boxes = try (0..<100).map { _ in
      try Self.vault.seal(Array("secret".utf8), for: "account:1")
    }
    #expect(Set(boxes).count == 100)
    // Twelve bytes of nonce before it, sixteen of tag behind.
    #expect(boxes.allSatisfy { $0.count == 6 + 28 })
  }

  @Test func plantedSecretsAreNowhereInTheFile() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "heed-vault-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "desk.sqlite").path
    let database = try SQLiteDatabase(path: path)
    let test = try await TestDesk(database: database)
    let letIn = try await test.desk.signIn(
      email: "alicia@desk.example", password: TestDesk.password, from: "192.0.2.1")
    let invitation = try await test.desk.invite(.member, by: test.lead)
    let viewer = test.alicia
    let member = try #require(try await test.store.read { try $0.member(viewer.member) })
    let key = try test.desk.newSecondFactor(for: member)
    let secret = try Self.vault.open(key.sealed, for: "totp:\(member.id)")
    let code = OneTimeCode.code(key: secret, step: test.clock.now().milliseconds / 30_000)
    try await test.desk.turnOnSecondFactor(sealed: key.sealed, code: code, for: member)
    // A text that lies open: the search can find something.
    try await test.says("A plainly readable wombat", id: "q")
    try await database.close()

    var found: Set<String> = []
    let planted: [String: [UInt8]] = [
      "network token": Array(FakeNetwork.token.utf8), "session": Array(letIn.token.utf8),
      "invitation": Array(invitation.utf8), "second factor": secret,
      "second factor, typed": Array(key.text.utf8), "password": Array(TestDesk.password.utf8),
      "post": Array("readable wombat".utf8),
    ]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let data = try Data(contentsOf: folder.appending(path: name))
      for (what, bytes) in planted where data.range(of: Data(bytes)) != nil { found.insert(what) }
    }
    #expect(found == ["post"])
  }

  @Test func whatARemovedAccountHeldIsGone() async throws {
    let test = try await TestDesk()
    let id = test.account
    #expect(try await test.store.read { try $0.credentials(of: id) }?.isEmpty == false)
    try await test.desk.remove(id, by: test.lead)
    #expect(try await test.store.read { try $0.credentials(of: id) } == [])
  }

  @Test func aSignInBegunByOneLeadIsNotEndedByAnother() async throws {
    let test = try await TestDesk()
    try await test.desk.change(role: .lead, of: test.alicia.member, by: test.lead)
    let alicia = Viewer(member: test.alicia.member, role: .lead)
    let (_, sealed) = try await test.desk.beginSignIn(
      FakeNetwork.name, server: "fake.example", by: test.lead)
    #expect(
      await problem {
        _ = try await test.desk.finishSignIn(
          FakeNetwork.name, sealed: sealed, answer: .token("x"), lending: false, by: alicia)
      }?.code == .invalid)
  }

  @Test func credentialsPrintAsDots() {
    let credentials = Credentials(["token": FakeNetwork.token])
    #expect(!"\(credentials)".contains(FakeNetwork.token))
    #expect(!String(reflecting: credentials).contains(FakeNetwork.token))
    var dumped = ""
    dump(credentials, to: &dumped)
    #expect(!dumped.contains(FakeNetwork.token))
  }
}
