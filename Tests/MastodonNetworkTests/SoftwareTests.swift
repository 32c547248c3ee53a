import Foundation
import Testing

@testable import MastodonNetwork

/// Which software a server says it is, in the forms that servers say it.
@Suite struct SoftwareTests {
  @Test(
    arguments: [
      ("4.5.1", "", .mastodon, [4, 5, 1]),
      ("4.3.0+glitch", "https://github.com/glitch-soc/mastodon", .mastodon, [4, 3, 0]),
      ("4.3.0", "https://github.com/snacks/mastodon-for-pleroma-people", .mastodon, [4, 3, 0]),
      (
        "0.17.3+git-12ab", "https://codeberg.org/superseriousbusiness/gotosocial", .gotosocial,
        [0, 17, 3]
      ),
      ("2.7.2 (compatible; Pleroma 2.6.0-1-gab12+soapbox)", "", .pleroma, [2, 6, 0]),
      (
        "2.7.2 (compatible; Akkoma 3.13.2)", "https://akkoma.dev/AkkomaGang/akkoma", .akkoma,
        [3, 13, 2]
      ),
      ("2.8.0 (compatible; Friendica 2024.12)", "", .friendica, [2024, 12]),
      ("3.5.3 (compatible; Pixelfed 0.12.3)", "", .pixelfed, [0, 12, 3]),
      ("4.0.0 (not true; it's snac/2.68)", "", .snac, [2, 68]),
      ("takahe/0.11.0", "", .takahe, [0, 11, 0]),
      ("Takahē 0.11", "", .takahe, [0, 11]),
      // Like one of them is none of them: their manners, above all the keys of messages, are not promised.
      ("3.0.0 (compatible; Sharkey 2025.4.3; like Akkoma)", "", .unknown, [3, 0, 0]),
      ("4.5.0 (compatible; CherryPick 4.16.0; like Akkoma)", "", .unknown, [4, 5, 0]),
      ("4.2.1 (compatible; Iceshrimp.NET/2024.1-beta4)", "", .unknown, [4, 2, 1]),
      ("4.0.0 (compatible; Mitra 3.10.0)", "", .unknown, [4, 0, 0]),
      ("4.0.0 (compatible)", "", .unknown, [4, 0, 0]), ("", "", .unknown, []),
    ] as [(String, String, Knowledge.Software, [Int])])
  func whatItIsCountsNotWhatItIsLike(
    _ version: String, _ source: String, _ software: Knowledge.Software, _ numbers: [Int]
  ) throws {
    let told = try JSONEncoder().encode(["version": version, "source_url": source])
    let knowledge = try JSONDecoder().decode(Instance.self, from: told).knowledge
    #expect(knowledge.software == software)
    #expect(knowledge.version == numbers)
    if software == .unknown { #expect(knowledge.keyLife == nil) }
  }
}
