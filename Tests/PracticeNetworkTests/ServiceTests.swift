import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Synchronization
import Testing

@testable import PracticeNetwork

@Suite struct ServiceTests {
  private func file() -> String {
    FileManager.default.temporaryDirectory
      .appendingPathComponent("practice-\(UUID().uuidString).jsonl").path
  }

  @Test func everyPictureOfThePlaceIsGivenOutAndNothingElse() async throws {
    let service = try PracticeService(settings: .quiet, clock: ManualClock())
    let network = PracticeNetwork(service: service)
    let account = AccountAccess.practice(token: service.state.withLock { $0.token })
    for address in [People.shop.picture] + Odds.pictures.map(\.address) {
      let bytes = try #require(try await network.medium(at: address, as: nil))
      #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) && bytes.count < 100_000)
      #expect(try await network.medium(at: address, as: nil) == bytes)
    }
    let ours: [UInt8] = [0xFF, 0xD8, 0xFF, 1, 2, 3]
    let id = try await network.upload(
      OutgoingMedia(bytes: ours, type: "image/jpeg", alternative: "A chain", key: "one"),
      as: account)
    let name = try #require(RemoteIDs.media(id))
    #expect(
      try await network.medium(at: "https://practice.example/media/\(name)", as: account) == ours)
    #expect(try await network.medium(at: "https://elsewhere.example/media/a.png", as: nil) == nil)
    #expect(try await network.medium(at: "https://practice.example/v1/about", as: nil) == nil)
  }

  @Test func openedAgainOnItsJournalItIsTheSamePlace() async throws {
    let path = file()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let clock = ManualClock()
    let settings = PracticeSettings(seed: 9, pace: 30, history: .hours(12))
    let first = try PracticeService(
      settings: settings, clock: clock, journal: PracticeJournal(path: path))
    let network = PracticeNetwork(service: first)
    let account = AccountAccess.practice(token: first.state.withLock { $0.token })
    for number in 1...20 {
      clock.advance(by: .minutes(3))
      let heard = try await network.listen(
        to: ListeningSource(id: ID(1), kind: "mentions", target: "", cursor: nil, account: account))
      let post = try #require(
        heard.events.compactMap { if case .post(let post) = $0 { post } else { nil } }.last)
      let message = OutgoingMessage(
        key: "key-\(number)", text: "Sorry! Which model is it? (\(number))",
        inReplyTo: post.reference, firstTriedAt: clock.now())
      let sent = try await network.send(message, as: account)
      if number.isMultiple(of: 5) { try await network.delete(sent.reference, as: account) }
    }
    clock.advance(by: .minutes(60))
    first.change { _ in }
    let again = try PracticeService(
      settings: PracticeSettings(seed: 1), clock: clock, journal: PracticeJournal(path: path))
    again.change { _ in }
    let (before, after) = (first.state.withLock { $0.world }, again.state.withLock { $0.world })
    #expect(before.changes == after.changes)
    #expect(before.entries == after.entries)
    #expect(before.moods == after.moods)
    #expect(first.accepted == again.accepted)
    #expect(again.accepted.count == 24)
  }

  @Test func aPlaceThatNobodyLooksAtSleepsAndForgetsNothing() async throws {
    let path = file()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let clock = ManualClock()
    let settings = PracticeSettings(seed: 4, pace: 60, history: .hours(3))
    let first = try PracticeService(
      settings: settings, clock: clock, journal: PracticeJournal(path: path))
    for _ in 1...3 {
      clock.advance(by: .minutes(50))
      first.change { _ in }
    }
    let told = first.state.withLock { $0.world.changes }
    clock.advance(by: .days(30))
    let again = try PracticeService(
      settings: settings, clock: clock, journal: PracticeJournal(path: path))
    again.change { _ in }
    let kept = again.state.withLock { $0.world.changes }
    #expect(Array(kept.prefix(told.count)) == told)
    #expect(kept.count < told.count * 2, "a month of talk was made up")
    clock.advance(by: .minutes(30))
    again.change { _ in }
    #expect(again.state.withLock { $0.world.changes.count } > kept.count, "it woke up")
    first.change { _ in }
    #expect(again.accepted.isEmpty)
  }

  @Test func aLineThatWasCutOffWhileItWasWrittenIsDropped() throws {
    let path = file()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let clock = ManualClock()
    let first = try PracticeService(
      settings: .quiet, clock: clock, journal: PracticeJournal(path: path))
    try first.say("Whole.", as: "ana")
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(#"{"at":1,"act":"po"#.utf8))
    try handle.close()
    let again = try PracticeService(
      settings: .quiet, clock: clock, journal: PracticeJournal(path: path))
    #expect(again.accepted.map(\.text) == ["Whole."])
    try again.say("And on.", as: "ana")
    #expect(try PracticeJournal(path: path).lines.map(\.text) == ["Whole.", "And on."])
  }

  @Test func aKeyPastItsLifeMakesASecondPost() async throws {
    let far = try PracticeFixture(keyLife: .minutes(10))
    let (network, account) = try speaker(far)
    let message = OutgoingMessage(key: "k", text: "Once.", firstTriedAt: far.clock.now())
    _ = try await network.send(message, as: account)
    far.clock.advance(by: .minutes(11))
    _ = try await network.send(message, as: account)
    #expect(try await far.accepted().count == 2)
  }

  @Test func everySendThroughFaultsArrivesExactlyOnceWithoutKeys() async throws {
    let far = try PracticeFixture(keyLife: nil)
    let (network, account) = try speaker(far)
    for (seed, fault) in [
      PracticeFault.cutAfterAccepting, .errorAfterAccepting, .cutBefore, .refused,
      .unavailable, .rateLimited(retryAfter: .seconds(1)),
    ].enumerated() {
      far.service.faults.strike(fault, probability: 0.12, seed: UInt64(seed))
    }
    for number in 1...400 {
      let message = OutgoingMessage(
        key: "key-\(number)", text: "Number \(number).", firstTriedAt: far.clock.now())
      var isThere = false
      while !isThere {
        far.clock.advance(by: .seconds(2))
        do {
          _ = try await network.send(message, as: account)
          isThere = true
        } catch let error as NetworkError where error.certainlyNotSent {
          continue
        } catch {
          if case .there = try await network.find(message, as: account) { isThere = true }
        }
      }
    }
    let texts = far.service.accepted.compactMap(\.text)
    #expect(texts == (1...400).map { "Number \($0)." })
  }

  @Test func aFaultOnWritesLeavesLookingAgainAndSigningInAlone() async throws {
    let far = try PracticeFixture()
    let said = try await far.say("Hello.", inReplyTo: nil)
    far.service.faults.strike(.unavailable, next: 1)
    let rechecking = try #require(far.network as? any Rechecking)
    #expect(try await rechecking.recheck([said], as: far.account).isEmpty)
    #expect(try await !far.signIn().offers.isEmpty)
    let (network, account) = try speaker(far)
    let message = OutgoingMessage(key: "k", text: "Hello.", firstTriedAt: far.clock.now())
    await #expect(throws: NetworkError.self) { try await network.send(message, as: account) }
  }

  @Test func faultsByChanceStrikeTheSameForTheSameSeed() {
    func strikes(_ seed: UInt64) -> [Bool] {
      let faults = PracticeFaults()
      faults.strike(.refused, probability: 0.3, seed: seed)
      return (0..<200).map { _ in faults.take(isWrite: true) != nil }
    }
    #expect(strikes(1) == strikes(1))
    #expect(strikes(1) != strikes(2))
    #expect((30...90).contains(strikes(1).count { $0 }))
  }

  @Test func aListThatLagsCannotTell() async throws {
    let far = try PracticeFixture(keyLife: nil)
    let (network, account) = try speaker(far)
    let message = OutgoingMessage(key: "k", text: "Hello.", firstTriedAt: far.clock.now())
    _ = try await network.send(message, as: account)
    far.service.faults.timelineLag = .seconds(20)
    guard case .cannotTell = try await network.find(message, as: account) else {
      Issue.record("nobody can tell while the list lags")
      return
    }
    far.clock.advance(by: .seconds(30))
    guard case .there = try await network.find(message, as: account) else {
      Issue.record("it is there")
      return
    }
  }

  @Test func anAnswerThatComesTooLateIsATimeoutInDoubt() async throws {
    let far = try PracticeFixture()
    let (network, account) = try speaker(far)
    far.service.faults.strike(.late(.seconds(60)))
    let message = OutgoingMessage(key: "k", text: "Hello.", firstTriedAt: far.clock.now())
    async let outcome = Result { try await network.send(message, as: account) }
    await far.clock.waitForSleepers()
    far.clock.advance(by: .seconds(30))
    let result = await outcome
    let error = #expect(throws: NetworkError.self) { try result.get() }
    #expect(error?.kind == .temporary)
    #expect(error?.certainlyNotSent == false)
    #expect(try await far.accepted().count == 1)
  }

  @Test func privateWordsAreToldToNobodyElse() async throws {
    let far = try PracticeFixture()
    let said = try far.service.say(
      "@cornerbikes my address is 4 Cooper's Row #bells", as: "ana", visibility: .private)
    for source in far.sources {
      let heard = try await far.network.listen(to: source)
      #expect(heard.events.isEmpty == (source.kind != "mentions"), "\(source.kind)")
    }
    let network = try #require(far.network as? any Threading)
    let reference = RemoteReference(remoteID: said)
    #expect(try await network.thread(around: reference, as: nil).isEmpty)
    #expect(try await network.thread(around: reference, as: far.account).count == 1)
    let rechecking = try #require(far.network as? any Rechecking)
    try far.service.edit(said, to: "@cornerbikes I moved again")
    #expect(try await rechecking.recheck([reference], as: nil).isEmpty)
  }

  @Test func mentionsNeedAnAccount() async throws {
    let far = try PracticeFixture()
    var source = far.sources[1]
    source.account = nil
    let error = await #expect(throws: NetworkError.self) {
      try await far.network.listen(to: source)
    }
    #expect(error?.kind == .signedOut)
  }

  @Test func aStreamBringsWhatTimeBrings() async throws {
    let clock = ManualClock()
    let service = try PracticeService(
      settings: PracticeSettings(seed: 2, pace: 60, history: .hours(1)), clock: clock)
    let network = PracticeNetwork(service: service)
    let source = ListeningSource(id: ID(1), kind: "public", target: "", cursor: nil)
    async let first = network.stream(of: source).first { !$0.events.isEmpty }
    await clock.waitForSleepers()
    clock.advance(by: .minutes(2))
    #expect(try await first != nil)
  }

  @Test func faultsAndTheJournalCanBeReachedFromAnotherProcess() async throws {
    let far = try PracticeFixture()
    let (network, account) = try speaker(far)
    let body = Array(#"{"fault":"cut-after","count":1}"#.utf8)
    guard
      case .answer(let answer) = await far.service.handle(
        WireRequest(.post, "http://practice.example/v1/faults", body: body)
      ).outcome
    else {
      Issue.record("no answer")
      return
    }
    #expect(answer.status == 200)
    let message = OutgoingMessage(key: "k", text: "Hello.", firstTriedAt: far.clock.now())
    await #expect(throws: NetworkError.self) { try await network.send(message, as: account) }
    guard
      case .answer(let list) = await far.service.handle(
        WireRequest(.get, "http://practice.example/v1/accepted")
      ).outcome
    else {
      Issue.record("no answer")
      return
    }
    let lines = try JSONDecoder().decode([PracticeJournal.Line].self, from: Data(list.body))
    #expect(lines.map(\.key) == ["k"])
  }

  @Test(arguments: [
    "", "/", "/v1", "/v2/about", "/v1/posts/%00/thread", "/v1/heard?after=%FF&limit=-1",
    "/v1/stream/x", "//", "/v1/posts/" + String(repeating: "a", count: 5000) + "/thread",
  ])
  func strangeRequestsGetAnAnswer(path: String) async throws {
    let far = try PracticeFixture()
    for method in [WireRequest.Method.get, .post, .put, .delete, .patch] {
      let request = WireRequest(
        method, "http://practice.example" + path, headers: [(name: "AUTHORIZATION", value: "x")],
        body: [0xFF, 0x7B])
      guard case .answer(let answer) = await far.service.handle(request).outcome else { continue }
      #expect((200..<500).contains(answer.status))
    }
  }

  private func speaker(
    _ far: PracticeFixture
  ) throws -> (network: any Answering, account: AccountAccess) {
    (try #require(far.network as? any Answering), try #require(far.account))
  }
}

extension Result where Failure == any Error {
  fileprivate init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}
