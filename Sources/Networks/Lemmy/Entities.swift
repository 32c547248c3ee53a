import HeedNetwork

struct Site: Decodable, Sendable {
  var title: String?
  var version: String?

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    version = fields.word("version")
    let view: View? = fields.one("site_view")
    title = view?.name
    hasView = fields.has("site_view")
  }

  private let hasView: Bool
  var isOne: Bool { hasView && version != nil }

  private struct View: Decodable {
    var name: String?
    init(from decoder: any Decoder) throws {
      let site: Named? = try Fields(decoder).one("site")
      name = site?.name
    }
  }

  private struct Named: Decodable {
    var name: String?
    init(from decoder: any Decoder) throws { name = try Fields(decoder).word("name") }
  }
}

/// Somebody. Times and names of fields differ between the APIs; both are read.
struct Person: Decodable, Sendable {
  var id: Int
  var name: String
  var shown: String?
  var page: String
  var picture: String?
  var isBot: Bool

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    guard let id = fields.number("id") else { throw Unreadable() }
    self.id = id
    name = try fields.neededText("name")
    shown = fields.word("display_name")
    guard let page = fields.word("ap_id") ?? fields.word("actor_id") else { throw Unreadable() }
    self.page = page
    picture = fields.word("avatar")
    isBot = fields.flag("bot_account") ?? false
  }
}

/// What all that is said has in common.
struct Said: Decodable, Sendable {
  var id: Int
  var page: String
  var content: String
  var published: String
  var updated: String?
  var isGone: Bool
  var post: Int?
  var path: String?
  var title: String?
  var url: String?

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    guard let id = fields.number("id"), let page = fields.word("ap_id") else { throw Unreadable() }
    self.id = id
    self.page = page
    content = fields.text("content") ?? fields.text("body") ?? ""
    guard let published = fields.word("published_at") ?? fields.word("published") else {
      throw Unreadable()
    }
    self.published = published
    updated = fields.word("updated_at") ?? fields.word("updated")
    isGone = fields.flag("deleted") == true || fields.flag("removed") == true
    post = fields.number("post_id")
    path = fields.word("path")
    title = fields.word("name")
    url = fields.word("url")
  }

  /// The comment right above, from `0.12.34`; `nil` for one right below its post.
  var above: Int? {
    let steps = (path ?? "").split(separator: ".").compactMap { Int($0) }
    return steps.count >= 3 ? steps[steps.count - 2] : nil
  }
}

/// A community, as a view names it.
struct Community: Decodable, Sendable {
  var name: String
  var page: String?

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    name = try fields.neededText("name")
    page = fields.word("ap_id") ?? fields.word("actor_id")
  }
}

struct CommentView: Decodable, Sendable {
  var community: Community?
  var comment: Said
  var creator: Person
  var post: Said?
  /// By somebody who runs the community or the server.
  var byHost: Bool

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    byHost = ["creator_is_moderator", "creator_is_admin"].contains { fields.flag($0) == true }
    comment = try fields.needed("comment")
    community = fields.one("community")
    creator = try fields.needed("creator")
    post = fields.one("post")
  }
}

struct PostView: Decodable, Sendable {
  var community: Community?
  var post: Said
  var creator: Person
  /// By somebody who runs the community or the server.
  var byHost: Bool

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    byHost = ["creator_is_moderator", "creator_is_admin"].contains { fields.flag($0) == true }
    post = try fields.needed("post")
    community = fields.one("community")
    creator = try fields.needed("creator")
  }
}

struct MessageView: Decodable, Sendable {
  var message: Said
  var creator: Person
  var recipient: Person

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    message = try fields.needed("private_message")
    creator = try fields.needed("creator")
    recipient = try fields.needed("recipient")
  }
}

/// One thing that was said, whichever kind it is.
enum View: Decodable, Sendable {
  case comment(CommentView)
  case post(PostView)
  case message(MessageView)

  init(from decoder: any Decoder) throws {
    if let view = try? CommentView(from: decoder) {
      self = .comment(view)
    } else if let view = try? MessageView(from: decoder) {
      self = .message(view)
    } else if let view = try? PostView(from: decoder) {
      self = .post(view)
    } else {
      // Notices of v4 have what they are about below `data`.
      let inside: View = try Fields(decoder).needed("data")
      self = inside
    }
  }

  var said: Said {
    switch self {
    case .comment(let view): view.comment
    case .post(let view): view.post
    case .message(let view): view.message
    }
  }

  var community: Community? {
    switch self {
    case .comment(let view): view.community
    case .post(let view): view.community
    case .message: nil
    }
  }
}

/// A list, by whichever name it comes, with where it goes on.
struct Views: Decodable, Sendable {
  var views: Lenient<View>
  var next: String?

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    next = fields.word("next_page")
    for name in [
      "items", "comments", "posts", "replies", "mentions", "private_messages", "notifications",
    ] where fields.has(name) {
      views = try fields.needed(name)
      return
    }
    throw Unreadable()
  }
}

struct OneComment: Decodable, Sendable {
  var view: CommentView
  init(from decoder: any Decoder) throws { view = try Fields(decoder).needed("comment_view") }
}

struct OnePost: Decodable, Sendable {
  var view: PostView
  init(from decoder: any Decoder) throws { view = try Fields(decoder).needed("post_view") }
}

struct OneMessage: Decodable, Sendable {
  var view: MessageView
  init(from decoder: any Decoder) throws {
    view = try Fields(decoder).needed("private_message_view")
  }
}

/// What a server found at a name of elsewhere.
struct Resolved: Decodable, Sendable {
  var view: View?
  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    view = fields.one("comment") ?? fields.one("post")
    if view == nil {
      // v4 answers with a list of one.
      let results: Lenient<View>? = fields.one("results")
      view = results?.items.first
    }
  }
}

struct Login: Decodable, Sendable {
  var token: String?
  init(from decoder: any Decoder) throws { token = try Fields(decoder).word("jwt") }
}

/// Who an account is, in either API.
struct Me: Decodable, Sendable {
  var person: Person

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    let inside: Inside? = fields.one("my_user") ?? (try? Inside(from: decoder))
    guard let person = inside?.person else { throw Unreadable() }
    self.person = person
  }

  private struct Inside: Decodable {
    var person: Person
    init(from decoder: any Decoder) throws {
      let view: LocalUser = try Fields(decoder).needed("local_user_view")
      person = view.person
    }
  }

  private struct LocalUser: Decodable {
    var person: Person
    init(from decoder: any Decoder) throws { person = try Fields(decoder).needed("person") }
  }
}

struct Unreadable: Error {}
