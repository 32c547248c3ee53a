import Foundation
import Testing

@testable import HeedReading

/// What the models are trained on is what they are given here: `Scripts/reading/parity.py` wrote down what training sees.
struct ParityTests {
  @Test func theProgramSeesOfEachTextWhatTrainingSaw() throws {
    let labels = Self.root.appending(path: "Scripts/reading/labels")
    let own = try String(contentsOf: labels.appending(path: "own.tsv"), encoding: .utf8)
      .split(separator: "\n").map { String($0.split(separator: "\t")[0]) }
    let awkward = try String(contentsOf: labels.appending(path: "awkward.txt"), encoding: .utf8)
    // Not by lines as Swift sees them: Python cuts at line feeds alone.
    let texts =
      own
      + awkward.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String(String.UnicodeScalarView($0)) }
    let expected = try String(
      contentsOf: Self.root.appending(path: "Tests/HeedReadingTests/parity.tsv"), encoding: .utf8
    ).split(separator: "\n").map { $0.split(separator: "\t").compactMap { UInt32($0) } }
    try #require(texts.count == expected.count)
    #expect(texts.count > 400)
    for (text, expected) in zip(texts, expected) {
      #expect(Self.seen(text) == expected, "\(text)")
    }
  }

  private static func seen(_ text: String) -> [UInt32] {
    let pieces = Pieces(text)
    let features = TextFeatures(pieces)
    let all = pieces.all.flatMap { piece -> [UInt32] in
      [
        UInt32(piece.kind.rawValue), UInt32(piece.source.lowerBound),
        UInt32(piece.source.upperBound), (piece.isLoud ? 1 : 0) + (piece.isLong ? 2 : 0),
      ] + pieces.letters[piece.letters]
    }
    let letters = pieces.all.filter { $0.kind == .word }.flatMap {
      LanguageModel.hashes(of: pieces.letters[$0.letters])
    }
    return [all, features.words, features.runs, letters].map(digest)
  }

  private static func digest(_ numbers: [UInt32]) -> UInt32 {
    numbers.reduce(FeatureHash.start) { FeatureHash.add($1, to: $0) }
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
