import Foundation
import HeedTopics
import Testing

struct BadStringsTests {
  @Test func noBadStringCrashesTheParserOrTheTokenizer() throws {
    guard let directory = Corpora.directory("bad-strings") else { return }
    let data = try Data(contentsOf: directory.appending(path: "blns.json"))
    let strings = try JSONDecoder().decode([String].self, from: data)
    var queries = 0
    for string in strings where check(string) { queries += 1 }
    print("topics: \(strings.count) bad strings, \(queries) of them queries")
    #expect(strings.count > 500)
  }
}
