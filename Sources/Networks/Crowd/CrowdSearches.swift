extension CrowdNetwork {
  /// Searches of each kind, so many of each, none of which was chosen by what it finds.
  public func searches(_ count: Int) -> [(kind: String, queries: [String])] {
    let words = Vocabulary.shared.words
    func word(_ number: Int, _ turn: Int, _ ranks: Range<Int>) -> String {
      var chance = Chance(number, UInt64(40 + turn))
      return words[ranks.lowerBound + chance.below(ranks.count)]
    }
    let (common, usual, seldom, rare) = (0..<30, 100..<400, 2_000..<6_000, 25_000..<36_000)
    func some(_ make: (Int) -> String) -> [String] { (0..<count).map(make) }
    return [
      ("a rare word", some { word($0, 0, rare) }),
      ("a seldom word", some { word($0, 0, seldom) }),
      ("a usual word", some { word($0, 0, usual) }),
      ("a common word", some { word($0, 0, common) }),
      ("two usual words", some { "\(word($0, 0, usual)) \(word($0, 1, usual))" }),
      ("a common and a seldom word", some { "\(word($0, 0, common)) \(word($0, 1, seldom))" }),
      ("a phrase of common words", some { "\"\(word($0, 0, common)) \(word($0, 1, common))\"" }),
      ("a phrase of usual words", some { "\"\(word($0, 0, usual)) \(word($0, 1, usual))\"" }),
      ("NEAR, common words", some { "\(word($0, 0, common)) NEAR/3 \(word($0, 1, common))" }),
      ("NEAR, usual words", some { "\(word($0, 0, usual)) NEAR/5 \(word($0, 1, usual))" }),
      ("the beginning of a word", some { "\(word($0, 0, seldom).prefix(3))*" }),
      (
        "one of three words",
        some {
          "\(word($0, 0, usual)) OR \(word($0, 1, seldom)) OR \(word($0, 2, rare))"
        }
      ),
      ("attributes that many have", some { $0 % 2 == 0 ? "lang:pt" : "kind:question" }),
      (
        "attributes that few have",
        some {
          ["kind:praise tone:negative", "lang:ar tone:positive", "kind:thanks lang:pt"][$0 % 3]
        }
      ),
      ("an attribute that nobody has", some { _ in "lang:tlh" }),
      ("without a common word", some { "-\(word($0, 0, common))" }),
    ]
  }
}
