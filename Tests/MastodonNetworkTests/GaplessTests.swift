import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@Suite struct GaplessTests {
  /// More with `HEED_TEST_SEEDS=100`.
  static let seeds =
    0..<(ProcessInfo.processInfo.environment["HEED_TEST_SEEDS"].flatMap(Int.init) ?? 2)

  /// Random arrivals, late ones among them, random cuts and refusals, pages of forty, passes that
  /// end before the list does.
  @Test(arguments: MastodonManner.all, seeds)
  func nothingIsMissedHoweverOftenListeningIsInterrupted(
    _ manner: MastodonManner, seed: Int
  ) async throws {
    var dice = SplitMix64(seed: UInt64(seed) + 1)
    let far = MastodonFixture(manner)
    let kind = ["mentions", "home", "tag"].randomElement(using: &dice) ?? "home"
    var source = far.source(kind, "social.example/bells")
    var said: Set<String> = []
    var heard: Set<String> = []
    source.cursor = try await far.network.listen(to: source).cursor
    for _ in 0..<25 {
      for _ in 0..<arrivals(&dice) {
        far.clock.advance(by: .seconds(Int.random(in: 1...90, using: &dice)))
        // A post from elsewhere may arrive minutes after it was written.
        let late = Int.random(in: 0..<6, using: &dice) == 0 ? Duration.minutes(2) : .zero
        let id = far.double.post(
          by: far.ana, "@shop number \(said.count) of #bells", at: far.clock.now() - late)
        said.insert(far.double.uri(of: id) ?? "")
      }
      if Int.random(in: 0..<3, using: &dice) == 0 { trip(far, &dice) }
      guard let pass = try? await far.network.listen(to: source) else { continue }
      heard.formUnion(pass.events.posts.map(\.reference.remoteID.rawValue))
      source.cursor = pass.cursor
    }
    // The end of the faults.
    for _ in 0..<60 {
      guard let pass = try? await far.network.listen(to: source) else { continue }
      heard.formUnion(pass.events.posts.map(\.reference.remoteID.rawValue))
      source.cursor = pass.cursor
      if pass.next == nil { break }
    }
    #expect(said.subtracting(heard) == [], "seed \(seed), \(kind)")
  }

  /// Mostly a few, now and then more than a pass takes.
  private func arrivals(_ dice: inout SplitMix64) -> Int {
    switch Int.random(in: 0..<10, using: &dice) {
    case 0: Int.random(in: 41...160, using: &dice)
    case 1...4: 0
    default: Int.random(in: 1...8, using: &dice)
    }
  }

  private func trip(_ far: MastodonFixture, _ dice: inout SplitMix64) {
    let path = ["/api/v1/timelines", "/api/v1/notifications", "/api/v2/notifications"]
    for path in path {
      switch Int.random(in: 0..<3, using: &dice) {
      case 0: far.double.fail(.get, path, .cutBefore)
      case 1: far.double.fail(.get, path, .refusal(503, "", headers: [:]))
      default:
        far.double.fail(
          .get, path, .refusal(429, #"{"error":"slow"}"#, headers: ["Retry-After": "20"]))
      }
    }
  }

  @Test func aLatePostIsHeardAlthoughNewerOnesWereHeardBefore() async throws {
    let far = MastodonFixture()
    var source = far.source("tag", "social.example/bells", isOurs: false)
    far.double.post(by: far.ana, "First of #bells")
    source.cursor = try await far.network.listen(to: source).cursor
    far.clock.advance(by: .minutes(10))
    far.double.post(by: far.ana, "Second of #bells")
    source.cursor = try await far.network.listen(to: source).cursor
    let late = far.double.post(by: far.ana, "Late, of #bells", at: far.clock.now() - .minutes(5))
    let heard = try await far.network.listen(to: source)
    #expect(heard.events.posts.map(\.reference.remoteID) == [far.reference(late).remoteID])
  }

  @Test func whatIsKnownIsNotToldAgainAndAnEditIs() async throws {
    let far = MastodonFixture()
    var source = far.source("home")
    let id = far.double.post(by: far.ana, "A bel.")
    source.cursor = try await far.network.listen(to: source).cursor
    #expect(try await far.network.listen(to: source).events == [])
    far.clock.advance(by: .seconds(5))
    far.double.edit(id, "A bell.")
    let heard = try await far.network.listen(to: source)
    #expect(heard.events.posts.map(\.text.plain) == ["A bell."])
    #expect(heard.events.posts.first?.editedAt == far.clock.now())
  }

  @Test func aPassEndsEarlyAndSaysThatThereIsMore() async throws {
    let far = MastodonFixture()
    var source = far.source("home")
    source.cursor = try await far.network.listen(to: source).cursor
    for number in 0..<500 {
      far.clock.advance(by: .seconds(1))
      far.double.post(by: far.ana, "Number \(number)")
    }
    let first = try await far.network.listen(to: source)
    #expect(first.next == .zero)
    #expect(first.events.posts.count == 240)
    source.cursor = first.cursor
    let rest = try await far.network.all(source)
    #expect(Set((first.events + rest.events).posts.map(\.reference.remoteID)).count == 500)
  }

  @Test func whenAllThatWasKnownIsDeletedTheWholePastIsNotReadAgain() async throws {
    let far = MastodonFixture()
    for number in 0..<300 {
      far.clock.advance(by: .hours(1))
      far.double.post(by: far.ana, "Old number \(number)")
    }
    var source = far.source("home")
    far.clock.advance(by: .days(3))
    let known = far.double.post(by: far.ana, "Known")
    let first = try await far.network.listen(to: source)
    source.cursor = first.cursor
    far.double.delete(known)
    for post in first.events.posts {
      far.double.delete(far.double.id(of: post.reference.remoteID.rawValue) ?? "")
    }
    let before = far.double.requests.count
    _ = try await far.network.all(source)
    #expect(far.double.requests.count - before <= 2)
  }
}
