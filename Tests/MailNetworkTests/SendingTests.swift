import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import MailNetwork

@Suite struct SendingTests {
  @Test func aReplyIsAProperMail() async throws {
    let far = MailFixture()
    let asked = try await far.say("Does the bell ring?\n\nAna", inReplyTo: nil)
    let message = far.message("Yes, it does.\n– Zoë", key: "k1", to: asked, speaker: "Zoë")
    let sent = try await far.mail.send(message, as: far.access)
    let raw = try #require(far.double.taken.first)
    #expect(raw.allSatisfy { $0 < 0x80 })
    #expect(
      String(decoding: raw, as: UTF8.self).components(separatedBy: "\r\n").allSatisfy {
        $0.utf8.count <= 78
      })
    let mail = MimeReader().read(raw)
    #expect(mail.type == "multipart/alternative")
    #expect(mail.from == [.init(name: "Zoë at Bell Shop", address: "help@shop.example")])
    #expect(mail.to == [.init(name: "Ana Prado", address: "ana@a.example")])
    #expect(mail.subject == "Re: The bell")
    #expect(mail.messageID == "heed.k1@shop.example")
    #expect(sent.reference.remoteID == RemoteID("heed.k1@shop.example"))
    #expect(mail.inReplyTo == [asked.remoteID.rawValue])
    #expect(mail.references == [asked.remoteID.rawValue])
    let words = try #require(mail.pieces.first?.plain)
    #expect(words.contains("> Does the bell ring?"))
    #expect(NewWords(words).text == "Yes, it does.\n– Zoë")
    #expect(mail.pieces.first?.html?.contains("<blockquote") == true)
    #expect(far.double.messages(in: "Sent").count == 1, "a copy is kept")
    #expect(far.double.recipients == [["ana@a.example"]])
  }

  /// Below a mail of ours whoever that one was written to is written to once more; nobody is written to who only says so.
  @Test func aCorrectionBelowOurOwnMailGoesToWhomThatWasWritten() async throws {
    let far = MailFixture()
    let asked = try await far.say("Does the bell ring?", inReplyTo: nil)
    let wrong = try await far.mail.send(far.message("No.", key: "k1", to: asked), as: far.access)
    far.clock.advance(by: .seconds(1))
    _ = try await far.mail.send(
      far.message("It does, sorry.", key: "k2", to: wrong.reference), as: far.access)
    #expect(far.double.recipients == [["ana@a.example"], ["ana@a.example"]])
    let mail = MimeReader().read(try #require(far.double.taken.last))
    #expect(mail.to == [.init(name: "Ana Prado", address: "ana@a.example")])
    #expect(mail.inReplyTo == ["heed.k1@shop.example"])
  }

  @Test func aServerThatKeepsCopiesIsNotGivenAnother() async throws {
    var manner = MailDouble.Manner()
    manner.keepsCopies = true
    let far = MailFixture(manner)
    let asked = try await far.say("Hello?", inReplyTo: nil)
    _ = try await far.mail.send(far.message("Hello.", key: "k1", to: asked), as: far.access)
    #expect(far.double.messages(in: "Sent").count == 1)
  }

  @Test func aCopyThatCannotBeKeptIsNoFailure() async throws {
    let far = MailFixture()
    let asked = try await far.say("Hello?", inReplyTo: nil)
    far.double.fail(.refusesCopy)
    _ = try await far.mail.send(far.message("Hello.", key: "k1", to: asked), as: far.access)
    #expect(far.double.taken.count == 1)
  }

  @Test func cutAfterTheFinalDotIsADoubtThatAPersonDecides() async throws {
    for fault in [MailDouble.Fault.cutAfterTaking, .cutBeforeTaking] {
      let far = MailFixture()
      let asked = try await far.say("Hello?", inReplyTo: nil)
      far.double.fail(fault)
      let message = far.message("Hello.", key: "k1", to: asked)
      let error = await #expect(throws: NetworkError.self) {
        try await far.mail.send(message, as: far.access)
      }
      #expect(error?.certainlyNotSent == false)
      guard case .cannotTell = try await far.mail.find(message, as: far.access) else {
        Issue.record("nobody can tell, and it was told")
        return
      }
    }
  }

  @Test func aDoubtIsSettledWhereTheServerKeptACopy() async throws {
    var manner = MailDouble.Manner()
    manner.keepsCopies = true
    let far = MailFixture(manner)
    let asked = try await far.say("Hello?", inReplyTo: nil)
    far.double.fail(.cutAfterTaking)
    let message = far.message("Hello.", key: "k1", to: asked)
    await #expect(throws: NetworkError.self) { try await far.mail.send(message, as: far.access) }
    guard case .there(let sent) = try await far.mail.find(message, as: far.access) else {
      Issue.record("it is there")
      return
    }
    #expect(sent.reference.remoteID == RemoteID("heed.k1@shop.example"))
  }

  @Test(arguments: [
    ("451 4.3.2 later", NetworkError.Kind.temporary), ("450 4.7.1 too many", .rateLimited),
    ("550 5.1.1 no such user", .refused), ("552 5.3.4 too big", .refused), ("999 what", .malformed),
  ])
  func whatTheServerSaysIsTold(answer: String, kind: NetworkError.Kind) async throws {
    let far = MailFixture()
    let asked = try await far.say("Hello?", inReplyTo: nil)
    far.double.fail(.refusesMail(answer))
    let error = await #expect(throws: NetworkError.self) {
      try await far.mail.send(far.message("Hello.", key: "k1", to: asked), as: far.access)
    }
    #expect(error?.kind == kind)
    #expect(error?.certainlyNotSent == (kind != .malformed))
    if let error { far.expectSafe(error) }
  }

  @Test func nothingThatAnybodyWroteMakesAHeaderLineOfItsOwn() async throws {
    let evil = "x\r\nBcc: all@b.example\r\n\r\nbody"
    let letter = MailComposer.Letter(
      id: "k@shop.example", from: .init(name: evil, address: "help@shop.example"),
      to: .init(name: "\"" + evil, address: "ana@a.example"),
      subject: evil + String(repeating: "ü\r\nBcc: x", count: 50),
      inReplyTo: "a@b", references: ["a@b"], text: "words\r\n.\r\nMAIL FROM:<x>\r\n\u{0}\n.",
      language: "en\r\nBcc: x",
      at: Instant(seconds: 1_778_000_000),
      quoted: (introduction: evil, text: RichText(plain: ".\n" + evil)))
    let raw = MailComposer().compose(letter)
    let mail = MimeReader().read(raw)
    #expect(!mail.headers.has("bcc"))
    #expect(mail.to.map(\.address) == ["ana@a.example"])
    #expect(mail.from.map(\.address) == ["help@shop.example"])
    let stuffed = SmtpClient.stuffed(Array("a\r\n.\r\nb\n.\nc\r.\rd".utf8))
    #expect(String(decoding: stuffed, as: UTF8.self) == "a\r\n..\r\nb\r\n..\r\nc\r\n..\r\nd\r\n")
  }

  @Test(arguments: [
    "Re: Re: AW: Bell", "Bell", "RE: Bell", "Antwort: Bell", "Re[2]: Bell", "回复：Bell",
  ])
  func aSubjectIsMarkedOnce(subject: String) {
    #expect(OutgoingWords.subject(subject) == "Re: Bell")
  }

  @Test func aMailThatWasMovedIsAnsweredAllTheSame() async throws {
    let far = MailFixture()
    let asked = try await far.say("Hello?", inReplyTo: nil)
    far.double.move(1, from: "INBOX", to: "Archive")
    _ = try await far.mail.send(far.message("Hello.", key: "k1", to: asked), as: far.access)
    #expect(far.double.taken.count == 1)
  }

  @Test func textOfAnyKindComesBackAsItWas() {
    for text in [
      "", "a", "=", "Zoë 🔔", String(repeating: "ü", count: 500), "trailing \t\nFrom x\n.\n",
      "\n\nx",
    ] {
      let raw =
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + QuotedPrintable.encoded(text)
      #expect(
        QuotedPrintable.encoded(text).components(separatedBy: "\r\n").allSatisfy {
          $0.utf8.count <= 76
        })
      let back = MimeReader().read(Array(raw.utf8)).pieces.first?.plain ?? ""
      #expect(back.replacing("\r\n", with: "\n") == text)
    }
  }
}
