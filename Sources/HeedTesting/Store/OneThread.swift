import HeedModel

/// A post of ours, below which Ana asks first, then Bob, then Cem; each by one handle, Cem by two that are joined. Beside it
/// Bob has private words with us.
struct OneThread: Sendable {
  let make: Maker
  /// She answers the account, Bea does not.
  let alicia: Member
  let bea: Member
  let us: Handle
  let account: Account
  let people: [Person]
  let ana: Handle
  let bob: Handle
  let cem: Handle
  /// Cem's other handle, that said nothing here.
  let other: Handle
  var talk: Conversation
  let hidden: Conversation
  let root: Post
  /// By Ana, Bob and Cem, in this order, in seconds 20, 30 and 40.
  let asked: [Post]
  let secret: Post

  init(_ make: Maker) {
    self.make = make
    (alicia, bea) = (make.member("Alicia"), make.member("Bea"))
    var us = make.handle("We")
    us.isOurs = true
    self.us = us
    account = make.account(of: us)
    people = ["Ana", "Bob", "Cem"].map {
      Person(id: make.id(), name: $0, firstWordsAt: make.at(20))
    }
    ana = make.handle("Ana", person: people[0].id)
    bob = make.handle("Bob", person: people[1].id)
    cem = make.handle("Cem", person: people[2].id)
    other = make.handle("Cem there", person: people[2].id)
    talk = make.conversation(10, state: .answered, with: ana, account: account)
    hidden = make.conversation(15, state: .answered, with: bob, account: account, isPrivate: true)
    let id = talk.id
    let root = make.post(10, by: us, id, .ours, "We are open on Sunday.")
    self.root = root
    asked = zip([ana, bob, cem], [20, 30, 40] as [Int64]).map { who, seconds in
      make.post(seconds, by: who, id, .toUs, "With repairs?", parent: root.id)
    }
    secret = make.post(15, by: bob, hidden.id, .toUs, "My number.", visibility: .private)
  }

  /// What Alicia answered, once it is delivered: the reply and our post.
  func answer(
    _ seconds: Int64, to post: Post, _ intent: Intent? = nil, words: String = "Until six."
  ) -> (reply: Reply, post: Post) {
    let answered = [talk, hidden].first { $0.id == post.conversation } ?? talk
    let said = make.post(
      seconds, by: us, post.conversation, .ours, words, visibility: post.visibility,
      parent: post.id)
    var reply = make.reply(seconds, by: alicia, in: answered, to: post.id, from: account, words)
    reply.intent = intent
    reply.visibility = post.visibility
    reply.delivery.status = .delivered
    reply.delivery.deliveredAt = make.at(seconds)
    reply.delivery.post = said.id
    return (reply, said)
  }

  func insert(_ answers: [(reply: Reply, post: Post)] = [], into tx: any RecordWriting) throws {
    for member in [alicia, bea] { try tx.insert(member) }
    for person in people { try tx.insert(person) }
    try tx.insert([us, ana, bob, cem, other])
    try tx.insert(account, answerers: [alicia])
    for one in [talk, hidden] { try tx.insert(one) }
    try tx.insert(
      ([root, secret] + asked + answers.map(\.post)).map { NewPost(post: $0, terms: []) })
    for answer in answers { try tx.insert(answer.reply) }
  }
}

extension StoreUnderTest {
  func oneThread(_ answers: (OneThread) -> [(reply: Reply, post: Post)] = { _ in [] })
    async throws -> OneThread
  {
    try await oneThread(OneThread(make), answers)
  }

  func oneThread(
    _ made: OneThread, _ answers: (OneThread) -> [(reply: Reply, post: Post)] = { _ in [] }
  ) async throws -> OneThread {
    let given = answers(made)
    try await write { try made.insert(given, into: $0) }
    return made
  }

  func names(_ list: PeopleList, for viewer: Viewer, limit: Int = 1) async throws -> [String] {
    try await all(limit: limit) { try $0.people(list, "", $1, for: viewer) }.map(\.person.name)
  }
}
