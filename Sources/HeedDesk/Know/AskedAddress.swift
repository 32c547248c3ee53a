import HeedModel

/// What somebody types who asks about a handle, by letter or mail: as people write it, with or without its marks.
struct AskedAddress {
  /// In lower case, without a mark in front.
  let bare: String

  init(_ typed: String) {
    let trimmed = Desk.trimmed(typed).lowercased()
    let address = trimmed.hasPrefix("mailto:") ? trimmed.dropFirst(7) : trimmed[...]
    bare = Handle.bare(String(address))
  }

  /// Ways in which handles may be written that are called so.
  var spellings: [String] { bare.isEmpty ? [] : [bare, "@" + bare] }

  /// Whether it tells who is meant wherever it stands, so that it can be looked for in what others said.
  var tellsWho: Bool {
    bare.utf8.count <= 300 && !bare.contains(where: \.isWhitespace) && Forgetting.tellsWho(bare)
  }
}
