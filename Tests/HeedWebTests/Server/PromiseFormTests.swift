import Foundation
import HTTPTypes
import HeedDesk
import HeedModel
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedWeb

/// What is ticked and set beside a draft stays ticked and set while it is written on.
@Suite struct PromiseFormTests {
  private static let call = "I will call you tomorrow"
  private static let write = "I will write to you on Monday"
  private static let send = "I will send it to you by Friday"

  private static func look(
    _ browser: Browser, _ web: WebDesk, _ text: String, _ fields: [(FieldName, String)]
  ) async throws -> String {
    let token = try await browser.token()
    browser.headers = [.heedLook: "1"]
    defer { browser.headers = [:] }
    return try await browser.form(
      Route.lookThrough(web.open.conversation).path,
      ([(.text, text), (.language, "en")] + fields).map { ($0.rawValue, $1) } + [("csrf", token)]
    ).text
  }

  /// As a form brings one offer back.
  private static func offer(
    _ words: String, isKept: Bool = false, date: String = "2026-05-06", time: String = "",
    due: String = ""
  ) -> [(FieldName, String)] {
    [(.promiseWords, words), (.promiseDate, date), (.promiseTime, time), (.promiseDue, due)]
      + (isKept ? [(.promise, words)] : [])
  }

  private static func isKept(_ words: String, in look: String) -> Bool? {
    guard let box = look.components(separatedBy: "value=\"\(words)\"").dropFirst(2).first else {
      return nil
    }
    return box.prefix { $0 != ">" }.contains("checked")
  }

