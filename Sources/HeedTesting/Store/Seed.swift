public import HeedModel

/// A desk of any size, the same in every run: what plans and benches are tried on.
///
/// Of `posts` posts about nineteen in twenty are talk about us; each twentieth opens a conversation, in every state
/// there is, some private. Posts stand a minute apart, so that a million cover two years.
public struct Seed: Sendable {
  public let posts: Int
  public let members: [Member]
  public let topics: [Topic]
  public let account: Account
  public let source: Source
  private let us: Handle
  private let maker = Maker()
  private static let chunk = 2_000

  /// The newest post's time.
  public var end: Instant { maker.at(Int64(posts) * 60) }

  public init(posts: Int) {
    self.posts = posts
    let maker = maker
    members = (0..<6).map {
      maker.member("Member \($0)", $0 == 0 ? .lead : $0 == 5 ? .observer : .member)
    }
    topics = (0..<10).map { maker.topic("Topic \($0)") }
    source = maker.source()
    var us = maker.handle("Shop")
    us.isOurs = true
    self.us = us
    account = maker.account(of: us)
  }

  /// - Parameters:
  ///   - record: empty but for its schema.
  ///   - told: how many posts are in, after each transaction.
  public func fill(_ record: some Record, told: (Int) -> Void = { _ in }) async throws {
    try await record.write { [self] tx in
      for member in members { try tx.insert(member) }
      for topic in topics { try tx.insert(topic) }
      try tx.insert([us])
      try tx.insert(account, answerers: [members[0], members[1]])
      try tx.insert(source)
    }
    for start in stride(from: 0, to: posts, by: Self.chunk) {
      let numbers = start..<min(start + Self.chunk, posts)
      try await record.write { [self] tx in
        var stretch = Stretch()
        for number in numbers { add(number, to: &stretch) }
        try stretch.write(tx)
      }
      told(numbers.upperBound)
    }
  }

  private func add(_ number: Int, to stretch: inout Stretch) {
    let seconds = Int64(number) * 60
    let author = author(number, seconds, &stretch)
    let opens = number % 20 == 0
    let isPrivate = opens && number % 240 == 0
    var post = maker.post(
      seconds, by: author, nil, opens ? .toUs : .aboutUs, "Words of post number \(number).",
      visibility: isPrivate ? .private : .public)
    post.source = source.id
    post.language = ["en", "pt", "de", "ar"][number % 4]
    post.reading = Reading(
      language: post.language, tone: Reading.Tone.allCases[number % 3],
      kinds: number % 50 == 7 ? [.spam] : number % 10 == 0 ? [.question] : [], by: "plain-1",
      sureness: 0.5)
    post.wordsUntil = maker.at(seconds) + .days(30)
    // Somebody joins in with what another began.
    if number % 60 == 19, let begun = stretch.posts.last(where: { $0.post.direction == .toUs }) {
      post.conversation = begun.post.conversation
      post.parent = begun.post.id
      post.direction = .toUs
    }
    stretch.posts.append(
      NewPost(
        post: post, terms: terms(number),
        matches: number % 4 == 0
          ? [TopicMatch(topic: topics[number / 4 % 10].id, post: post.id, version: 1)] : []))
    if number % 15 == 3 {
      stretch.reactions.append(
        Reaction(kind: .liked, post: post.id, by: author.id, at: maker.at(seconds)))
    }
    if opens { addConversation(number, post, author, isPrivate, &stretch) }
  }

  private func author(_ number: Int, _ seconds: Int64, _ stretch: inout Stretch) -> Handle {
    // Three posts by each, and a person behind those who spoke to us.
    if number % 3 != 0, let last = stretch.handles.last { return last }
    let person = Person(
      id: maker.id(seconds), name: "Person \(number)", firstWordsAt: maker.at(seconds))
    let isKnown = [0, 1, 2].contains { (number + $0) % 20 == 0 }
    if isKnown { stretch.people.append(person) }
    var handle = maker.handle("Handle \(number)", person: isKnown ? person.id : nil)
    // Of one instant there are two million ids; a large desk has more of everything.
    handle.id = maker.id(seconds)
    stretch.handles.append(handle)
    return handle
  }

