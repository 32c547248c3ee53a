import HeedNetwork

/// A hit of the search (https://hn.algolia.com/api).
struct Hit: Decodable, Sendable {
  var id: Int
  var author: String
  var at: Int
  var title: String?
  var url: String?
  var text: String?
  var parent: Int?
  var isComment: Bool
  var isPosted: Bool

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    guard let id = fields.number("objectID"), id > 0 else { throw Unreadable() }
    self.id = id
    author = try fields.neededText("author")
    guard let at = fields.number("created_at_i") else { throw Unreadable() }
    self.at = at
    title = fields.word("title")
    url = fields.word("url")
    text = fields.word("comment_text") ?? fields.word("story_text")
    parent = fields.number("parent_id")
    let tags: [String] = fields.list("_tags")
    isComment = tags.contains("comment")
    isPosted = isComment || tags.contains("story") || tags.contains("job") || tags.contains("poll")
  }
}

struct Hits: Decodable, Sendable {
  var hits: Lenient<Hit>
}

/// An item (https://github.com/HackerNews/API#items).
struct Item: Decodable, Sendable {
  var id: Int
  var by: String?
  var at: Int?
  var title: String?
  var url: String?
  var text: String?
  var parent: Int?
  var kids: [Int]
  var type: String
  /// Taken away by its author.
  var isDeleted: Bool
  /// Killed by moderators or flags: shown to nobody who does not ask for it.
  var isDead: Bool

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    guard let id = fields.number("id"), id > 0 else { throw Unreadable() }
    self.id = id
    by = fields.word("by")
    at = fields.number("time")
    title = fields.word("title")
    url = fields.word("url")
    text = fields.word("text")
    parent = fields.number("parent")
    kids = fields.ids("kids").compactMap { Int($0) }
    type = fields.text("type") ?? ""
    isDeleted = fields.flag("deleted") ?? false
    isDead = fields.flag("dead") ?? false
  }

  var isGone: Bool { isDeleted || isDead }
}

/// What a place says of an item that never was: `null`.
struct MaybeItem: Decodable, Sendable {
  var item: Item?

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    item = value.decodeNil() ? nil : try value.decode(Item.self)
  }
}

struct Unreadable: Error {}
