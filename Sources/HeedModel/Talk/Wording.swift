extension Post {
  /// Tells one wording of a post from another: what a form shows goes with it, so that words typed over an older one replace
  /// nothing that nobody saw. A hash of the words and their warning.
  public var wording: String {
    String(StableHash.of(bytes: "\(text.plain)\u{0}\(warning ?? "")".utf8), radix: 16)
  }
}
