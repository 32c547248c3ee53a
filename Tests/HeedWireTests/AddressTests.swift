import Testing

@testable import HeedWire

@Suite struct AddressTests {
  @Test(arguments: [
    ("HTTP://Example.ORG", "http://example.org/"),
    ("https://example.org:443/a b?c=[d]#e", "https://example.org/a%20b?c=%5Bd%5D"),
    ("https://example.org./x", "https://example.org/x"),
    ("https://müller.example/ü", "https://xn--mller-kva.example/%C3%BC"),
    ("https://bücher.例え.example/", "https://xn--bcher-kva.xn--r8jz45g.example/"),
    ("https://MÜLLER。example/", "https://xn--mller-kva.example/"),
    ("http://0x08.8.010.8/", "http://8.8.8.8/"), ("http://134744072/", "http://8.8.8.8/"),
    ("http://８.８.８.８/", "http://8.8.8.8/"),
    ("http://[2A00:1450:0::1]:80/", "http://[2a00:1450::1]/"),
    ("http://example.org:8080?q", "http://example.org:8080/?q"),
    ("http://example.org/100%/%zz/%41", "http://example.org/100%25/%25zz/%41"),
    (" https://example.org/ ", "https://example.org/"),
  ])
  func anAddressHasOneForm(_ typed: String, _ form: String) throws {
    #expect("\(try WebAddress(typed))" == form)
  }

  /// What the guard read is what is sent: reading the written form again changes nothing.
  @Test func whateverIsReadIsReadTheSameAgain() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = Steps(state: seed)
    let pieces = [
      "http", "://", "example", ".org", "127", ".0", ".1", "0x7f", "@", ":", "80", "/", "?", "#",
      "[", "]", "::1", "ffff:", "%", "%31", "\\", "。", "１", "é", "ß", "\u{200d}", "\u{0}", "xn--",
      "-", "_", ".", "..", " ", "\t", "🙂", "٣", "64:ff9b::", "a@b", "&", "'", "\"",
    ]
    var read = 0
    for _ in 0..<10000 {
      var text = random.next() % 3 == 0 ? "" : "http://"
      for _ in 0..<(random.next() % 8) {
        text += pieces[Int(random.next() % UInt64(pieces.count))]
      }
      guard let address = try? WebAddress(text) else { continue }
      read += 1
      let again = try? WebAddress("\(address)")
      #expect(again == address, "seed \(seed): \(text)")
      #expect("\(address)".utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f }, "seed \(seed): \(text)")
    }
    #expect(read > 300)
  }

  private struct Steps: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ state >> 33) >> 7
    }
  }

  /// The examples of RFC 3986, section 5.4, that web addresses share.
  @Test(arguments: [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q"), ("g#s", "http://a/b/c/g"),
    (";x", "http://a/b/c/;x"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"),
    ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
    ("../..", "http://a/"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"),
    ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"),
    ("./g/.", "http://a/b/c/g/"), ("g/../h", "http://a/b/c/h"),
    ("g?y/../x", "http://a/b/c/g?y/../x"),
  ])
  func aReferenceLeadsWhereTheStandardSays(_ reference: String, _ target: String) throws {
    let base = try WebAddress("http://a/b/c/d;p?q")
    #expect("\(try base.following(reference))" == target)
  }
}
