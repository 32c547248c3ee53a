import HeedModel
import HeedNetwork

/// An issue, a pull request or a discussion, by its page.
struct ThreadName: Hashable, Sendable {
  enum Kind: String, Sendable { case issues, pull, discussions }

  var server: PlaceServer
  var owner: String
  var repository: String
  var kind: Kind
  var number: Int
  /// `issuecomment-12`, `discussioncomment-12`: a comment in it.
  var comment: String?

  var isDiscussion: Bool { kind == .discussions }
  /// Where the API keeps the repository.
  var path: String { "/repos/\(owner)/\(repository)" }
  var page: String { "\(server.base)/\(owner)/\(repository)/\(kind.rawValue)/\(number)" }
  var remoteID: RemoteID { RemoteID(comment.map { "\(page)#\($0)" } ?? page) }
  /// The number of a comment of an issue.
  var commentID: String? {
    comment.flatMap { $0.hasPrefix("issuecomment-") ? String($0.dropFirst(13)) : nil }
  }

  init(
    server: PlaceServer, owner: String, repository: String, kind: Kind, number: Int
  ) {
    (self.server, self.owner, self.repository) = (server, owner, repository)
    (self.kind, self.number) = (kind, number)
  }

  /// `https://github.com/owner/repository/issues/12#issuecomment-34`.
  init?(_ address: String) {
    guard address.contains("://"), let server = PlaceServer(address) else { return nil }
    let halves = address.split(separator: "#", maxSplits: 1)
    let path = halves[0].prefix { $0 != "?" }.split(separator: "/").dropFirst(2).map(String.init)
    guard path.count == 4, Self.isName(path[0]), Self.isName(path[1]),
      let kind = Kind(rawValue: path[2]), let number = Int(path[3]), number > 0
    else { return nil }
    self.init(
      server: server, owner: path[0], repository: path[1], kind: kind, number: number)
    guard halves.count > 1 else { return }
    let mark = String(halves[1])
    let known = kind == .discussions ? "discussioncomment-" : "issuecomment-"
    if mark.hasPrefix(known), Int(mark.dropFirst(known.count)) != nil { comment = mark }
  }

  /// The repository and number in an address of the API, such as a notice gives. Only the names are taken from it, never
  /// where it leads: a server could lead anywhere with that, with the account's right in hand.
  init?(api address: String, on server: PlaceServer) {
    let parts = address.split(separator: "/").map(String.init)
    guard let at = parts.firstIndex(of: "repos"), parts.count > at + 4,
      Self.isName(parts[at + 1]), Self.isName(parts[at + 2]), let number = Int(parts[at + 4]),
      number > 0, ["issues", "pulls", "discussions"].contains(parts[at + 3])
    else { return nil }
    self.init(
      server: server, owner: parts[at + 1], repository: parts[at + 2],
      kind: parts[at + 3] == "discussions" ? .discussions : .issues, number: number)
  }

  /// Letters, digits and `-`, `_`, `.`; never a step up.
  static func isName(_ name: String) -> Bool {
    (1...100).contains(name.utf8.count) && name != "." && name != ".."
      && name.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
          || $0 == 45 || $0 == 46 || $0 == 95
      }
  }
}
