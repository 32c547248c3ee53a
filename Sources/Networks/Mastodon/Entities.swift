import HeedNetwork

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
  var poll: Poll?
  var replies: Int?
  var liked: Int?
  var shared: Int?
  var quotes: Int?

  init(from decoder: any Decoder) throws {
    // A boost of a boost of a boost is nobody's talk but that of an attacker.
    guard decoder.codingPath.count < 16 else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "Too deep."))
    }
    let fields = try Fields(decoder)
    id = try fields.id("id")
    uri = RemoteIDs.sane(fields.word("uri"))
    url = RemoteIDs.sane(fields.word("url"))
    createdAt = fields.time("created_at")
    editedAt = fields.time("edited_at")
    account = try fields.needed("account")
    content = fields.text("content") ?? ""
    warning = fields.text("spoiler_text")
    isSensitive = fields.flag("sensitive") ?? false
    visibility = Self.visibility(fields)
    language = fields.word("language")
    parent = (try? fields.id("in_reply_to_id")).flatMap { $0 == "0" ? nil : $0 }
    parentAuthor = try? fields.id("in_reply_to_account_id")
    mentions = fields.list("mentions")
    tags = fields.list("tags")
    media = fields.list("media_attachments")
    boosted = try Self.boosted(fields)
    quoted = Quoted(fields)
    poll = fields.one("poll")
    replies = fields.number("replies_count")
    liked = fields.number("favourites_count")
    shared = fields.number("reblogs_count")
    quotes = fields.number("quotes_count")
  }

  /// A boost whose original cannot be read is no post of its own by whoever passed it on.
  private static func boosted(_ fields: Fields) throws -> Boosted? {
    guard fields.has("reblog"), fields.flag("reblog") != false else { return nil }
    return try fields.needed("reblog")
  }

  /// Glitch, Hometown and GoToSocial mark in a field of its own what does not leave the server.
  private static func visibility(_ fields: Fields) -> String? {
    let word = fields.word("visibility")
    let stays = fields.flag("local_only") == true || fields.flag("federated") == false
    return stays && (word == "public" || word == "unlisted") ? "local" : word
  }

  /// A struct cannot hold itself: the boosted status stands behind a reference.
  final class Boosted: Decodable, Sendable {
    let status: Status
    init(from decoder: any Decoder) throws { status = try Status(from: decoder) }
  }

  struct Poll: Decodable, Sendable {
    var choices: [String]

    init(from decoder: any Decoder) throws {
      let options: [Choice] = try Fields(decoder).list("options")
      choices = options.map(\.title)
    }

    private struct Choice: Decodable {
      var title: String
      init(from decoder: any Decoder) throws { title = try Fields(decoder).neededText("title") }
    }
  }
}

struct Mention: Decodable, Sendable {
  var acct: String
  var url: String?

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    url = fields.text("url")
    acct = try Profile.sane(fields.word("acct") ?? Self.named(fields, at: url))
  }

  /// Where only a name and a page are told, the host of the page says whose name it is.
  private static func named(_ fields: Fields, at page: String?) throws -> String {
    let name = try fields.neededText("username")
    return page.flatMap { PlaceServer($0) }.map { "\(name)@\($0.host)" } ?? name
  }
}

struct Tag: Decodable, Sendable {
  var name: String
  var url: String?

  init(from decoder: any Decoder) throws {
    if let bare = try? decoder.singleValueContainer().decode(String.self) {
      name = bare
      return
    }
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
  /// What stands in the profile's own lines: a name and a value each.
  var lines: [String]
  var moved: Moved?
  var followers: Int?

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    let username = fields.word("username")
    let acct = try Self.sane(fields.word("acct") ?? username ?? fields.neededText("acct"))
    self.acct = acct
    id = (try? fields.id("id")) ?? acct
    let shown = fields.text("display_name") ?? ""
    name = shown.isEmpty ? username ?? acct : shown
    url = fields.text("url")
    picture = fields.text("avatar_static") ?? fields.text("avatar")
    note = fields.text("note") ?? ""
    isBot = fields.flag("bot") ?? false
    noIndex = fields.flag("noindex")
    indexable = fields.flag("indexable")
    let lines: [Line] = fields.list("fields")
    self.lines = lines.map(\.text)
    followers = fields.number("followers_count")
    moved = decoder.codingPath.count < 16 ? fields.one("moved") : nil
  }

  /// A name goes in front of what we answer. One with a space or a line break in it would put
  /// other words into our mouth, one that turns the direction of writing would turn ours, and one
  /// with something in it that nobody sees would pass for somebody else's.
  static func sane(_ acct: String) throws -> String {
    let isName = acct.unicodeScalars.allSatisfy {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
        && ![.control, .format].contains($0.properties.generalCategory)
    }
    guard isName, !acct.isEmpty, acct.utf8.count <= 500 else {
      throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "No name."))
    }
    return acct
  }

  private struct Line: Decodable {
    var text: String
    init(from decoder: any Decoder) throws {
      let fields = try Fields(decoder)
      text = (fields.text("name") ?? "") + " " + (fields.text("value") ?? "")
    }
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
  /// Where somebody moved to (Pleroma's kind `move`).
  var target: Profile?
  var status: Status?

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    id = try fields.id("id")
    kind = fields.text("type") ?? ""
    createdAt = fields.time("created_at")
    account = fields.one("account")
    target = fields.one("target")
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
      newestAt = fields.time("latest_page_notification_at")
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
