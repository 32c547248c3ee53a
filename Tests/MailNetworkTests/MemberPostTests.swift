import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import MailNetwork

/// Mail to members, through the double of a server.
@Suite struct MemberPostTests {
  private static let password = "secret \(UUID().uuidString)"
  private let double = MailDouble(
    address: "desk@shop.example", password: password, clock: ManualClock())

  private func post(_ server: String = "smtp.shop.example", user: String = "desk@shop.example")
    throws -> MemberPost
  {
    try MemberPost(
      MemberPost.Settings(
        server: server, user: user, password: Self.password, from: "desk@shop.example"),
      connections: double)
  }

  private func letter(_ subject: String = "3 things concern you") -> MemberLetter {
    MemberLetter(
      messageID: "told.7.ab@desk.example", name: "Ana Prado", address: "ana@shop.example",
      subject: subject, plain: "Hello.\n\n.\nFrom here", html: "<p>Hello.</p>", language: "en",
      at: Instant(seconds: 1_778_000_000), endAddress: "https://desk.example/letters/abc")
  }

  @Test(arguments: ["smtp.shop.example", "smtp.shop.example:587"])
  func aLetterArrivesWholeWithItsIdAndTheWayToEndIt(server: String) async throws {
    #expect(try await post(server).send(letter("Über dich: 3 Sachen")) == .taken)
    let raw = try #require(double.taken.first)
    #expect(double.recipients == [["ana@shop.example"]])
    let mail = MimeReader().read(raw)
    #expect(mail.messageID == "told.7.ab@desk.example")
    #expect(mail.subject == "Über dich: 3 Sachen")
    #expect(mail.to.first?.name == "Ana Prado")
    #expect(mail.headers["list-unsubscribe"] == "<https://desk.example/letters/abc>")
    #expect(mail.headers["list-unsubscribe-post"] == "List-Unsubscribe=One-Click")
    #expect(mail.headers["auto-submitted"] == "auto-generated")
    let text = String(decoding: raw, as: UTF8.self)
    #expect(text.contains("text/plain") && text.contains("text/html"))
    #expect(raw.allSatisfy { $0 < 0x80 })
    #expect(
      text.split(separator: "\r\n", omittingEmptySubsequences: false)
        .allSatisfy { $0.utf8.count <= 998 })
  }

  @Test func nothingThatIsWrittenEndsAHeader() async throws {
    var evil = letter("One\r\nBcc: all@shop.example\r\n\r\nBody")
    evil.name = "Ana\r\nBcc: b@shop.example"
    evil.endAddress = "https://desk.example/letters/a>\r\nBcc: c@shop.example"
    #expect(try await post().send(evil) == .taken)
    let lines = String(decoding: try #require(double.taken.first), as: UTF8.self)
      .components(separatedBy: "\r\n")
    #expect(!lines.contains { $0.lowercased().hasPrefix("bcc:") })
    #expect(double.recipients == [["ana@shop.example"]])
  }

  @Test func whatWasCutBehindTheDotIsUnknownAndBeforeItIsNot() async throws {
    double.fail(.noConnection)
    double.fail(.cutAfterTaking)
    let post = try post()
    guard case .later = await post.send(letter()) else {
      Issue.record("a server that cannot be reached has taken nothing")
      return
    }
    guard case .unknown = await post.send(letter()) else {
      Issue.record("nobody can tell what a server took that did not answer")
      return
    }
    #expect(double.taken.count == 1)
  }

  @Test func aServerThatRestsIsAskedLaterAndOneThatRefusesIsNot() async throws {
    double.fail(.refusesSender("451 4.3.0 come back later"))
    double.fail(.refusesMail("554 5.7.1 not here"))
    let post = try post()
    guard case .later = await post.send(letter()) else {
      Issue.record("451 is for now")
      return
    }
    guard case .refused = await post.send(letter()) else {
      Issue.record("554 is for good")
      return
    }
    #expect(double.taken.isEmpty)
  }

  @Test func aWrongPasswordIsNotShown() async throws {
    double.changePassword(to: UUID().uuidString)
    let post = try post()
    guard case .later(let text, _) = await post.send(letter()) else {
      Issue.record("a password can be mended")
      return
    }
    #expect(!text.english.contains(Self.password))
    await #expect(throws: NetworkError.self) { try await post.tryOut() }
  }

  @Test func whatIsNoServerAndNoAddressIsSaidAtTheStart() {
    for (server, from) in [
      ("", "a@b.example"), ("smtp host", "a@b.example"), ("smtp.b.example:0", "a@b.example"),
      ("smtp.b.example", "nobody"), ("smtp.b.example", ""),
    ] {
      #expect(throws: Problem.self, "\(server) \(from)") {
        try MemberPost(
          MemberPost.Settings(server: server, from: from), connections: double)
      }
    }
  }
}
