/// The length of a text as networks count it.
public enum TextLength {
  /// User-perceived characters.
  ///
  /// - Parameters:
  ///   - addressCounts: what every `http` or `https` address counts for, however long it is;
  ///     Mastodon: 23, or what the server says in `characters_reserved_per_url`. `nil`: as written.
  ///   - mentionLocalPartOnly: `@ana@a.example` counts as `@ana`. Mastodon does both
  ///     (https://docs.joinmastodon.org/user/posting/#text).
  public static func graphemes(
    _ text: String, addressCounts: Int? = nil, mentionLocalPartOnly: Bool = false
  ) -> Int {
    count(text, addressCounts, mentionLocalPartOnly) { $0.count }
  }

  /// Unicode scalars; parameters as for `graphemes`.
  public static func scalars(
    _ text: String, addressCounts: Int? = nil, mentionLocalPartOnly: Bool = false
  ) -> Int {
    count(text, addressCounts, mentionLocalPartOnly) { $0.unicodeScalars.count }
  }

  /// Bytes in UTF-8, as written.
  public static func utf8Bytes(_ text: String) -> Int { text.utf8.count }

  private static func count(
    _ text: String, _ addressCounts: Int?, _ localPartOnly: Bool, _ measure: (Substring) -> Int
  ) -> Int {
    guard addressCounts != nil || localPartOnly else { return measure(text[...]) }
    var counted = ""
    var addresses = 0
    var end = text.startIndex
    for entity in Entities().find(in: text) {
      switch entity.kind {
      case .link:
        guard let addressCounts else { continue }
        // A space, and not nothing, so that what stands around it does not melt into one character.
        counted += text[end..<entity.range.lowerBound] + " "
        addresses += addressCounts - 1
      case .mention(let handle):
        guard localPartOnly, let host = handle.dropFirst().firstIndex(where: { "@＠".contains($0) })
        else { continue }
        counted += text[end..<entity.range.lowerBound] + handle[..<host]
      case .tag: continue
      }
      end = entity.range.upperBound
    }
    counted += text[end...]
    return measure(counted[...]) + addresses
  }
}
