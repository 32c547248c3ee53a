import HeedModel
import Testing

@Suite struct HexTests {
  @Test func bytesComeBackFromTheirDigits() {
    #expect(Hex.text([0, 10, 255]) == "000aff")
    #expect(Hex.bytes("000aff") == [0, 10, 255])
    #expect(Hex.bytes("0aFf") == [10, 255])
  }

  @Test(arguments: ["+f", "0", "zz", "", "é", String(repeating: "0", count: 100_000)])
  func anythingElseGivesNothing(_ text: String) {
    #expect(Hex.bytes(text) == [])
  }

  @Test func secretsAreTheSameOnlyAsAWhole() {
    #expect(ConstantTime.isEqual("secret".utf8, "secret".utf8))
    for other in ["secreT", "Secret", "secre", "secrets", ""] {
      #expect(!ConstantTime.isEqual("secret".utf8, other.utf8))
    }
  }
}
