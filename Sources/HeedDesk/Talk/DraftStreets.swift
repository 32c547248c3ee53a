import HeedModel

/// Where somebody lives: a street with the number of a house, as several languages write it.
extension DraftFacts {
  static func streets(among tokens: [DraftToken]) -> [Fact] {
    tokens.indices.compactMap { at in
      numberFirst(tokens, at) ?? compound(tokens, at) ?? landmark(tokens, at)
        ?? kindFirst(tokens, at)
    }
  }

  /// “12 Baker Street”, “12 bis, rue de la Paix”.
  private static func numberFirst(_ tokens: [DraftToken], _ at: Int) -> Fact? {
    guard isHouse(tokens[at]), !isOfYear(tokens, at) else { return nil }
    var next = at + 1
    if next < tokens.count, ["bis", "ter"].contains(tokens[next].folded) { next += 1 }
    if next < tokens.count, frenchKinds.contains(tokens[next].folded) {
      guard let end = name(tokens, next + 1) else { return nil }
      return fact(tokens[at...end])
    }
    // One to three words with large letters, then what kind of street it is.
    guard !tokens[at].isClosed else { return nil }
    for end in (at + 2)..<(at + 5) where end < tokens.count {
      let name = tokens[(at + 1)..<end]
      guard name.allSatisfy({ !$0.isClosed && isLarge($0) }) else { return nil }
      guard englishKinds.contains(tokens[end].folded), isLarge(tokens[end]) else { continue }
      let isEnd = tokens[end].isClosed || end + 1 == tokens.count
      let follows = end + 1 < tokens.count && englishFollowers.contains(tokens[end + 1].folded)
      return isEnd || follows ? fact(tokens[at...end]) : nil
    }
    return nil
  }

  /// “Bahnhofstraße 5”, “Berliner Str. 5a”, “Prinsengracht 12”.
  private static func compound(_ tokens: [DraftToken], _ at: Int) -> Fact? {
    let word = tokens[at].folded
    guard at + 1 < tokens.count, isLarge(tokens[at]), isHouse(tokens[at + 1]),
      !isYear(tokens[at + 1].bare), !isAmountAfter(tokens, at + 1)
    else { return nil }
    if germanKinds.contains(word) {
      guard at > 0, isLarge(tokens[at - 1]), !tokens[at - 1].isClosed,
        !articles.contains(tokens[at - 1].folded)
      else { return nil }
      return fact(tokens[(at - 1)...(at + 1)])
    }
    guard !tokens[at].isClosed || word.hasSuffix("str"), !noStreets.contains(word),
      germanEnds.contains(where: { word.hasSuffix($0) && word.count >= $0.count + 3 })
    else { return nil }
    return fact(tokens[at...(at + 1)])
  }

  /// “Am Markt 3”, “An der Alten Mühle 12a”, “Zur Kirche 5, 04109 …”. What follows says that the number is no amount:
  /// nothing, or a postcode; without one, only what is beside a thing is meant.
  private static func landmark(_ tokens: [DraftToken], _ at: Int) -> Fact? {
    var next = at + 1
    let first = tokens[at].folded
    if ["an", "auf", "hinter"].contains(first), next < tokens.count,
      ["der", "dem", "den"].contains(tokens[next].folded)
    {
      next += 1
    } else if !["am", "im", "zum", "zur"].contains(first) {
      return nil
    }
    for place in next..<(next + 2) where place + 1 < tokens.count {
      guard isLarge(tokens[place]), !tokens[place].isClosed else { return nil }
      guard isLandmark(tokens[place].folded) else { continue }
      let house = tokens[place + 1]
      guard isHouse(house), !isYear(house.bare) else { return nil }
      let after = place + 2
      let isPostcode =
        after < tokens.count && (4...5).contains(tokens[after].bare.count)
        && tokens[after].bare.allSatisfy(\.isNumber)
      let isBeside =
        ["am", "im", "an"].contains(first) && !house.bare.contains("-")
        && (house.isClosed || after == tokens.count)
      return isBeside || isPostcode ? fact(tokens[at...(place + 1)]) : nil
    }
    return nil
  }

  private static func isLandmark(_ word: String) -> Bool {
    germanLandmarks.contains(word) || germanLandmarkEnds.contains { word.hasSuffix($0) }
  }

  /// “calle Mayor, 12”, “Rua das Flores 5”, “Av. Paulista, nº 1578”, “Rua 25 de Março 12”.
  private static func kindFirst(_ tokens: [DraftToken], _ at: Int) -> Fact? {
    let isCalle = tokens[at].text.lowercased() == "c/"
    guard isCalle || southernKinds.contains(tokens[at].folded), let end = name(tokens, at + 1)
    else {
      return nil
    }
    var next = end + 1
    while next < tokens.count, houseSigns.contains(tokens[next].folded) { next += 1 }
    guard next < tokens.count, tokens[end].text.last.map({ !".!?;".contains($0) }) ?? false,
      isHouse(tokens[next]), !isYear(tokens[next].bare), !isAmountAfter(tokens, next)
    else { return nil }
    return fact(tokens[at...next])
  }

