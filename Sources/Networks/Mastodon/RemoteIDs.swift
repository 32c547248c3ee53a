import Foundation
import HeedModel
import HeedNetwork

/// A server of the Mastodon API.
typealias Server = PlaceServer

/// What one server calls one post: its own id behind the server's name, because an id means
/// nothing elsewhere.
///
/// This is what `RemoteReference.local` holds, so that an id of one server is never used on
/// another.
struct LocalID: Hashable, Sendable, CustomStringConvertible {
  let server: String
  let id: String

  init(_ server: Server, _ id: String) {
    self.server = server.description
    self.id = id
  }

  init?(_ text: String?) {
    guard let text, let slash = text.lastIndex(of: "/"), slash != text.startIndex else {
      return nil
    }
    server = String(text[..<slash])
    let id = String(text[text.index(after: slash)...])
    self.id = id.removingPercentEncoding ?? id
    guard !id.isEmpty else { return nil }
  }

  /// An id with a slash in it must not be read as a part of the server's name.
  var description: String {
    let isPlain = id.utf8.allSatisfy { $0 != 0x2f && $0 != 0x25 }
    return server + "/" + (isPlain ? id : Query.segment(id))
  }

  /// Where a post was written, if its name or its page shows that server's own id: Mastodon's and
  /// GoToSocial's `/users/ana/statuses/12`, Mastodon's `/@ana/12`, Pleroma's `/notice/Ab12`.
  init?(home address: String?) {
    guard let address, address.hasPrefix("http"), let server = Server(address) else { return nil }
    let path = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").dropFirst(2)
    guard let last = path.last, let before = path.dropLast().last,
      before == "statuses" || before == "notice"
        || before.hasPrefix("@") && !before.dropFirst().contains("@"),
      last.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else { return nil }
    self.init(server, String(last))
  }

  func id(on server: Server) -> String? { self.server == server.description ? id : nil }
}

/// How posts and people of this network are named in the record.
///
/// A post is named by its ActivityPub `uri`, which every server tells alike. A person is named by
/// `acct:user@host` in lower case: servers that do not tell an actor's `uri` still tell the
/// account, so this one form is there everywhere.
enum RemoteIDs {
  /// A name or an address that can be one: no text of any length, and none of the names that are
  /// made here.
  static func sane(_ name: String?) -> String? {
    guard let name, !name.isEmpty, name.utf8.count <= 2000, !name.hasPrefix("unseen:"),
      name.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7f })
    else { return nil }
    return name
  }

  static func post(_ status: Status, on server: Server) -> RemoteID {
    RemoteID(status.uri ?? status.url ?? unseen(status.id, on: server).rawValue)
  }

  /// A parent of which the server tells an id and nothing else: it was deleted, or we may not see
  /// it. Answers to it that come through the same server still meet there.
  static func unseen(_ id: String, on server: Server) -> RemoteID {
    RemoteID("unseen:" + LocalID(server, id).description)
  }

  static func person(_ acct: String, domain: String) -> RemoteID {
    RemoteID("acct:" + whole(acct, domain: domain).lowercased())
  }

  static func address(_ acct: String, domain: String) -> String {
    "@" + whole(acct, domain: domain)
  }

  /// `user@host`: a server leaves out its own name for its own people.
  static func whole(_ acct: String, domain: String) -> String {
    let bare = acct.hasPrefix("@") ? String(acct.dropFirst()) : acct
    return bare.contains("@") ? bare : bare + "@" + domain
  }
}
