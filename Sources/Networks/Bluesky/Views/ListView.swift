import HeedModel
import HeedNetwork

/// A page of a list of posts: of a search, of what somebody writes, or of posts that were asked for by name.
struct ListView: Sendable {
  /// Something that stands in the list.
  struct Entry: Sendable {
    var id: String
    var at: Instant?
    /// `nil` for what somebody passed on: it is theirs who wrote it, and no part of this list but by its place.
    var post: PostView?
  }

  var entries: [Entry] = []
  var cursor: String?

  var posts: [PostView] { entries.compactMap(\.post) }

  init(_ response: WireResponse, from server: String) throws {
    (entries, cursor) = try JSONReader.read(response, from: server) { reader in
      var entries: [Entry] = []
      var cursor: String?
      try reader.object { reader, key in
        switch key {
        case "cursor": cursor = try reader.string()
        case "posts":
          try reader.array { reader in
            if let post = try PostView(&reader) { entries.append(Entry(post)) }
          }
        case "feed":
          try reader.array { reader in
            if let entry = try reader.fed() { entries.append(entry) }
          }
        default: break
        }
      }
      return (entries, cursor)
    }
  }
}

extension ListView.Entry {
  fileprivate init(_ post: PostView) {
    self.init(id: post.address, at: post.indexedAt, post: post)
  }
}

extension JSONReader {
  /// A list is sorted by when something came into it: what was passed on by when that was done.
  fileprivate mutating func fed() throws -> ListView.Entry? {
    var post: PostView?
    var isPassedOn = false
    var passedOnAt: Instant?
    try object { reader, key in
      switch key {
      case "post": post = try PostView(&reader)
      case "reason":
        isPassedOn = try reader.next() == UInt8(ascii: "{")
        try reader.object { reader, key in
          if case "indexedAt" = key { passedOnAt = PostTime.instant(try reader.string()) }
        }
      default: break
      }
    }
    guard let post else { return nil }
    guard isPassedOn else { return ListView.Entry(post) }
    return ListView.Entry(id: "passed on " + post.address, at: passedOnAt)
  }
}

/// A post with what stands above and below it; what is gone or hidden from this account stands there without words and
/// is left out: who answers it names it.
struct ThreadView: Sendable {
  var posts: [PostView] = []

  init(_ response: WireResponse, from server: String) throws {
    posts = try JSONReader.read(response, from: server) { reader in
      var posts: [PostView] = []
      try reader.object { reader, key in
        if case "thread" = key { try reader.thread(into: &posts) }
      }
      return posts
    }
  }

  static let most = 2_000
}

extension JSONReader {
  fileprivate mutating func thread(into posts: inout [PostView]) throws {
    // Above first, whatever the order of members.
    var above: [PostView] = []
    var here: PostView?
    var below: [PostView] = []
    try object { reader, key in
      switch key {
      case "post": here = try PostView(&reader)
      case "parent": try reader.thread(into: &above)
      case "replies":
        try reader.array { reader in
          if below.count < ThreadView.most { try reader.thread(into: &below) }
        }
      default: break
      }
    }
    posts += above + [here].compactMap { $0 } + below
  }
}

/// Something that an account is told of.
struct NotificationView: Sendable {
  var address = ""
  var cid: String?
  var author = PersonView()
  var reason = ""
  /// The post of ours that it is about.
  var subject: String?
  var record: PostRecord?
  var indexedAt: Instant?

  init(_ reader: inout JSONReader) throws {
    try reader.object { reader, key in
      switch key {
      case "uri": address = try reader.string() ?? ""
      case "cid": cid = try reader.string()
      case "author": author = try PersonView(&reader)
      case "reason": reason = try reader.string() ?? ""
      case "reasonSubject": subject = try reader.string()
      case "record": record = try PostRecord(&reader)
      case "indexedAt": indexedAt = PostTime.instant(try reader.string())
      default: break
      }
    }
  }

  /// A page of them.
  static func page(
    _ response: WireResponse, from server: String
  ) throws -> (all: [NotificationView], cursor: String?) {
    try JSONReader.read(response, from: server) { reader in
      var all: [NotificationView] = []
      var cursor: String?
      try reader.object { reader, key in
        switch key {
        case "cursor": cursor = try reader.string()
        case "notifications":
          try reader.array { reader in all.append(try NotificationView(&reader)) }
        default: break
        }
      }
      return (all, cursor)
    }
  }
}
