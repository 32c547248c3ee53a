import HeedDesk
import HeedModel
import HeedTesting
import Testing

struct PastTests {
  @Test func aTopicFindsItsPastInTheBackgroundAndGoesOnWhereItWasCutOff() async throws {
    let desk = try await TestDesk()
    let make = Maker()
    let author = make.handle()
    let now = desk.clock.now()
    let posts = (0..<700).map { number -> NewPost in
      let plain = make.post(0, by: author)
      let at = now - .minutes(Int64(number) + 1)
      let post = Post(
        id: ID(IDLayout.id(at: at, tail: plain.id.value)), network: plain.network,
        remoteID: plain.remoteID, author: author.id, conversation: plain.conversation, parent: nil,
        direction: .aboutUs, visibility: .public, receivedAt: at, text: RichText(plain: "the oven"))
      return NewPost(post: post, terms: ["the", "oven"])
    }
    try await desk.store.write { tx in
      try tx.insert([author])
      try tx.insert(posts)
    }
    func caught(_ topic: ID<Topic>) async throws -> Int {
      try await desk.desk.trend(of: topic).days.map(\.count).reduce(0, +)
    }
    let topic = try await desk.desk.saveTopic(nil, name: "", query: "oven", by: desk.lead)
    #expect(try await caught(topic) == 200)
    let past = try await desk.store.read { try $0.past(of: topic) }
    #expect(past?.found == 200)
    #expect(past?.reachedAt == now - .minutes(200))
    try await desk.desk.findPasts()
    #expect(try await caught(topic) == 700)
    #expect(try await desk.store.read { try $0.pasts() } == [])

    // Another name looks for nothing; another query begins anew, its removal ends it.
    _ = try await desk.desk.saveTopic(topic, name: "Ovens", query: "oven", by: desk.lead)
    #expect(try await caught(topic) == 700)
    _ = try await desk.desk.saveTopic(topic, name: "Ovens", query: "the oven", by: desk.lead)
    #expect(try await caught(topic) == 200)
    try await desk.desk.removeTopic(topic, by: desk.lead)
    try await desk.desk.findPasts()
    #expect(try await desk.store.read { try $0.pasts() } == [])
  }
}
