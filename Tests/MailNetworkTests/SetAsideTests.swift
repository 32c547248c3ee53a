import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import MailNetwork

/// What could not be fetched is told, and asked for again when somebody says so.
@Suite struct SetAsideTests {
  private func cursor(tries: [Int]) -> String {
    let held = tries.enumerated().map {
      HeldMail(uid: UInt32($0.offset + 1), tries: $0.element, day: 20_000, now: Instant(seconds: 1))
    }
    return MailCursor(validity: 1, next: 90, day: 20_000, held: held).text
  }

  @Test func whatMayStillComeIsNotTold() {
    let mail = MailFixture().mail
    #expect(mail.setAside(at: nil) == nil)
    #expect(mail.setAside(at: "not ours") == nil)
    #expect(mail.setAside(at: cursor(tries: [])) == nil)
    #expect(mail.setAside(at: cursor(tries: [1, 2])) == nil)
  }

  @Test func whatDoesNotComeIsToldWithItsNumberAndWhatIsDone() throws {
    let mail = MailFixture().mail
    let one = try #require(mail.setAside(at: cursor(tries: [3, 1]))).english
    #expect(one.hasPrefix("One mail") && one.contains("by themselves"))
    let three = try #require(mail.setAside(at: cursor(tries: [3, 21, 20]))).english
    #expect(three.hasPrefix("3 mails") && three.contains("by themselves"))
    let letGo = try #require(mail.setAside(at: cursor(tries: [21]))).english
    #expect(letGo.contains("when you say so"))
  }

  @Test func whatWasLetGoComesOnceSomebodyAsksForItAgain() async throws {
    let far = MailFixture()
    for number in 1...3 {
      far.double.deliver(
        "From: ana@a.example\nMessage-ID: <m\(number)@a.example>\n\nDoes it ring? \(number)")
    }
    far.double.spoil([2])
    var heard = try await far.hear()
    for _ in 0..<30 {
      far.clock.advance(by: .days(1))
      heard = try await far.hear(cursor: heard.cursor)
    }
    #expect(far.mail.setAside(at: heard.cursor) != nil)
    far.double.spoil([])
    heard = try await far.hear(cursor: heard.cursor)
    #expect(heard.posts.isEmpty, "it is asked for no more by itself")
    heard = try await far.hear(cursor: far.mail.askingAgain(at: heard.cursor))
    #expect(heard.posts.map(\.reference.remoteID.rawValue) == ["m2@a.example"])
    #expect(far.mail.setAside(at: heard.cursor) == nil)
    #expect(far.mail.askingAgain(at: heard.cursor) == heard.cursor)
  }
}
