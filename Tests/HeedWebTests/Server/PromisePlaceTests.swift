import Foundation
import HTTPTypes
import HeedModel
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedDesk
@testable import HeedWeb

/// Where whoever ends a promise goes on, and what is said of its day.
@Suite struct PromisePlaceTests {
  @Test func whoEndsAPromiseComesBackToThePageWhereTheyDidIt() async throws {
    let web = try await WebDesk()
    let promise = web.open.promise
    try await web.serve { client in
      let lena = try await web.browser(client, as: "Lena")
      #expect(try await lena.get(.promises()).text.contains("name=\"back\" value=\"promises/\""))
      let person = "person/\(web.open.person)"
      #expect(
        try await lena.get(.person(web.open.person)).text
          .contains("name=\"back\" value=\"\(person)\""))
      let talk = try await lena.get(.conversation(web.open.conversation)).text
      #expect(!talk.contains("name=\"back\""))
      let kept = try await lena.post(.fulfilPromise(promise), [(.back, "promises/")])
      #expect(kept.location == "/promises")
      #expect(try await lena.get(.promises()).text.contains("Said as kept."))
      let open = try await lena.post(.reopenPromise(promise), [(.back, "promises/ended")])
      #expect(open.location == "/promises?list=ended")
      let broken = try await lena.post(.breakPromise(promise), [(.back, person)])
      #expect(broken.location == "/people/\(web.open.person)")
      // Who did it is named once.
      let audit = try await lena.get(.audit()).text
      #expect(audit.contains("<b>Lena</b> said that a promise is broken"))
      #expect(!audit.contains("said that a promise is broken (Lena)"))
      // Only these pages are known; from everywhere else it is the conversation.
      for place in ["", "https://elsewhere.example", "promises/all", "person/nobody"] {
        _ = try await lena.post(.reopenPromise(promise), [])
        let back = try await lena.post(.withdrawPromise(promise), [(.back, place)])
        #expect(back.location == "/conversations/\(web.open.conversation)", "\(place)")
      }
    }
  }

  @Test func whatIsLateIsNotSaidToBeDueToday() async throws {
    let web = try await WebDesk()
    let words = Words.english.kinds
    try await web.desk.tellPromises()
    try await web.serve { client in
      let due = try await web.browser(client, as: "Lena").get(.today).text
      #expect(due.contains(words.promiseDue) && !due.contains(words.promiseLate))
    }
    web.test.clock.advance(by: .days(3))
    try await web.desk.tellPromises()
    try await web.serve { client in
      let late = try await web.browser(client, as: "Lena").get(.today).text
      #expect(late.contains(words.promiseLate) && !late.contains(words.promiseDue))
    }
  }

  @Test func thatItIsDueTodayIsSaidOnce() {
    let now = Instant(milliseconds: 1_777_888_800_000)
    let page = PageContext(now: now)
    func shown(_ isDay: Bool) -> String {
      let line = PromiseLine(
        id: ID(1), words: "I will call", conversation: ID(2), to: "Ana", by: nil,
        dueAt: now + .hours(1), isDay: isDay, state: .dueToday)
      return PromiseLineView.html(line, isLong: false, in: page).markup
    }
    for isDay in [true, false] {
      #expect(shown(isDay).components(separatedBy: "due").count == 2, "\(shown(isDay))")
    }
    let clock = page.zone.wall(at: now + .hours(1)).clock
    #expect(shown(false).contains("due today, \(clock)"))
  }
}
