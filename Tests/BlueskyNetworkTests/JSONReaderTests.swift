import Foundation
import HeedModel
import HeedTesting
import Testing

@testable import BlueskyNetwork

/// The reader of JSON against a collection of texts that must be read, or must not, and against noise.
@Suite struct BlueskyJSONTests {
  /// As it is used: text that is no UTF-8 does not come through the way out.
  private func isRead(_ bytes: [UInt8]) -> Bool {
    guard String(validating: bytes, as: UTF8.self) != nil else { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      do {
        try reader.skip()
        try reader.end()
        return true
      } catch { return false }
    }
  }

  @Test func whatMustBeReadIsReadAndNothingElse() throws {
    guard let folder = Corpora.folder("bad-json")?.appending(path: "test_parsing") else {
      print("Bluesky: the collection bad-json is not here; its texts were not tried.")
      return
    }
    var counts: [Character: Int] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      guard let kind = name.first, name.hasSuffix(".json") else { continue }
      let isGood = isRead(Array(try Data(contentsOf: folder.appending(path: name))))
      counts[kind, default: 0] += 1
      if kind == "y" { #expect(isGood, "\(name)") }
      if kind == "n" { #expect(!isGood, "\(name)") }
    }
    #expect(counts["y"] == 95 && counts["n"] == 188, "\(counts)")
  }

  @Test func textsAreReadAsFoundationReadsThem() throws {
    let texts = [
      #""plain""#, #""a\nb\t\"\\\/""#, #""\u00e9\ud83d\ude00""#, #""\u0000""#, "\"日本語\"",
    ]
    for text in texts {
      let theirs = try JSONDecoder().decode(String.self, from: Data(text.utf8))
      let ours = try Array(text.utf8).withUnsafeBufferPointer { buffer in
        var reader = JSONReader(buffer)
        return try reader.string()
      }
      #expect(ours == theirs)
    }
  }

  @Test(arguments: ["\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00x\"", "\"\\ud800\\\""])
  func halvesOfAPairDoNoHarm(text: String) {
    _ = Array(text.utf8).withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      return try? reader.string()
    }
  }

  @Test func numbersThatDoNotFitAreNone() throws {
    for (text, value) in [
      ("0", 0), ("-7", -7), ("9223372036854775807", Int64.max), ("-9223372036854775808", .min),
    ] as [(String, Int64)] {
      #expect(try number(text) == value)
    }
    for text in ["9223372036854775808", "1.5", "1e3", "\"1\"", "null", "[1]"] {
      #expect(try number(text) == nil, "\(text)")
    }
  }

  private func number(_ text: String) throws -> Int64? {
    try Array(text.utf8).withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      let value = try reader.integer()
      try reader.end()
      return value
    }
  }

  /// Messages with bytes changed, left out and put in: whatever comes of it, it ends, and what is read is valid for
  /// Foundation too.
  @Test func noNoiseBreaksIt() {
    let seed = UInt64.random(in: 0..<UInt64.max)
    print("Bluesky: noise of seed \(seed)")
    var random = SplitMix64(seed: seed)
    let message = Array(
      Written.post("3l3q", "It’s \"quoted\" \u{1F600}\n", at: 1_725_911_162_329_308).utf8)
    for _ in 0..<5_000 {
      var bytes = message
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes.remove(at: at)
        default:
          bytes.insert("{}[]\",:\\u0-1e".utf8.randomElement(using: &random) ?? 0, at: at)
        }
      }
      // Foundation refuses numbers that are too large for it, which are JSON all the same.
      let isLarge = String(decoding: bytes, as: UTF8.self).contains(/\d[eE]\d/)
      guard !isLarge, isRead(bytes) else { continue }
      let isTheirs =
        (try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])) != nil
      #expect(isTheirs, "\(String(decoding: bytes, as: UTF8.self))")
      _ = Told(String(decoding: bytes, as: UTF8.self))
    }
  }
}
