public import HeedNetwork

extension Capabilities {
  /// Feeds are for reading: whoever wants to answer opens the page of the entry.
  public static let feeds = Capabilities(reply: .never)
}

/// What the screens say about feeds.
enum FeedWords {
  static let can =
    "New and changed entries, as often as the feed itself suggests. "
    + "Nothing can be answered from here: open the page."
  static let canComments =
    "New comments, as often as the feed itself suggests. "
    + "Nothing can be answered from here: open the page."

  static func asks(_ address: String) -> String {
    "The address \(address) is asked, without a name and without cookies."
  }
}
