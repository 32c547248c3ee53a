import HeedModel
import HeedNetwork

/// What the view counts of a post
/// (https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/defs.json).
struct CountView: Sendable {
  var address = ""
  var likes: Int?
  var reposts: Int?
  var replies: Int?
  var quotes: Int?

  init(_ reader: inout JSONReader) throws {
    try reader.object { reader, key in
      switch key {
      case "uri": address = try reader.string() ?? ""
      case "likeCount": likes = try reader.count()
      case "repostCount": reposts = try reader.count()
      case "replyCount": replies = try reader.count()
      case "quoteCount": quotes = try reader.count()
      default: break
      }
    }
  }

  static func list(_ response: WireResponse, from server: String) throws -> [CountView] {
    try JSONReader.read(response, from: server) { reader in
      var all: [CountView] = []
      try reader.object { reader, key in
        if case "posts" = key { try reader.array { all.append(try CountView(&$0)) } }
      }
      return all
    }
  }

  /// Who passed a post on, by their DIDs.
  static func reposters(_ response: WireResponse, from server: String) throws -> [String] {
    try JSONReader.read(response, from: server) { reader in
      var all: [String] = []
      try reader.object { reader, key in
        if case "repostedBy" = key {
          try reader.array { reader in
            let person = try PersonView(&reader)
            if RemoteIDs.isDID(person.did), all.count < 100 { all.append(person.did) }
          }
        }
      }
      return all
    }
  }

  /// How many follow each of the people who were asked for and are there.
  static func followers(_ response: WireResponse, from server: String) throws -> [Int] {
    try JSONReader.read(response, from: server) { reader in
      var all: [Int] = []
      try reader.object { reader, key in
        if case "profiles" = key {
          try reader.array { reader in
            var count: Int?
            try reader.object { reader, key in
              if case "followersCount" = key { count = try reader.count() }
            }
            if let count { all.append(count) }
          }
        }
      }
      return all
    }
  }
}

extension JSONReader {
  fileprivate mutating func count() throws -> Int? { try integer().map { Int(max($0, 0)) } }
}
