import Foundation
import HeedModel

/// What a site's numbers are called everywhere: `blog.example#comment-12`.
enum RemoteIDs {
  static func comment(_ id: Int, _ site: Site) -> RemoteID { RemoteID("\(site.key)#comment-\(id)") }
  static func post(_ id: Int, _ site: Site) -> RemoteID { RemoteID("\(site.key)#post-\(id)") }
  static func user(_ id: Int, _ site: Site) -> RemoteID { RemoteID("\(site.key)#user-\(id)") }
  /// Somebody without an account there: by the page that they gave, else the name, else the comment.
  static func guest(_ comment: Comment, _ site: Site) -> RemoteID {
    // Anybody may give any name and any page: what is said under them stays at this site.
    let url = comment.authorURL ?? ""
    let face = comment.pictures.values.lazy.compactMap(Self.face).first
    // The face names the address to everybody in a way that nobody reads, so that who moderates and who does not know
    // one and the same person.
    let known = [face ?? comment.authorEmail ?? "", url, comment.authorName ?? ""]
    guard known.contains(where: { !$0.isEmpty }) else {
      return RemoteID("\(site.key)#guest-of-\(comment.id)")
    }
    return RemoteID("\(site.key)#guest-" + String(StableHash.of(known), radix: 36))
  }

  /// The digest of a mail address in the address of a picture (https://docs.gravatar.com/api/avatars/hash/).
  private static func face(_ picture: String) -> String? {
    guard let at = picture.range(of: "gravatar.com/avatar/") else { return nil }
    let digest = picture[at.upperBound...].prefix { $0.isHexDigit && $0.isASCII }
    return [32, 64].contains(digest.utf8.count) ? digest.lowercased() : nil
  }

  static func comment(_ id: RemoteID, of site: Site) -> Int? { number(id, "comment", site) }
  static func post(_ id: RemoteID, of site: Site) -> Int? { number(id, "post", site) }
  static func user(_ id: RemoteID) -> Int? {
    id.rawValue.lastIndex(of: "#").flatMap { hash in
      let tail = id.rawValue[hash...].dropFirst()
      return tail.hasPrefix("user-") ? Int(tail.dropFirst(5)) : nil
    }
  }

  private static func number(_ id: RemoteID, _ kind: String, _ site: Site) -> Int? {
    let start = "\(site.key)#\(kind)-"
    guard id.rawValue.hasPrefix(start) else { return nil }
    return Int(id.rawValue.dropFirst(start.count))
  }
}
