import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import MailNetwork

@Suite struct PictureTests {
  private let dot = OutgoingMedia(
    bytes: Array("not really a picture".utf8), type: "image/png",
    alternative: "The “blue” bell, <rung> – très fort", key: "m")

  @Test func aPictureStandsInBothReadingsAndHasItsWords() async throws {
    let far = MailFixture()
    let asked = try await far.say("Which bell?", inReplyTo: nil)
    var message = far.message("This one.", key: "k1", to: asked)
    message.enclosed = [dot, dot]
    _ = try await far.mail.send(message, as: far.access)
    let raw = try #require(far.double.taken.first)
    #expect(raw.allSatisfy { $0 < 0x80 })
    let text = String(decoding: raw, as: UTF8.self)
    #expect(text.components(separatedBy: "\r\n").filter { $0.utf8.count > 78 } == [])
    let mail = MimeReader().read(raw)
    #expect(mail.type == "multipart/related")
    let plain = try #require(mail.pieces.first?.plain)
    #expect(plain.contains("[The “blue” bell, <rung> – très fort]"))
    let html = try #require(mail.pieces.first?.html)
    #expect(html.contains("src=\"cid:1.heed.k1@shop.example\""))
    #expect(html.contains("alt=\"The “blue” bell, &lt;rung&gt; – très fort\""))
    #expect(text.contains("Content-ID: <2.heed.k1@shop.example>"))
    #expect(mail.attachments.map(\.name) == ["picture-1.png", "picture-2.png"])
    let index = try #require(mail.attachments.first?.index)
    #expect(MimeReader().attachment(index, in: raw, limit: 1 << 20)?.bytes == dot.bytes)
  }

  @Test func theSamePictureIsTheSameMailInEveryAttempt() throws {
    let picture = try #require(PicturePart(dot))
    let letter = MailComposer.Letter(
      id: "heed.k1@shop.example", from: .init(name: "", address: "help@shop.example"),
      to: .init(name: "", address: "ana@a.example"), subject: "Re: x", inReplyTo: nil,
      references: [], text: "This one.", language: nil, at: Instant(seconds: 0), quoted: nil,
      pictures: [picture])
    #expect(MailComposer().compose(letter) == MailComposer().compose(letter))
  }

  @Test func whatIsNoPictureIsRefusedBeforeAnythingGoesOut() async throws {
    let far = MailFixture()
    let asked = try await far.say("Which bell?", inReplyTo: nil)
    var message = far.message("This one.", key: "k1", to: asked)
    message.enclosed = [
      OutgoingMedia(bytes: [1], type: "text/html", alternative: "", key: "m")
    ]
    let error = await #expect(throws: NetworkError.self) {
      try await far.mail.send(message, as: far.access)
    }
    #expect(error?.kind == .refused)
    #expect(error?.certainlyNotSent == true)
    #expect(far.double.taken.isEmpty)
  }
}
