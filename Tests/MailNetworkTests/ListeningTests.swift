import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import MailNetwork

@Suite struct ListeningTests {
  func mail(
    _ id: String, from: String = "ana@a.example", subject: String = "The bell", at: Instant,
    more: String = "", body: String = "Does it ring?"
  ) -> String {
    """
    From: \(from)
    To: help@shop.example
    Subject: \(subject)
    Date: \(MailComposer.date(at))
    Message-ID: <\(id)>
    \(more)
    \(body)
    """
  }

  /// The programs that carry letters of single people put a way to unsubscribe on them, too.
  @Test func aWayToUnsubscribeAloneMakesNoList() async throws {
    let far = MailFixture()
    let way = "List-Unsubscribe: <mailto:off@r.example>\n"
    let press = way + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\n"
    let now = far.clock.now()
    far.double.deliver(mail("person@a.example", at: now, more: way))
    far.double.deliver(
      mail(
        "form@a.example", from: "form@f.example", at: now, more: press + "Reply-To: ana@a.example\n"
      ))
    far.double.deliver(
      mail("answer@a.example", at: now, more: press + "In-Reply-To: <ours@shop.example>\n"))
    far.double.deliver(mail("news@a.example", at: now, more: press))
    far.double.deliver(
      mail(
        "list@a.example", at: now,
        more: way + "List-Id: <bells.lists.example>\nReply-To: b@l.example\n"))
    let told = Dictionary(
      try await far.hear().posts.map { ($0.reference.remoteID.rawValue, $0.toUs) }
    ) { $1 }
    #expect(
      told == [
        "person@a.example": true, "form@a.example": true, "answer@a.example": true,
        "news@a.example": false, "list@a.example": false,
      ])
  }

  /// As some programs write: words, a picture, words again, a file.
  @Test func wordsBehindALargePictureAreRead() async throws {
    let line = String(repeating: "A", count: 76)
    let large = Array(repeating: line, count: 6000).joined(separator: "\n")
    let body = """
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain

      Before the picture.
      --b
      Content-Type: image/jpeg; name=p.jpg
      Content-Disposition: inline; filename=p.jpg
      Content-Transfer-Encoding: base64

      \(large)
      --b
      Content-Type: text/plain

      Please answer by Friday.
      --b
      Content-Type: application/pdf; name=order.pdf
      Content-Disposition: attachment; filename=order.pdf
      Content-Transfer-Encoding: base64

      QUFB
      --b--
      """
    let far = MailFixture()
    far.double.deliver(mail("long@a.example", at: far.clock.now(), more: body, body: ""))
    far.double.deliver(mail("short@a.example", at: far.clock.now()))
    let posts = try await far.hear().posts
    #expect(posts.count == 2)
    let long = try #require(posts.first { $0.reference.remoteID == RemoteID("long@a.example") })
    #expect(long.text.plain.contains("Before the picture."))
    #expect(long.text.plain.contains("Please answer by Friday."))
    #expect(long.media.map(\.alternative) == ["p.jpg", "order.pdf"])
    #expect(long.warning == nil)
    // Where even that is too much the mail says so.
    var pace = MailNetwork.Pace()
    pace.wholeBytes = 300 << 10
    let narrow = MailFixture(pace: pace)
    narrow.double.deliver(mail("long@a.example", at: narrow.clock.now(), more: body, body: ""))
    let cut = try await narrow.hear().posts
    #expect(cut.first?.text.plain.contains("Before the picture.") == true)
    #expect(cut.first?.warning?.isEmpty == false)
  }

  /// Whoever's clock stands still, or says so, waits no longer than since the mail came.
  @Test func aDateFarFromItsArrivalIsNotBelieved() async throws {
    let far = MailFixture()
    let now = far.clock.now()
    far.double.deliver(mail("old@a.example", at: Instant(seconds: 978_307_200)))
    far.double.deliver(mail("late@a.example", at: now - .hours(20)))
    far.double.deliver(mail("early@a.example", at: now + .days(9)))
    far.clock.advance(by: .hours(1))
    let posts = try await far.hear().posts
    let said = Dictionary(
      posts.map { ($0.reference.remoteID.rawValue, $0.publishedAt) }
    ) { $1 }
    let second = Instant(seconds: now.milliseconds / 1000)
    #expect(said["old@a.example"] == second)
    #expect(said["late@a.example"] == second - .hours(20))
    #expect(said["early@a.example"] == second)
  }

  @Test func aFolderThatIsNumberedAnewLosesNothingAndDoublesNothing() async throws {
    let far = MailFixture()
    var heard: [RemoteID] = []
    for number in 1...5 { far.double.deliver(mail("m\(number)@a.example", at: far.clock.now())) }
    let first = try await far.hear()
    heard += first.posts.map(\.reference.remoteID)
    far.double.deliver(mail("m6@a.example", at: far.clock.now()))
    far.double.renumber("INBOX", first: 1000)
    far.double.deliver(mail("m7@a.example", at: far.clock.now()))
    let second = try await far.hear(cursor: first.cursor)
    heard += second.posts.map(\.reference.remoteID)
    #expect(Set(heard) == Set((1...7).map { RemoteID("m\($0)@a.example") }))
    #expect(try await far.hear(cursor: second.cursor).posts.isEmpty)
    // Lower numbers than before are no sign of having been heard.
    far.double.renumber("INBOX", first: 1)
    far.double.deliver(mail("m8@a.example", at: far.clock.now()))
    let third = try await far.hear(cursor: second.cursor)
    #expect(third.posts.contains { $0.reference.remoteID == RemoteID("m8@a.example") })
  }

  @Test(arguments: [false, true])
  func whatTheServerHasAndDoesNotGiveIsAskedForAgain(_ isNil: Bool) async throws {
    let far = MailFixture()
    for number in 1...5 { far.double.deliver(mail("m\(number)@a.example", at: far.clock.now())) }
    // Not given when asked for all, given when asked for alone.
    far.double.fail(.withholds(2, isNil: isNil))
    // Not given in the first pass at all.
    far.double.fail(.withholds(4, isNil: isNil))
    far.double.fail(.withholds(4, isNil: isNil))
    let first = try await far.hear()
    #expect(
      first.posts.map(\.reference.remoteID.rawValue).sorted()
        == [1, 2, 3, 5].map { "m\($0)@a.example" })
    far.clock.advance(by: .minutes(3))
    let second = try await far.hear(cursor: first.cursor)
    #expect(second.posts.map(\.reference.remoteID.rawValue) == ["m4@a.example"])
    #expect(try await far.hear(cursor: second.cursor).posts.isEmpty)
  }

  @Test func aMailThatIsNeverGivenHoldsUpNobodyForEver() async throws {
    let far = MailFixture()
    for number in 1...3 { far.double.deliver(mail("m\(number)@a.example", at: far.clock.now())) }
    for _ in 0..<20 { far.double.fail(.withholds(2, isNil: false)) }
    var cursor = try await far.hear().cursor
    for _ in 0..<4 { cursor = try await far.hear(cursor: cursor).cursor }
    far.double.deliver(mail("m4@a.example", at: far.clock.now()))
    let heard = try await far.hear(cursor: cursor)
    #expect(heard.posts.map(\.reference.remoteID.rawValue) == ["m4@a.example"])
  }

  @Test func afterALongAbsenceAllThatCameIsHeard() async throws {
    var pace = MailNetwork.Pace()
    pace.messages = 7
    let far = MailFixture(pace: pace)
    let before = try await far.hear()
    far.clock.advance(by: .days(90))
    for number in 1...50 { far.double.deliver(mail("m\(number)@a.example", at: far.clock.now())) }
    for uid in 10...30 { far.double.move(UInt32(uid), from: "INBOX", to: "Archive") }
    let after = try await far.hear(cursor: before.cursor)
    #expect(after.posts.count == 29)
  }

  @Test func aMailThatCannotBeHandedOutStandsInNobodysWay() async throws {
    let far = MailFixture()
    for number in 1...5 { far.double.deliver(mail("m\(number)@a.example", at: far.clock.now())) }
    far.double.spoil([2, 4])
    let first = try await far.hear()
    #expect(
      first.posts.map(\.reference.remoteID.rawValue).sorted()
        == ["m1", "m3", "m5"].map { $0 + "@a.example" })
    // A minute later it is asked for again, not sooner, and not beside others.
    let soon = try await far.hear(cursor: first.cursor)
    #expect(soon.posts.isEmpty)
    #expect(soon.cursor == first.cursor)
    far.clock.advance(by: .minutes(3))
    far.double.deliver(mail("m6@a.example", at: far.clock.now()))
    far.double.spoil([4])
    let second = try await far.hear(cursor: first.cursor)
    #expect(
      second.posts.map(\.reference.remoteID.rawValue).sorted() == ["m2@a.example", "m6@a.example"])
    // Once its server can, it comes; one that never does is asked for no more.
    far.clock.advance(by: .hours(1))
    var last = try await far.hear(cursor: second.cursor)
    for _ in 0..<30 {
      far.clock.advance(by: .days(1))
      last = try await far.hear(cursor: last.cursor)
      #expect(last.posts.isEmpty)
    }
    #expect(MailCursor(last.cursor)?.held.map(\.uid) == [4], "and is not forgotten")
    #expect(MailCursor(last.cursor)?.held.allSatisfy(\.isLetGo) == true)
  }

  @Test func aServerThatHandsOutNothingIsAskedAgain() async throws {
    let far = MailFixture()
    for number in 1...5 { far.double.deliver(mail("m\(number)@a.example", at: far.clock.now())) }
    far.double.spoil([1, 2, 3, 4, 5])
    await #expect(throws: NetworkError.self) { try await far.hear() }
    far.double.spoil([])
    #expect(try await far.hear().posts.count == 5)
  }

  @Test func aMailboxIsNotReadFurtherBackThanAMonth() async throws {
    let far = MailFixture()
    far.double.deliver(mail("old@a.example", at: far.clock.now()))
    far.clock.advance(by: .days(40))
    far.double.deliver(mail("new@a.example", at: far.clock.now()))
    #expect(try await far.hear().posts.map(\.reference.remoteID.rawValue) == ["new@a.example"])
  }

  @Test func everythingOfAMailboxIsPrivate() async throws {
    let far = MailFixture()
    far.double.deliver(mail("m1@a.example", at: far.clock.now()))
    far.double.deliver(
      mail("m2@a.example", from: "help@shop.example", at: far.clock.now()), to: "Sent")
    let posts = try await far.hear().posts + far.hear("sent").posts
    #expect(posts.count == 2)
    #expect(posts.allSatisfy { $0.visibility == .private && $0.isUnchangeable })
    #expect(posts.map(\.toUs) == [true, false])
  }

  @Test func whoWritesUnderOurOwnAddressIsNotTakenForUs() async throws {
    let far = MailFixture()
    far.double.deliver(mail("m1@a.example", from: "Shop <Help@Shop.example>", at: far.clock.now()))
    let post = try #require(try await far.hear().posts.first)
    #expect(post.author.remoteID != RemoteID("help@shop.example"))
    far.double.deliver(
      mail("m2@a.example", from: "help@shop.example", at: far.clock.now()), to: "Sent")
    #expect(
      try await far.hear("sent").posts.first?.author.remoteID == RemoteID("help@shop.example"))
  }

  @Test(arguments: [
    ("Auto-Submitted: auto-replied", false, true), ("Precedence: bulk", false, true),
    ("List-Id: <news.a.example>", false, true), ("X-Autoreply: yes", false, true),
    ("Auto-Submitted: no", true, false), ("List-Id: Help <help.shop.example>", true, false),
    ("X-Auto-Response-Suppress: All", true, false),
    ("Auto-Submitted: auto-generated\nReply-To: bo@b.example", true, false),
    ("Auto-Submitted: auto-generated", false, true), ("Return-Path: <>", false, true),
  ])
  func machinesAndListsNeedNoAnswerAndGetNone(field: String, toUs: Bool, refused: Bool) async throws
  {
    let far = MailFixture()
    far.double.deliver(mail("m1@a.example", at: far.clock.now(), more: field + "\n"))
    let post = try #require(try await far.hear().posts.first)
    #expect(post.toUs == toUs)
    #expect(post.author.isBot == refused)
    let message = far.message("Thank you", key: "k", to: post.reference)
    if refused {
      let error = await #expect(throws: NetworkError.self) {
        try await far.mail.send(message, as: far.access)
      }
      #expect(error?.kind == .refused && error?.certainlyNotSent == true)
      #expect(far.double.taken.isEmpty)
    } else {
      _ = try await far.mail.send(message, as: far.access)
      #expect(far.double.taken.count == 1)
    }
  }

  @Test func aBounceStandsBelowWhatDidNotArriveAndIsSaid() async throws {
    let far = MailFixture()
    far.double.deliver(
      """
      From: MAILER-DAEMON@mx.a.example
      Return-Path: <>
      Message-ID: <bounce@mx.a.example>
      Date: \(MailComposer.date(far.clock.now()))
      Content-Type: multipart/report; boundary=b

      --b

      Not delivered.
      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx

      Final-Recipient: rfc822; ana@a.example
      Action: failed
      Diagnostic-Code: smtp; 550 no such user
      --b
      Content-Type: text/rfc822-headers

      Message-ID: <heed.k1@shop.example>
      --b--
      """)
    let post = try #require(try await far.hear().posts.first)
    #expect(post.parent == RemoteID("heed.k1@shop.example"))
    #expect(post.toUs)
    #expect(post.text.plain.contains("550 no such user"))
  }

  /// What a machine tells of our mail, and whether somebody has to see to it.
  @Test(arguments: [
    ("delivery-status", "message/delivery-status", "Action: failed", true),
    ("delivery-status", "message/delivery-status", "Action: delayed", true),
    ("delivery-status", "message/delivery-status", "Status: 5.0.0", true),
    ("delivery-status", "message/delivery-status", "Action: delivered", false),
    ("delivery-status", "message/delivery-status", "Action: relayed", false),
    (
      "disposition-notification", "message/disposition-notification",
      "Disposition: manual-action/MDN-sent-manually; displayed", false
    ),
    ("feedback-report", "message/feedback-report", "Feedback-Type: abuse", false),
  ])
  func onlyTroubleWithAMailOfOursWaits(
    report: String, type: String, field: String, waits: Bool
  ) async throws {
    let far = MailFixture()
    far.double.deliver(
      """
      From: ana@mx.a.example
      Message-ID: <report@mx.a.example>
      Date: \(MailComposer.date(far.clock.now()))
      Content-Type: multipart/report; report-type=\(report); boundary=b

      --b

      About your mail.
      --b
      Content-Type: \(type)

      Reporting-UA: mx

      Final-Recipient: rfc822; ana@a.example
      \(field)
      --b--
      """)
    let post = try #require(try await far.hear().posts.first)
    #expect(post.toUs == waits && post.author.isBot)
  }

  /// Of old servers, through a mailbox that keeps no path of return.
  @Test func aBounceOfNoFormIsNobodysQuestion() async throws {
    let far = MailFixture()
    far.double.deliver(
      mail(
        "b1@mx.example", from: "MAILER-DAEMON@mx.example", subject: "failure notice",
        at: far.clock.now()))
    let post = try #require(try await far.hear().posts.first)
    #expect(post.author.isBot)
    let message = OutgoingMessage(
      key: "k", text: "Hello?", inReplyTo: post.reference, firstTriedAt: far.clock.now())
    await #expect(throws: NetworkError.self) { try await far.mail.send(message, as: far.access) }
    #expect(far.double.taken.isEmpty)
  }

  @Test(arguments: [
    ("* SEARCH 7 2", [2, 7]), ("* ESEARCH (TAG \"h1\") UID ALL 2,10:12", [2, 10, 11, 12]),
    ("* ESEARCH (TAG \"h1\") UID", []), ("* ESEARCH (TAG \"h1\") UID COUNT 0", []),
    ("* ESEARCH (TAG \"h1\") UID ALL 12:10,x,3:", [10, 11, 12]),
  ])
  func setsAndListsOfNumbersAreRead(line: String, numbers: [UInt32]) throws {
    let answer = try ImapParser.parse([.text(Array(line.utf8))])
    #expect(ImapClient.numbers(in: [answer]) == numbers)
  }

  @Test func aSetWithoutEndIsReadToAnEnd() {
    #expect(ImapClient.numbers(of: "1:4294967295").count == 1_000_000)
  }

  @Test func aBracketInAFlagIsALetter() throws {
    let line = #"* 1 FETCH (FLAGS (foo[bar \Seen) UID 7 BODY[HEADER.FIELDS (DATE)] "x")"#
    let answer = try ImapParser.parse([.text(Array(line.utf8))])
    let values = try #require(answer.values.first?.items)
    #expect(values[1].items?.compactMap(\.text) == ["foo[bar", "\\Seen"])
    #expect(values[3].number == 7)
    #expect(values[4].text == "BODY[HEADER.FIELDS (DATE)]")
  }

  @Test func threadsAreFoundByIndexAndSubjectWhereIdsAreMissing() async throws {
    let far = MailFixture()
    let index = Data((0..<22).map { UInt8($0 * 7) })
    let root = index.base64EncodedString()
    let answer = (index + Data([1, 2, 3, 4, 5])).base64EncodedString()
    let now = far.clock.now()
    far.double.deliver(
      mail("o1@a.example", subject: "Offer", at: now, more: "Thread-Index: \(root)\n"))
    far.double.deliver(mail("s1@b.example", from: "bo@b.example", subject: "Wrong bell", at: now))
    far.double.deliver(mail("s2@c.example", from: "cy@c.example", subject: "Wrong bell", at: now))
    far.clock.advance(by: .hours(1))
    let later = far.clock.now()
    far.double.deliver(
      mail("o2@a.example", subject: "RE: Offer", at: later, more: "Thread-Index: \(answer)\n"))
    far.double.deliver(
      mail("s3@b.example", from: "bo@b.example", subject: "AW: Wrong bell", at: later))
    // Not an answer, though of the same words; and one of a stranger.
    far.double.deliver(mail("s4@b.example", from: "bo@b.example", subject: "Wrong bell", at: later))
    far.double.deliver(mail("s5@d.example", from: "di@d.example", subject: "Re: Offer", at: later))
    let parents = Dictionary(
      uniqueKeysWithValues: try await far.hear().posts.map {
        ($0.reference.remoteID.rawValue, $0.parent?.rawValue)
      })
    #expect(parents["o2@a.example"] == "o1@a.example")
    #expect(parents["s3@b.example"] == "s1@b.example")
    #expect(parents["s4@b.example"] == .some(nil))
    #expect(parents["s5@d.example"] == .some(nil))
  }

  @Test func whereAServerRenamedOurMailTheThreadGoesOnAboveIt() async throws {
    let far = MailFixture()
    far.double.deliver(mail("q1@a.example", at: far.clock.now()))
    let first = try await far.hear()
    far.double.deliver(
      mail(
        "q2@a.example", at: far.clock.now(),
        more: "References: <q1@a.example> <other@mail.example>\nIn-Reply-To: <other@mail.example>\n"
      ))
    let post = try #require(try await far.hear(cursor: first.cursor).posts.first)
    #expect(post.parent == RemoteID("q1@a.example"))
  }

  @Test func waitingForMailIsBegunAnewBeforeServersEndIt() async throws {
    let far = MailFixture()
    var source = far.source("inbox")
    source.cursor = try await far.hear().cursor
    let followed = source
    let waiting = Task { () -> Int in
      for try await heard in far.mail.stream(of: followed) where !heard.events.isEmpty {
        return heard.events.count
      }
      return 0
    }
    for _ in 0..<3 {
      try await far.streamIsOpen()
      let begun = far.double.commands.filter { $0 == "IDLE" }.count
      far.double.letTimePass()
      while far.double.commands.filter({ $0 == "IDLE" }).count == begun { await Task.yield() }
    }
    try await far.streamIsOpen()
    far.double.deliver(mail("m1@a.example", at: far.clock.now()))
    #expect(try await waiting.value == 1)
    #expect(far.double.commands.filter { $0 == "LOGIN" || $0 == "AUTHENTICATE" }.count == 2)
  }

  @Test func aServerWithoutIdleIsAskedInstead() async throws {
    var manner = MailDouble.Manner()
    manner.hasIdle = false
    let far = MailFixture(manner)
    var failure: (any Error)?
    do { for try await _ in far.mail.stream(of: far.source("inbox")) {} } catch { failure = error }
    // The first look brings nothing new, so the lack of a stream is said.
    #expect((failure as? NetworkError)?.kind == .unsupported)
  }

  @Test func whatHangsOnAMailIsTheReadersToFetch() async throws {
    let far = MailFixture()
    far.double.deliver(
      mail(
        "m1@a.example", at: far.clock.now(), more: "Content-Type: multipart/mixed; boundary=b\n",
        body: """

          --b

          See the picture.
          --b
          Content-Type: image/png; name="bell.png"
          Content-Transfer-Encoding: base64

          iVBORw0KGgo=
          --b--
          """))
    let post = try #require(try await far.hear().posts.first)
    let medium = try #require(post.media.first)
    #expect(medium.kind == .file, "never shown within a page")
    #expect(medium.alternative == "bell.png")
    let bytes = try await far.mail.medium(at: medium.address, as: far.access)
    #expect(bytes == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    #expect(try await far.mail.medium(at: "https://a.example/x.png", as: far.access) == nil)
  }
}
