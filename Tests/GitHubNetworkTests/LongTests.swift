import GitHubNetwork
import HeedModel
import HeedNetwork
import HeedTesting
import Synchronization
import Testing

/// Long absences, long discussions, and repositories that have another name by now.
@Suite struct LongTests {
  private let far = GitHubFixture()

  private func words(_ heard: Heard) -> [String] {
    heard.events.compactMap { if case .post(let post) = $0 { post.text.plain } else { nil } }
  }

  /// Passes until nothing more is there right now; something may happen after each.
  private func all(
    _ source: inout ListeningSource, between: (Int) -> Void = { _ in }
  ) async throws -> [String] {
    var heard: [String] = []
    for pass in 1...100 {
      let part = try await far.github.listen(to: source)
      heard += words(part)
      source.cursor = part.cursor
      between(pass)
      if part.next != .zero { return heard }
    }
    Issue.record("a hundred passes did not come to an end")
    return heard
  }

  private func began(_ kind: String) async throws -> ListeningSource {
    far.double.open("An old discussion.", isDiscussion: true)
    var source = far.source(kind, far.double.repository)
    _ = try await all(&source)
    far.clock.advance(by: .hours(2))
    return source
  }

  @Test(arguments: ["repository", "notifications"])
  func afterAnAbsenceAllDiscussionsAreHeard(_ kind: String) async throws {
    var source = try await began(kind)
    for number in 0..<73 {
      far.clock.advance(by: .seconds(5))
      let top = far.double.open("Question \(number).", isDiscussion: true)
      far.double.say("Answer \(number).", on: top)
    }
    let heard = Set(try await all(&source))
    #expect(heard.isSuperset(of: (0..<73).flatMap { ["Question \($0).", "Answer \($0)."] }))
    far.clock.advance(by: .minutes(5))
    #expect(try await all(&source).isEmpty)
    far.double.open("One more.", isDiscussion: true)
    #expect(try await all(&source) == ["One more."])
  }

  @Test func whatChangesBetweenTwoPassesIsNotMissed() async throws {
    var source = try await began("repository")
    var tops: [Int] = []
    for number in 0..<160 {
      far.clock.advance(by: .seconds(5))
      tops.append(far.double.open("Question \(number).", isDiscussion: true))
    }
    var heard = Set(
      try await all(&source) { pass in
        far.clock.advance(by: .seconds(5))
        if pass < 3 { far.double.say("Between \(pass).", on: tops[pass]) }
      })
    heard.formUnion(try await all(&source))
    #expect(heard.isSuperset(of: (0..<160).map { "Question \($0)." }))
    #expect(heard.isSuperset(of: ["Between 1.", "Between 2."]))
  }

  @Test(arguments: ["repository", "notifications"])
  func howeverMuchIsSaidInOneDiscussionIsHeard(_ kind: String) async throws {
    let top = far.double.open("Shall we ring?", isDiscussion: true)
    let first = far.double.say("Yes.", on: top)
    var source = try await began(kind)
    for number in 0..<130 { far.double.say("Number \(number).", on: top) }
    far.double.say("Below the first.", on: top, above: first)
    let heard = Set(try await all(&source))
    #expect(heard.isSuperset(of: (0..<130).map { "Number \($0)." } + ["Below the first."]))
  }

  /// Hundreds of discussions, thousands of comments, answers without end below one of them: it takes passes, each of a
  /// bounded number of questions.
  @Test(arguments: ["repository", "notifications"])
  func whateverItsLengthATalkIsHeardToItsEnd(_ kind: String) async throws {
    let top = far.double.open("Shall we ring?", isDiscussion: true)
    let first = far.double.say("Yes.", on: top)
    var source = try await began(kind)
    for number in 0..<150 {
      far.clock.advance(by: .seconds(1))
      far.double.open("Question \(number).", isDiscussion: true)
    }
    for number in 0..<620 { far.double.say("Number \(number).", on: top) }
    for number in 0..<180 { far.double.say("Below \(number).", on: top, above: first) }
    var heard: Set<String> = []
    var passes = 0
    var next: Duration?
    repeat {
      let before = far.wire.requests.count
      let part = try await far.github.listen(to: source)
      #expect(far.wire.requests.count - before < 20)
      heard.formUnion(words(part))
      (source.cursor, next, passes) = (part.cursor, part.next, passes + 1)
    } while next == .zero && passes < 50
    let said =
      (0..<150).map { "Question \($0)." } + (0..<620).map { "Number \($0)." }
      + (0..<180).map { "Below \($0)." }
    #expect(Set(said).subtracting(heard).isEmpty)
    #expect(passes > 2)
    far.clock.advance(by: .minutes(5))
    far.double.say("One more.", on: top, above: first)
    #expect(try await all(&source).contains("One more."))
  }

