import HeedModel
public import HeedNetwork

extension Capabilities {
  /// Feeds are for reading: whoever wants to answer does so on the page of the entry, by hand.
  public static let feeds = Capabilities(reply: .handOff)
}

/// What the screens say about feeds.
enum FeedWords {
  static let can: Message =
    """
    New and changed entries, as often as the feed itself suggests. \
    Nothing can be answered from here: open the page.
    """
  static let canComments: Message =
    """
    New comments, as often as the feed itself suggests. \
    Nothing can be answered from here: open the page.
    """

  static let keepsAway: Message =
    """
    It asks programs not to index it: what is said there about you, and not to you, is not taken in.
    """

  static func asks(_ address: String) -> Message {
    "The address \(address) is asked, without a name and without cookies."
  }
}
