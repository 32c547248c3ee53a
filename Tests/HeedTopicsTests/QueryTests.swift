import HeedTopics
import Testing

struct QueryTests {
  @Test(
    arguments: [
      ("widget", "My WIDGETs? no. A Widget!", true), ("widget", "widgets", false),
      ("widget*", "widgets", true), ("wid*get", "widget", nil),
      ("\"widget 3000\"", "the Widget-3000", true), ("\"widget 3000\"", "3000 widget", false),
      ("“widget 3000”", "widget 3000", true), ("„widget 3000“", "widget, 3000", true),
      ("#widget", "#Widget", true), ("#widget", "widget", false), ("widget", "#Widget", true),
      ("#wid*", "#Widget", true), ("widget", "@Widget", true), ("@widget", "widget", false),
      ("widget world", "#WidgetWorld", false),
      ("@ana", "@ana@example.org hi", true), ("@ana@example.org", "@ana hi", false),
      ("@ana@example.org", "hi @Ana@Example.org", true), ("@an", "@ana", false),
      ("email", "e-mail", true), ("e-mail", "email", true), ("e-mail", "e mail", true),
      ("don't", "DON’T", true), ("dont", "don't", true), ("don’t", "dont", true),
      ("italia", "l’Italia", true), ("widget", "widget's", true),
      ("\"the email server\"", "the e-mail server", true),
      ("\"the e-mail server\"", "the email server", true),
      ("a b", "b a", true), ("a b", "a", false), ("a OR b", "b", true), ("a or b", "a b", false),
      ("a or b", "b or a", true), ("a AND b", "a", false), ("a -b", "a", true),
      ("a -b", "a b", false), ("NOT a", "b", true), ("a (b OR c)", "a c", true),
      ("a b OR c", "c", true), ("a NOT (b OR c)", "a c", false),
      ("gold NEAR/2 straw", "straw into gold", true),
      ("gold NEAR/1 straw", "straw into gold", false),
      ("gold NEAR/1 straw", "gold straw", true), ("gold NEAR/3 gold", "gold", false),
      ("gold NEAR/3 gold", "gold and gold", true),
      ("\"new york\" NEAR/2 (times OR post)", "the post, New York", true),
      ("(gold OR \"pure gold\") NEAR/2 straw", "gold a b straw", false),
      ("#gold NEAR/2 @ana", "#gold for @ana", true),
      ("=Apple", "an Apple", true), ("=Apple", "an apple", false), ("=Apple", "#Apple", true),
      ("=“New York”", "in New York", true), ("=\"New York\"", "in new York", false),
      ("=café", "cafe", false), ("=café", "cafe\u{301}", true), ("=App*", "Apples", true),
      ("=App*", "apples", false), ("=don't", "don’t", true), ("=don't", "dont", false),
      ("cafe", "Café", true), ("café", "cafe", true),
      ("東京", "今日の東京タワー", true), ("東京", "東 京", false), ("京", "東京", true),
      ("東京タワー", "東京スカイツリー", false),
      ("서울", "서울에서", true), ("มาก", "ขอบคุณมากครับ", true), ("\"iphone 発売\"", "iPhone発売", true),
      ("😂", "ha😂😂", true), ("👍", "👍🏿", true), ("=👍🏿", "👍", false), ("👩", "👩‍💻", false),
      ("🇵🇱", "🇵🇱", true), ("1️⃣", "1️⃣", true), ("1*", "1️⃣", false),
      ("AT&T", "at&t", true), ("3.5", "v3.5", false), ("3.5", "3,5", true),
      ("#foo,#bar", "#bar #foo", true), ("#foo,#bar", "#bar", false),
      ("example", "https://example.org", false),
      ("link:example.org", "https://www.example.org/x", true),
      ("https://example.org/x", "http://example.org/x/y", true),
      ("https://example.org/x", "http://example.org/xy", false),
      ("has:link", "https://example.org", true), ("has:tag has:mention", "#a @b", true),
      ("has:link", "nothing", false),
    ] as [(String, String, Bool?)])
  func aQueryFindsWhatItSays(query: String, text: String, isFound: Bool?) throws {
    guard let isFound else {
      #expect(throws: TopicQueryError.self) { try finds(query, text) }
      return
    }
    #expect(try finds(query, text) == isFound)
  }

