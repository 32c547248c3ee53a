import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import MailNetwork

@Suite struct HostileServerTests {
  @Test(arguments: [
    "* 1 FETCH (UID 1 BODY[] {99999999999999}\r\n", "* 1 FETCH (UID 1 BODY[] {4000000000}\r\n",
    String(repeating: "(", count: 100_000) + "\r\n", "* OK [", "\r\n\r\n\r\n",
    "* 1 FETCH (\"unfinished\r\n",
    "h99 OK\r\n", "+ go on\r\n+ go on\r\n", "* SEARCH 1 2 x 99999999999\r\n* BYE\r\n",
    "\u{0}\u{1}\u{2}\r\n",
    "HTTP/1.1 200 OK\r\n\r\n", "* LIST (((((\r\n", ") ) )\r\n", "* 4294967296 EXISTS\r\n",
  ])
  func aServerThatBabblesIsAnError(answer: String) async throws {
    let far = MailFixture()
    _ = try await far.say("Hello", inReplyTo: nil)
    far.double.fail(.babbles(Array(answer.utf8)))
    let error = await #expect(throws: NetworkError.self) {
      try await far.mail.listen(to: far.source("inbox"))
    }
    if let error {
      #expect([.malformed, .temporary].contains(error.kind))
      far.expectSafe(error)
    }
    #expect(try await far.hear().posts.count == 1, "and nothing is lost by it")
  }

  @Test func randomBytesNeverEndTheReader() {
    var randomness = SystemRandomNumberGenerator()
    let signs = Array("()[]{}\"\\ *+0123456789 FETCHUIDOKNOBODY\r\n".utf8)
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...80, using: &randomness)).map { _ in
        signs.randomElement() ?? 0
      }
      _ = try? ImapParser.parse([.text(bytes), .literal(bytes), .text(bytes)])
      _ = ImapClient.literalCount(bytes)
      _ = MimeReader().read(bytes)
      _ = NewWords(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func aPasswordNeverLeavesInPlain() async throws {
    var manner = MailDouble.Manner()
    manner.offersTLS = false
    let far = MailFixture(manner)
    let step = try await far.mail.begin(
      at: "help@shop.example,imap.shop.example:143,smtp.shop.example:587",
      desk: DeskAddress(base: "https://desk.example", isPublic: true))
    let error = await #expect(throws: NetworkError.self) {
      try await far.mail.finish(step, with: .token(far.password))
    }
    #expect(error?.kind == .refused)
    #expect(!far.double.commands.contains { $0 == "LOGIN" || $0 == "AUTHENTICATE" || $0 == "AUTH" })
  }

  @Test func whatWasPutBehindTheConsentToTLSIsThrownAway() async throws {
    var manner = MailDouble.Manner()
    manner.injected = "* BYE injected\r\n"
    let far = MailFixture(manner)
    let step = try await far.mail.begin(
      at: "help@shop.example,imap.shop.example:143,smtp.shop.example:587",
      desk: DeskAddress(base: "https://desk.example", isPublic: true))
    let signedIn = try await far.mail.finish(step, with: .token(far.password))
    #expect(signedIn.custom == .name)
    #expect(far.double.commands.filter { $0 == "STARTTLS" }.count == 2)
  }

  @Test func aTokenSignsInToBothHalves() async throws {
    let far = MailFixture()
    let token = "ya29.\(UUID().uuidString)"
    far.double.accepts(token: token)
    let step = try await far.mail.begin(
      at: "help@shop.example,imap.shop.example,smtp.shop.example",
      desk: DeskAddress(base: "https://desk.example", isPublic: true))
    _ = try await far.mail.finish(step, with: .token("Bearer \(token)"))
    let error = await #expect(throws: NetworkError.self) {
      try await far.mail.finish(step, with: .token("Bearer \(UUID().uuidString)"))
    }
    #expect(error?.kind == .refused)
  }

  @Test(arguments: [
    "", "no address", "a@", "@b", "help@shop.example,,",
    "help@shop.example,imap.shop.example:99999", "a\r\nb@c.example",
  ])
  func whatIsNoMailboxIsSaidToBeNone(typed: String) async throws {
    let far = MailFixture()
    let error = await #expect(throws: NetworkError.self) {
      try await far.mail.begin(
        at: typed, desk: DeskAddress(base: "https://desk.example", isPublic: true))
    }
    #expect(error?.kind == .refused)
  }
}
