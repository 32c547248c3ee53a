import HeedModel
import Testing

@Suite struct StableHashTests {
  /// http://www.isthe.com/chongo/tech/comp/fnv/, “FNV test vectors”.
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c),
      ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func itIsTheOneThatEverybodyMeans(_ text: String, _ hash: UInt64) {
    #expect(StableHash.of(bytes: text.utf8) == hash)
  }

  @Test func partsDoNotRunIntoOneAnother() {
    #expect(StableHash.of("ab", "c") != StableHash.of("a", "bc"))
    #expect(StableHash.of("ab", "c") == StableHash.of(["ab", "c"]))
    #expect(StableHash.of("ab") == StableHash.of(bytes: Array("ab".utf8) + [0xFF]))
    #expect(StableHash(seed: 7) != StableHash())
  }
}
