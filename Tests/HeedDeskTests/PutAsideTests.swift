import HeedModel
import HeedNetwork
import HeedReading
import HeedTesting
import Testing

@testable import HeedDesk

/// Spam that speaks to us waits for nobody, and nothing is lost by it.
@Suite struct PutAsideTests {
  private static let lure = "Buy followers now, online casino and backlinks inside"

  private func aside(_ test: TestDesk, _ viewer: Viewer? = nil) async throws -> [ID<Conversation>] {
    try await test.desk.conversations(.putAside, PageRequest(), for: viewer ?? test.alicia).rows
      .map(
        \.conversation.id)
  }

  private func line(_ test: TestDesk) async throws -> [ID<Conversation>] {
    try await test.desk.today(PageRequest(), for: test.alicia).waiting.rows.map(\.conversation.id)
  }

  @Test func spamThatSpeaksToUsIsPutAsideAndBroughtBackWithOnePress() async throws {
    let test = try await TestDesk()
    let real = try await test.says("Do you repair rims?", id: "a", by: "ana")
    let spam = try await test.says(Self.lure, id: "s", by: "sol")
    #expect(try await test.post("s").reading.kinds == [.spam])
    #expect(try await line(test) == [real])
    #expect(try await aside(test) == [spam])
    let today = try await test.desk.today(PageRequest(), for: test.alicia)
    #expect(today.putAsideCount == 1 && today.waitingCount == 1)
    let standing = try await test.conversation(spam)
    #expect(standing.waitingSince == nil && standing.rank == nil)
    #expect(standing.waitingPost == (try await test.post("s")).id)

    await #expect(throws: Problem.self) { try await test.desk.bringBack(spam, by: test.observer) }
    try await test.desk.bringBack(spam, by: test.bruno)
    #expect(try await aside(test).isEmpty)
    #expect(try await Set(line(test)) == [real, spam])
    let read = try await test.post("s")
    #expect(read.reading.isByMember && !read.reading.kinds.contains(.spam))
    #expect(try await test.conversation(spam).waitingSince == read.publishedAt)
    try await test.desk.bringBack(spam, by: test.bruno)
    #expect(try await test.events(of: spam).filter { $0 == .readingCorrected }.count == 1)
    // From now on they are somebody: no machine puts them aside.
    let next = try await test.says(Self.lure, id: "t", by: "sol")
    #expect(try await line(test).contains(next))
    // Taken back, it is as it was.
    try await test.desk.undoReading(of: read.id, by: test.bruno)
    #expect(try await aside(test).contains(spam))
  }

  /// The desk's own reader, which learns: the words that were brought back are no spam any more, whoever says them.
  @Test func whatWasBroughtBackIsLearntFrom() async throws {
    let test = try await TestDesk()
    let desk = test.another(seed: 3, reader: TrainedReader())
    var lure = FakeNetwork.post(
      "s", "For only $12 you can buy 4K followers https://lure.example/f", by: "sol",
      at: test.clock.now(), toUs: true)
    lure.language = "en"
    try await desk.hear([.post(lure)], from: test.source)
    let post = try await test.post("s")
    #expect(post.reading.kinds == [.spam])
    #expect(try await test.conversation(post.conversation).state == .putAside)
    let spam = { desk.reasons(of: post).reading.kinds.contains(.spam) }
    try await desk.bringBack(post.conversation, by: test.bruno)
    #expect(!spam())
    #expect(try await !test.post("s").reading.kinds.isEmpty)
  }

  @Test func whomWeTalkedWithIsNeverPutAsideByTheMachine() async throws {
    let test = try await TestDesk()
    let first = try await test.says("Do you repair rims?", id: "a", by: "ana")
    _ = try await test.write("We do.", in: first)
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    let again = try await test.says(Self.lure, id: "b", by: "ana")
    #expect(try await test.post("b").reading.kinds == [.spam])
    #expect(try await line(test).contains(again))
    #expect(try await aside(test).isEmpty)
    // A member may say it.
    let post = try await test.post("b")
    try await test.desk.correctReading(
      of: post.id, language: "en", tone: nil, kinds: [.spam], by: test.bruno)
    #expect(try await aside(test) == [again])
  }

