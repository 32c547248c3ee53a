import Foundation
import HeedModel
import Testing

@testable import HeedMarkup

/// Pages and mails as people and programs really write them.
@Suite struct RealPagesTests {
  @Test(arguments: ["web-webmention", "web-microformats"])
  func realPagesAreReadAndHarmless(corpus: String) throws {
    guard let folder = Corpora.folder(corpus) else { return }
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var pages = 0
    var words = 0
    let start = ContinuousClock.now
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "html" else { continue }
      let html = HTMLCharset.decode(Array(try Data(contentsOf: file)))
      let text = HTMLReader(base: "https://a.example/").read(html)
      let strangers = Whitelist.strangers(in: HTMLWriter.html(text))
      #expect(strangers.isEmpty, "\(file.lastPathComponent): \(strangers)")
      #expect(RichText(encoded: text.encoded) == text, "\(file.lastPathComponent)")
      _ = HTMLPage(html, at: "https://a.example/")
      pages += 1
      words += text.plain.split(whereSeparator: \.isWhitespace).count
    }
    print("\(corpus): \(pages) pages, \(words) words, \(ContinuousClock.now - start)")
    #expect(pages > 20)
  }
}
