import HeedNetwork
import Testing

/// How much of a post a text takes.
@Suite struct LengthTests {
  @Test func everyAddressCountsTheSameAndAHostCountsNothing() {
    let text = "Hi @ana@a.example, see https://b.example/a/very/long/path 👩‍👩‍👧 e\u{301}"
    #expect(Capabilities.Length.graphemes(limit: 500, address: nil).count(text) == text.count)
    #expect(
      Capabilities.Length.graphemes(limit: 500, address: 23).count(text)
        == "Hi @ana, see ".count + 23 + 4)
    #expect(
      Capabilities.Length.scalars(limit: 500, address: 23).count(text)
        == "Hi @ana, see ".count + 23 + 1 + 5 + 1 + 2)
    #expect(Capabilities.Length.bytes(limit: 500).count("é👍") == 6)
    #expect(Capabilities.Length.graphemes(limit: 500, address: 23).count("https://a.example") == 23)
    #expect(Capabilities.Length.unlimited.limit == nil)
  }
}
