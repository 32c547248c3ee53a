import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import MailNetwork

/// A server that stumbles at single mails: whatever it does there, and however long it lets nobody in afterwards.
@Suite struct StumblingTests {
  private static let all = MailDouble.Stumble.allCases

  private func mail(_ number: Int, _ far: MailFixture, more: String = "") -> String {
    """
    From: ana@a.example
    To: help@shop.example
    Subject: The bell \(number)
    Date: \(MailComposer.date(far.clock.now()))
    Message-ID: <m\(number)@a.example>
    \(more)
    Does bell number \(number) ring, and does it ring again?
    """
  }

  /// Passes one after the other, each in a connection of its own, whatever goes wrong in them.
  private func passes(
    _ count: Int, of far: MailFixture, from cursor: inout String?, _ kind: String = "inbox"
  ) async -> (ids: [String], faults: [NetworkError]) {
    var source = far.source(kind)
    source.cursor = cursor
    var ids: [String] = []
    var faults: [NetworkError] = []
    for _ in 0..<count {
      do {
        let heard = try await far.mail.listen(to: source)
        for case .post(let post) in heard.events { ids.append(post.reference.remoteID.rawValue) }
        source.cursor = heard.cursor
      } catch let error as NetworkError {
        faults.append(error)
      } catch {
        Issue.record(error)
      }
      far.clock.advance(by: .minutes(1))
    }
    cursor = source.cursor
    return (ids, faults)
  }

  private func names(_ numbers: some Sequence<Int>) -> [String] {
    numbers.map { "m\($0)@a.example" }
  }

  @Test(arguments: all, [0, 1])
  func aMailAtWhichTheServerStumblesStandsInNobodysWay(
    how: MailDouble.Stumble, shutFor: Int
  ) async throws {
    for guilty in [1, 4, 7] {
      let far = MailFixture()
      for number in 1...7 { far.double.deliver(mail(number, far)) }
      far.double.stumble(at: [UInt32(guilty)], how, shutFor: shutFor)
      var cursor: String?
      var heard = await passes(14, of: far, from: &cursor).ids
      #expect(heard.sorted() == names((1...7).filter { $0 != guilty }), "\(guilty)")
      #expect(MailCursor(cursor)?.held.map(\.uid) == [UInt32(guilty)])

      far.double.deliver(mail(8, far))
      heard = await passes(6, of: far, from: &cursor).ids
      #expect(heard == names([8]), "what comes later is heard, and nothing twice")

      far.double.heal()
      far.clock.advance(by: .days(1))
      #expect(await passes(3, of: far, from: &cursor).ids == names([guilty]), "it was kept in mind")
      #expect(MailCursor(cursor)?.held == [])
    }
  }

  @Test(arguments: all)
  func manyThatItStumblesAtInARowAreGotPast(how: MailDouble.Stumble) async throws {
    for shutFor in [0, 1] {
      let far = MailFixture()
      far.double.deliver(mail(1, far))
      var cursor: String?
      #expect(await passes(1, of: far, from: &cursor).ids == names([1]))
      for number in 2...12 { far.double.deliver(mail(number, far)) }
      far.double.stumble(at: [2, 3, 4, 5, 9], how, shutFor: shutFor)
      let heard = await passes(40, of: far, from: &cursor).ids
      #expect(heard.sorted() == names([6, 7, 8, 10, 11, 12]).sorted(), "shut for \(shutFor)")
      #expect(MailCursor(cursor).map { Set($0.held.map(\.uid)) } == [2, 3, 4, 5, 9])
    }
  }

  @Test(arguments: all)
  func aServerThatIsIllHasNothingSetAside(how: MailDouble.Stumble) async throws {
    let far = MailFixture()
    far.double.deliver(mail(1, far))
    var cursor: String?
    #expect(await passes(1, of: far, from: &cursor).ids == names([1]))
    for number in 2...9 { far.double.deliver(mail(number, far)) }
    far.double.stumble(at: Set(1...9), how)
    let (ids, faults) = await passes(10, of: far, from: &cursor)
    #expect(ids.isEmpty && !faults.isEmpty, "and it is said")
    #expect(MailCursor(cursor)?.next == 2)
    #expect(MailCursor(cursor)?.held == [])
    far.double.heal()
    #expect(await passes(3, of: far, from: &cursor).ids.sorted() == names(2...9))
  }

