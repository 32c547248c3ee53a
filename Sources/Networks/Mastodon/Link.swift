import HeedNetwork

/// The `Link` header (https://docs.joinmastodon.org/api/guidelines/#pagination, RFC 8288).
///
/// Only the `max_id` of the next page is taken from it, never its address: a server could lead
/// anywhere with that, with the account's right in hand.
enum Link {
  /// The `max_id` of the page below.
  static func below(_ response: WireResponse) -> String? {
    for link in LinkHeader.links(in: response.headers) where link.rels.contains("next") {
      if let id = Query.value("max_id", in: link.target), isSane(id) { return id }
    }
    return nil
  }

  private static func isSane(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 500 && id.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f }
  }
}
