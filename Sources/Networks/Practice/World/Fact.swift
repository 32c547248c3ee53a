/// Something that holds for the shop, and that everybody there knows: what an answer of ours can be wrong about.
///
/// Coarse on purpose, as `Impression` is: by words alone, so that a wrong answer is pointed out while one practises.
struct Fact: Sendable {
  enum Truth: Sendable {
    /// Whoever says that it is not so is wrong.
    case yes
    /// Whoever says that it is so is wrong.
    case no
    /// Whoever gives another number with such a unit is wrong.
    case number(Int, units: [String])
  }

  /// How it is called where it is written down.
  var name: String
  /// A sentence is about it when a word of each group stands in it; folded beginnings of words.
  var subject: [[String]]
  var truth: Truth
  /// How people put it, by language.
  var told: [String: String]

  /// Whether a text says something else than what holds. Who asks claims nothing.
  func isContradicted(by text: String) -> Bool {
    Self.claims(in: text).contains { claim in
      guard isAbout(claim) else { return false }
      switch truth {
      case .yes: return Self.denies(claim)
      case .no: return !Self.denies(claim)
      case .number(let right, let units):
        let numbers = Self.numbers(in: claim, before: units)
        return !numbers.isEmpty && !numbers.contains(right)
      }
    }
  }

  /// Whether a text says what holds.
  func isStated(by text: String) -> Bool {
    Self.claims(in: text).contains { claim in
      guard isAbout(claim) else { return false }
      switch truth {
      case .yes: return !Self.denies(claim)
      case .no: return Self.denies(claim)
      case .number(let right, let units):
        return Self.numbers(in: claim, before: units).contains(right)
      }
    }
  }

  private func isAbout(_ claim: String) -> Bool {
    subject.allSatisfy { group in group.contains { Self.stands($0, in: claim) } }
  }

  /// The sentences that are no questions, folded, with a space before and after each word.
  private static func claims(in text: String) -> [String] {
    var claims: [String] = []
    var claim = " "
    for character in plain(text.lowercased()) {
      switch character {
      case "?", "？", "؟": claim = " "
      case ".", "!", "。", "！", "\n":
        claims.append(claim + " ")
        claim = " "
      case _ where character.isLetter || character.isNumber: claim.append(character)
      // "don't" is one word.
      case "'", "’": claim.append("'")
      default: if claim.last != " " { claim.append(" ") }
      }
    }
    claims.append(claim + " ")
    return claims.filter { $0.contains { !$0.isWhitespace } }
  }

  /// Without the signs for short vowels, which Arabic writes or leaves out as it likes.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !(0x064B...0x0652).contains($0.value) })
    )
  }

  /// At the beginning of a word, and anywhere where a language writes without spaces or joins what we would part.
  private static func stands(_ word: String, in claim: String) -> Bool {
    let isLatin = word.unicodeScalars.allSatisfy { $0.value < 0x0250 }
    return claim.contains(isLatin ? " \(word)" : word)
  }

  private static func denies(_ claim: String) -> Bool {
    denials.contains { stands($0, in: claim) } || claim.contains("n't ")
  }

  private static let denials = [
    "no ", "not ", "never ", "without ", "closed", "separate", "apart ", "cannot ", "except",
    "but sunday",
    "não ", "nunca ", "sem ", "fechad", "à parte", "exceto", "sin ", "cerrad", "aparte", "salvo",
    "nicht", "kein", "nie ", "ohne ", "geschlossen", "getrennt", "außer", "bez ", "zamkni",
    "oprócz",
    "ない", "ません", "なし", "休", "閉", "別売", "以外", "ليس", "لا ", "مغلق", "بدون", "عدا",
  ]

  /// Whole numbers that stand right before one of these units: "10 years", "10 Jahre", "10年".
  private static func numbers(in claim: String, before units: [String]) -> [Int] {
    var found: [Int] = []
    var rest = claim[...]
    while let start = rest.firstIndex(where: \.isWholeNumber) {
      let digits = rest[start...].prefix(while: \.isWholeNumber)
      let after = rest[digits.endIndex...].drop { $0 == " " }
      if units.contains(where: { after.hasPrefix($0) }) {
        let number = digits.reduce(0) { min(1_000_000, $0 * 10 + ($1.wholeNumberValue ?? 0)) }
        found.append(number)
      }
      rest = rest[digits.endIndex...]
    }
    return found
  }
}

extension Fact {
  /// What holds for the shop.
  static let all: [Fact] = [charger, sundays, guarantee, returning]

  /// The first that a text contradicts, as its place in `all`.
  static func contradicted(by text: String) -> Int? {
    all.firstIndex { $0.isContradicted(by: text) }
  }

