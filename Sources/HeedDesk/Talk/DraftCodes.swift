import HeedModel

/// Numbers and codes that belong to one person's doings with us: of orders, invoices, customers, parcels.
///
/// A number is one where a word says so beside it. Prices, days, hours, years, amounts and versions are none, nor are
/// numbers of products. What is not certain is not pointed out.
extension DraftFacts {
  /// Codes with the words beside them, “order no. 123-456” as “123-456”.
  static func codes(among tokens: [DraftToken]) -> [Fact] {
    var facts: [Fact] = []
    for at in tokens.indices {
      guard let kind = kind(of: tokens[at].folded) else { continue }
      var next = at + 1
      var isSaid = kind == .number
      // “number”, “no.”, “is”: what says that a number comes.
      while next < tokens.count, signs.contains(tokens[next].folded), next <= at + 3 {
        isSaid = isSaid || !copulas.contains(tokens[next].folded)
        next += 1
      }
      guard next < tokens.count, tokens[at..<next].allSatisfy({ !$0.endsSentence }) else {
        continue
      }
      isSaid = isSaid || tokens[next].isSign || isNumberOf(tokens, at)
      guard let code = code(tokens, next, isSaid: isSaid) else { continue }
      guard isSaid || isNamed(kind, tokens, at, after: next + code.length) else { continue }
      facts.append(
        Fact(words: code.words, key: code.key, isSomebodys: true, parts: [code.key]))
    }
    return facts
  }

