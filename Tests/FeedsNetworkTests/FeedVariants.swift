import HeedModel
import HeedTesting

/// Ill-formed feeds without end, made of well-formed ones by a seed.
struct FeedVariants {
  private let randomness: SeededRandomness
  private var seeds: [[UInt8]]

  init(seed: UInt64, seeds: [String]) {
    randomness = SeededRandomness(seed: seed)
    self.seeds = seeds.map { Array($0.utf8) }
  }

  private func below(_ end: Int) -> Int { Int(randomness.number() % UInt64(max(end, 1))) }

  /// One more, with what was done to it.
  func next() -> (bytes: [UInt8], how: String) {
    var bytes = seeds[below(seeds.count)]
    var how: [String] = []
    for _ in 0..<(1 + below(4)) {
      let harm = Harm.allCases[below(Harm.allCases.count)]
      how.append(harm.rawValue)
      strike(harm, &bytes)
      if bytes.isEmpty { bytes = [0x3C] }
    }
    return (bytes, how.joined(separator: ", "))
  }

  private enum Harm: String, CaseIterable {
    case cut, flip, drop, double, swap, junkBefore, junkInside, unclosed, wrongEnd, wide, latin
    case bareMarks, section, entities, attributes, nesting, prefix, zero, many, quotes
  }

  private func strike(_ harm: Harm, _ bytes: inout [UInt8]) {
    let at = below(bytes.count)
    switch harm {
    case .cut: bytes = Array(bytes.prefix(max(at, 2)))
    case .flip:
      for _ in 0..<(1 + below(6)) {
        bytes[below(bytes.count)] = UInt8(truncatingIfNeeded: randomness.number())
      }
    case .drop: bytes.removeSubrange(at..<min(at + below(20), bytes.count))
    case .double:
      let end = min(at + below(300), bytes.count)
      bytes.insert(contentsOf: Array(bytes[at..<end]), at: below(bytes.count))
    case .swap:
      let other = below(bytes.count)
      bytes.swapAt(at, other)
    case .junkBefore: bytes.insert(contentsOf: Self.junk[below(Self.junk.count)].utf8, at: 0)
    case .junkInside: bytes.insert(contentsOf: Self.junk[below(Self.junk.count)].utf8, at: at)
    case .unclosed: remove("</", upTo: ">", in: &bytes, from: at)
    case .wrongEnd: bytes.insert(contentsOf: Self.ends[below(Self.ends.count)].utf8, at: at)
    case .wide: bytes = bytes.flatMap { [$0, 0] }
    case .latin: bytes = bytes.map { $0 >= 0xC0 ? 0xE9 : $0 }
    case .bareMarks: bytes.insert(contentsOf: "& < > &amp &# &#x; &#99999999999; ]]>".utf8, at: at)
    case .section: bytes.insert(contentsOf: "<![CDATA[ x <![CDATA[ y ]]>".utf8, at: at)
    case .entities:
      let bomb =
        "<!DOCTYPE x [<!ENTITY a \"&b;&b;\"><!ENTITY b SYSTEM \"http://127.0.0.1:9/\"> %p; ]>&a;&b;"
      bytes.insert(contentsOf: bomb.utf8, at: below(2) == 0 ? 0 : at)
    case .attributes: bytes.insert(contentsOf: " a=b c='d\" e=\"f' <g h=i ".utf8, at: at)
    case .nesting:
      let tag = ["<item>", "<div>", "<entry>", "[", "{\"a\":"][below(5)]
      bytes.insert(contentsOf: String(repeating: tag, count: 1 + below(400)).utf8, at: at)
    case .prefix: remove("xmlns:", upTo: " ", in: &bytes, from: 0)
    case .zero: bytes.insert(contentsOf: [0, 0xFF, 0xFE, 0xED, 0xA0, 0x80], at: at)
    case .many:
      let start = max(0, at - 200)
      let piece = Array(bytes[start..<at])
      for _ in 0..<below(60) { bytes.insert(contentsOf: piece, at: at) }
    case .quotes: remove("\"", upTo: "\"", in: &bytes, from: at)
    }
  }

