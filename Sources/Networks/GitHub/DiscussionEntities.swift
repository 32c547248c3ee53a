import HeedNetwork

/// A discussion's own words, a comment's or an answer's.
struct Said: Decodable, Sendable {
  var id: String
  var url: String?
  var author: User?
  var body: String
  var html: String?
  var created: String
  var edited: String?
  /// By somebody who runs the repository.
  var byHost: Bool

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    id = try fields.id("id")
    url = fields.word("url")
    author = fields.one("author")
    body = fields.text("body") ?? ""
    html = fields.word("bodyHTML")
    created = fields.text("createdAt") ?? ""
    edited = fields.word("lastEditedAt")
    byHost = Association.runsIt(fields.text("authorAssociation"))
  }
}

struct Discussion: Decodable, Sendable {
  struct Comment: Decodable, Sendable {
    var said: Said
    var replies: [Said]

    init(from decoder: any Decoder) throws {
      said = try Said(from: decoder)
      let nodes: Nodes<Said>? = try Fields(decoder).one("replies")
      replies = nodes?.nodes ?? []
    }
  }

  var title: String?
  var said: Said
  var comments: [Comment]

  init(from decoder: any Decoder) throws {
    said = try Said(from: decoder)
    let fields = try Fields(decoder)
    title = fields.word("title")
    let nodes: Nodes<Comment>? = fields.one("comments")
    comments = nodes?.nodes ?? []
  }
}

struct Nodes<Node: Decodable & Sendable>: Decodable, Sendable {
  var nodes: [Node]
  init(from decoder: any Decoder) throws { nodes = try Fields(decoder).neededList("nodes") }
}

struct Newest: Decodable, Sendable {
  var discussions: [Discussion]

  init(from decoder: any Decoder) throws {
    let repository: Inside = try Fields(decoder).needed("repository")
    discussions = repository.nodes
  }

  private struct Inside: Decodable {
    var nodes: [Discussion]
    init(from decoder: any Decoder) throws {
      let inside: Nodes<Discussion> = try Fields(decoder).needed("discussions")
      nodes = inside.nodes
    }
  }
}

struct One: Decodable, Sendable {
  var discussion: Discussion?

  init(from decoder: any Decoder) throws {
    let repository: Inside? = try Fields(decoder).one("repository")
    discussion = repository?.discussion
  }

  private struct Inside: Decodable {
    var discussion: Discussion?
    init(from decoder: any Decoder) throws { discussion = try Fields(decoder).one("discussion") }
  }
}

/// The one field of a mutation, whatever its name.
struct Changed: Decodable, Sendable {
  var comment: Said

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    let inside: Inside? =
      fields.one("addDiscussionComment") ?? fields.one("updateDiscussionComment")
    guard let inside else { throw Unreadable() }
    comment = inside.comment
  }

  private struct Inside: Decodable {
    var comment: Said
    init(from decoder: any Decoder) throws { comment = try Fields(decoder).needed("comment") }
  }
}

struct Anything: Decodable, Sendable {
  init(from decoder: any Decoder) throws {}
}

struct Envelope<Value: Decodable & Sendable>: Decodable, Sendable {
  var data: Value?
  init(from decoder: any Decoder) throws { data = try Fields(decoder).one("data") }
}
