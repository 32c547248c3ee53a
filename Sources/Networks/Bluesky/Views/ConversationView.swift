import HeedModel
import HeedNetwork

/// A conversation in private, as the chat service shows it
/// (https://github.com/bluesky-social/atproto/blob/main/lexicons/chat/bsky/convo/defs.json).
struct ConversationView: Sendable {
  var id = ""
  /// Grows with each change in it.
  var revision = ""
  var members: [PersonView] = []

  init(_ reader: inout JSONReader) throws {
    try reader.object { reader, key in
      switch key {
      case "id": id = try reader.string() ?? ""
      case "rev": revision = try reader.string() ?? ""
      case "members":
        try reader.array { reader in
          let member = try PersonView(&reader)
          if members.count < 100 { members.append(member) }
        }
      default: break
      }
    }
  }

  static func page(
    _ response: WireResponse, from server: String
  ) throws -> (all: [ConversationView], cursor: String?) {
    try JSONReader.read(response, from: server) { reader in
      var all: [ConversationView] = []
      var cursor: String?
      try reader.object { reader, key in
        switch key {
        case "cursor": cursor = try reader.string()
        case "convos":
          try reader.array { reader in all.append(try ConversationView(&reader)) }
        case "convo": all.append(try ConversationView(&reader))
        default: break
        }
      }
      return (all.filter { RemoteIDs.isRecordKey($0.id) }, cursor)
    }
  }
}

/// A message in private, or the place of one that was taken away.
struct MessageView: Sendable {
  var id = ""
  var revision = ""
  var text: String?
  var facets: [Facet] = []
  var sender = ""
  var sentAt: Instant?

  /// What the post record's reader understands of a message is what a message has.
  init(_ reader: inout JSONReader) throws {
    var record = PostRecord()
    try reader.object { reader, key in
      switch key {
      case "id": id = try reader.string() ?? ""
      case "rev": revision = try reader.string() ?? ""
      case "text": text = try reader.string()
      case "facets": try record.readFacets(&reader)
      case "sentAt": sentAt = PostTime.instant(try reader.string())
      case "sender":
        try reader.object { reader, key in
          if case "did" = key { sender = try reader.string() ?? "" }
        }
      default: break
      }
    }
    facets = record.facets
  }

  static func page(
    _ response: WireResponse, from server: String
  ) throws -> (all: [MessageView], cursor: String?) {
    try JSONReader.read(response, from: server) { reader in
      var all: [MessageView] = []
      var cursor: String?
      try reader.object { reader, key in
        switch key {
        case "cursor": cursor = try reader.string()
        case "messages":
          try reader.array { reader in all.append(try MessageView(&reader)) }
        default: break
        }
      }
      return (all.filter { RemoteIDs.isRecordKey($0.id) && RemoteIDs.isDID($0.sender) }, cursor)
    }
  }

  static func one(_ response: WireResponse, from server: String) throws -> MessageView {
    try JSONReader.read(response, from: server) { try MessageView(&$0) }
  }
}
