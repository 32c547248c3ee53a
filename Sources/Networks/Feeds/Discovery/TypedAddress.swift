import Foundation

/// What somebody typed, if it can be the address of a page or a feed.
enum TypedAddress {
  /// The addresses to try, best first; empty for a word, a tag, a handle, a mail address.
  static func candidates(for typed: String) -> [String] {
    var text = typed.trimmed
    // "feed:https://…" and "feed://…" are how browsers once handed feeds over.
    for prefix in ["feed://", "feed:"] where text.lowercased().hasPrefix(prefix) {
      text = String(text.dropFirst(prefix.count))
      break
    }
    guard !text.isEmpty, text.utf8.count <= 2000, !text.contains(where: \.isWhitespace) else {
      return []
    }
    let lower = text.lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") {
      return FeedAddress.isWeb(text) ? [text] : []
    }
    let host = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !host.contains("@"), isHost(host) else { return [] }
    return ["https://\(text)", "http://\(text)"].filter(FeedAddress.isWeb)
  }

  /// A name with a point inside and an end of letters, or numbers with points; a port may follow.
  private static func isHost(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.count == 1 || UInt16(parts[1]) != nil else { return false }
    if parts[0] == "localhost" { return true }
    let labels = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2,
      labels.allSatisfy({ label in
        !label.isEmpty && label.count <= 63 && !label.hasPrefix("-")
          && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
      }), let last = labels.last
    else { return false }
    let isNumeric = labels.allSatisfy { UInt8($0) != nil } && labels.count == 4
    return isNumeric || (last.count >= 2 && !last.allSatisfy(\.isNumber))
  }
}
