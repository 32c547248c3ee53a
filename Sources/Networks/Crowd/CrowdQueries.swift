extension CrowdNetwork {
  /// Queries of every shape, as teams write them: about three quarters of the posts match none of a hundred.
  public func queries(_ count: Int) -> [String] {
    let words = Vocabulary.shared.words
    return (0..<count).map { number in
      var chance = Chance(number, 21)
      func word(_ from: Int, _ to: Int) -> String { words[from + chance.below(to - from)] }
      switch number % 10 {
      case 0, 1, 2: return word(150, 4_000)
      case 3: return "\(word(20, 400)) \(word(20, 400))"
      case 4: return "(\(word(400, 4_000)) OR \(word(400, 4_000)) OR \(word(400, 4_000)))"
      case 5: return "\"\(word(0, 60)) \(word(0, 60))\""
      case 6: return "\(word(100, 2_000)) -\(word(0, 50))"
      case 7: return "#\(word(0, 500))"
      case 8: return "\(word(20, 500)) NEAR/5 \(word(20, 500))"
      default: return "\(word(500, 3_000)) kind:question lang:en"
      }
    }
  }

  /// Words to search for, by how often they are said.
  public var words: [(name: String, word: String)] {
    let words = Vocabulary.shared.words
    return [
      ("common", words[0]), ("second", words[3]), ("usual", words[150]), ("seldom", words[4_000]),
      ("rare", words[36_000]),
    ]
  }
}
