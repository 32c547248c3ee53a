import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import MailNetwork

/// How fast a mailbox is caught up. `HEED_MAIL_BENCH` says with how many mails; nothing is demanded of the time.
@Suite struct MailBench {
  private static let mails = ProcessInfo.processInfo.environment["HEED_MAIL_BENCH"].flatMap {
    Int($0)
  }

  @Test(.enabled(if: mails != nil, "set HEED_MAIL_BENCH to a number of mails"))
  func aMailboxIsCaughtUpWhole() async throws {
    let count = try #require(Self.mails)
    let far = MailFixture()
    let date = MailComposer.date(far.clock.now())
    for number in 1...count {
      let parent =
        number > 3 && number % 3 == 0 ? "In-Reply-To: <m\(number - 2)@a.example>\r\n" : ""
      far.double.deliver(
        Array(
          """
          From: Ana \(number % 900) <ana\(number % 900)@a.example>\r
          To: help@shop.example\r
          Subject: =?utf-8?Q?Gl=C3=B6ckchen?= \(number)\r
          Date: \(date)\r
          Message-ID: <m\(number)@a.example>\r
          \(parent)Content-Type: text/plain; charset=utf-8\r
          \r
          My bell number \(number) does not ring. Can you help?\r
          \r
          Ana\r
          \r
          On Mon, 2 Mar 2026 at 10:00, Widget Shop <help@shop.example> wrote:\r
          > Does it ring?\r
          > Yours, the shop\r

          """.utf8))
    }
    var heard = 0
    var source = far.source("inbox")
    let clock = ContinuousClock()
    let started = clock.now
    let before = cpuNow()
    while true {
      let pass = try await far.mail.listen(to: source)
      heard += pass.events.count
      source.cursor = pass.cursor
      if pass.next != .zero { break }
    }
    let time = (clock.now - started).milliseconds
    let cpu = (cpuNow() - before).milliseconds
    print(
      "mail bench: \(heard) mails in \(time) ms, \(heard * 1000 / Int(max(time, 1)))/s; \(cpu) ms of processor, \(heard * 1000 / Int(max(cpu, 1)))/CPU-s; the double included"
    )
    #expect(heard == count)
  }

  private func cpuNow() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
  }
}
