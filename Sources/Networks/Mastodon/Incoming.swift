import HeedMarkup
import HeedModel
import HeedNetwork

/// Turns what a server tells into the desk's own shapes. Nothing is asked of anybody here.
struct Incoming: Sendable {
  let server: Server
  let domain: String
  let now: Instant
  /// Whether this was told to nobody in particular: then everybody may read it.
  let isOpen: Bool

  func handle(_ profile: Profile) -> RemoteHandle {
    RemoteHandle(
      remoteID: RemoteIDs.person(profile.acct, domain: domain),
      address: RemoteIDs.address(profile.acct, domain: domain),
      name: String(profile.name.prefix(200)),
      page: web(profile.url), picture: web(profile.picture), isBot: profile.isBot,
      optedOut: profile.optedOut)
  }

  /// - Parameter parent: resolved by the caller, who may have to ask for it.
  func post(
    _ status: Status, parent: RemoteID?, quoted: RemoteID?, toUs: Bool
  ) -> RemotePost {
    let published = Dates.instant(status.createdAt) ?? Dates.instant(status.editedAt) ?? now
    let warning = status.warning.flatMap { $0.isEmpty ? nil : $0 }
    return RemotePost(
      reference: reference(status), author: handle(status.account), publishedAt: published,
      editedAt: Dates.instant(status.editedAt), parent: parent,
      quoted: quoted, toUs: toUs,
      visibility: Self.visibility(status.visibility, isOpen: isOpen), warning: warning,
      text: Self.text(of: status, domain: domain).offering(status.poll?.choices ?? []),
      media: status.media.compactMap(medium), language: LanguageTag.told(status.language),
      mentions: status.mentions.map { RemoteIDs.person($0.acct, domain: domain) })
  }

  func reference(_ status: Status) -> RemoteReference {
    RemoteReference(
      remoteID: RemoteIDs.post(status, on: server),
      local: LocalID(server, status.id).description, address: web(status.url) ?? web(status.uri))
  }

  static func text(of status: Status, domain: String) -> RichText {
    Naming(status, domain: domain).named(
      HTMLReader(base: status.url).read(markup(of: status.content)))
  }

  /// Some servers put what was typed where its HTML belongs: without a single element in it, its lines are lines.
  private static func markup(of content: String) -> String {
    let hasMarkup = zip(content.utf8, content.utf8.dropFirst()).contains { mark, next in
      mark == UInt8(ascii: "<")
        && (next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20))
    }
    guard !hasMarkup, content.contains(where: \.isNewline) else { return content }
    return content.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .joined(separator: "<br>")
  }

  /// Whom a server lets read a post. A word that we do not know is taken for the narrowest, and
  /// so is none at all, unless the post was shown to everybody.
  ///
  /// What stays on one server (`local`) is answered to followers alone: an answer to everybody
  /// would carry it out.
  static func visibility(_ word: String?, isOpen: Bool) -> Visibility {
    switch word {
    case "public": .public
    // Everybody may read it, but it stands in no list of all: by the names that Misskey's forks and kmyblue give that.
    case "unlisted", "home", "public_unlisted": .unlisted
    case "local", nil: isOpen ? .unlisted : word == nil ? .private : .followers
    case "private", "followers", "mutuals_only": .followers
    default: isOpen ? .unlisted : .private
    }
  }

  private func medium(_ attachment: Attachment) -> Media? {
    guard let address = web(attachment.url) ?? web(attachment.remote) ?? web(attachment.preview)
    else { return nil }
    let kind: Media.Kind =
      switch attachment.kind {
      case "image": .image
      // What Mastodon calls an animated picture is a film without sound.
      case "video", "gifv": .video
      case "audio": .audio
      default: .file
      }
    return Media(
      kind: kind, address: address,
      alternative: attachment.alternative.flatMap { $0.isEmpty ? nil : $0 })
  }

  /// An address of the web; `javascript:`, `file:`, `data:` and all else is none. A path alone is
  /// one of this server.
  private func web(_ address: String?) -> String? {
    guard let address = RemoteIDs.sane(address) else { return nil }
    if address.hasPrefix("/"), !address.hasPrefix("//") { return server.base + address }
    let scheme = address.prefix(8).lowercased()
    return scheme.hasPrefix("https://") || scheme.hasPrefix("http://") ? address : nil
  }
}

extension RichText {
  /// With the choices of a poll below: without them the question is half a sentence.
  fileprivate func offering(_ choices: [String]) -> RichText {
    guard !choices.isEmpty else { return self }
    let items = choices.prefix(50).map { [Block.paragraph([.text(String($0.prefix(500)))])] }
    return RichText(blocks + [.list(ordered: false, items: Array(items))])
  }
}

extension Profile {
  /// Says in any of the known ways that programs should leave it alone. What a server does not
  /// tell is no wish; what may be a server's default is one (`Docs/decisions/0006`).
  var optedOut: Bool {
    if noIndex == true || indexable == false { return true }
    return ([name, note] + lines).contains { text in
      guard text.contains("#") else { return false }
      let words = Self.withoutMarkup(text).lowercased()
      return ["#nobot", "#noindex", "#nosearch", "#noarchive"].contains { words.contains($0) }
    }
  }

  /// Tags of HTML taken out and nothing put in their place: `#<span>nobot</span>` is one word.
  private static func withoutMarkup(_ html: String) -> String {
    var out = String.UnicodeScalarView()
    var inside = false
    for scalar in html.unicodeScalars {
      switch scalar {
      case "<": inside = true
      case ">" where inside: inside = false
      default: if !inside { out.append(scalar) }
      }
    }
    return String(out)
  }
}
