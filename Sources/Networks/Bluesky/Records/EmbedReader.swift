extension Embed {
  /// Images, a video, a card, a quotation, or a quotation with one of these (`media`).
  mutating func read(_ reader: inout JSONReader) throws {
    var embed = self
    try reader.object { reader, key in
      switch key {
      case "images":
        try reader.array { reader in
          if let file = try reader.picture(), embed.files.count < 20 { embed.files.append(file) }
        }
      case "video":
        if let blob = try reader.blob() {
          embed.files.append(File(id: blob.id, type: blob.type, isVideo: true))
        }
      case "alt": embed.alternative = try reader.string()
      case "external": embed.card = try reader.card()
      case "record":
        // A strong reference, or one wrapped in an embed of its own.
        try reader.object { reader, key in
          switch key {
          case "uri": embed.quoted = try reader.string() ?? embed.quoted
          case "record": embed.quoted = try reader.reference() ?? embed.quoted
          default: break
          }
        }
      case "media": try embed.read(&reader)
      default: break
      }
    }
    if let words = embed.alternative {
      for index in embed.files.indices where embed.files[index].isVideo {
        embed.files[index].alternative = embed.files[index].alternative ?? words
      }
    }
    self = embed
  }
}

extension JSONReader {
  fileprivate mutating func picture() throws -> Embed.File? {
    var found: (id: String, type: String?)?
    var words: String?
    try object { reader, key in
      switch key {
      case "image": found = try reader.blob()
      case "alt": words = try reader.string()
      default: break
      }
    }
    return found.map { Embed.File(id: $0.id, alternative: words, type: $0.type) }
  }

  /// A blob's content id and type; ids of the older form (`cid`) too.
  fileprivate mutating func blob() throws -> (id: String, type: String?)? {
    var id: String?
    var type: String?
    try object { reader, key in
      switch key {
      case "ref":
        try reader.object { reader, key in
          if case "$link" = key { id = try reader.string() }
        }
      case "cid": id = try reader.string()
      case "mimeType": type = try reader.string()
      default: break
      }
    }
    guard let id, (1...256).contains(id.utf8.count),
      id.utf8.allSatisfy({ (48...57).contains($0) || (97...122).contains($0 | 0x20) })
    else { return nil }
    return (id, type)
  }

  fileprivate mutating func card() throws -> Embed.Card? {
    var address: String?
    var title = ""
    try object { reader, key in
      switch key {
      case "uri": address = try reader.string()
      case "title": title = try reader.string() ?? ""
      default: break
      }
    }
    return address.map { Embed.Card(address: $0, title: title) }
  }
}
