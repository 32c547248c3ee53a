import Foundation
import HeedMarkup
import Testing

/// The community's own tests (https://github.com/microformats/tests), where they are at hand.
struct MicroformatsCorpusTests {
  /// Those that are not read as they say, and why. One that is read so after all fails the test.
  private static let others: [String: String] = [
    "microformats-v2-unit/nested/nested-microformat-mistyped.json":
      """
    The test itself says that no program acts so: a u- property whose thing has an address of \
    another kind would be the words as they are, not an address.
    """,
    "microformats-v2-unit/nested/tentative-nested-microformat.json":
      """
    Tentative, "with no clear winner": the value of a thing would be a picture with its words. \
    Here it is the picture's address; the words stand in the thing itself.
    """,
    "microformats-v2-unit/value/value-dt.json":
      """
    It keeps the colon in the zone of a time that was put together; h-event/time and \
    h-event/concatenate of the same collection, and the value class pattern, drop it.
    """,
  ]

  @Test func everyPageIsReadAsTheCommunityExpects() throws {
    guard let folder = Corpora.folder("web-microformats") else { return }
    var read = 0
    var missed: [String] = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    where path.hasSuffix(".json") {
      let file = folder.appendingPathComponent(path)
      let page = try Data(
        contentsOf: file.deletingPathExtension().appendingPathExtension("html"))
      let expected = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
      let base =
        path.hasPrefix("microformats-v2-unit") ? "http://example.test" : "http://example.com/"
      let json = MicroformatsJSON.page(Microformats(utf8: Array(page), at: base))
      read += 1
      if !json.isEqual(expected) { missed.append(path) }
    }
    print("microformats: \(read - missed.count) of \(read) as expected")
    #expect(read > 0)
    #expect(missed == Self.others.keys.sorted())
  }
}
