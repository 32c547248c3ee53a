import Foundation
import HeedModel
import HeedNetwork

/// Items and people are named by their own pages.
enum RemoteIDs {
  static func item(_ id: Int) -> RemoteID {
    RemoteID("\(HackerNewsNetwork.page)/item?id=\(id)")
  }

  static func person(_ name: String) -> RemoteID {
    RemoteID("\(HackerNewsNetwork.page)/user?id=\(name)")
  }

  static func reference(_ id: Int) -> RemoteReference {
    RemoteReference(
      remoteID: item(id), local: String(id), address: "\(HackerNewsNetwork.page)/item?id=\(id)")
  }

  /// The number of an item, from its name or its page; a comment's own page in a thread is named behind `#`.
  static func number(of reference: RemoteReference) -> Int? {
    number(in: reference.remoteID.rawValue)
  }

  static func number(in address: String) -> Int? {
    guard let rest = path(of: address), rest.hasPrefix("item?") else { return nil }
    if let mark = rest.firstIndex(of: "#"), let number = Int(rest[rest.index(after: mark)...]) {
      return number > 0 ? number : nil
    }
    let whole = String(rest.prefix { $0 != "#" })
    return WebQuery.value("id", in: whole).flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  static func user(in address: String) -> String? {
    guard let rest = path(of: address),
      ["user?", "threads?", "submitted?"].contains(where: rest.hasPrefix),
      let name = WebQuery.value("id", in: String(rest.prefix { $0 != "#" })), isName(name)
    else { return nil }
    return name
  }

  /// Letters, digits, `-` and `_`, as the sign-up there wants them.
  static func isName(_ name: String) -> Bool {
    (1...30).contains(name.utf8.count)
      && name.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
          || $0 == 95
      }
  }

  /// What stands behind the host, where it is this one.
  private static func path(of address: String) -> String? {
    let bare = address.range(of: "://").map { address[$0.upperBound...] } ?? address[...]
    let host = bare.prefix { $0 != "/" }.lowercased()
    guard host == "news.ycombinator.com" else { return nil }
    return String(bare.dropFirst(host.count).drop { $0 == "/" })
  }
}
