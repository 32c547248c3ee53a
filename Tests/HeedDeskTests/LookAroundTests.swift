import HeedModel
import HeedNetwork
import HeedReading
import HeedSQLite
import HeedStore
import HeedTesting
import Testing

@testable import HeedDesk

/// What somebody is told of what they typed: what can be heard there, with which account, or why nothing can.
@Suite struct LookAroundTests {
  /// Answers what it was told to, for whatever is typed.
  struct Place: SigningIn {
    enum Answer: Sendable {
      case offers([Offer])
      case fault(NetworkError)
      case nothingEver
      /// What it was asked for, as an offer.
      case echo
    }

    var name: NetworkName
    var title: Message { "Place" }
    var answer: Answer

    init(_ name: String, _ answer: Answer) {
      self.name = NetworkName(name)
      self.answer = answer
    }

    func capabilities(of account: AccountAccess?) async throws -> Capabilities {
      Capabilities(reply: .always)
    }
    func listen(to source: ListeningSource) async throws -> Heard { Heard() }

    func offers(for typed: String) async throws -> [Offer] {
      switch answer {
      case .offers(let offers): return offers
      case .fault(let error): throw error
      case .echo:
        return [Offer(network: name, kind: "k", target: typed, name: "Here", asks: "a", can: "c")]
      case .nothingEver:
        // A host that takes the question and says nothing, until whoever asked goes away.
        let (silence, _) = AsyncStream.makeStream(of: Void.self)
        for await _ in silence {}
        throw CancellationError()
      }
    }

    func begin(at server: String, desk: DeskAddress) async throws -> SignInStep {
      SignInStep(page: nil, pastesCode: false, explanation: "", notes: Credentials([:]))
    }

    func finish(_ step: SignInStep, with answer: SignInAnswer) async throws -> SignedIn {
      guard case .token(let address) = answer else { throw NetworkError(.refused, "No.") }
      return SignedIn(
        server: "there.example",
        handle: RemoteHandle(remoteID: RemoteID(address), address: address, name: ""),
        credentials: Credentials(["token": "t"]), offers: [])
    }
  }

  /// Heard, and answered by hand.
  struct Reading: Network {
    var place: Place
    var name: NetworkName { place.name }
    var title: Message { place.title }
    func capabilities(of account: AccountAccess?) async throws -> Capabilities {
      Capabilities(reply: .handOff)
    }
    func listen(to source: ListeningSource) async throws -> Heard { Heard() }
    func offers(for typed: String) async throws -> [Offer] { try await place.offers(for: typed) }
  }

  private let clock = ManualClock()

  private func desk(_ networks: [any Network]) async throws -> (desk: Desk, lead: Viewer) {
    let database = try await SQLiteDatabase.ready()
    let desk = Desk(
      record: Store(database: database), networks: Networks(networks), reader: PlainReader(),
      vault: Vault(key: Array(repeating: 7, count: 32)), uploads: MemoryUploads(), clock: clock,
      randomness: SeededRandomness(),
      address: DeskAddress(base: "https://desk.example", isPublic: true),
      logger: TestDesk.quiet, passwordCost: .least)
    let member = try await desk.addMember(
      name: "Lena", email: "lena@desk.example", password: TestDesk.password, role: .lead)
    return (desk, Viewer(member: member.id, role: .lead))
  }

  private func offer(
    _ network: String, _ target: String = "t", needs: Bool = false, as address: String? = nil,
    isOfWords: Bool = false
  ) -> Offer {
    Offer(
      network: NetworkName(network), kind: "k", target: target, name: "Here", asks: "a", can: "c",
      needsAccount: needs, signsInAs: address, isOfWords: isOfWords)
  }

  private let gone = NetworkError(.gone, "Nothing stands there.")
  private let away = NetworkError(.temporary, "It cannot be reached.")

  @Test func anAddressThatLeadsNowhereIsSaidToAndWhy() async throws {
    let (desk, _) = try await desk([
      Place("a", .fault(away)), Place("b", .fault(gone)),
      Place("c", .offers([offer("c", isOfWords: true)])),
    ])
    for typed in ["https://there.example/x", "there.example", "@ana@there.example"] {
      let found = await desk.places(at: typed)
      // The reason that is sure, beside what the words alone may be.
      #expect(found.trouble == gone.text, "\(typed)")
      #expect(found.offers.map(\.network) == [NetworkName("c")])
    }
    for typed in ["bells", "blue bells", "#bells.example", "", "...", "v1."] {
      #expect(await desk.places(at: typed).trouble == nil, "\(typed)")
    }
  }