  private func addConversation(
    _ number: Int, _ post: Post, _ author: Handle, _ isPrivate: Bool, _ stretch: inout Stretch
  ) {
    let seconds = Int64(number) * 60
    let turn = number / 20
    let states: [ConversationState] = [.answered, .done, .waiting, .solved, .done, .snoozed]
    var conversation = Conversation(
      id: post.conversation, network: post.network, account: account.id, handle: author.id,
      isPrivate: isPrivate, state: states[turn % states.count], lastPostAt: maker.at(seconds))
    if conversation.state == .waiting || conversation.state == .snoozed {
      conversation.waitingSince = conversation.lastPostAt
      conversation.waitingPost = post.id
      conversation.rank = conversation.lastPostAt.milliseconds
    }
    if conversation.state == .snoozed { conversation.snoozedUntil = end + .hours(1) }
    let member = members[turn % 5]
    stretch.conversations.append(conversation)
    stretch.events.append(
      maker.event(.postsHeard, seconds, in: conversation.id, subject: post.id.value))
    stretch.events.append(maker.event(.claimed, seconds, by: member.id, in: conversation.id))
    if turn % 7 == 0 {
      stretch.handOvers.append(
        HandOver(
          id: maker.id(seconds), conversation: conversation.id, from: members[0].id,
          to: member.id, word: "Please.", at: maker.at(seconds)))
    }
    guard conversation.state == .answered else { return }
    var reply = maker.reply(
      seconds + 30, by: member, in: conversation, to: post.id, from: account, "Answer \(number).")
    var ours = maker.post(
      seconds + 31, by: us, conversation.id, .ours, reply.signedText, parent: post.id)
    ours.source = source.id
    let isStuck = turn % 600 == 0
    reply.delivery.status = isStuck ? .failed : .delivered
    reply.delivery.deliveredAt = isStuck ? nil : maker.at(seconds + 31)
    reply.delivery.post = isStuck ? nil : ours.id
    stretch.replies.append(reply)
    if !isStuck {
      stretch.posts.append(NewPost(post: ours, terms: ["answer"]))
      if turn % 60 == 6 {
        stretch.mistakes.append(
          Mistake(
            id: maker.id(seconds + 90), member: member.id, post: ours.id, page: nil,
            words: "Answer", said: "Another", noticedBy: .person(post.id),
            saidAt: maker.at(seconds + 31), noticedAt: maker.at(seconds + 90)))
      }
      for age in [60, 300, 3600] as [Int64] {
        stretch.counts.append(
          PostCount(
            post: ours.id, at: maker.at(seconds + 31 + age), views: Int(age / 20), liked: 1,
            followers: 800))
      }
    }
    stretch.cameBack.append((post.id, member.id, conversation.id))
  }

  /// A word that every post has, some that many have, some that few have.
  private func terms(_ number: Int) -> [String] {
    ["words", "post", "n\(number)", "tenth\(number % 10)", "hundredth\(number % 100)"]
      + (0..<8).map { "w\((number &* 7919 &+ $0 &* 104_729) % 20_011)" }
      + (number % 5_000 == 17 ? ["rare"] : [])
  }
}

/// What goes in together.
private struct Stretch {
  var people: [Person] = []
  var handles: [Handle] = []
  var posts: [NewPost] = []
  var conversations: [Conversation] = []
  var reactions: [Reaction] = []
  var events: [Event] = []
  var replies: [Reply] = []
  var handOvers: [HandOver] = []
  var cameBack: [(ID<Post>, ID<Member>, ID<Conversation>)] = []
  var counts: [PostCount] = []
  var mistakes: [Mistake] = []

  func write(_ tx: any RecordWriting) throws {
    for person in people { try tx.insert(person) }
    try tx.insert(handles)
    try tx.insert(posts)
    for conversation in conversations { try tx.insert(conversation) }
    try tx.save(reactions)
    for event in events { try tx.append(event) }
    for reply in replies { try tx.insert(reply) }
    for handOver in handOvers { try tx.insert(handOver) }
    for (post, member, conversation) in cameBack {
      try tx.insertCameBack(post, to: member, conversation: conversation)
    }
    for mistake in mistakes { try tx.insert(mistake) }
    if let network = posts.first?.post.network { try tx.save(counts, on: network) }
  }
}
