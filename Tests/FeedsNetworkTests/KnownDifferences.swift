/// Where our reading differs from gofeed's on purpose, and why.
enum KnownDifferences {
  static func reason(for name: String) -> String? {
    reasons.first { $0.names.contains(name) }?.why
  }

  private static let reasons: [(why: String, names: Set<String>)] = [
    (
      "escaped XML is unescaped, as in every other content, and Dublin Core tells the feed's author and "
        + "an entry's categories where Atom's own elements are missing; gofeed leaves both",
      ["parser/atom/issue_275_extensions_and_source"]
    ),
    (
      "an entry that only tells a change gets no day of publication here; gofeed copies it",
      ["translator/atom/feed_item_updated_-_atom03_feed_entry_modified"]
    ),
    (
      "encoded without its prefix holds the words all the same; gofeed takes it for something else",
      ["parser/rss/issue_303_encoded_no_namespace"]
    ),
    (
      "itunes:subtitle describes a feed that has no other words; gofeed leaves it out",
      ["translator/rss/feed_link_-_rss_channel_itunes_subtitle"]
    ),
    (
      "JSON Feed dates its entries, not itself; gofeed copies the newest entry's date",
      ["translator/json/json10_full", "translator/json/json11_full"]
    ),
    (
      "dc:identifier is the id of an item without guid; gofeed leaves it out",
      ["extensions/dublincore/dublincore_item_fields"]
    ),
    (
      "each dc:creator is an author; gofeed keeps the first",
      ["extensions/dublincore/dublincore_item_multiple_values"]
    ),
  ]
}
