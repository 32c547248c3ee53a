import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk

/// A desk on which things concern members.
struct TellingDesk {
  let test: TestDesk
  var desk: Desk { test.desk }

  init(_ test: TestDesk) async throws {
    self.test = test
    try await test.desk.tellMembers()
  }

  init() async throws { try await self.init(try await TestDesk()) }

  /// Ana wrote, and Bruno answered her: from now on he knows her.
  func meet(_ id: String = "met", by author: String = "ana") async throws -> ID<Conversation> {
    let conversation = try await test.says("Hello?", id: id, by: author)
    _ = try await test.write("Hello, \(author).", in: conversation, by: test.bruno)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    test.pass(.minutes(1))
    try await find()
    return conversation
  }

  func find() async throws { while try await desk.tellMembers() {} }

  /// Unseen and true.
  func open(_ viewer: Viewer) async throws -> [Telling] {
    try await desk.told(PageRequest(), for: viewer).items.map(\.telling).filter(\.isOpen)
  }

  func kinds(_ viewer: Viewer) async throws -> [TellingKind] { try await open(viewer).map(\.kind) }

  func choose(
    _ viewer: Viewer, mail: TellingChoices.Mail = .never, at minute: Int = 540,
    words: Bool = false, kinds: Set<TellingKind> = Set(TellingKind.allCases)
  ) async throws {
    try await desk.save(
      TellingChoices(
        member: viewer.member, mail: mail, mailAt: minute, mailKinds: kinds, mailWords: words,
        pushKinds: kinds, pushWords: words), by: viewer)
  }

  /// The same every day.
  func hours(_ stretches: Range<Int>..., of viewer: Viewer) async throws {
    try await desk.save(
      MemberProfile(
        member: viewer.member, hours: WeekHours(Array(repeating: stretches, count: 7))),
      by: viewer)
  }

  /// One look of the part that writes mails.
  func post(_ desk: Desk? = nil) async throws {
    let desk = desk ?? self.desk
    try await desk.writeDigests()
    try await desk.sendDigests(by: test.mail, in: PlainMemberWords())
  }

  /// Bruno is handed what a stranger asks.
  @discardableResult
  func hand(_ id: String, word: String = "") async throws -> ID<Conversation> {
    let conversation = try await test.says("Which brake fits?", id: id, by: "stranger-\(id)")
    try await desk.handOver(conversation, to: test.bruno.member, word: word, by: test.alicia)
    try await find()
    return conversation
  }
}
