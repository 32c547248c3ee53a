import HeedMarkup
import HeedModel
import HeedNetwork

/// Turns what a server tells into the desk's own shapes. Nothing is asked of anybody here.
struct Incoming: Sendable {
  let server: Server
  let domain: String
  let now: Instant

  func handle(_ profile: Profile) -> RemoteHandle {
    RemoteHandle(
      remoteID: RemoteIDs.person(profile.acct, domain: domain),
      address: RemoteIDs.address(profile.acct, domain: domain), name: profile.name,
      page: web(profile.url), picture: web(profile.picture), isBot: profile.isBot,
      optedOut: profile.optedOut)
  }

  /// - Parameter parent: resolved by the caller, who may have to ask for it.
  func post(_ status: Status, parent: RemoteID?, toUs: Bool) -> RemotePost {
    let published = Dates.instant(status.createdAt) ?? Dates.instant(status.editedAt) ?? now
    let warning = status.warning.flatMap { $0.isEmpty ? nil : $0 }
    return RemotePost(
      reference: reference(status), author: handle(status.account), publishedAt: published,
      editedAt: Dates.instant(status.editedAt), parent: parent,
      quoted: status.quoted?.status.map { RemoteIDs.post($0.status, on: server) }, toUs: toUs,
      visibility: Self.visibility(status.visibility), warning: warning,
      text: Self.text(of: status, domain: domain), media: status.media.compactMap(medium),
      language: status.language.flatMap { $0.isEmpty ? nil : $0 },
      mentions: status.mentions.map { RemoteIDs.person($0.acct, domain: domain) })
  }

  func reference(_ status: Status) -> RemoteReference {
    RemoteReference(
      remoteID: RemoteIDs.post(status, on: server),
      local: LocalID(server, status.id).description, address: web(status.url) ?? web(status.uri))
  }

  static func text(of status: Status, domain: String) -> RichText {
    Naming(status, domain: domain).named(HTMLReader(base: status.url).read(status.content))
  }

  /// Whom a server lets read a post. A word that we do not know is taken for the narrowest.
  static func visibility(_ word: String?) -> Visibility {
    switch word {
    case "public", nil: .public
    case "unlisted", "local": .unlisted
    case "private", "mutuals_only": .followers
    default: .private
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

  private func web(_ address: String?) -> String? {
    guard let address, address.hasPrefix("https://") || address.hasPrefix("http://") else {
      return nil
    }
    return address
  }
}

extension Profile {
  /// Says in any of the known ways that programs should leave it alone. What a server does not
  /// tell is no wish.
  var optedOut: Bool {
    if noIndex == true || indexable == false { return true }
    guard note.contains("no") || note.contains("NO") || note.contains("No") else { return false }
    let words = Self.withoutMarkup(note).lowercased()
    return ["#nobot", "#noindex", "#nosearch", "#noarchive"].contains { words.contains($0) }
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
