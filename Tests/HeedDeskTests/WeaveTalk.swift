import HeedModel
import HeedNetwork

/// Threads that people might write on a network: answers, edits, removals, private words, our own posts, words of those
/// who opted out, and posts that never arrive. Every post has one truth, whatever is heard of it.
struct WeaveTalk {
  /// One thing to be heard, through one of two sources.
  struct Event {
    var source: Int
    var event: RemoteEvent
  }

  private(set) var events: [Event] = []
  private(set) var ids: [RemoteID] = []

  init(threads: Int, chance: inout WeaveChance) {
    for thread in 0..<threads { addThread(thread, &chance) }
  }

  private mutating func addThread(_ thread: Int, _ chance: inout WeaveChance) {
    var said: [RemotePost] = []
    for number in 0..<Int.random(in: 1...12, using: &chance) {
      let at = WeaveDesk.now - .hours(9) + .minutes(Int64(thread * 20 + number))
      let parent = number == 0 ? nil : said.randomElement(using: &chance)
      let isOurs = chance.isLucky(15)
      let author = isOurs ? WeaveDesk.us : Self.stranger(Int.random(in: 0..<6, using: &chance))
      var post = RemotePost(
        reference: RemoteReference(remoteID: RemoteID("\(thread).\(number)")), author: author,
        publishedAt: at, parent: parent?.reference.remoteID,
        visibility: chance.isLucky(5) ? .private : .public, title: nil,
        text: RichText(plain: "first words of \(thread).\(number)"))
      let answersUs = parent?.author == WeaveDesk.us
      // The network tells us of answers to us, most of the time; of those who opted out, always.
      post.toUs =
        !isOurs && (chance.isLucky(6) || answersUs && (author.optedOut || chance.isLucky(50)))
      // Who opted out is heard where they speak to us, and only there: an edit heard elsewhere first would be lost.
      post.isOpening = number == 0 && !author.optedOut
      post.byHost = isOurs
      if !isOurs, chance.isLucky(5) { post.mentions = [WeaveDesk.us.remoteID] }
      said.append(post)
      add(post, &chance)
    }
  }

  private mutating func add(_ post: RemotePost, _ chance: inout WeaveChance) {
    let id = post.reference.remoteID
    ids.append(id)
    // Some never arrive, and their answers hang on the place where they would be.
    guard !chance.isLucky(8) else { return }
    events.append(Event(source: 0, event: .post(post)))
    if chance.isLucky(30) { events.append(Event(source: 1, event: .post(post))) }
    if chance.isLucky(15), !post.author.optedOut {
      // A source that knows nothing of threads, nor of us.
      var bare = post
      bare.parent = nil
      bare.toUs = false
      bare.mentions = []
      bare.isOpening = false
      events.append(Event(source: 1, event: .post(bare)))
    }
    var edited = post
    for number in 1...3 where chance.isLucky(20) {
      edited.editedAt = post.publishedAt + .minutes(Int64(number))
      edited.text =
        chance.isLucky(30) ? post.text : RichText(plain: "words \(number) of \(id.rawValue)")
      edited.title = chance.isLucky(20) ? "A title" : nil
      events.append(Event(source: number % 2, event: .post(edited)))
    }
    if chance.isLucky(10) { events.append(Event(source: 0, event: .removed(id))) }
  }

  private static func stranger(_ number: Int) -> RemoteHandle {
    RemoteHandle(
      remoteID: RemoteID("h\(number)"), address: "@h\(number)@there.example", name: "H\(number)",
      optedOut: number == 5)
  }
}
