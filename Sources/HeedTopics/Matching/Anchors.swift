/// How common a term is where nothing has been counted.
public enum Anchors {
  /// A guess by the length of an index term: short words are common.
  public static func likelyFrequency(_ term: String) -> Int {
    1 << max(0, 16 - 2 * min(term.utf8.count, 8))
  }
}