  @Test func aServerThatIsAwayHasNothingSetAside() async throws {
    let far = MailFixture()
    for number in 1...5 { far.double.deliver(mail(number, far)) }
    var cursor: String?
    // It goes away in the middle of the third mail, and is not there for an hour.
    far.double.stumble(at: [3], .goesAway, shutFor: 60)
    let (ids, faults) = await passes(50, of: far, from: &cursor)
    #expect(ids.isEmpty)
    #expect(faults.count == 49 && faults.allSatisfy { $0.kind == .temporary })
    far.double.heal()
    #expect(await passes(2, of: far, from: &cursor).ids == names(1...5))
    #expect(MailCursor(cursor)?.held == [])
    #expect(MailCursor(cursor)?.doubt == 0)
  }

  @Test(arguments: all.filter { $0 != .refuses && $0 != .deniesIt }, [0, 1])
  func oneWhoseSizeItStumblesAtStandsInNobodysWay(
    how: MailDouble.Stumble, shutFor: Int
  ) async throws {
    var manner = MailDouble.Manner()
    manner.hasUIDNext = false
    let far = MailFixture(manner)
    for number in 1...7 { far.double.deliver(mail(number, far)) }
    far.double.stumble(at: [7], how, shutFor: shutFor, isWide: true)
    var cursor: String?
    #expect(await passes(14, of: far, from: &cursor).ids.sorted() == names(1...6))
    far.double.deliver(mail(8, far))
    #expect(await passes(6, of: far, from: &cursor).ids == names([8]))
  }

  @Test(arguments: all)
  func lookingForAThreadStumblesAtNothing(how: MailDouble.Stumble) async throws {
    let far = MailFixture()
    far.double.deliver(mail(1, far))
    var cursor: String?
    _ = await passes(1, of: far, from: &cursor)
    far.clock.advance(by: .hours(1))
    far.double.stumble(at: [1], how, isWide: true)
    far.double.deliver(
      mail(2, far).replacing("Subject: The", with: "Subject: Re: The").replacing(
        "bell 2", with: "bell 1"))
    far.double.deliver(mail(3, far, more: "In-Reply-To: <m2@a.example>\n"))
    #expect(await passes(5, of: far, from: &cursor).ids == names([2, 3]))
  }

  @Test func whoeverWaitsForMailHearsTheOthers() async throws {
    let far = MailFixture()
    far.double.deliver(mail(1, far))
    var source = far.source("inbox")
    source.cursor = try await far.hear().cursor
    far.double.stumble(at: [2], .goesAway)
    let followed = source
    let waiting = Task { () -> [String] in
      var ids: [String] = []
      for try await heard in far.mail.stream(of: followed) {
        for case .post(let post) in heard.events { ids.append(post.reference.remoteID.rawValue) }
        if ids.count == 2 { break }
      }
      return ids
    }
    try await far.streamIsOpen()
    for number in 2...4 { far.double.deliver(mail(number, far)) }
    #expect(try await waiting.value == names([3, 4]))
  }

  @Test func whatIsSetAsideIsReadAgainWhereAFolderIsNumberedAnew() async throws {
    let far = MailFixture()
    for number in 1...3 { far.double.deliver(mail(number, far)) }
    far.double.stumble(at: [2], .goesAway)
    var cursor: String?
    #expect(await passes(3, of: far, from: &cursor).ids == names([1, 3]))
    // Days later: more than the two that a folder is read back from the last pass.
    for _ in 0..<10 {
      far.clock.advance(by: .days(1))
      #expect(await passes(1, of: far, from: &cursor).ids.isEmpty)
    }
    far.double.heal()
    far.double.renumber("INBOX", first: 500)
    #expect(await passes(2, of: far, from: &cursor).ids.contains("m2@a.example"))
  }

  @Test func aCursorReadsAsItIsWritten() {
    let now = Instant(seconds: 1_790_000_000)
    let held = [
      HeldMail(uid: 4, tries: 2, day: 20_000, now: now),
      HeldMail(uid: 9, tries: 21, day: 19_999, now: now),
    ]
    for doubt in 0...3 {
      for held in [[], held] {
        let cursor = MailCursor(validity: 7, next: 12, day: 20_001, held: held, doubt: doubt)
        #expect(MailCursor(cursor.text) == cursor)
      }
    }
    // As earlier versions wrote it.
    let earlier = MailCursor("mail1 7 12 20001 4:2:29833333")
    #expect(earlier?.held.map(\.uid) == [4])
    #expect(earlier?.held.first?.day == 19_995)
    #expect(MailCursor("mail1 7 12") == nil)
  }
}
