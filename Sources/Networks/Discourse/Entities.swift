import HeedNetwork

/// A post as a forum tells it (https://docs.discourse.org/#tag/Posts).
struct ForumPost: Decodable, Sendable {
  var id: Int
  var topic: Int
  var number: Int
  var slug: String?
  var title: String?
  var username: String
  var userID: Int?
  var name: String?
  var avatar: String?
  var created: String
  var updated: String?
  var cooked: String
  var raw: String?
  var answers: Int?
  var version: Int
  /// 1 is what somebody wrote, 2 a word of the moderators; 3 tells that something was done, 4 is a whisper of the staff.
  var type: Int
  var isGone: Bool
  /// Flagged, and shown to nobody until somebody there looked at it: another text stands in its place meanwhile.
  var isHidden: Bool
  var readers: Int?
  var likes: Int?
  /// Posts that answer it.
  var answered: Int?
  var quotes: Int?
  var isPrivate: Bool?
  /// By somebody who runs the forum.
  var isByStaff: Bool

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    guard let id = fields.number("id"), id > 0, let topic = fields.number("topic_id"), topic > 0,
      let number = fields.number("post_number"), number > 0
    else { throw Unreadable() }
    self.id = id
    self.topic = topic
    self.number = number
    slug = fields.word("topic_slug")
    title = fields.word("topic_title") ?? fields.word("title")
    username = try fields.neededText("username")
    userID = fields.number("user_id")
    name = fields.word("display_username") ?? fields.word("name")
    avatar = fields.word("avatar_template")
    created = try fields.neededText("created_at")
    updated = fields.word("updated_at")
    cooked = fields.text("cooked") ?? ""
    raw = fields.text("raw")
    answers = fields.number("reply_to_post_number")
    version = fields.number("version") ?? 1
    type = fields.number("post_type") ?? 1
    isGone = fields.has("deleted_at") || fields.flag("user_deleted") == true
    isHidden = fields.flag("hidden") == true
    readers = fields.number("readers_count") ?? fields.number("reads")
    // Of the ways to act on a post, the second is to like it.
    let actions: [Action] = fields.list("actions_summary")
    likes = actions.first { $0.id == 2 }?.count
    answered = fields.number("reply_count")
    quotes = fields.number("quote_count")
    isByStaff = ["staff", "admin", "moderator"].contains { fields.flag($0) == true }
    isPrivate = fields.word("topic_archetype").map { $0 == "private_message" }
  }

  var isSaid: Bool { (type == 1 || type == 2) && !isHidden }

  private struct Action: Decodable {
    var id: Int
    var count: Int

    init(from decoder: any Decoder) throws {
      let fields = try Fields(decoder)
      guard let id = fields.number("id") else { throw Unreadable() }
      self.id = id
      count = fields.number("count") ?? 0
    }
  }
}

/// The newest posts of a whole forum, or one of them after it was written.
struct Latest: Decodable, Sendable {
  var posts: [ForumPost]

  init(from decoder: any Decoder) throws {
    posts = try Fields(decoder).neededList("latest_posts")
  }
}

/// A topic with some of its posts, and the ids of all.
struct Topic: Decodable, Sendable {
  var id: Int?
  var title: String?
  var isPrivate: Bool
  var posts: [ForumPost]
  var stream: [Int]

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    id = fields.number("id")
    title = fields.word("title")
    isPrivate = fields.text("archetype") == "private_message"
    let stream: Stream = try fields.needed("post_stream")
    posts = stream.posts
    self.stream = stream.ids
  }

  private struct Stream: Decodable {
    var posts: [ForumPost]
    var ids: [Int]

    init(from decoder: any Decoder) throws {
      let fields = try Fields(decoder)
      posts = try fields.neededList("posts")
      ids = fields.ids("stream").compactMap { Int($0) }
    }
  }
}

/// Something that a forum tells an account of (https://docs.discourse.org/#tag/Notifications).
struct Notice: Decodable, Sendable {
  /// Those that mean something of their own; a notice of any other kind is heard for the post that it tells of.
  enum Kind: Int, Sendable {
    case mentioned = 1
    case replied = 2
    case quoted = 3
    case edited = 4
    case liked = 5
    case privateMessage = 6
    case invitedToMessage = 7
    case posted = 9
    case groupMentioned = 15
    case watchingFirstPost = 17
    case reacted = 25

    /// Somebody speaks to the account, rather than near it.
    var isToUs: Bool {
      switch self {
      case .mentioned, .replied, .quoted, .privateMessage, .invitedToMessage, .groupMentioned: true
      case .edited, .liked, .posted, .watchingFirstPost, .reacted: false
      }
    }
  }

  var id: String
  /// The forum's own number of its kind.
  var type: Int?
  var kind: Kind? { type.flatMap { Kind(rawValue: $0) } }
  var created: String?
  var topic: Int?
  var number: Int?
  var post: String?
  var by: String?

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    id = try fields.id("id")
    type = fields.number("notification_type")
    created = fields.word("created_at")
    topic = fields.number("topic_id")
    number = fields.number("post_number")
    let data: Told? = fields.one("data")
    post = data?.post
    by = data?.by
  }

  private struct Told: Decodable {
    var post: String?
    var by: String?

    init(from decoder: any Decoder) throws {
      let fields = try Fields(decoder)
      post = try? fields.id("original_post_id")
      by = fields.word("display_username") ?? fields.word("original_username")
    }
  }
}

struct Notices: Decodable, Sendable {
  var notices: [Notice]

  init(from decoder: any Decoder) throws {
    notices = try Fields(decoder).neededList("notifications")
  }
}

/// Who an account is.
struct Session: Decodable, Sendable {
  var username: String
  var name: String?
  var avatar: String?

  init(from decoder: any Decoder) throws {
    let user: User = try Fields(decoder).needed("current_user")
    (username, name, avatar) = (user.username, user.name, user.avatar)
  }

  private struct User: Decodable {
    var username: String
    var name: String?
    var avatar: String?

    init(from decoder: any Decoder) throws {
      let fields = try Fields(decoder)
      username = try fields.neededText("username")
      name = fields.word("name")
      avatar = fields.word("avatar_template")
    }
  }
}

/// What a forum says about itself to everybody.
struct Site: Decodable, Sendable {
  var title: String

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    // Other programs have a page of this name, too; only Discourse has these beside each other.
    guard
      fields.has("logo_url") || fields.has("apple_touch_icon_url") || fields.has("mobile_logo_url")
    else { throw Unreadable() }
    title = try fields.neededText("title")
  }
}

/// What comes back of a post: the post, or that somebody has to let it through first.
struct Written: Decodable, Sendable {
  var post: ForumPost?
  var isHeld: Bool

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    isHeld = fields.text("action") == "enqueued"
    post = fields.one("post") ?? (try? ForumPost(from: decoder))
    guard isHeld || post != nil else { throw Unreadable() }
  }
}

struct Unreadable: Error {}
