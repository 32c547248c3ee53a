import HeedModel
import HeedNetwork

/// A post as a server shows it, with what it knows of its author
/// (https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/defs.json).
struct PostView: Sendable {
  var address = ""
  var cid: String?
  var author = PersonView()
  var record: PostRecord?
  var indexedAt: Instant?
  /// How many posts quote it, as far as the server counts them.
  var quotes: Int64 = 0
  /// How many answer it, as far as the server counts them.
  var replies: Int64 = 0
  /// Its author lets this account not answer it.
  var isClosed = false

  /// - Returns: `nil` for what is no post that can be named.
  init?(_ reader: inout JSONReader) throws {
    try reader.object { reader, key in
      switch key {
      case "uri": address = try reader.string() ?? ""
      case "cid": cid = try reader.string()
      case "author": author = try PersonView(&reader)
      case "record": record = try PostRecord(&reader)
      case "quoteCount": quotes = try reader.integer() ?? 0
      case "replyCount": replies = try reader.integer() ?? 0
      case "indexedAt": indexedAt = PostTime.instant(try reader.string())
      case "viewer":
        try reader.object { reader, key in
          if case "replyDisabled" = key { isClosed = try reader.boolean() ?? false }
        }
      default: break
      }
    }
    guard RemoteIDs.post(address) != nil, RemoteIDs.isDID(author.did) else { return nil }
  }

  var id: RemoteID { RemoteID(address) }
  /// The last part of its address.
  var key: String { address.split(separator: "/").last.map { String($0) } ?? "" }
}

/// Somebody as a server shows them.
struct PersonView: Sendable {
  var did = ""
  var known = Known()

  init() {}

  init(_ reader: inout JSONReader) throws {
    var handle: String?
    var labels: [(value: String, by: String)] = []
    try reader.object { reader, key in
      switch key {
      case "did": did = try reader.string() ?? ""
      case "handle": handle = try reader.string()
      case "displayName": known.name = try reader.string().map { String($0.prefix(200)) }
      case "avatar": known.picture = try reader.string().flatMap { Web.isAddress($0) ? $0 : nil }
      case "labels":
        try reader.array { reader in
          if let label = try reader.label(), labels.count < 100 { labels.append(label) }
        }
      default: break
      }
    }
    // Of the labels those alone that somebody put on themselves.
    let own = Set(labels.filter { $0.by == did }.map(\.value))
    known.handle = handle.flatMap {
      RemoteIDs.isHandle($0) && !$0.hasSuffix(".invalid") ? $0.lowercased() : nil
    }
    known.isBot = own.contains(SelfLabel.bot)
    known.optedOut = own.contains(SelfLabel.signedInOnly)
    known.isWhole = true
  }
}

extension JSONReader {
  fileprivate mutating func label() throws -> (value: String, by: String)? {
    var value: String?
    var by = ""
    var isTakenBack = false
    try object { reader, key in
      switch key {
      case "val": value = try reader.string()
      case "src": by = try reader.string() ?? ""
      case "neg": isTakenBack = try reader.boolean() ?? false
      default: break
      }
    }
    return isTakenBack ? nil : value.map { ($0, by) }
  }

  /// Reads the answer of a server.
  /// - Throws: `NetworkError.malformed` for what is no JSON.
  static func read<T>(
    _ response: WireResponse, from server: String, _ body: (inout JSONReader) throws -> T
  ) throws -> T {
    do {
      return try response.body.withUnsafeBufferPointer { bytes in
        var reader = JSONReader(bytes)
        return try body(&reader)
      }
    } catch let error as Fault {
      throw NetworkError(
        .malformed, "\(server) answered with something that the desk cannot read.", cause: error)
    }
  }
}