  private static let charger = Fact(
    name: "charger",
    subject: [
      [
        "charger", "ladegerät", "ladekabel", "carregador", "cargador", "ładowark", "充電器", "شاحن",
      ],
      [
        "box", "includ", "comes with", "come with", "parcel", "karton", "dabei", "paket", "caixa",
        "inclu", "caja", "pudeł", "zestaw", "komple", "箱", "付属", "付い", "علبة", "مرفق",
      ],
    ],
    truth: .no,
    told: [
      "en": "There is no charger in the box, I bought that lamp last week.",
      "pt": "Não vem carregador na caixa, comprei essa luz na semana passada.",
      "es": "No viene cargador en la caja, compré esa luz la semana pasada.",
      "de": "Es ist kein Ladegerät im Karton, ich habe die Lampe letzte Woche gekauft.",
      "pl": "W pudełku nie ma ładowarki, sprawdzone w zeszłym tygodniu.",
      "ja": "箱に充電器は入っていません。先週そのライトを買いました。",
      "ar": "لا يوجد شاحن في العلبة، اشتريت المصباح الأسبوع الماضي.",
    ])

  private static let sundays = Fact(
    name: "sundays",
    subject: [
      ["sunday", "domingo", "sonntag", "niedziel", "日曜", "الأحد"],
      [
        "open", "abert", "abrimos", "abrem", "abren", "abre ", "abiert", "offen", "geöffnet",
        "otwar",
        "czynn", "開", "営業", "مفتوح", "نفتح",
      ],
    ],
    truth: .no,
    told: [
      "en": "They are not open on Sundays, I stood before that door.",
      "pt": "Ao domingo não abrem, já lá bati com o nariz na porta.",
      "es": "No abren los domingos, yo ya estuve ante esa puerta.",
      "de": "Sonntags ist nicht offen, ich stand schon vor der Tür.",
      "pl": "W niedziele nie jest otwarte, sprawdzone pod samymi drzwiami.",
      "ja": "日曜は開いていません。ドアの前まで行きました。",
      "ar": "يوم الأحد مغلق وليس مفتوحًا، وقفت أمام الباب بنفسي.",
    ])

  private static let guarantee = Fact(
    name: "guarantee",
    subject: [
      ["frame", "quadro", "cuadro", "rahmen", "ram", "フレーム", "إطار", "الإطار"],
      ["guarante", "warrant", "garant", "gwaran", "保証", "ضمان"],
    ],
    truth: .number(10, units: ["year", "ano", "año", "jahr", "lat", "rok", "年", "سن"]),
    told: [
      "en": "The guarantee on a frame is 10 years, it is on the card under the saddle.",
      "pt": "A garantia do quadro é de 10 anos, está no cartão debaixo do selim.",
      "es": "La garantía del cuadro es de 10 años, está en la tarjeta bajo el sillín.",
      "de": "Die Garantie auf den Rahmen gilt 10 Jahre, das steht auf der Karte unter dem Sattel.",
      "pl": "Gwarancja na ramę to 10 lat, jest na karcie pod siodłem.",
      "ja": "フレームの保証は10年です。サドルの下のカードに書いてあります。",
      "ar": "ضمان الإطار 10 سنوات، وهذا مكتوب على البطاقة تحت السرج.",
    ])

  private static let returning = Fact(
    name: "returning",
    subject: [
      [
        "return", "send back", "bring back", "bring it back", "send it back", "devol", "zurück",
        "rückga", "zwro", "zwró", "返品", "إرجاع", "ترجع",
      ],
      // What comes back is something bought, not we with an answer.
      [
        "buy", "bought", "purchas", "return it", "bring it back", "send it back", "refund",
        "gekauft",
        "umtausch", "rückga", "compr", "devol", "zwro", "zwró", "返品", "إرجاع", "ترجع",
      ],
    ],
    truth: .number(30, units: ["day", "dia", "día", "tag", "dni", "日", "يوم"]),
    told: [
      "en": "You can return what you bought there for 30 days, it says so on the receipt.",
      "pt": "O que se compra lá pode ser devolvido durante 30 dias, está no recibo.",
      "es": "Lo que se compra allí se puede devolver durante 30 días, lo pone el recibo.",
      "de": "Was dort gekauft ist, kann 30 Tage lang zurück, das steht auf dem Beleg.",
      "pl": "Na zwrot jest tam 30 dni, tak jest na paragonie.",
      "ja": "返品は30日以内ならできます。レシートに書いてあります。",
      "ar": "يمكن إرجاع ما اشتريته خلال 30 يومًا، وهذا مكتوب على الإيصال.",
    ])
}
