import Foundation
import HeedModel
import Testing

@testable import MailNetwork

@Suite struct MimeTests {
  func read(_ text: String) -> MailMessage { MimeReader().read(Array(text.utf8)) }

  @Test func ofAlternativesBothReadingsAreOnePiece() {
    let mail = read(
      """
      From: =?utf-8?B?Wm/Dqw==?= <zoe@a.example>
      Subject: =?iso-8859-1?Q?Gr=FC=DFe?=
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary=b

      --b
      Content-Type: text/plain; charset=utf-8

      plain
      --b
      Content-Type: multipart/related; boundary=c

      --c
      Content-Type: text/html

      <p>rich <img src="cid:logo@a"></p>
      --c
      Content-Type: image/png
      Content-ID: <logo@a>
      Content-Disposition: inline; filename*=utf-8''l%C3%B6go.png
      Content-Transfer-Encoding: base64

      iVBORw0KGgo=
      --c--
      --b--
      """)
    #expect(mail.from == [.init(name: "Zoë", address: "zoe@a.example")])
    #expect(mail.subject == "Grüße")
    #expect(mail.pieces.count == 1)
    #expect(mail.pieces.first?.plain?.trimmed == "plain")
    #expect(mail.pieces.first?.html?.contains("rich") == true)
    #expect(mail.attachments.map(\.name) == ["lögo.png"])
    #expect(mail.attachments.map(\.contentID) == ["logo@a"])
  }

  @Test func anAttachmentIsFoundAgainByItsPlace() throws {
    let raw = Array(
      """
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain

      see there
      --b
      Content-Type: text/html; name="page.html"
      Content-Disposition: attachment; filename="../../etc/page.html"
      Content-Transfer-Encoding: base64

      PHNjcmlwdD4=
      --b--
      """.utf8)
    let mail = MimeReader().read(raw)
    let attachment = try #require(mail.attachments.first)
    #expect(attachment.name == "page.html")
    #expect(mail.pieces.map(\.html) == [nil], "what is attached is never among the words")
    let found = MimeReader().attachment(attachment.index, in: raw, limit: 100)
    #expect(found?.bytes == Array("<script>".utf8))
    #expect(MimeReader().attachment(attachment.index, in: raw, limit: 3) == nil)
  }

  @Test(arguments: [
    ("us-ascii", "Grüße", "utf8"), ("iso-8859-1", "Grüße", "utf8"), ("utf-8", "Grüße", "latin"),
    ("windows-1252", "Grüße", "latin"), ("no-such-thing", "Grüße", "utf8"), ("", "Grüße", "latin"),
  ])
  func aWrongLabelIsSeenThrough(label: String, words: String, bytes: String) {
    let charset = label.isEmpty ? "" : "; charset=\(label)"
    let body = bytes == "utf8" ? Array(words.utf8) : Array(words.data(using: .isoLatin1) ?? Data())
    let raw = Array("Content-Type: text/plain\(charset)\n\n".utf8) + body
    #expect(MimeReader().read(raw).pieces.first?.plain?.trimmed == words)
  }

  @Test func japaneseAsItsMailProgramsSendIt() {
    let body: [UInt8] = [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42]
    let raw = Array("Content-Type: text/plain; charset=ISO-2022-JP\n\n".utf8) + body
    #expect(MimeReader().read(raw).pieces.first?.plain?.trimmed == "日本")
  }

  @Test func foldedLinesFlowTogetherAndQuotesKeepTheirDepth() {
    let text = "One \ntwo \nthree.\n> Said \n> before.\n-- \nAna"
    #expect(
      FlowedText.unfolded(text, deletesSpace: false) == "One two three.\n> Said before.\n-- \nAna")
    #expect(FlowedText.unfolded("日 \n本", deletesSpace: true) == "日本")
  }

  @Test func aBounceTellsWhatItIsAbout() {
    let mail = read(
      """
      Content-Type: multipart/report; report-type=delivery-status; boundary=b

      --b

      Sorry.
      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.a.example

      Final-Recipient: rfc822; gone@b.example
      Action: failed
      Status: 5.1.1
      Diagnostic-Code: smtp; 550 5.1.1 unknown
      --b
      Content-Type: message/rfc822

      Message-ID: <ours@a.example>
      Subject: Hello

      Hi
      --b--
      """)
    #expect(mail.report?.action == "failed")
    #expect(mail.report?.recipient == "gone@b.example")
    #expect(mail.report?.about == "ours@a.example")
    #expect(mail.pieces.map { $0.plain?.trimmed } == ["Sorry."])
    #expect(mail.attachments.isEmpty)
  }

  @Test(arguments: [100, 5_000, 60_000])
  func aMailOfManyPartsInEachOtherEndsNothing(depth: Int) {
    var raw = "Content-Type: multipart/mixed; boundary=\"b0\"\n\n"
    for level in 0..<depth {
      raw += "--b\(level)\nContent-Type: multipart/mixed; boundary=\"b\(level + 1)\"\n\n"
    }
    var mail = read(raw)
    #expect(mail.pieces.count <= 300)
    mail = read(String(repeating: "Content-Type: message/rfc822\n\n", count: depth))
    #expect(mail.attachments.count <= 50)
  }

  @Test func manyThreadsReadAtOnceAndReadTheSame() async {
    let raw = Array(
      "From: =?utf-8?Q?Zo=C3=AB?= <z@a.example>\nContent-Type: text/plain; charset=koi8-r\n\n\u{00C9}"
        .utf8)
    let once = MimeReader().read(raw)
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<500).reduce(0) { count, _ in count + (MimeReader().read(raw) == once ? 1 : 0) }
        }
      }
      var same = 0
      for await count in group { same += count }
      #expect(same == 4_000)
    }
  }

  @Test func whatIsTooMuchIsCutAndSaid() {
    var reader = MimeReader()
    reader.limits.text = 100
    let mail = reader.read(
      Array(("Subject: long\n\n" + String(repeating: "word ", count: 100)).utf8))
    #expect(mail.wasCut)
    #expect((mail.pieces.first?.plain?.utf8.count ?? 0) <= 100)
    reader.limits.bytes = 20
    #expect(reader.read(Array("Subject: long\n\nwords and words".utf8)).wasCut)
  }

  @Test(arguments: [
    ("<a@b> <c@d>", ["a@b", "c@d"]), ("a@b", ["a@b"]), ("<a\r\n @b>", ["a@b"]), ("<>", []),
    ("nothing", []),
    ("<unfinished", []), ("(comment) <x@y>", ["x@y"]),
  ])
  func idsAreReadWhateverStandsAroundThem(field: String, ids: [String]) {
    #expect(MessageIDs.read(field) == ids)
  }

  @Test func aDomainInOtherLettersIsWrittenInPlainOnes() {
    #expect(MailAddress.plain("ana@büro.example") == "ana@xn--bro-hoa.example")
    #expect(MailAddress.plain("ana@a.example") == "ana@a.example")
    #expect(MailAddress.plain("änä@a.example") == "änä@a.example")
  }
}
