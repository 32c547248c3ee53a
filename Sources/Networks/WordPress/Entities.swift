import HeedModel

/// A comment as the interface tells it. Fields that a role may not see are absent.
struct Comment: Decodable, Sendable {
  var id: Int
  var post: Int
  var parent: Int
  /// 0 for somebody without an account there.
  var author: Int
  var authorName: String?
  var authorURL: String?
  var authorEmail: String?
  var dateGMT: String?
  var content: Rendered
  var link: String?
  /// `approved`, `hold`, `spam`, `trash`.
  var status: String?
  var type: String?
  var pictures: [String: String]
  /// Where the post stands in the interface.
  var up: String?

  var isHeld: Bool { status == "hold" || status == "unapproved" }
  /// What the site shows, or would once it is let through.
  var isStanding: Bool { status != "spam" && status != "trash" }
  var isComment: Bool { type == nil || type == "comment" || type == "" }

  private enum Key: String, CodingKey {
    case id, post, parent, author, content, link, status, type
    case authorName = "author_name"
    case authorURL = "author_url"
    case authorEmail = "author_email"
    case dateGMT = "date_gmt"
    case pictures = "author_avatar_urls"
    case links = "_links"
  }

  init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    id = try box.decode(Int.self, forKey: .id)
    post = (try? box.decode(Int.self, forKey: .post)) ?? 0
    parent = (try? box.decode(Int.self, forKey: .parent)) ?? 0
    author = (try? box.decode(Int.self, forKey: .author)) ?? 0
    authorName = try? box.decode(String.self, forKey: .authorName)
    authorURL = try? box.decode(String.self, forKey: .authorURL)
    authorEmail = try? box.decode(String.self, forKey: .authorEmail)
    dateGMT = try? box.decode(String.self, forKey: .dateGMT)
    content = (try? box.decode(Rendered.self, forKey: .content)) ?? Rendered()
    link = try? box.decode(String.self, forKey: .link)
    status = try? box.decode(String.self, forKey: .status)
    type = try? box.decode(String.self, forKey: .type)
    // An empty map is an empty list to PHP.
    pictures = (try? box.decode([String: String].self, forKey: .pictures)) ?? [:]
    let links = try? box.decode([String: [Link]].self, forKey: .links)
    up = links?["up"]?.first?.href
  }

  private struct Link: Decodable { var href: String? }
}

struct Rendered: Decodable, Sendable {
  var rendered: String?
  /// As it was typed; told to those who may change it.
  var raw: String?
}

/// A post or a page as everybody may see it.
struct Entry: Decodable, Sendable {
  var id: Int
  var author: Int?
  var dateGMT: String?
  var link: String?
  var title: Rendered?
  var excerpt: Rendered?
  var content: Rendered?
  /// `publish`, `private`, `draft`, `future`; told to those who sign in.
  var status: String?
  /// A file has the standing of what it hangs on.
  var isHidden: Bool { status.map { $0 != "publish" && $0 != "inherit" } ?? false }

  private enum CodingKeys: String, CodingKey {
    case id, author, link, title, excerpt, content, status
    case dateGMT = "date_gmt"
  }
}

struct User: Decodable, Sendable {
  var id: Int
  var name: String?
  var slug: String?
  var link: String?
  var capabilities: [String: Bool]

  private enum Key: String, CodingKey { case id, name, slug, link, capabilities }

  init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    id = try box.decode(Int.self, forKey: .id)
    name = try? box.decode(String.self, forKey: .name)
    slug = try? box.decode(String.self, forKey: .slug)
    link = try? box.decode(String.self, forKey: .link)
    capabilities = (try? box.decode([String: Bool].self, forKey: .capabilities)) ?? [:]
  }

  func may(_ right: String) -> Bool { capabilities[right] ?? false }
  /// Sees what is held, and what others wrote as they typed it.
  var mayModerate: Bool { may("moderate_comments") }
}

/// What the interface says at its root.
struct Root: Decodable, Sendable {
  var name: String?
  var home: String?
  var namespaces: [String]
  var signIn: String?

  private enum Key: String, CodingKey { case name, home, namespaces, authentication }
  private struct Way: Decodable {
    var endpoints: [String: String]?
  }

  init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    name = try? box.decode(String.self, forKey: .name)
    home = try? box.decode(String.self, forKey: .home)
    namespaces = (try? box.decode([String].self, forKey: .namespaces)) ?? []
    let ways = try? box.decode([String: Way].self, forKey: .authentication)
    signIn = ways?["application-passwords"]?.endpoints?["authorization"]
  }
}

/// What it says when it refuses.
struct Complaint: Decodable, Sendable {
  var code: String
  var message: String?
}
