import HeedModel
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
    /// The place's word for where the answers above these end; `nil` where these begin at the first.
    var above: String?
    fileprivate var isReadable: Bool
    /// Whether these are all of its answers.
    var isWhole: Bool { above == nil && isReadable }

    init(from decoder: any Decoder) throws {
      said = try Said(from: decoder)
      let nodes: Nodes<Said>? = try Fields(decoder).one("replies")
      replies = nodes?.nodes ?? []
      above = nodes?.above
      isReadable = nodes?.isWithoutHoles ?? false
    }

    /// Answers that stand above those that are known; `nil` where they can no longer be told.
    mutating func take(_ more: Answers?) {
      replies = (more?.answers ?? []) + replies
      isReadable = isReadable && more?.isReadable == true && more?.above != above
      above = more?.above == above ? nil : more?.above
    }
  }

  var number: Int?
  var title: String?
  var updated: String?
  var said: Said
  var comments: [Comment]
  /// The place's word for where the comments above these end; `nil` where these begin at the first.
  var above: String?
  /// Whether all that came of it could be read.
  private var isReadable: Bool
  /// Whether these are all of its comments, with all of their answers.
  var isWhole: Bool { above == nil && isReadable && comments.allSatisfy(\.isWhole) }

  init(from decoder: any Decoder) throws {
    said = try Said(from: decoder)
    let fields = try Fields(decoder)
    number = fields.number("number")
    title = fields.word("title")
    updated = fields.word("updatedAt")
    let nodes: Nodes<Comment>? = fields.one("comments")
    comments = nodes?.nodes ?? []
    above = nodes?.above
    isReadable = nodes?.isWithoutHoles ?? false
  }

  /// Whether this is among what is known of it.
  func tells(_ id: RemoteID) -> Bool {
    ([said] + comments.flatMap { [$0.said] + $0.replies }).contains {
      $0.url.flatMap(ThreadName.init)?.remoteID == id
    }
  }

  /// Comments that stand above those that are known.
  mutating func take(_ more: Discussion) {
    comments = more.comments + comments
    isReadable = isReadable && more.isReadable && more.above != above
    above = more.above == above ? nil : more.above
  }
}

/// Some of the answers below one comment.
struct Answers: Decodable, Sendable {
  var answers: [Said]
  var above: String?
  var isReadable: Bool

  init(from decoder: any Decoder) throws {
    let comment: Inside = try Fields(decoder).needed("node")
    answers = comment.replies.nodes
    above = comment.replies.above
    isReadable = comment.replies.isWithoutHoles
  }

  private struct Inside: Decodable {
    var replies: Nodes<Said>
    init(from decoder: any Decoder) throws { replies = try Fields(decoder).needed("replies") }
  }
}

/// A page of a list, read upwards or downwards (https://docs.github.com/graphql/guides/using-pagination-in-the-graphql-api).
struct Nodes<Node: Decodable & Sendable>: Decodable, Sendable {
  var nodes: [Node]
  /// Whether all of them could be read.
  var isReadable: Bool
  var goesOn = false
  var end: String?
  /// Where it goes on, if it does.
  var above: String? { goesOn ? end : nil }
  /// Whether everything in it is known or can still be asked for.
  var isWithoutHoles: Bool { isReadable && (!goesOn || end != nil) }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    let list: Lenient<Node> = try fields.needed("nodes")
    nodes = list.items
    isReadable = list.items.count == list.count && !list.isUnsaid
    guard let info: Info = fields.one("pageInfo") else {
      // Whoever does not say it of a full page may have more.
      goesOn = list.count >= 10
      return
    }
    goesOn = info.goesOn
    end = info.end
  }

  private struct Info: Decodable {
    var goesOn: Bool
    var end: String?

    init(from decoder: any Decoder) throws {
      let fields = try Fields(decoder)
      goesOn = fields.flag("hasNextPage") ?? fields.flag("hasPreviousPage") ?? false
      end = fields.word("endCursor") ?? fields.word("startCursor")
    }
  }
}

struct Newest: Decodable, Sendable {
  var discussions: [Discussion]
  /// The place's word for where older ones begin.
  var below: String?

  init(from decoder: any Decoder) throws {
    let repository: Inside = try Fields(decoder).needed("repository")
    discussions = repository.page.nodes
    below = repository.page.goesOn ? repository.page.end : nil
  }

  private struct Inside: Decodable {
    var page: Nodes<Discussion>
    init(from decoder: any Decoder) throws { page = try Fields(decoder).needed("discussions") }
  }
}

/// Without it nothing was told: whether it is gone is said beside it.
struct One: Decodable, Sendable {
  var discussion: Discussion

  init(from decoder: any Decoder) throws {
    let repository: Inside = try Fields(decoder).needed("repository")
    discussion = repository.discussion
  }

  private struct Inside: Decodable {
    var discussion: Discussion
    init(from decoder: any Decoder) throws { discussion = try Fields(decoder).needed("discussion") }
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

/// What was deleted. A mutation that failed is told with `null` in its place, and with errors beside it
/// (https://spec.graphql.org/October2021/#sec-Handling-Field-Errors).
struct Deleted: Decodable, Sendable {
  init(from decoder: any Decoder) throws {
    let _: Inside = try Fields(decoder).needed("deleteDiscussionComment")
  }

  private struct Inside: Decodable {
    init(from decoder: any Decoder) throws {
      guard try Fields(decoder).has("comment") else { throw Unreadable() }
    }
  }
}

struct Envelope<Value: Decodable & Sendable>: Decodable, Sendable {
  var data: Value?
  init(from decoder: any Decoder) throws { data = try Fields(decoder).one("data") }
}
