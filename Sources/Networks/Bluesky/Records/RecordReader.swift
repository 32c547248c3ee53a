extension PostRecord {
  /// Few enough of everything that no record costs more than it is worth.
  private static let most = 100

  /// - Returns: `nil` for what is no record at all. Parts of a wrong type are left out.
  init?(_ reader: inout JSONReader) throws {
    guard try reader.next() == UInt8(ascii: "{") else {
      try reader.skip()
      return nil
    }
    var record = PostRecord()
    try reader.object { reader, key in
      switch key {
      case "text": record.text = try reader.string() ?? ""
      case "createdAt": record.createdAt = try reader.string()
      case "langs":
        try reader.array { reader in
          if let tag = try reader.string(), record.languages.count < 10 {
            record.languages.append(tag)
          }
        }
      case "tags":
        // Tags that stand beside the text are words that nobody sees; they are left out.
        try reader.skip()
      case "facets": try record.readFacets(&reader)
      case "reply":
        try reader.object { reader, key in
          switch key {
          case "parent": record.parent = try reader.reference()
          case "root": (record.root, record.rootCID) = try reader.strongReference()
          default: break
          }
        }
      case "labels": record.labels = try reader.labels()
      case "embed": try record.embed.read(&reader)
      default: break
      }
    }
    self = record
  }

  mutating func readFacets(_ reader: inout JSONReader) throws {
    var read: [Facet] = []
    try reader.array { reader in
      if let facet = try Facet(&reader), read.count < Self.most { read.append(facet) }
    }
    facets = read
  }
}

extension ProfileRecord {
  init?(_ reader: inout JSONReader) throws {
    guard try reader.next() == UInt8(ascii: "{") else {
      try reader.skip()
      return nil
    }
    var record = ProfileRecord()
    try reader.object { reader, key in
      switch key {
      case "displayName": record.name = try reader.string() ?? ""
      case "labels": record.labels = try reader.labels()
      default: break
      }
    }
    self = record
  }
}

extension Facet {
  /// The first feature that is known (https://docs.bsky.app/docs/advanced-guides/post-richtext).
  fileprivate init?(_ reader: inout JSONReader) throws {
    var start: Int64?
    var end: Int64?
    var known: Feature?
    try reader.object { reader, key in
      switch key {
      case "index":
        try reader.object { reader, key in
          switch key {
          case "byteStart": start = try reader.integer()
          case "byteEnd": end = try reader.integer()
          default: break
          }
        }
      case "features":
        try reader.array { reader in
          let feature = try reader.feature()
          known = known ?? feature
        }
      default: break
      }
    }
    guard let start, let end, let known, start >= 0, start < end, end < 1 << 20 else { return nil }
    self.init(range: Int(start)..<Int(end), feature: known)
  }
}

extension JSONReader {
  fileprivate mutating func feature() throws -> Facet.Feature? {
    var did: String?
    var address: String?
    var tag: String?
    try object { reader, key in
      switch key {
      case "did": did = try reader.string()
      case "uri": address = try reader.string()
      case "tag": tag = try reader.string()
      default: break
      }
    }
    return did.map { .mention(did: $0) } ?? address.map { .link(to: $0) } ?? tag.map { .tag($0) }
  }

  /// The address of a strong reference.
  mutating func reference() throws -> String? {
    var address: String?
    try object { reader, key in
      if case "uri" = key { address = try reader.string() }
    }
    return address
  }

  /// The same with the name of the wording.
  fileprivate mutating func strongReference() throws -> (address: String?, cid: String?) {
    var reference: (address: String?, cid: String?)
    try object { reader, key in
      switch key {
      case "uri": reference.address = try reader.string()
      case "cid": reference.cid = try reader.string()
      default: break
      }
    }
    return reference
  }

  /// Labels that somebody put on their own record
  /// (https://docs.bsky.app/docs/advanced-guides/moderation#self-labels).
  fileprivate mutating func labels() throws -> [String] {
    var labels: [String] = []
    try object { reader, key in
      guard case "values" = key else { return }
      try reader.array { reader in
        try reader.object { reader, key in
          if case "val" = key, let label = try reader.string(), labels.count < 10,
            label.utf8.count <= 128
          {
            labels.append(label)
          }
        }
      }
    }
    return labels
  }
}