  @Test func aDayThatWasSetStaysWhileTheTextGoesOn() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let lena = try await web.browser(client, as: "Lena")
      let fresh = try await Self.look(lena, web, "\(Self.send).", [])
      #expect(fresh.contains("value=\"2026-05-08\"") && Self.isKept(Self.send, in: fresh) == false)
      let set = Self.offer(Self.send, isKept: true, date: "2026-05-11", time: "17:00")
      let on = try await Self.look(lena, web, "Hello. \(Self.send). Yours", set)
      #expect(on.contains("value=\"2026-05-11\"") && on.contains("value=\"17:00\""))
      #expect(!on.contains("value=\"2026-05-08\"") && Self.isKept(Self.send, in: on) == true)
      // Rewritten, it is the same promise, with the day that was set.
      let rewritten = "\(Self.send), or sooner"
      let again = try await Self.look(lena, web, "\(rewritten).", set)
      #expect(Self.isKept(rewritten, in: again) == true)
      #expect(again.contains("value=\"2026-05-11\""))
      // A day that nobody set goes with the words.
      let friday = try #require(
        fresh.components(separatedBy: "name=\"promiseDue\" value=\"").dropFirst().first)
      let offered = Self.offer(
        Self.send, isKept: true, date: "2026-05-08",
        due: String(friday.prefix { $0.isNumber }))
      let monday = "I will send it to you by Monday"
      let changed = try await Self.look(lena, web, "\(monday).", offered)
      #expect(Self.isKept(monday, in: changed) == true)
      #expect(changed.contains("value=\"2026-05-11\""))
    }
  }

  @Test func aDayThatWasSetStaysWhereNothingWasSent() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      let fields: [(FieldName, String)] =
        [(.text, "\(Self.send)."), (.language, "en"), (.answering, "\(web.open.post)")]
        + Self.offer(Self.send, isKept: true, date: "2026-05-20")
      let refused = try await bruno.post(.send(web.open.conversation), fields)
      #expect(refused.status == .conflict)
      #expect(refused.text.contains("value=\"2026-05-20\""))
      #expect(Self.isKept(Self.send, in: refused.text) == true)
    }
  }

  @Test func whatNobodyTickedIsNotTicked() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let lena = try await web.browser(client, as: "Lena")
      let fields = Self.offer(Self.call, isKept: true) + Self.offer(Self.write)
      let look = try await Self.look(lena, web, "\(Self.send). \(Self.call).", fields)
      #expect(Self.isKept(Self.send, in: look) == false)
      #expect(Self.isKept(Self.call, in: look) == true)
    }
  }

  @Test func anHourThatStrikesTwiceIsTheOneThatWasOffered() async throws {
    let web = try await WebDesk()
    // 25 October 2026, half past two in Berlin, the first time.
    web.test.clock.advance(
      by: Instant(seconds: 1_792_888_200) - web.test.clock.now())
    let now = web.test.clock.now()
    #expect(Zone("Europe/Berlin").wall(at: now).clock == "02:30")
    #expect(Zone("Europe/Berlin").wall(at: now + .hours(1)).clock == "02:30")
    let talk = try await web.test.says("Are you there?", id: "twice", by: "rui")
    try await web.serve { client in
      let lena = try await web.browser(client, as: "Lena")
      _ = try await lena.post(
        .saveMe, [(.name, "Lena"), (.timeZone, "Europe/Berlin"), (.language, "en")])
      let due = now + .hours(1)
      let words = "I will call you in an hour"
      _ = try await lena.post(
        .send(talk),
        [(.text, "\(words)."), (.language, "en")]
          + Self.offer(
            words, isKept: true, date: "2026-10-25", time: "02:30", due: "\(due.milliseconds)"))
      let promises = try await web.test.store.read { tx in
        try tx.replies(in: talk, for: web.test.lead).flatMap { try tx.promises(of: $0.id) }
      }
      #expect(promises.map(\.dueAt) == [due])
      #expect(promises.map(\.isDay) == [false])
    }
  }

  @Test func ofTwoSentencesOneIsNone() async throws {
    let web = try await WebDesk()
    let talk = try await web.test.says("When is my bike ready?", id: "bike", by: "rui")
    try await web.serve { client in
      let lena = try await web.browser(client, as: "Lena")
      _ = try await lena.post(.send(talk), [(.text, "\(Self.call). \(Self.write).")])
      web.test.clock.advance(by: .seconds(11))
      for _ in 0..<4 { try await WebDesk.deliver(web.desk) }
      let reply = try #require(
        try await web.test.store.read { try $0.replies(in: talk, for: web.test.lead).last })
      func offered() async throws -> [Bool] {
        let page = try await lena.get(.conversation(talk)).text
        let part = page.components(separatedBy: "class=\"sent-offers\"").dropFirst().first ?? ""
        let offers = part.components(separatedBy: "</section>")[0]
        return [Self.call, Self.write].map { offers.contains($0) }
      }
      #expect(try await offered() == [true, true])
      #expect(
        try await lena.post(.declinePromises(reply.id), [(.promise, "1")]).status == .seeOther)
      #expect(try await offered() == [false, true])
      #expect(
        try await lena.post(.declinePromises(reply.id), [(.promise, "2")]).status == .seeOther)
      #expect(try await offered() == [false, false])
    }
  }

  @Test func anySentenceOfOnesOwnIsKeptAndItsDayMended() async throws {
    let web = try await WebDesk()
    let talk = try await web.test.says("When is my bike ready?", id: "bike", by: "rui")
    try await web.serve { client in
      let lena = try await web.browser(client, as: "Lena")
      let words = "Friday at ten, at the door."
      _ = try await lena.post(.send(talk), [(.text, "Dear Rui. \(words)")])
      web.test.clock.advance(by: .seconds(11))
      for _ in 0..<4 { try await WebDesk.deliver(web.desk) }
      let page = try await lena.get(.conversation(talk)).text
      #expect(page.contains("<option value=\"\(words)\""))
      let reply = try #require(
        try await web.test.store.read { try $0.replies(in: talk, for: web.test.lead).last })
      let kept = try await lena.post(
        .keepPromise(reply.id),
        [(.promiseWords, words), (.promiseDate, "2026-05-09"), (.promiseTime, "10:00")])
      #expect(kept.status == .seeOther)
      func promise() async throws -> Promise? {
        try await web.test.store.read { try $0.promises(of: reply.id).first }
      }
      #expect(try await promise()?.words == words)
      let id = try #require(try await promise()?.id)
      let shown = try await lena.get(.conversation(talk)).text
      #expect(shown.contains(Route.mendPromise(id).path))
      #expect(!shown.contains("<option value=\"\(words)\""))
      let bruno = try await web.browser(client, as: "Bruno")
      #expect(
        try await !bruno.get(.conversation(talk)).text.contains(Route.mendPromise(id).path))
      let mended = try await lena.post(
        .mendPromise(id), [(.promiseWords, words), (.promiseDate, "2026-05-08")])
      #expect(mended.status == .seeOther)
      #expect(try await promise()?.isDay == true)
      let due = try #require(try await promise()?.dueAt)
      #expect(Zone("UTC").wall(at: due).date == "2026-05-08")
    }
  }

  @Test func aDayIsTheDayOfWhoPromised() {
    let now = Instant(seconds: 1_778_000_000)
    let tokyo = Zone("Asia/Tokyo")
    let friday = tokyo.due(.day(tokyo.wall(at: now).dayNumber + 2, minute: nil), from: now)
    for zone in ["America/Los_Angeles", "Europe/Berlin", "Asia/Tokyo"] {
      let page = PageContext(words: .english, zone: Zone(zone), now: now)
      #expect(PromiseLineView.when(friday.at, true, tokyo, in: page) == "Friday", "\(zone)")
    }
  }
}
