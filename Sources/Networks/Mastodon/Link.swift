import Foundation
import HeedNetwork

/// The `Link` header (https://docs.joinmastodon.org/api/guidelines/#pagination, RFC 8288).
///
/// Only the `max_id` of the next page is taken from it, never its address: a server could lead
/// anywhere with that, with the account's right in hand.
enum Link {
  /// The `max_id` of the page below.
  static func below(_ response: WireResponse) -> String? {
    guard let header = response.header("Link") else { return nil }
    var rest = header[...]
    while let open = rest.firstIndex(of: "<"),
      let close = rest[open...].firstIndex(of: ">")
    {
      let address = rest[rest.index(after: open)..<close]
      let after = rest[rest.index(after: close)...]
      let parameters = after.prefix { $0 != "<" }
      rest = after.dropFirst(parameters.count)
      if isNext(parameters), let id = Query.value("max_id", in: String(address)), isSane(id) {
        return id
      }
    }
    return nil
  }

  /// `rel="next"`, and as others write it: `rel=next`, `REL = 'next'`, `rel="next last"`.
  private static func isNext(_ parameters: Substring) -> Bool {
    parameters.split(separator: ";").contains { parameter in
      let halves = parameter.split(separator: "=", maxSplits: 1).map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: " \t\"',")).lowercased()
      }
      return halves.count == 2 && halves[0] == "rel"
        && halves[1].split(separator: " ").contains("next")
    }
  }

  private static func isSane(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 500 && id.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f }
  }
}
