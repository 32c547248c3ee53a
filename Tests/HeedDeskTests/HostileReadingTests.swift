import Foundation
import HeedModel
import HeedNetwork
import HeedReading
import HeedTesting
import Testing

@testable import HeedDesk

@Suite struct HostileReadingTests {
  /// Whatever a hundred people and more throw at the desk: what others said stays as it was read, and what is said after
  /// it is read as it would have been.
  @Test func aHundredNaughtyTextsChangeNothingButTheirOwnReading() async throws {
    let test = try await TestDesk()
    let desk = test.another(seed: 5, reader: TrainedReader())
    let plain = [
      "When will my parcel finally get here, it has been two weeks",
      "I love this place, thank you!",
      "Wann kommt mein Paket endlich an?", "Please add a night bus on the coast line",
    ]
    try await hear(plain, as: "before", on: desk, test)
    let before = try await posts(plain.count, as: "before", test)
    let naughty = try Self.texts()
    #expect(naughty.count >= 100)
    try await hear(naughty, as: "naughty", on: desk, test)
    try await hear(plain, as: "after", on: desk, test)
    #expect(try await posts(plain.count, as: "before", test) == before)
    let after = try await posts(plain.count, as: "after", test)
    #expect(after.map(\.reading) == before.map(\.reading))
    let read = try await posts(naughty.count, as: "naughty", test)
    #expect(read.count == naughty.count)
    for post in read {
      #expect(post.reading.sureness >= 0 && post.reading.sureness <= 1)
      #expect(post.reading.by == TrainedReader.name)
    }
  }

  private func hear(_ texts: [String], as name: String, on desk: Desk, _ test: TestDesk)
    async throws
  {
    let events = texts.enumerated().map { number, text in
      RemoteEvent.post(
        FakeNetwork.post(
          "\(name)\(number)", text, by: "\(name)\(number % 7)", at: test.clock.now(), toUs: true,
          visibility: .public))
    }
    try await desk.hear(events, from: test.source)
  }

  private func posts(_ count: Int, as name: String, _ test: TestDesk) async throws -> [Post] {
    var found: [Post] = []
    for number in 0..<count { found.append(try await test.post("\(name)\(number)")) }
    return found
  }

  /// A hundred of our own, made of what readers stumble over, and those of the corpus where it stands.
  private static func texts() throws -> [String] {
    let pieces = [
      "\u{0}", "\u{FEFF}", "\u{202E}", "\u{200D}", "\u{0301}\u{0301}\u{0301}",
      "'; DROP TABLE posts; --",
      "<script>alert(1)</script>", "%s%n", "../../etc/passwd", "http://", "@", "#", "!?!?", ":-)",
      "NaN", "1e999", "\u{FFFD}", "ﷺ", "ＡＢＣ", "𝕋𝕙𝕖", "👩🏽‍🚀", "love", "HATE", "free followers",
      "https://a.example/x", "ß", "İ", "ǆ", "\r\n", "\t",
    ]
    var dice = SplitMix64(seed: 11)
    var texts = (0..<120).map { number in
      let length = number % 10 == 0 ? 400 : 1 + number % 12
      return (0..<length).map { _ in
        pieces[Int(dice.next() % UInt64(pieces.count))] + (dice.next() % 2 == 0 ? " " : "")
      }.joined()
    }
    if let folder = Corpora.folder("bad-strings") {
      texts += try JSONDecoder().decode(
        [String].self, from: Data(contentsOf: folder.appending(path: "blns.json")))
    } else {
      print(
        "naughty texts: our own alone, no corpus bad-strings (HEED_CORPORA names another place)")
    }
    return texts
  }
}
