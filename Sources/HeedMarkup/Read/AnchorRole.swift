import HeedModel

/// What an `<a>` is, by the classes of Mastodon and its kin.
enum AnchorRole {
  case link, mention, tag

  init(_ element: HTMLElement) {
    // Mastodon writes `class="mention hashtag"`, others only `rel="tag"`.
    if element.has("hashtag", in: "class") || element.has("tag", in: "rel") {
      self = .tag
    } else if element.has("mention", in: "class")
      || element.has("u-url", in: "class") && element.has("h-card", in: "class")
    {
      self = .mention
    } else {
      self = .link
    }
  }

  /// `nil` when its words are not those of a mention or a tag: it is a plain link then.
  func leaf(words: String, address: String?) -> RichText.Inline? {
    let words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.contains(" "), words.count > 1, words.count <= 200, let mark = words.first else {
      return nil
    }
    switch self {
    case .link: return nil
    case .mention: return "@＠!".contains(mark) ? .mention(handle: words, to: address) : nil
    case .tag: return "#＃".contains(mark) ? .tag(name: String(words.dropFirst()), to: address) : nil
    }
  }

  /// Whether `words` are the address itself, as far as spelling goes.
  static func isSame(_ words: String, as address: String) -> Bool {
    guard let spelt = WebAddress.resolve(words) else { return false }
    return spelt == address || spelt + "/" == address || spelt == address + "/"
  }
}