  /// Letters and figures alone.
  static func bare(_ word: String) -> String {
    String(word.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  private enum Kind {
    /// “order”, which may be what somebody does, too.
    case deed
    case thing
    /// “Bestellnummer”: a number for certain.
    case number
  }

  private static func kind(of word: String) -> Kind? {
    if deeds.contains(word) { return .deed }
    if things.contains(word) { return .thing }
    let ends = ["nummer", "nr", "nr.", "number", "-id", "code"]
    guard let end = ends.first(where: { word.hasSuffix($0) && word != $0 }) else {
      return word == "iban" ? .number : nil
    }
    let front = word.dropLast(end.count).drop { $0 == "-" }
    return owned.contains { front.hasPrefix($0) } ? .number : nil
  }

  /// “numéro de commande …”, “número do pedido …”.
  private static func isNumberOf(_ tokens: [DraftToken], _ at: Int) -> Bool {
    let before = tokens[..<at].suffix(2).map(\.folded)
    return before.count == 2 && ["de", "du", "del", "do", "da", "of"].contains(before[1])
      && signs.contains(before[0]) && !copulas.contains(before[0])
  }

  /// The code at a token, its figures perhaps in two groups.
  private static func code(_ tokens: [DraftToken], _ at: Int, isSaid: Bool) -> (
    words: String, key: String, length: Int
  )? {
    var (words, length) = (tokens[at].bare, 1)
    let isShort = words.count < 5 && words.allSatisfy(\.isNumber)
    if isShort, !tokens[at].isClosed, at + 1 < tokens.count,
      tokens[at + 1].bare.count >= 3, tokens[at + 1].bare.allSatisfy(\.isNumber)
    {
      words += " " + tokens[at + 1].bare
      length = 2
    }
    guard words.allSatisfy({ $0.isNumber || $0.isLetter || " -/_".contains($0) }),
      words.count <= 40
    else { return nil }
    let key = bare(words)
    let figures = key.count { $0.isNumber }
    let isPlain = figures == key.count
    let groups = words.split { !$0.isNumber && !$0.isLetter }
    guard figures >= (isSaid || !isPlain ? 3 : 4), figures * 3 >= key.count,
      !isDay(groups.map(\.count), isPlain), !groups.allSatisfy({ isYear($0) }),
      !isAmount(tokens, at, after: at + length)
    else { return nil }
    return (words, key, length)
  }

  static func isYear(_ word: some StringProtocol) -> Bool {
    word.count == 4 && Int(word).map { (1900...2100).contains($0) } ?? false
  }

  private static func isDay(_ groups: [Int], _ isPlain: Bool) -> Bool {
    guard isPlain else { return false }
    // “05-11-2026”, “2026-11-05”, “9-18”, “24/7”.
    return groups.count == 3
      && (groups.prefix(2).allSatisfy { $0 <= 2 } && [2, 4].contains(groups[2])
        || groups[0] == 4 && groups[1] <= 2 && groups[2] <= 2)
      || groups.count == 2 && groups.allSatisfy { $0 <= 2 }
  }

  private static func isAmount(_ tokens: [DraftToken], _ at: Int, after end: Int) -> Bool {
    if tokens[at].text.contains(where: { "€$£¥%:.,".contains($0) && $0 != tokens[at].text.last }) {
      return true
    }
    if tokens[at].text.contains(where: { "€$£¥%".contains($0) }) { return true }
    guard end < tokens.count, !tokens[end - 1].isClosed else { return false }
    return units.contains(tokens[end].folded)
      || tokens[end].text.first.map { "€$£¥%".contains($0) } ?? false
  }

  /// Whether a word and a number beside it, with no “no.” between, mean one thing: “your order 4412”, “parcel 98765 left”.
  private static func isNamed(_ kind: Kind, _ tokens: [DraftToken], _ at: Int, after end: Int)
    -> Bool
  {
    let before = at > 0 && !tokens[at - 1].isClosed ? tokens[at - 1].folded : ""
    // “The case XL-200” is a bag.
    if tokens[at].folded == "case" { return false }
    if owners.contains(before) { return true }
    if ["a", "o"].contains(before), portuguese.contains(tokens[at].folded) { return true }
    let isClosed = tokens[end - 1].isClosed || end == tokens.count
    let follows = end < tokens.count && followers.contains(tokens[end].folded)
    // “Order 5000 screws”, “we order 44123.”: done by somebody, not meant.
    guard kind == .deed else { return isClosed || follows }
    let begins = at == 0 || tokens[at - 1].endsSentence
    return (begins || prepositions.contains(before)) && (isClosed && !begins || follows)
  }

  private static let deeds = Set(words: "order ticket booking case commande pedido encomenda")
  private static let things = Set(
    words:
      """
      invoice receipt parcel package shipment tracking delivery reservation reference customer account
      contract policy membership rma bestellung auftrag rechnung beleg sendung paket lieferung buchung
      reservierung kunde kundin kundenkonto vertrag vorgang facture colis envoi suivi livraison
      réservation client cliente contrat dossier factura paquete envío seguimiento entrega reserva
      contrato fatura pacote rastreio rastreamento
      """)
  /// What stands before “nummer”, “-Nr.”, “-ID”.
  private static let owned = [
    "bestell", "auftrag", "rechnung", "beleg", "sendung", "paket", "liefer", "tracking", "track",
    "buchung", "reservierung", "kunde", "konto", "vertrag", "vorgang", "ticket", "mitglied",
    "referenz", "order", "invoice", "customer", "account", "booking", "case", "parcel", "bestel",
    "klant", "factuur",
  ]
  private static let signs = Set(
    words:
      """
      number no no. nr nr. num num. n nummer numéro numero número n° nº n.º n.° id code ref ref. # is was
      lautet ist war est es é
      """)
  private static let copulas = Set(words: "is was ist war est es é")
  private static let owners = Set(
    words:
      """
      your the my our his her their this that deine deiner deinem ihre ihrer ihrem die der den diese
      dieser meine votre ta la sa cette ma vos su tu el este esta mi sua seu esta este minha meu
      """)
  private static let portuguese = Set(words: "encomenda pedido fatura entrega reserva")
  private static let prepositions = Set(
    words: "of for with in about on zu de para com avec pour sobre")
  private static let followers = Set(
    words:
      """
      is was has will went left from by to and of for on in at are were wurde ist war hat wird kam geht
      ging liegt von vom für an und est a été sera part es está fue ha sale será foi está saiu é
      shipped arrived belongs
      """)
  /// What makes a number an amount.
  static let units = Set(
    words:
      """
      € $ £ % x yen star stars sterne eur euro euros usd dollar dollars pound pounds chf franken real reais pesos percent prozent
      pour-cent por cento pieces pcs items units screws orders people customers times stück teile mal
      bestellungen kunden pièces fois clients piezas unidades veces clientes peças vezes unidades
      km m cm mm g kg l ml hours hour h minutes min days day weeks week months years year uhr stunden
      minuten tage tagen wochen monate jahre jahren meter metern kilometer kilometern personen leute läden
      jours heures semaines mois ans mètres días horas semanas meses años metros dias anos minutos
      january february april june july august september october november december januar
      februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre
      octobre novembre décembre de
      """)
}

/// A word of a draft, as it stands between spaces.
struct DraftToken: Sendable {
  var text: String
  /// In lower case, without the signs around it; a dot at the end stays with what is cut short.
  var folded: String
  /// Without the signs around it.
  var bare: String
  /// Whether a sign stands in front that says that a number comes.
  var isSign: Bool { text.first == "#" || text == "№" }
  /// Whether it ends in a sign, so that what follows is another thing.
  var isClosed: Bool { text.last.map { ".,;:!?)".contains($0) } ?? false }
  var endsSentence: Bool { text.last.map { ".!?".contains($0) } ?? false && !folded.hasSuffix(".") }

  static func all(in text: String) -> [DraftToken] {
    var apart = ""
    var last: Character?
    for sign in text.prefix(20_000) {
      // “order#4412”, “Bestellung:4412”.
      if sign == "#", last.map({ $0.isLetter }) ?? false { apart.append(" ") }
      if sign.isNumber, last == ":", apart.dropLast().last?.isLetter ?? false { apart.append(" ") }
      apart.append(sign)
      last = sign
    }
    return apart.split(whereSeparator: \.isWhitespace).map { piece in
      var bare = piece
      while let last = bare.last, !last.isLetter, !last.isNumber { bare.removeLast() }
      while let first = bare.first, !first.isLetter, !first.isNumber { bare.removeFirst() }
      let folded = bare.isEmpty ? String(piece) : bare.lowercased()
      let end = folded.split(separator: "-").last.map(String.init) ?? folded
      let isCut = piece.last == "." && ["no", "nr", "num", "ref", "n", "str", "av"].contains(end)
      return DraftToken(
        text: String(piece), folded: isCut ? folded + "." : folded, bare: String(bare))
    }
  }
}