  @Test func attributesAreAskedByTheirFields() throws {
    let document = TopicDocument(
      text: "Hello", tags: ["Open Source"], mentions: ["@bob@example.org"],
      links: ["https://blog.example.org/2024/x"], author: "ana@example.org",
      addressees: ["@Heed@desk.example"], network: "Mastodon", language: "en-GB",
      kinds: ["question"], tone: "negative", has: ["image"], source: "Planet Debian")
    let yes = [
      "from:ana", "from:@Ana@example.org", "to:heed", "network:mastodon", "lang:en", "lang:English",
      "lang:de,en", "link:example.org", "link:blog.example.org/2024", "kind:question",
      "tone:negative", "has:image", "has:media", "has:question", "has:link", "has:mention",
      "has:tag", "source:\"planet debian\"", "#opensource", "\"open source\"", "@bob",
      "@bob@example.org", "from:ana,bob", "FROM:ana", "NOT from:bob", "from:ana OR widget", "bob",
    ]
    for query in yes { #expect(try finds(query, document), "\(query)") }
    let no = [
      "from:bob", "to:ana", "network:bluesky", "lang:e", "lang:fr", "link:ample.org",
      "link:blog.example.org/20", "kind:praise", "tone:positive", "has:video", "source:planet",
      "\"hello open\"", "hello NEAR/100 source",
    ]
    for query in no { #expect((try? finds(query, document)) != true, "\(query)") }
  }

  @Test(arguments: [
    (
      "(\"widget 3000\" OR #widget3000) straw NEAR/5 gold -hiring lang:en network:mastodon",
      "posts with 'widget 3000' or #widget3000, and 'straw' within five words of 'gold', not 'hiring', in English, on Mastodon"
    ),
    ("boston marathon", "posts with 'boston' and 'marathon'"),
    ("lang:en,de", "posts in English or in German"),
    ("lang:en -from:ana", "posts in English, not by @ana"),
    ("-hiring", "posts without 'hiring'"), ("-a -b", "posts without 'a', without 'b'"),
    ("(lang:en OR a) b", "posts with 'b', and either in English or with 'a'"),
    ("a OR -lang:en", "posts either with 'a' or not in English"),
    ("a OR -b", "posts either with 'a' or without 'b'"),
    ("wid* =Apple", "posts with words starting with 'wid' and exactly 'Apple'"),
    ("a b OR c", "posts with ('a' and 'b') or 'c'"),
    (
      "kind:question has:link to:heed source:News tone:negative link:example.org",
      "posts read as a question, with a link, to @heed, heard through 'news', negative in tone, linking to example.org"
    ),
  ])
  func aQueryIsExplainedInPlainWords(query: String, explanation: String) throws {
    #expect(try TopicQuery(query).explanation.text == explanation)
  }

  @Test(arguments: [
    ("Widget", "widget"), ("“Widget 3000”", "\"widget 3000\""), ("a AND b", "a b"),
    ("a b OR c", "(a b) OR c"), ("--a", "a"), ("a a", "a"), ("((a))", "a"), ("-(a b)", "NOT (a b)"),
    ("gold NEAR/5 (a OR b) c", "(gold NEAR/5 (a OR b)) c"), ("lang:EN,de", "lang:en OR lang:de"),
    ("source:“Planet Debian”", "source:\"planet debian\""), ("=“AND”", "=AND"), ("\"OR\"", "or"),
    ("#Tag* @Ana", "#tag* @ana"), ("東京*", "東京"), ("https://Example.org/", "link:example.org"),
  ])
  func aQueryHasOnePlainSpelling(query: String, canonical: String) throws {
    let parsed = try TopicQuery(query)
    #expect(parsed.canonical == canonical)
    #expect(try TopicQuery(canonical) == parsed)
  }

  @Test func aQueryWithoutWordsIsExpensive() throws {
    for query in ["-hiring", "lang:en", "lang:en -a", "a OR lang:en"] {
      #expect(try TopicQuery(query).isExpensive, "\(query)")
    }
    for query in ["a", "a -b", "link:example.org", "a lang:en"] {
      #expect(try !TopicQuery(query).isExpensive, "\(query)")
    }
  }

  @Test(arguments: [
    ("gold -lead", "All that is gold, not iron", ["gold"]),
    ("\"new york\" times", "The New York Times: new!", ["New York", "Times"]),
    ("gold NEAR/2 straw", "gold a b c straw, gold", ["straw", "gold"]),
    ("a OR b c", "a c", ["a"]), ("e-mail", "my E-Mail", ["E-Mail"]),
    ("#tag lang:en OR tag", "x #tag", ["tag"]),
    ("京タ", "東京タワー", ["京タ"]), ("nothing", "else", []), ("cafe", "le Cafe\u{301}!", ["Cafe\u{301}"]),
  ])
  func theWordsThatMatchedAreShown(query: String, text: String, shown: [String]) throws {
    let document = PreparedDocument(TopicDocument(text: text))
    let ranges = try TopicQuery(query).matchRanges(in: document)
    #expect(ranges.map { String(text[$0]) } == shown)
  }
}