  /// What is old in a long discussion is not told again with each new word in it.
  @Test func aNewWordInALongDiscussionIsHeardAlone() async throws {
    let top = far.double.open("Shall we ring?", isDiscussion: true)
    for number in 0..<400 { far.double.say("Number \(number).", on: top) }
    far.clock.advance(by: .hours(1))
    var source = try await began("repository")
    far.double.say("Now.", on: top)
    #expect(try await all(&source).filter { $0 != "Shall we ring?" } == ["Now."])
  }

  @Test(arguments: ["repository", "notifications"])
  func whereverALimitComesInALongTalkNothingIsLost(_ kind: String) async throws {
    let top = far.double.open("Shall we ring?", isDiscussion: true)
    let first = far.double.say("Yes.", on: top)
    let old = try await began(kind)
    for number in 0..<120 { far.double.say("Number \(number).", on: top) }
    for number in 0..<120 { far.double.say("Below \(number).", on: top, above: first) }
    let said = (0..<120).flatMap { ["Number \($0).", "Below \($0)."] }
    for limit in 0..<5 {
      var source = old
      let asked = Counter()
      // The secondary limit is told with 200 and words alone.
      let words = #"{"errors":[{"message":"You have exceeded a secondary rate limit."}]}"#
      far.wire.fail(.refusal(200, words, headers: [("Retry-After", "70")])) {
        $0.address.hasSuffix("/graphql") && asked.next() > limit
      }
      var heard: Set<String> = []
      var waited: [Duration] = []
      for _ in 0..<20 where !heard.isSuperset(of: said) {
        do {
          let part = try await far.github.listen(to: source)
          heard.formUnion(self.words(part))
          source.cursor = part.cursor
          if let next = part.next, next != .zero { waited.append(next) }
        } catch let error as NetworkError {
          #expect(error.kind == .rateLimited && error.retryAfter == .seconds(70))
          waited.append(.seconds(70))
        }
      }
      #expect(Set(said).subtracting(heard).isEmpty, "after \(limit) questions")
      // As long as the place says, or as it wants between two questions for notices.
      #expect(waited.contains { $0 >= .seconds(70) }, "after \(limit) questions")
    }
  }

  /// The other API has a limit of its own: what it told before is kept, and the rest comes when it says.
  @Test func aLimitAmongDiscussionsLosesNothing() async throws {
    var source = try await began("repository")
    for number in 0..<35 {
      far.clock.advance(by: .seconds(5))
      far.double.open("Question \(number).", isDiscussion: true)
    }
    far.double.open("An issue.")
    far.wire.fail(.refusal(429, #"{"message":"x"}"#, headers: [("Retry-After", "90")])) {
      String(decoding: $0.body, as: UTF8.self).contains(#""after":"20""#)
    }
    let part = try await far.github.listen(to: source)
    #expect(part.next == .seconds(90))
    #expect(words(part).contains("An issue.") && words(part).contains("Question 34."))
    source.cursor = part.cursor
    let heard = Set(words(part)).union(try await all(&source))
    #expect(heard.isSuperset(of: (0..<35).map { "Question \($0)." }))
  }

  private func answer() -> OutgoingMessage {
    OutgoingMessage(
      key: "k", text: "At nine.", inReplyTo: far.reference(far.first),
      firstTriedAt: far.clock.now())
  }

  @Test(arguments: [307, 308])
  func anAnswerFollowsARepositoryThatWasRenamed(_ status: Int) async throws {
    let there = "/repos/bells/shop/issues/1/comments"
    for location in ["https://api.github.com\(there)?renamed=1", "\(there)?renamed=2"] {
      far.wire.fail(.refusal(status, "{}", headers: [("Location", location)])) {
        $0.method == .post
      }
      _ = try await far.github.send(answer(), as: far.access)
      #expect(far.wire.requests.last?.address.hasSuffix(location) == true)
    }
    #expect(far.double.accepted.map(\.body) == ["At nine.", "At nine."])
  }

  @Test(arguments: [
    (307, "https://elsewhere.example/x"), (308, "http://api.github.com/x"),
    (307, "//elsewhere.example/x"),
    (301, "https://api.github.com/x"), (302, "/login"), (307, ""),
  ])
  func whereverElseItLeadsNothingIsSaidThereAndNothingWentOut(
    _ status: Int, _ location: String
  ) async throws {
    far.wire.fail(.refusal(status, "", headers: [("Location", location)])) { $0.method == .post }
    let error = await #expect(throws: NetworkError.self) {
      try await far.github.send(answer(), as: far.access)
    }
    #expect(error?.kind == .refused)
    #expect(error?.certainlyNotSent == true)
    #expect(far.wire.requests.count { $0.method == .post } == 1)
  }
}

private final class Counter: Sendable {
  private let value = Atomic(0)
  func next() -> Int { value.add(1, ordering: .relaxed).newValue }
}
