/// The parts of the API's entities that the desk reads. Whatever else comes is left aside;
/// whatever is missing, `null` or of another type than documented costs its own value and no more
/// (https://docs.joinmastodon.org/entities/).
struct Status: Decodable, Sendable {
  var id: String
  var uri: String?
  var url: String?
  var createdAt: String?
  var editedAt: String?
  var account: Profile
  var content: String
  var warning: String?
  var isSensitive: Bool
  var visibility: String?
  var language: String?
  var parent: String?
  var parentAuthor: String?
  var mentions: [Mention]
  var tags: [Tag]
  var media: [Attachment]
  var boosted: Boosted?
  var quoted: Quoted?
  var replies: Int?

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    id = try fields.id("id")
    uri = fields.text("uri")
    url = fields.text("url")
    createdAt = fields.text("created_at")
    editedAt = fields.text("edited_at")
    account = try fields.needed("account")
    content = fields.text("content") ?? ""
    warning = fields.text("spoiler_text")
    isSensitive = fields.flag("sensitive") ?? false
    visibility = fields.text("visibility")
    language = fields.text("language")
    parent = try? fields.id("in_reply_to_id")
    parentAuthor = try? fields.id("in_reply_to_account_id")
    mentions = fields.list("mentions")
    tags = fields.list("tags")
    media = fields.list("media_attachments")
    boosted = fields.one("reblog")
    quoted = fields.one("quote")
    replies = fields.number("replies_count")
  }

  /// A struct cannot hold itself: the boosted status stands behind a reference.
  final class Boosted: Decodable, Sendable {
    let status: Status
    init(from decoder: any Decoder) throws { status = try Status(from: decoder) }
  }

  /// Mastodon 4.4 tells a quote with its state, others tell the quoted status itself.
  struct Quoted: Decodable, Sendable {
    var status: Boosted?

    init(from decoder: any Decoder) throws {
      let fields = try Fields(decoder)
      let inner: Boosted? = fields.one("quoted_status")
      status = inner ?? (try? Boosted(from: decoder))
    }
  }
}

struct Mention: Decodable, Sendable {
  var acct: String
  var url: String?

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    acct = try fields.neededText("acct")
    url = fields.text("url")
  }
}

struct Tag: Decodable, Sendable {
  var name: String
  var url: String?

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    name = try fields.neededText("name")
    url = fields.text("url")
  }
}

struct Attachment: Decodable, Sendable {
  var id: String?
  var kind: String?
  var url: String?
  var remote: String?
  var preview: String?
  var alternative: String?

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    id = try? fields.id("id")
    kind = fields.text("type")
    url = fields.text("url")
    remote = fields.text("remote_url")
    preview = fields.text("preview_url")
    alternative = fields.text("description")
  }
}

/// An account as the API tells it; the word `Account` is the organisation's own in this code.
struct Profile: Decodable, Sendable {
  var id: String
  var acct: String
  var name: String
  var url: String?
  var picture: String?
  var note: String
  var isBot: Bool
  var noIndex: Bool?
  var indexable: Bool?
  var moved: Moved?

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    id = try fields.id("id")
    let username = fields.text("username")
    acct = try fields.text("acct") ?? username ?? fields.neededText("acct")
    let shown = fields.text("display_name") ?? ""
    name = shown.isEmpty ? username ?? acct : shown
    url = fields.text("url")
    picture = fields.text("avatar_static") ?? fields.text("avatar")
    note = fields.text("note") ?? ""
    isBot = fields.flag("bot") ?? false
    noIndex = fields.flag("noindex")
    indexable = fields.flag("indexable")
    moved = fields.one("moved")
  }

  final class Moved: Decodable, Sendable {
    let profile: Profile
    init(from decoder: any Decoder) throws { profile = try Profile(from: decoder) }
  }
}

struct Notification: Decodable, Sendable {
  var id: String
  var kind: String
  var createdAt: String?
  var account: Profile?
  var status: Status?

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    id = try fields.id("id")
    kind = fields.text("type") ?? ""
    createdAt = fields.text("created_at")
    account = fields.one("account")
    status = fields.one("status")
  }
}

/// A page of grouped notifications (https://docs.joinmastodon.org/methods/grouped_notifications/).
struct GroupedNotifications: Decodable, Sendable {
  var accounts: [Profile]
  var statuses: [Status]
  var groups: [Group]

  struct Group: Decodable, Sendable {
    var key: String
    var kind: String
    var count: Int
    var newest: String
    var oldestOnPage: String?
    var newestAt: String?
    var people: [String]
    var status: String?

    init(from decoder: any Decoder) throws {
      let fields = try Fields(decoder)
      key = fields.text("group_key") ?? ""
      kind = fields.text("type") ?? ""
      count = fields.number("notifications_count") ?? 1
      newest = try fields.id("most_recent_notification_id")
      oldestOnPage = try? fields.id("page_min_id")
      newestAt = fields.text("latest_page_notification_at")
      people = fields.ids("sample_account_ids")
      status = try? fields.id("status_id")
    }
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    accounts = fields.list("accounts")
    statuses = fields.list("statuses")
    groups = try fields.neededList("notification_groups")
  }
}

struct Surroundings: Decodable, Sendable {
  var ancestors: [Status]
  var descendants: [Status]

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    ancestors = fields.list("ancestors")
    descendants = fields.list("descendants")
  }
}

struct SearchResults: Decodable, Sendable {
  var statuses: [Status]

  init(from decoder: any Decoder) throws { statuses = try Fields(decoder).list("statuses") }
}

struct Source: Decodable, Sendable {
  var text: String?
  var warning: String?

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    text = fields.text("text")
    warning = fields.text("spoiler_text")
  }
}

struct Application: Decodable, Sendable {
  var clientID: String
  var clientSecret: String

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    clientID = try fields.id("client_id")
    clientSecret = try fields.id("client_secret")
  }
}

struct Token: Decodable, Sendable {
  var token: String

  init(from decoder: any Decoder) throws {
    token = try Fields(decoder).neededText("access_token")
  }
}

/// What a server says went wrong; a few say it in other fields.
struct Complaint: Decodable, Sendable {
  var text: String?
  var code: String?

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    code = fields.text("error")
    text =
      fields.text("error_description") ?? code ?? fields.text("message") ?? fields.text("errors")
  }
}
