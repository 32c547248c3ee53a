import HeedModel

/// What a server of the double holds.
struct MastodonWorld {
  struct Person {
    var id: String
    var acct: String
    var name: String
    var note = ""
    var isBot = false
    var noIndex = false
    var indexable: Bool?
    var movedTo: String?
    var followers = 0
    var username: String { String(acct.prefix { $0 != "@" }) }
    var isLocal: Bool { !acct.contains("@") }
  }

  struct Post {
    var id: String
    /// Order in lists: by time of writing, except where a server sorts by arrival.
    var rank: UInt64
    var uri: String
    var author: String
    var html: String
    var text: String
    var warning = ""
    var visibility = "public"
    var language: String?
    var createdAt: Instant
    var editedAt: Instant?
    var parent: String?
    var mentions: [String] = []
    var tags: [String] = []
    var media: [String] = []
    var boosted: String?
    var quoted: String?
    var key: String?
    /// Who liked it, and who passed it on.
    var likedBy: Set<String> = []
    var sharedBy: Set<String> = []
  }

  struct Notice {
    var id: UInt64
    var kind: String
    var by: String
    var to: String
    var post: String?
    var at: Instant
    var isFiltered = false
    /// Where somebody moved to.
    var target: String?
  }

  struct Medium {
    var id: String
    var type: String
    var alternative: String
    var asked = 0
  }

  let host: String
  let manner: MastodonManner
  var serial: UInt64 = 0
  var people: [String: Person] = [:]
  var posts: [String: Post] = [:]
  /// Ranks of ids that are gone too: a page can begin below a post that was deleted.
  var ranks: [String: UInt64] = [:]
  /// How many answers a post has.
  var answers: [String: Int] = [:]
  var notices: [Notice] = []
  var media: [String: Medium] = [:]
  var tokens: [String: String] = [:]
  var keys: [String: String] = [:]

  mutating func next() -> UInt64 {
    serial += 1
    return serial
  }

  mutating func id(rank: UInt64) -> String {
    switch manner.ids {
    case .snowflake, .number: String(rank)
    case .ulid: "01" + Self.padded(rank, "0123456789ABCDEFGHJKMNPQRSTVWXYZ", 24)
    case .flake:
      "A"
        + Self.padded(
          rank, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 17)
    case .hash:
      String(rank >> 16)
        + Self.padded(rank &* 0x9E37_79B9_7F4A_7C15, "0123456789abcdef", 32)
    }
  }

  private static func padded(_ number: UInt64, _ alphabet: String, _ width: Int) -> String {
    let digits = Array(alphabet)
    var rest = number
    var out: [Character] = []
    while out.count < width {
      out.append(digits[Int(rest % UInt64(digits.count))])
      rest /= UInt64(digits.count)
    }
    return String(out.reversed())
  }

  mutating func rank(at instant: Instant) -> UInt64 {
    let tail = next() & 0xFFFF
    // snac keeps an index in the order of arrival.
    if manner.ids == .hash { return (1_700_000_000_000 << 16) + (next() << 4) }
    return UInt64(max(instant.milliseconds, 0)) << 16 | tail
  }

  func person(_ acct: String) -> Person? { people.values.first { $0.acct == acct } }
  func named(_ uri: String) -> Post? {
    posts.values.first { ($0.uri == uri || url($0) == uri) && $0.boosted == nil }
  }

  func url(_ post: Post) -> String {
    let author = people[post.author]
    guard let author, author.isLocal else { return post.uri }
    return "https://\(host)/@\(author.username)/\(post.id)"
  }

  /// Whether somebody may read a post; `nil` is nobody in particular.
  func mayRead(_ post: Post, _ reader: String?) -> Bool {
    if post.visibility == "public" || post.visibility == "unlisted" { return true }
    guard let reader else { return false }
    return post.author == reader || post.mentions.contains(reader)
  }

  /// Adds what a post tells people: mentions, and answers to theirs.
  mutating func tell(_ post: Post, at now: Instant, isFiltered: Bool) -> [Notice] {
    var told: Set<String> = []
    for person in post.mentions where person != post.author && people[person]?.isLocal == true {
      told.insert(person)
    }
    if let parent = post.parent.flatMap({ posts[$0] }), parent.author != post.author,
      people[parent.author]?.isLocal == true
    {
      told.insert(parent.author)
    }
    return told.sorted().map {
      notify("mention", by: post.author, to: $0, post: post.id, at: now, isFiltered: isFiltered)
    }
  }

  mutating func notify(
    _ kind: String, by: String, to: String, post: String?, at: Instant, isFiltered: Bool = false
  ) -> Notice {
    let notice = Notice(
      id: 1000 + next(), kind: kind, by: by, to: to, post: post, at: at, isFiltered: isFiltered)
    notices.append(notice)
    return notice
  }
}