  @Test func whatSomebodyWorksOnIsNotTakenFromThem() async throws {
    let test = try await TestDesk()
    let talk = try await test.says("Do you repair rims?", id: "a", by: "ana")
    try await test.desk.claim(talk, by: test.alicia)
    try await test.hear([.removed(RemoteID("a"))])
    try await test.says(Self.lure, id: "b", by: "sol", parent: RemoteID("a"))
    #expect(try await test.conversation(talk).state == .waiting)
    try await test.desk.release(talk, by: test.alicia)
    #expect(try await test.conversation(talk).state == .putAside)
  }

  /// Beside somebody who asks, spam hides nobody and is hidden; once they are answered it is put aside.
  @Test func besideARealQuestionSpamHidesNobody() async throws {
    let test = try await TestDesk()
    let talk = try await test.says(Self.lure, id: "s", by: "sol")
    #expect(try await aside(test) == [talk])
    try await test.says("Is this your shop?", id: "q", by: "ana", parent: RemoteID("s"))
    #expect(try await test.conversation(talk).waitingPost == (try await test.post("q")).id)
    #expect(try await aside(test).isEmpty)
    let reply = try await test.desk.send(
      ReplyRequest(
        conversation: talk, inReplyTo: try await test.post("q").id, text: "It is.", anyway: true),
      by: test.alicia)
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    #expect(try await test.reply(reply.id).delivery.status == .delivered)
    #expect(try await line(test).isEmpty)
  }

  @Test func privateSpamIsListedForThoseWhoAnswerIt() async throws {
    let test = try await TestDesk()
    let spam = try await test.says(Self.lure, id: "s", by: "sol", visibility: .private)
    #expect(try await aside(test) == [spam])
    #expect(try await aside(test, test.carla).isEmpty)
    await #expect(throws: Problem.self) { try await test.desk.bringBack(spam, by: test.carla) }
  }

  @Test func withTheReadingOfKindsOffNobodyIsPutAside() async throws {
    let test = try await TestDesk()
    try await test.desk.switchReaders(off: [.kind], by: test.lead)
    let spam = try await test.says(Self.lure, id: "s", by: "sol")
    #expect(try await line(test) == [spam])
  }

  /// Of any talk: what is real waits as if there were no spam beside it, and whatever is nowhere in the line and
  /// unanswered is put aside.
  @Test func spamChangesNothingForOthers() {
    let randomness = SeededRandomness(seed: 99)
    func below(_ limit: Int) -> Int { Int(randomness.number() % UInt64(limit)) }
    func at(_ minute: Int) -> Instant { Instant(seconds: Int64(minute) * 60) }
    for _ in 0..<count(300, full: 5_000) {
      var posts: [ConversationRecords.Spoken] = []
      for number in 0..<(1 + below(8)) {
        let isOurs = below(4) == 0
        var post = ConversationRecords.Spoken(
          post: ID(Int64(number + 1)), at: at(number + below(3)), direction: isOurs ? .ours : .toUs,
          kinds: !isOurs && below(2) == 0 ? [.spam] : [], by: ID(isOurs ? 9 : Int64(below(4))),
          answers: number > 0 && below(2) == 0 ? ID(Int64(1 + below(number))) : nil)
        post.isReadByMember = below(5) == 0
        posts.append(post)
      }
      var records = ConversationRecords(posts: posts)
      records.acquainted = Set((0..<4).filter { _ in below(3) == 0 }.map { ID(Int64($0)) })
      var plain = records
      plain.posts = plain.posts.map {
        var post = $0
        post.kinds = []
        return post
      }
      let (read, whole) = (records.unanswered(), plain.unanswered())
      let isAside = { (post: ConversationRecords.Spoken) in
        post.kinds.contains(.spam)
          && (post.isReadByMember || !records.acquainted.contains(post.by ?? ID(-1)))
      }
      let all = Set(whole.waiting.map(\.post))
      #expect(Set(read.waiting.map(\.post)).union(read.aside.map(\.post)) == all)
      #expect(read.waiting.allSatisfy { !isAside($0) } && read.aside.allSatisfy(isAside))
      let standing = Standing(of: records, headStarts: [:], now: at(100))
      #expect(standing.waitingSince == read.waiting.first?.at)
      #expect((standing.state == .putAside) == (read.waiting.isEmpty && !read.aside.isEmpty))
    }
  }
}