  private func remove(_ start: String, upTo end: String, in bytes: inout [UInt8], from at: Int) {
    guard let first = bytes[at...].firstRange(of: Array(start.utf8)),
      let last = bytes[first.upperBound...].firstRange(of: Array(end.utf8))
    else { return }
    bytes.removeSubrange(first.lowerBound..<last.upperBound)
  }

  private static let junk = [
    "\u{FEFF}", "\n\n", "<br/><b>Warning</b>: x in /y on line <b>3</b>", "HTTP/1.1 200 OK\r\n\r\n",
    "<!-- -- --->", "<?php echo 1 ?>", "<?xml version='1.1' encoding='utf-7'?>", "<!--", "<?",
    "<html>", "\u{1F}\u{8B}", ")]}'\n", "<?xml version=\"1.0\" encoding=\"shift_jis\"?>",
  ]

  private static let ends = [
    "</item>", "</title>", "</rss>", "</", "</ >", "</entry", "</x:y>", "}", "]]>",
  ]
}

extension FeedVariants {
  /// Well-formed feeds of each kind, all invented.
  static let wellFormed = [
    """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"
    xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom">
    <channel><title>Bells &amp; more</title><link>https://bells.example/</link><ttl>60</ttl>
    <atom:link rel="self" href="https://bells.example/feed"/><language>en-gb</language>
    <item><title><![CDATA[A <b>blue</b> bell]]></title><guid isPermaLink="false">7</guid>
    <dc:creator>Zoé</dc:creator><pubDate>Tue, 05 May 2026 10:00:00 GMT</pubDate>
    <description>&lt;p&gt;It rings ☕ &amp;amp; rings.&lt;/p&gt;</description>
    <content:encoded><![CDATA[<p>It <a href="/x">rings</a>.</p>]]></content:encoded>
    <enclosure url="https://bells.example/7.mp3" type="audio/mpeg" length="5"/>
    <media:group><media:content url="https://bells.example/7.png" medium="image"/></media:group>
    <itunes:author>Ana</itunes:author><category domain="x">brass</category></item>
    <item><title>Two</title><link>https://bells.example/2</link></item></channel></rss>
    """,
    """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://bells.example/" xml:lang="de"
    xmlns:thr="http://purl.org/syndication/thread/1.0"
    xmlns:at="http://purl.org/atompub/tombstones/1.0"><title type="html">Glocken &amp;amp; mehr</title>
    <link rel="self" href="feed"/><author><name>Ana</name><email>ana@bells.example</email></author>
    <entry><id>tag:bells.example,2026:1</id><title>Größe</title><link href="1"/>
    <updated>2026-05-05T10:00:00Z</updated><category term="brass" label="Brass" scheme="s"/>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x<br/>y</p></div></content>
    <thr:in-reply-to ref="tag:bells.example,2026:0"/></entry>
    <at:deleted-entry ref="tag:bells.example,2026:9" when="2026-05-05T10:00:00Z"/></feed>
    """,
    """
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Bells</title>
    <items><rdf:Seq><rdf:li rdf:resource="1"/></rdf:Seq></items></channel>
    <item rdf:about="1"><title>日本語</title><link>https://bells.example/1</link>
    <dc:date>2026-05-05</dc:date></item></rdf:RDF>
    """,
    """
    {"version":"https://jsonfeed.org/version/1.1","title":"Bells","authors":[{"name":"Zoé"}],
    "items":[{"id":"1","url":"https://bells.example/1","content_html":"<p>x \\u00e9 \\ud83d\\ude00</p>",
    "tags":["a",1,null],"date_published":"2026-05-05T10:00:00Z",
    "attachments":[{"url":"f.mp3","mime_type":"audio/mpeg","size_in_bytes":5}]}]}
    """,
  ]
}
