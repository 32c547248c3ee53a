import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// What proves a handle is neither kept nor worth more than it says, whichever way it comes.
@Suite struct ProofTests {
  private let here = "192.0.2.7"

  private func begin(_ desk: Desk, _ typed: String) async throws -> String {
    try await desk.beginProof(
      typed, letter: LetterWords(subject: "Your link", text: "Open {link} now"), language: "en",
      from: here)
  }

  /// The desk looks at the post first, and the source that listens brings it later.
  @Test(arguments: [true, false])
  func thePostWithTheCodeIsNotKeptWhoeverBringsItFirst(_ usesProof: Bool) async throws {
    let test = try await TestDesk()
    try await test.says("Is my bicycle ready?", id: "q")
    let token = try await begin(test.desk, "@ana@fake.example")
    let open = try #require(try await test.desk.openProof(token: token))
    var post = FakeNetwork.post("x", "It is me: \(open.code)", at: test.clock.now())
    post.author.page = "https://fake.example/@ana"
    test.far.stand(post)
    try await test.desk.lookForProof(token: token, at: "https://fake.example/p/x", from: here)
    if usesProof {
      #expect(try await test.desk.checkProof(token: token, from: here) != nil)
    }
    test.pass(.minutes(1))
    try await test.hear([.post(post)])
    #expect(try await Grep.holds("It is me", test.database) == false)
    #expect(try await test.desk.figures(for: test.alicia).waiting == 1)
    // Somebody else who repeats it says something.
    try await test.says("Look: \(open.code)", id: "m", by: "mallory")
    #expect(try await test.post("m").text.plain.contains(open.code))
    #expect(try await test.desk.checkProof(token: token, from: here) == nil || !usesProof)
    // Its half hour over, nothing is left of it.
    test.pass(.minutes(31))
    _ = try await begin(test.desk, "@ben@fake.example")
    try await test.says(open.code, id: "late")
    #expect(try await test.post("late").text.plain == open.code)
  }

  /// In a comment's form anybody types whatever page they like as theirs.
  @Test func aPageProvesNobodyWhoOnlyTypedIt() async throws {
    let test = try await TestDesk()
    let pages = PageNetwork()
    let guests = FakeGuests()
    let desk = test.desk(with: [pages, guests])
    try await test.store.write { tx in
      for (id, network) in [("corp.example/", pages.name), ("guest-1", guests.name)] {
        try tx.insert([
          Handle(
            id: desk.newID(), network: network, remoteID: RemoteID(id), address: id, name: id,
            page: "https://corp.example/")
        ])
      }
    }
    let token = try await begin(desk, "https://corp.example/")
    let open = try #require(try await desk.openProof(token: token))
    pages.set("https://corp.example/", [open.link])
    try await desk.lookForProof(token: token, at: "https://corp.example/", from: here)
    let opened = try #require(try await desk.checkProof(token: token, from: here))
    let visit = try #require(try await desk.visit(token: opened))
    #expect(try await desk.theirSide(visit).handles.map(\.name) == ["corp.example/"])
  }

  /// Signs that nobody sees make no other mailbox of the same address.
  @Test func lettersAreCountedByTheMailboxThatTheyGoTo() async throws {
    let test = try await TestDesk()
    let letters = LetterNetwork()
    let desk = test.desk(with: [letters])
    let account = try await letters.connect(test, desk)
    let source = try #require(
      try await test.store.read { try $0.sources() }.first { $0.account == account })
    try await desk.hear(
      [.post(letters.mail("m1", "My order", from: "ana@mail.example", test.clock.now()))],
      from: source.id)
    for sign in ["", "\u{2066}", "\u{200B}", "\u{2060}", "\u{200E}"] {
      _ = try await begin(desk, "ana\(sign)@mail.example")
    }
    for _ in 0..<6 { try await desk.sendProofLetters { "/you/link/\($0)" } }
    #expect(letters.sent.count == 3)
  }
}

/// A network on which anybody may write any page beside their name.
private struct FakeGuests: Network {
  let name = NetworkName("guests")
  let title: Message = "Guests"
  func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    Capabilities(reply: .never)
  }
  func listen(to source: ListeningSource) async throws -> Heard { Heard(cursor: source.cursor) }
  func offers(for typed: String) async throws -> [Offer] { [] }
}
