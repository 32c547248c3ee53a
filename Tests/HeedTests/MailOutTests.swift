import ArgumentParser
import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import MailNetwork
import Testing

@testable import heed

/// The mail server that members are written to by, as it is configured and looked at.
@Suite struct MailOutTests {
  private func configuration(_ settings: [String: String]) async throws -> DeskConfiguration {
    try await ConfigurationOptions.parse(
      settings.sorted { $0.key < $1.key }.flatMap { ["--set", "\($0.key)=\($0.value)"] }
    ).load()
  }

  /// A file with a password, for as long as the body runs.
  private func with(
    password: String, mode: Int = 0o600, _ body: (String) async throws -> Void
  ) async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "heed-\(UUID().uuidString)")
    try Data((password + "\n").utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
    defer { try? FileManager.default.removeItem(at: file) }
    try await body(file.path)
  }

  private let secret = "secret \(UUID().uuidString)"

  private func settings(_ path: String) -> [String: String] {
    [
      "mail.server": "smtp.shop.example:587", "mail.user": "desk@shop.example",
      "mail.password": path, "mail.from": "desk@shop.example",
    ]
  }

  @Test func aDoctorSignsInAndSendsNothing() async throws {
    let double = MailDouble(
      address: "desk@shop.example", password: secret, clock: ManualClock())
    try await with(password: secret) { path in
      let configuration = try await configuration(settings(path))
      let findings = await MailCheck(configuration: configuration, connections: double).findings()
      #expect(findings.map(\.state) == [.well])
      #expect(double.commands.contains("AUTH") && double.taken.isEmpty)
      double.changePassword(to: UUID().uuidString)
      let refused = await MailCheck(configuration: configuration, connections: double).findings()
      #expect(refused.map(\.state) == [.broken])
      #expect(!refused.contains { $0.line.contains(secret) })
    }
  }

  @Test func aPasswordThatOthersCanReadIsNoticed() async throws {
    let double = MailDouble(
      address: "desk@shop.example", password: secret, clock: ManualClock())
    try await with(password: secret, mode: 0o644) { path in
      let findings = await MailCheck(
        configuration: try await configuration(settings(path)), connections: double
      ).findings()
      #expect(findings.map(\.state) == [.look, .well])
    }
  }

  @Test func whatCannotWorkIsSaidAtTheStart() async throws {
    try await with(password: secret) { path in
      for (key, value) in [
        ("mail.server", "not a host"), ("mail.from", "nobody"), ("mail.tls", "perhaps"),
        ("mail.password", path + ".gone"), ("mail.password", ""),
      ] {
        let double = MailDouble(password: secret, clock: ManualClock())
        let wrong = try await configuration(settings(path).merging([key: value]) { $1 })
        #expect(throws: ValidationError.self, "\(key)=\(value)") {
          try wrong.memberPost(double)
        }
        let findings = await MailCheck(configuration: wrong, connections: double).findings()
        #expect(findings.contains { $0.state == .broken }, "\(key)=\(value)")
      }
    }
  }

  @Test func withoutAServerNobodyIsWrittenTo() async throws {
    let plain = try await configuration([:])
    #expect(try plain.memberPost(MailDouble(password: secret, clock: ManualClock())) == nil)
    #expect(await MailCheck(configuration: plain).findings().map(\.state) == [.well])
  }

  /// From a desk to a mail: what concerns a member arrives at the server.
  @Test func whatConcernsAMemberArrivesAtTheServer() async throws {
    let double = MailDouble(
      address: "desk@shop.example", password: secret, clock: ManualClock())
    try await with(password: secret) { path in
      let post = try #require(try await configuration(settings(path)).memberPost(double))
      let fate = await post.send(
        MemberLetter(
          messageID: "told.1@desk.example", name: "Ana", address: "ana@shop.example",
          subject: "One thing concerns you", plain: "Hello", html: "<p>Hello</p>",
          language: "en", at: Instant(seconds: 1_778_000_000),
          endAddress: "https://desk.example/letters/a"))
      #expect(fate == .taken)
      #expect(double.recipients == [["ana@shop.example"]])
    }
  }
}
