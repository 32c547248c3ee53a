import GitHubNetwork
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

/// What an account is told of, however much that is.
@Suite struct NotificationTests {
  private func words(_ heard: Heard) -> [String] {
    heard.events.compactMap { if case .post(let post) = $0 { post.text.plain } else { nil } }
  }

  /// Listens until nothing more is there right now.
  private func all(_ far: GitHubFixture, _ source: inout ListeningSource) async throws -> Heard {
    var all = Heard()
    repeat {
      let heard = try await far.github.listen(to: source)
      all.events += heard.events
      (all.next, source.cursor) = (heard.next, heard.cursor)
    } while all.next == .zero
    return all
  }

  private func began(_ far: GitHubFixture) async throws -> ListeningSource {
    var source = far.source("notifications")
    _ = try await all(far, &source)
    far.clock.advance(by: .hours(2))
    return source
  }

  @Test(arguments: [49, 50, 100, 120, 230])
  func afterAnAbsenceAllNoticesAreHeard(_ count: Int) async throws {
    let far = GitHubFixture()
    var source = try await began(far)
    for number in 0..<count {
      far.clock.advance(by: .seconds(5))
      far.double.open("Notice \(number).")
    }
    let heard = words(try await all(far, &source))
    #expect(Set(heard).isSuperset(of: (0..<count).map { "Notice \($0)." }))
    // What was read is not read again, and what comes then is heard.
    far.clock.advance(by: .minutes(2))
    let before = far.wire.requests.count
    far.double.open("One more.")
    #expect(words(try await all(far, &source)) == ["One more."])
    #expect(far.wire.requests.count - before < 10)
  }

  @Test func whatComesBetweenTwoPagesIsNotMissedEither() async throws {
    let far = GitHubFixture()
    var source = try await began(far)
    for number in 0..<230 {
      far.clock.advance(by: .seconds(5))
      far.double.open("Notice \(number).")
    }
    var heard: Set<String> = []
    var passes = 0
    var next: Duration?
    repeat {
      let part = try await far.github.listen(to: source)
      heard.formUnion(words(part))
      (source.cursor, next, passes) = (part.cursor, part.next, passes + 1)
      far.clock.advance(by: .seconds(5))
      if passes < 3 { far.double.open("Between \(passes).") }
    } while next == .zero
    #expect(passes > 2)
    heard.formUnion(words(try await all(far, &source)))
    #expect(heard.isSuperset(of: (0..<230).map { "Notice \($0)." }))
    #expect(heard.isSuperset(of: ["Between 1.", "Between 2."]))
  }

  /// The place has enough in the middle of a page: what came is kept, the rest comes when it says, and no sooner than it
  /// wants to be asked for notices.
  @Test func aLimitInTheMiddleLosesNothing() async throws {
    let far = GitHubFixture()
    var source = try await began(far)
    for number in 0..<60 {
      far.clock.advance(by: .seconds(5))
      far.double.open("Notice \(number).")
    }
    far.wire.fail(.refusal(429, #"{"message":"x"}"#, headers: [("Retry-After", "30")])) {
      $0.address.contains("/issues/20")
    }
    let first = try await far.github.listen(to: source)
    #expect(first.next == .seconds(90))
    #expect(!first.events.isEmpty && first.events.count < 60)
    source.cursor = first.cursor
    let rest = try await all(far, &source)
    let heard = Set(words(first)).union(words(rest))
    #expect(heard.isSuperset(of: (0..<60).map { "Notice \($0)." }))
  }

  /// Reading what notices lead to takes passes of its own, and is no reason to ask for notices sooner.
  @Test func noticesAreAskedForNoOftenerThanThePlaceWants() async throws {
    let far = GitHubFixture()
    var source = try await began(far)
    for number in 0..<400 {
      far.clock.advance(by: .seconds(1))
      far.double.open("Question \(number).", isDiscussion: true)
    }
    var asked: [Instant] = []
    for _ in 0..<30 {
      let before = far.wire.requests.count
      let heard = try await far.github.listen(to: source)
      let first = far.wire.requests.dropFirst(before).contains {
        $0.address.contains("/notifications?") && !$0.address.contains("&page=")
      }
      if first { asked.append(far.clock.now()) }
      source.cursor = heard.cursor
      far.clock.advance(by: heard.next.map { max($0, .seconds(1)) } ?? .seconds(1))
    }
    #expect(asked.count > 3)
    #expect(zip(asked, asked.dropFirst()).allSatisfy { $1 - $0 >= .seconds(90) })
  }

  /// A notice of a discussion does not say of which.
  @Test func whatIsSaidInADiscussionIsHeardThoughItsNoticeNamesNone() async throws {
    let far = GitHubFixture()
    let old = far.double.open("An old discussion.", isDiscussion: true)
    var source = try await began(far)
    let top = far.double.open("Shall we ring?", isDiscussion: true)
    far.double.say("@shop Yes.", on: top)
    far.clock.advance(by: .minutes(1))
    let heard = words(try await all(far, &source))
    #expect(heard.contains { $0.contains("Yes.") } && heard.contains("Shall we ring?"))
    far.double.say("Still here?", on: old)
    far.clock.advance(by: .minutes(1))
    #expect(words(try await all(far, &source)).contains("Still here?"))
  }
}