  /// Where a name ends that begins here: at most five words with large letters, with “de la” between.
  private static func name(_ tokens: [DraftToken], _ start: Int) -> Int? {
    var end: Int?
    var at = start
    // Called after a day.
    if start + 2 < tokens.count,
      (1...31).contains(Int(tokens[start].text.filter { !"ºª°".contains($0) }) ?? 0),
      ["de", "di", "del"].contains(tokens[start + 1].folded),
      southernMonths.contains(tokens[start + 2].folded)
    {
      end = start + 2
      at = start + 3
      if tokens[start + 2].isClosed { return end }
    }
    while at < tokens.count, at < start + 5 {
      if isLarge(tokens[at]) || tokens[at].folded.hasPrefix("l'")
        || tokens[at].folded.hasPrefix("l’")
      {
        end = at
        if tokens[at].isClosed { break }
      } else if !links.contains(tokens[at].folded) {
        break
      }
      at += 1
    }
    return end
  }

  private static func fact(_ tokens: ArraySlice<DraftToken>) -> Fact {
    let telling = tokens.filter {
      !kinds.contains($0.folded) && !links.contains($0.folded) && !germanLinks.contains($0.folded)
        && !houseSigns.contains($0.folded)
    }
    let parts = telling.map { same($0.folded) }
    let written = tokens.map(\.text).joined(separator: " ")
    return Fact(
      words: trimmed(written), key: parts.sorted().joined(separator: " "), isSomebodys: true,
      parts: parts)
  }

  /// Streets are cut short in several ways.
  static func same(_ word: String) -> String {
    var word = bare(word.replacing("ß", with: "ss"))
    if word.hasSuffix("strasse") { word = String(word.dropLast(5)) + "r" }
    return word
  }

  /// One to four figures, perhaps with a letter: “5”, “12a”, “7-9”.
  private static func isHouse(_ token: DraftToken) -> Bool {
    let word = token.bare
    guard let first = word.first, first.isNumber, word.count <= 7,
      !token.text.contains(where: { "€$£%#:".contains($0) })
    else { return false }
    return word.prefix(while: \.isNumber).count <= 5
      && word.allSatisfy {
        $0.isNumber || "-/".contains($0) || ("a"..."g").contains($0.lowercased())
      }
      && word.count { $0.isLetter } <= 1
  }

  /// “In 2019 Oxford Street was closed.”
  private static func isOfYear(_ tokens: [DraftToken], _ at: Int) -> Bool {
    isYear(tokens[at].bare) && at > 0
      && ["in", "since", "of", "from", "until", "en", "em", "depuis", "desde", "im", "seit"]
        .contains(tokens[at - 1].folded)
  }

  private static func isAmountAfter(_ tokens: [DraftToken], _ at: Int) -> Bool {
    at + 1 < tokens.count
      && (units.contains(tokens[at + 1].folded) && tokens[at].text.last != ","
        || tokens[at + 1].text.first.map { "€$£%".contains($0) } ?? false)
  }

  private static func isLarge(_ token: DraftToken) -> Bool {
    token.bare.first?.isUppercase ?? false
      || token.bare.first?.isNumber ?? false && token.bare.last?.isLetter ?? false
  }

  private static let englishKinds = Set(
    words:
      "street st road rd avenue ave lane ln drive dr boulevard blvd court ct place terrace close crescent gardens parkway highway way square"
  )
  private static let englishFollowers = Set(
    words:
      "in at near is was and or on by to from for with behind opposite")
  private static let frenchKinds = Set(
    words:
      "rue avenue boulevard bd chemin allée impasse quai place faubourg")
  private static let germanKinds = Set(words: "straße strasse str str. gasse allee")
  private static let articles = Set(
    words: "der die das den dem diese dieser eine einer meine unsere jede")
  private static let germanEnds = [
    "straße", "strasse", "str", "gasse", "allee", "damm", "chaussee", "weg", "platz",
    "straat", "laan", "gracht",
  ]
  private static let germanLandmarks = Set(
    words:
      "markt dom see ring wall hang ufer anger bach wald berg park teich graben schloss brunnen")
  private static let germanLandmarkEnds = [
    "kirche", "bahnhof", "mühle", "rathaus", "friedhof", "stadtpark", "stadtgraben", "weiher",
    "wiesen",
  ]
  private static let southernMonths = Set(
    words:
      """
      enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre
      diciembre janeiro fevereiro março maio junho julho setembro outubro novembro dezembro gennaio
      febbraio aprile maggio giugno luglio settembre ottobre dicembre
      """)
  private static let noStreets = Set(
    words:
      "heimweg umweg radweg arbeitsweg rückweg hinweg lieferweg versandweg rechtsweg schulweg fußweg parkplatz arbeitsplatz stellplatz sitzplatz startplatz campingplatz spielplatz ausbildungsplatz studienplatz speicherplatz sportplatz liegeplatz marktplatz"
  )
  private static let southernKinds = Set(
    words:
      "calle avenida avda av av. paseo plaza camino ronda travesía glorieta rua travessa praça largo estrada alameda piazza viale"
  )
  private static let houseSigns = Set(words: "n n. n.º n° nº n.° no. número numero num. bis ter")
  private static let links = Set(words: "de la las los le les du des da do das dos del d' y e the")
  private static let germanLinks = Set(words: "am im zum zur an auf hinter der dem den")
  private static let kinds = englishKinds.union(frenchKinds).union(germanKinds).union(southernKinds)
}