  @Test func whereSomethingAnswersNoFaultOfOthersIsSaid() async throws {
    let (desk, _) = try await desk([
      Place("a", .fault(gone)), Place("b", .offers([offer("b")])),
    ])
    let found = await desk.places(at: "https://there.example/")
    #expect(found.trouble == nil && found.offers.count == 1)
  }

  @Test func whatIsTooLongIsSaidToBe() async throws {
    let (desk, _) = try await desk([Place("a", .offers([offer("a")]))])
    let found = await desk.places(at: String(repeating: "x", count: 501))
    #expect(found.offers.isEmpty && found.trouble?.english.contains("longer") == true)
    #expect(await desk.places(at: String(repeating: "x", count: 500)).offers.count == 1)
  }

  @Test func aMailAddressMayComeFromALink() async throws {
    let (desk, _) = try await desk([Place("m", .echo)])
    for typed in ["MAILTO:help@shop.example?subject=Hi%20you", "help@shop.example"] {
      #expect(await desk.offers(for: typed).map(\.target) == ["help@shop.example"], "\(typed)")
    }
  }

  @Test func aPlaceWithNothingToHearIsSaidToHaveNothing() async throws {
    let (desk, _) = try await desk([Place("a", .offers([]))])
    let found = await desk.places(at: "https://there.example/")
    #expect(
      found.offers.isEmpty && found.trouble?.english.contains("Nothing that the desk") == true)
  }

  @Test func aPlaceThatHangsHoldsUpNobodyForLong() async throws {
    let (desk, _) = try await desk([
      Place("a", .nothingEver), Place("b", .offers([offer("b", isOfWords: true)])),
    ])
    async let looking = desk.places(at: "https://there.example/")
    await clock.waitForSleepers()
    clock.advance(by: Desk.longestLook)
    let found = await looking
    #expect(found.offers.map(\.network) == [NetworkName("b")])
    #expect(found.trouble == "It did not answer within \("15") seconds.")
  }

  @Test func whatAnsweredComesBeforeWordsAndWhatCanBeAnsweredBeforeWhatCannot() async throws {
    let (desk, _) = try await desk([
      Place("a", .offers([offer("a", isOfWords: true)])),
      Reading(place: Place("b", .offers([offer("b")]))),
      Place("c", .offers([offer("c")])),
    ])
    let found = await desk.offers(for: "https://there.example/")
    #expect(found.map(\.network.rawValue) == ["c", "b", "a"])
  }

  @Test func whatNeedsAnAccountIsToldAndHeardOnceThatOneHasSignedIn() async throws {
    let mine = offer("m", "help@shop.example", needs: true, as: "help@shop.example")
    let (desk, lead) = try await desk([
      Place("m", .offers([mine])), Place("s", .offers([offer("s", needs: true)])),
    ])
    func connect(_ network: String, _ address: String) async throws -> ID<Account> {
      let name = NetworkName(network)
      let (_, sealed) = try await desk.beginSignIn(name, server: "there.example", by: lead)
      return try await desk.finishSignIn(
        name, sealed: sealed, answer: .token(address), lending: false, by: lead)
    }
    var found = await desk.places(at: "help@shop.example")
    #expect(found.offers.isEmpty && found.toConnect.map(\.network.rawValue) == ["m", "s"])
    #expect(found.trouble == nil)
    await #expect(throws: Problem.self) { try await desk.add(mine, by: lead) }
    // Another mailbox of ours hears nothing of this one.
    _ = try await connect("m", "other@shop.example")
    found = await desk.places(at: "help@shop.example")
    #expect(found.toConnect.count == 2)
    let help = try await connect("m", "Help@shop.example")
    _ = try await connect("s", "@shop")
    found = await desk.places(at: "help@shop.example")
    #expect(found.toConnect.isEmpty && found.offers.count == 2)
    let added = try await desk.add(mine, by: lead)
    let account = try await desk.record.read { try $0.source(added)?.account }
    #expect(account == help)
  }
}
