import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import MailNetwork

/// Mails as odd programs and ill-wishers write them: always read, never believed.
@Suite(.timeLimit(.minutes(5))) struct OddMailTests {
  private let now = Instant(seconds: 1_778_000_200)

  private func heard(_ raw: [UInt8]) -> (mail: MailMessage, post: RemotePost) {
    let mail = MimeReader().read(raw)
    let incoming = Incoming(ours: ["help@shop.example"], isSent: false, now: now)
    let post = incoming.post(
      mail, id: RemoteIDs.post(mail, raw: raw), local: nil, parent: nil)
    return (mail, post)
  }

  private func heard(_ text: String) -> (mail: MailMessage, post: RemotePost) {
    heard(Array(text.utf8))
  }

  /// What must hold of any mail at all.
  private func check(_ post: RemotePost, _ what: String) {
    #expect(post.publishedAt <= now && post.publishedAt.milliseconds >= 0, "\(what)")
    #expect(!post.author.remoteID.rawValue.isEmpty && !post.author.address.isEmpty, "\(what)")
    #expect(!post.reference.remoteID.rawValue.isEmpty, "\(what)")
    #expect(post.visibility == .private, "\(what)")
    let texts = [post.title ?? "", post.author.name, post.author.address]
    for text in texts {
      #expect(text.count <= 2_000 && !text.contains { $0.isNewline }, "\(what)")
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 }, "\(what)")
    }
    #expect(!post.text.plain.unicodeScalars.contains { $0.value == 0 }, "\(what)")
  }

  @Test func withoutSenderDateOrIdItIsAMailAllTheSame() {
    let (mail, post) = heard("Subject: Bells\n\nWhere are they?\n")
    #expect(mail.from.isEmpty && mail.date == nil && mail.messageID == nil)
    #expect(post.publishedAt == now && post.title == "Bells")
    #expect(post.text.plain.trimmed == "Where are they?")
    check(post, "bare")
    // The same bytes are the same mail, others are another.
    #expect(heard("Subject: Bells\n\nWhere are they?\n").post.reference == post.reference)
    #expect(heard("Subject: Bells\n\nWhere were they?\n").post.reference != post.reference)
  }

  @Test(arguments: [
    "", "\n", "\n\n\n", "no header at all", ": empty name\n\nx", "From\n\nx", "\u{0}\u{0}\u{0}",
    "Subject: a\rFrom: b@c.example\r\rx", "Content-Type: multipart/mixed\n\nx",
    "Content-Type: multipart/mixed; boundary=\"\"\n\n--\nx\n----\n",
    "Content-Type: multipart/mixed; boundary=b\n\nonly before\n",
    "Content-Type: multipart/alternative; boundary=b\n\n--b--\n",
    "Content-Type: multipart/mixed; boundary=b\n\n--b\n--b\n--b\n\n--b--\n--b\n\nafter\n",
    "Content-Type: ;;;=;\n\nx", "Content-Type: text/plain; charset=\n\nx",
    "Content-Type: text/plain; charset=no-such-thing\n\nGr\u{fc}\u{df}e",
    "Content-Transfer-Encoding: base64\n\n!!!!====\u{0}",
    "Content-Transfer-Encoding: quoted-printable\n\n=ZZ=\n=3=",
    "Content-Transfer-Encoding: no-such-thing\n\nx",
    "Content-Type: message/rfc822\n\nContent-Type: message/rfc822\n\n",
    "Content-Type: text/html\n\n<p>x<!--",
    "Content-Type: text/plain; format=flowed; delsp=yes\n\n>>> \n> \n \n",
    "Date: Thu, 32 Foo 99999 99:99:99 +9999\n\nx",
    "Date: Thu, 01 Jan 292277026596 00:00:00 +0000\n\nx",
    "Date: Mon, 01 Jan 1900 00:00:00 +0000\n\nx", "Date: \n\nx",
    "From: <>\nTo: ,,,;:\n\nx", "From: \"\"\"\"@@@\n\nx", "From: a@b@c, <d\n\nx",
    "From: =?utf-8?B?AAAA?= <a@b.example>\nSubject: =?utf-8?Q?a=00b=0Ac?=\n\nx",
    "Message-ID: <\n x@y\n >\nReferences: <<<>>> <a@b> <\u{0}@b>\nIn-Reply-To: x\n\nx",
  ])
  func whateverComesIsReadAndHarmless(_ text: String) {
    check(heard(text).post, text.debugDescription)
    check(heard(text.replacing("\n", with: "\r\n")).post, text.debugDescription)
  }

  @Test func lettersWithoutACharsetAreReadAsWhatTheyLookLike() {
    let latin: [UInt8] =
      Array("Subject: Gr".utf8) + [0xFC, 0xDF] + Array("e\nFrom: J".utf8) + [0xF6]
      + Array("rg <j@a.example>\n\nGr".utf8) + [0xFC, 0xDF] + Array("e aus K".utf8) + [0xF6]
      + Array("ln\n".utf8)
    for (mail, post) in [
      heard(latin), heard("Subject: Grüße\nFrom: Jörg <j@a.example>\n\nGrüße aus Köln\n"),
    ] {
      #expect(mail.subject == "Grüße" && mail.from.first?.name == "Jörg")
      #expect(post.text.plain.trimmed == "Grüße aus Köln")
    }
  }

  @Test(arguments: [
    // Cut, split within a letter, with blanks, unknown, in lower case, glued to words.
    "=?utf-8?B?R3LDvMOfZQ", "=?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?=",
    "=?utf-8?Q?Gr=C3=BC=C3=9Fe dort?=",
    "=?x-unknown?Q?Gr=FC=DFe?=", "=?UTF-8?q?Gr=c3=bc=c3=9fe?=", "Re:=?utf-8?Q?Gr=C3=BC?=",
    "=?utf-8?X?abc?=", "=?utf-8?B?\u{fffd}?=", "=?utf-8?Q??=", "=??B??=", "=?utf-8*de?Q?Gr=C3=BC?=",
    "=?utf-8?Q?=E2=80=AEgnp?=",
  ])
  func brokenEncodedWordsStayWordsOfOneLine(_ subject: String) {
    let (mail, post) = heard("Subject: \(subject)\nFrom: \(subject) <a@b.example>\n\nx")
    check(post, subject)
    #expect(mail.from.first?.address == "a@b.example" || mail.from.isEmpty, "\(subject)")
    #expect(!mail.subject.unicodeScalars.contains { $0.value == 0x202E }, "\(subject)")
  }

  @Test func wordsSplitWithinALetterAreJoined() {
    #expect(
      heard("Subject: =?utf-8?B?R3LD?=\n =?utf-8?B?vMOfZQ==?=\n\nx").mail.subject == "Grüße")
  }

  @Test func headersWithoutMeasureAreCut() {
    let many = (0..<100_000).map { "a\($0)@b.example" }.joined(separator: ",\n ")
    let long = String(repeating: "x", count: 1_000_000)
    let fields = (0..<50_000).map { "X-\($0): y" }.joined(separator: "\n")
    for text in ["To: \(many)", "Subject: \(long)", fields, "References: " + many, long + ": x"] {
      let (mail, post) = heard(text + "\nFrom: Ana <a@b.example>\n\nx")
      check(post, String(text.prefix(20)))
      #expect(mail.to.count <= 200 && mail.references.count <= 100)
      #expect(post.mentions.count <= 50)
    }
  }

  @Test func randomDamageOfARealShapeNeverEndsTheReader() {
    let seed: UInt64 = 61_126
    let chance = SeededRandomness(seed: seed)
    let sample = Array(
      """
      From: =?utf-8?B?Wm/Dqw==?= <zoe@a.example>
      Date: Tue, 05 May 2026 10:00:00 +0200
      Subject: =?iso-8859-1?Q?Gr=FC=DFe?=
      Content-Type: multipart/alternative; boundary="b"

      --b
      Content-Type: text/plain; charset=utf-8; format=flowed
      Content-Transfer-Encoding: quoted-printable

      > quoted=20
      plain =C3=BC
      --b
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: base64

      PHA+cmljaDwvcD4=
      --b--
      """.utf8)
    for round in 0..<3_000 {
      var bytes = sample
      for _ in 0..<(1 + chance.number() % 6) {
        let at = Int(chance.number() % UInt64(bytes.count))
        switch chance.number() % 4 {
        case 0: bytes[at] = UInt8(truncatingIfNeeded: chance.number())
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(contentsOf: [0x0D, 0x0A, 0x00, 0x3D, 0xFF], at: at)
        default: bytes.removeSubrange(at..<min(at + 40, bytes.count))
        }
        if bytes.isEmpty { bytes = [0x0A] }
      }
      check(heard(bytes).post, "seed \(seed), round \(round)")
    }
  }
}
