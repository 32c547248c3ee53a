import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import MailNetwork

/// Mails that bear an id which another one has, by chance or by intent.
@Suite struct NamesakeTests {
  private let far = MailFixture()

  private func deliver(
    _ words: String, from: String = "ana@a.example", more: String = "", at: Instant
  ) -> UInt32 {
    far.double.deliver(
      """
      From: \(from)
      To: help@shop.example
      Subject: The bell
      Date: \(MailComposer.date(at))
      Message-ID: <same@a.example>
      \(more)
      \(words)
      """)
  }

  private func hear() async throws -> [RemotePost] { try await far.hear().posts }

  private func answer(_ post: RemotePost, local: String? = nil) async throws {
    let message = far.message(
      "Dear Ana, we come to you.", key: "k1",
      to: RemoteReference(
        remoteID: post.reference.remoteID, local: local ?? post.reference.local))
    _ = try await far.mail.send(message, as: far.access)
  }

  @Test(arguments: ["mallory@m.example", "ana@a.example"])
  func anAnswerNeverGoesToWhoeverWroteTheSameID(_ from: String) async throws {
    let at = far.clock.now()
    let uid = deliver("Where do you live?", at: at)
    let theirs = try #require(try await hear().first)
    _ = deliver(
      "Send it to me.", from: from,
      more: from.hasPrefix("ana") ? "Reply-To: mallory@m.example\n" : "", at: at)
    // Also where hers was put away, and the other one is found first.
    far.double.move(uid, from: "INBOX", to: "Archive")
    try await answer(theirs)
    #expect(far.double.recipients == [["ana@a.example"]])
  }

  @Test func whatOnlyBearsItsIDIsNotAnsweredInItsPlace() async throws {
    let at = far.clock.now()
    let uid = deliver("Where do you live?", at: at)
    let theirs = try #require(try await hear().first)
    far.double.move(uid, from: "INBOX", to: "Nowhere")
    _ = deliver("Send it to me.", from: "mallory@m.example", at: at)
    let error = await #expect(throws: NetworkError.self) { try await answer(theirs) }
    #expect(error?.kind == .gone && error?.certainlyNotSent == true)
    #expect(far.double.taken.isEmpty)
  }

  /// Scanners and forms give all of theirs the same id.
  @Test func eachHasANameOfItsOwnBesidesAndIsAnsweredByIt() async throws {
    let at = far.clock.now()
    _ = deliver("The first.", at: at)
    _ = deliver("The second.", from: "Rui <rui@r.example>", at: at + .minutes(1))
    let posts = try await hear()
    #expect(Set(posts.map(\.reference.remoteID)) == [RemoteID("same@a.example")])
    #expect(Set(posts.compactMap(\.besides)).count == 2)
    var second = try #require(posts.last)
    second.reference.remoteID = try #require(second.besides)
    try await answer(second)
    // Its place is not known any more: found by its name alone.
    try await answer(second, local: "9:1:INBOX")
    #expect(far.double.recipients == [["rui@r.example"], ["rui@r.example"]])
  }

  /// Who wrote a mail is told by its head, whatever hangs below it; nothing of that is taken apart for it.
  @Test func aMailIsKnownByItsHeadAlone() throws {
    let body = String(
      repeating: "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n", count: 900)
    for (head, rest) in [
      (
        "From: ana@a.example\r\nSubject: =?utf-8?Q?Gl=C3=B6ckchen?=\r\nMessage-ID: <m@a.example>\r\n",
        body
      ),
      (
        "From: ana@a.example\r\nContent-Type: multipart/mixed; boundary=b\r\n",
        "From: mallory@m.example\r\n\r\n"
      ),
      ("From: ana@a.example\r\nSubject: cut", ""), ("", "From: ana@a.example\r\n\r\nHello"),
      ("From: a@a.example\nFrom: b@a.example\nReply-To:\n c@a.example\n", "words"),
    ] {
      let raw = Array((head + (head.hasSuffix("\n") ? "\n" : "") + rest).utf8)
      let alone = MimeReader().head(raw)
      let whole = MimeReader().read(raw)
      #expect(RemoteIDs.post(alone, raw: raw) == RemoteIDs.post(whole, raw: raw), "\(head)")
      #expect(RemoteIDs.mark(alone) == RemoteIDs.mark(whole), "\(head)")
      #expect(alone.attachments.isEmpty && SaidText.text(of: alone).isEmpty, "\(head)")
    }
  }

  @Test(.enabled(if: Corpora.has("mail-stalwart")))
  func everyMailOfTheCollectionIsKnownByItsHeadAlone() throws {
    var count = 0
    for folder in StalwartTests.folders {
      for file in try Corpora.files(in: folder) where file.pathExtension == "eml" {
        let raw = try Corpora.bytes(file)
        let alone = MimeReader().head(raw)
        let whole = MimeReader().read(raw)
        #expect(RemoteIDs.post(alone, raw: raw) == RemoteIDs.post(whole, raw: raw), "\(file.path)")
        #expect(RemoteIDs.mark(alone) == RemoteIDs.mark(whole), "\(file.path)")
        count += 1
      }
    }
    #expect(count > 100)
  }
}
