extension Post {
  /// Tells one wording of a post from another: what a form shows goes with it, so that words typed over an older one replace
  /// nothing that nobody saw. FNV-1a of the words and their warning.
  public var wording: String {
    let hash = "\(text.plain)\u{0}\(warning ?? "")".utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
    return String(hash, radix: 16)
  }
}
