/// The address of a page as somebody typed it: what is kept of it is shown as a link and may be asked.
enum TypedPage {
  static let longest = 2000

  /// - Returns: it without what stands around it; `nil` for what is no address of the web. One that holds what a browser
  ///   would have written otherwise (RFC 3986, 2) was not copied from there.
  static func address(_ typed: String) -> String? {
    let address = Desk.trimmed(typed)
    let lower = address.lowercased()
    let isWeb = lower.hasPrefix("https://") || lower.hasPrefix("http://")
    let rest = address.drop { $0 != ":" }.dropFirst(3)
    guard isWeb, let first = rest.first, !"/?#:".contains(first), address.utf8.count <= longest,
      address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7f }),
      !address.contains(where: { $0.isWhitespace || "<>\"\\^`{|}".contains($0) })
    else { return nil }
    return address
  }
}
