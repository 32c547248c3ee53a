import HeedNetwork

/// Somebody (https://docs.github.com/rest/users).
struct User: Decodable, Sendable {
  var login: String
  var page: String?
  var picture: String?
  var name: String?
  var isBot: Bool

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    login = try fields.neededText("login")
    page = fields.word("html_url") ?? fields.word("url")
    picture = fields.word("avatar_url") ?? fields.word("avatarUrl")
    name = fields.word("name")
    isBot = (fields.text("type") ?? fields.text("__typename")) == "Bot"
  }
}

/// Who somebody is to the repository (https://docs.github.com/graphql/reference/enums#commentauthorassociation).
enum Association {
  static func runsIt(_ word: String?) -> Bool {
    ["OWNER", "MEMBER", "COLLABORATOR"].contains(word?.uppercased() ?? "")
  }
}

/// An issue or a pull request (https://docs.github.com/rest/issues/issues).
struct Issue: Decodable, Sendable {
  var number: Int
  var page: String
  var title: String
  var user: User?
  var body: String
  var html: String?
  var created: String
  var updated: String
  /// By somebody who runs the repository.
  var byHost: Bool

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    guard let number = fields.number("number") else { throw Unreadable() }
    self.number = number
    page = try fields.neededText("html_url")
    title = fields.text("title") ?? ""
    user = fields.one("user")
    body = fields.text("body") ?? ""
    html = fields.word("body_html")
    created = try fields.neededText("created_at")
    updated = fields.word("updated_at") ?? created
    byHost = Association.runsIt(fields.text("author_association"))
  }
}

/// A comment on either (https://docs.github.com/rest/issues/comments).
struct Comment: Decodable, Sendable {
  var id: String
  var page: String
  var user: User?
  var body: String
  var html: String?
  var created: String
  var updated: String
  /// By somebody who runs the repository.
  var byHost: Bool

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    id = try fields.id("id")
    page = try fields.neededText("html_url")
    user = fields.one("user")
    body = fields.text("body") ?? ""
    html = fields.word("body_html")
    created = try fields.neededText("created_at")
    updated = fields.word("updated_at") ?? created
    byHost = Association.runsIt(fields.text("author_association"))
  }
}

/// What an account is told of (https://docs.github.com/rest/activity/notifications).
struct Notice: Decodable, Sendable {
  var updated: String
  /// The address of its thread in the API; a discussion has none there.
  var thread: String?
  /// `owner/repository`, where it tells of a discussion without saying of which.
  var discussionsOf: String?

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    updated = try fields.neededText("updated_at")
    let subject: Subject? = fields.one("subject")
    thread = subject?.url
    if thread == nil, subject?.type == "Discussion" {
      let repository: Within? = fields.one("repository")
      discussionsOf = repository?.name
    }
  }

  private struct Subject: Decodable {
    var url: String?
    var type: String?

    init(from decoder: any Decoder) throws {
      let fields = try Fields(decoder)
      url = fields.word("url")
      type = fields.word("type")
    }
  }

  private struct Within: Decodable {
    var name: String
    init(from decoder: any Decoder) throws { name = try Fields(decoder).neededText("full_name") }
  }
}

struct SearchResults: Decodable, Sendable {
  var issues: [Issue]
  /// The search ran out of time, and some are missing.
  var isPartial: Bool

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    issues = try fields.neededList("items")
    isPartial = fields.flag("incomplete_results") ?? false
  }
}

struct Repository: Decodable, Sendable {
  var name: String
  var hasIssues: Bool
  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    name = try fields.neededText("full_name")
    hasIssues = fields.flag("has_issues") ?? true
  }
}

struct Unreadable: Error {}
