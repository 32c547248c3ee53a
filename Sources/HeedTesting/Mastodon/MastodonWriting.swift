import HeedModel

/// What a server makes of text that is sent to it.
extension MastodonWorld {
  /// Marks people, tags and addresses up as Mastodon does.
  func markup(_ text: String) -> (html: String, mentions: [String], tags: [String]) {
    var mentions: [String] = []
    var tags: [String] = []
    let paragraphs = text.split(separator: "\n\n").map { paragraph in
      let lines = paragraph.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.split(separator: " ", omittingEmptySubsequences: false).map { word in
          marked(String(word), &mentions, &tags)
        }.joined(separator: " ")
      }
      return "<p>" + lines.joined(separator: "<br />") + "</p>"
    }
    return (paragraphs.joined(), mentions, tags)
  }

  private func marked(
    _ word: String, _ mentions: inout [String], _ tags: inout [String]
  ) -> String {
    let end = word.reversed().prefix { ".,!?:;".contains($0) }
    let bare = String(word.dropLast(end.count))
    let rest = Self.escaped(String(end.reversed()))
    if bare.hasPrefix("@"), bare.count > 1 {
      let acct = String(bare.dropFirst())
      let local = acct.hasSuffix("@" + host) ? String(acct.prefix { $0 != "@" }) : acct
      if let person = person(local) {
        if !mentions.contains(person.id) { mentions.append(person.id) }
        return "<span class=\"h-card\" translate=\"no\"><a href=\"\(Self.page(person, host))\" "
          + "class=\"u-url mention\">@<span>\(person.username)</span></a></span>" + rest
      }
    }
    if bare.hasPrefix("#"), bare.count > 1 {
      let tag = String(bare.dropFirst())
      tags.append(tag)
      return "<a href=\"https://\(host)/tags/\(tag)\" class=\"mention hashtag\" rel=\"tag\">"
        + "#<span>\(tag)</span></a>" + rest
    }
    if bare.hasPrefix("https://") {
      return "<a href=\"\(Self.escaped(bare))\" rel=\"nofollow noopener\" target=\"_blank\">"
        + "<span class=\"invisible\">https://</span><span>"
        + Self.escaped(String(bare.dropFirst(8))) + "</span></a>" + rest
    }
    return Self.escaped(word)
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
