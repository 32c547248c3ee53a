/// The line above a quote that says whose it is: `On Tuesday Ana <ana@a.example> wrote:`, in any language.
enum Introduction {
  private static let mostLines = 6
  private static let longest = 320

  /// The lines of an introduction that begins at `index`.
  static func range(at index: Int, in lines: [MailLine]) -> Range<Int>? {
    guard opens(lines[index].trimmed) else { return nil }
    var joined = ""
    var blanks = 0
    for end in index..<min(index + mostLines, lines.count) {
      let line = lines[end]
      if line.kind == .code { return nil }
      if line.kind == .blank {
        blanks += 1
        guard blanks < 2, end > index else { return nil }
        continue
      }
      joined += joined.isEmpty ? line.trimmed : " " + line.trimmed
      guard joined.count <= longest else { return nil }
      if isWhole(joined) { return index..<(end + 1) }
      if endsSentence(line.trimmed) { return nil }
    }
    return nil
  }

  /// An introduction from beginning to end.
  private static func isWhole(_ text: String) -> Bool {
    let core = text.trimmingRules
    let facts = Facts(core)
    if let last = core.last, last == ":" || last == "：" {
      let verb = saysWrote(core)
      if verb, facts.hasDate || facts.hasAddress || facts.hasTime { return true }
      return facts.hasAddress && (facts.hasDate || facts.hasTime)
    }
    if core.count + 6 <= text.count, saysWrote(core), facts.hasDate { return true }
    // Some programs put the day in front, and end without a mark.
    guard facts.beginsWithDay else { return false }
    return core.contains("GMT+") || core.contains("GMT-")
      || (facts.hasAddress && core.hasSuffix(">"))
  }

  /// Whether a first line may begin an introduction: with a day, with one of the words before it, or with a name and its
  /// address.
  private static func opens(_ text: String) -> Bool {
    let core = text.trimmingRules
    guard !core.isEmpty, core.count <= longest else { return false }
    let facts = Facts(core)
    if facts.hasAddress { return true }
    guard core.contains(where: \.isNumber) else { return false }
    if core.first?.isNumber ?? false { return true }
    let lower = core.lowercased()
    let first = lower.prefix { !$0.isWhitespace && $0 != "," && $0 != "." }
    return openers.contains(String(first)) || days.contains { lower.hasPrefix($0) }
      || saysWrote(lower)
  }

  /// A line that is over, unless what stands before the point is a number or short: `Fr., 28.`
  private static func endsSentence(_ line: String) -> Bool {
    guard let last = line.last, ".!?".contains(last) else { return false }
    if last != "." { return true }
    let word = line.dropLast().reversed().prefix { !$0.isWhitespace }
    return word.count > 4 && word.allSatisfy(\.isLetter)
  }

  /// The verb stands near the end, or in the middle before the day (`schrieb am … um 12:52 Uhr:`).
  private static func saysWrote(_ text: String) -> Bool {
    let lower = text.lowercased()
    return verbs.contains { verb in
      guard let found = lower.firstRange(of: verb) else { return false }
      let before =
        found.lowerBound == lower.startIndex ? " " : lower[lower.index(before: found.lowerBound)]
      let after = found.upperBound == lower.endIndex ? " " : lower[found.upperBound]
      let isScriptWithBlanks = verb.utf8.first.map { $0 < 0xE0 } ?? true
      return !isScriptWithBlanks || (!before.isLetter && !after.isLetter)
    }
  }

  private static let verbs = [
    "wrote", "writes", "a écrit", "écrit", "ecrit", "schrieb", "schreef", "geschreven", "schrijft",
    "escribió",
    "escribio", "ha escrito", "escreveu", "ha scritto", "scrisse", "scritto", "skrev",
    "har skrivit", "kirjoitti",
    "napisał", "napisał(a)", "napisała", "pisze", "napsal", "napsal(a)", "napísal", "napísal(a)",
    "írta", "ezt írta",
    "написал", "написал(а)", "написала", "пишет", "писал", "пише", "написав", "написав(-ла)",
    "написа", "је написао",
    "yazdı", "şunu yazdı", "tarihinde", "a scris", "scris", "έγραψε", "έγραψε", "כתב", "כתבה",
    "كتب", "写道", "寫道", "写到",
    "さんは書きました", "さんが書きました", "書きました", "のメール", "님이 작성", "작성", "đã viết", "viết", "menulis",
    "je napisao", "napisao", "napisal", "je napisal", "rašė", "parašė", "rakstīja", "kirjutas",
    "skrifaði", "va escriure",
    "idatzi zuen", "idatzi", "เขียน", "escribiu", "ysgrifennodd", "shkroi",
  ]

  private static let openers: Set<String> = [
    "on", "at", "in", "le", "am", "op", "el", "em", "no", "il", "den", "på", "dne", "dňa", "dnia",
    "w", "vào", "pada", "dana",
    "tarihinde", "la", "pe", "în", "στις", "ב", "בתאריך", "في", "在", "el día", "tir", "ar", "datum",
    "date",
    "v", "ve", "u", "um", "kl", "به", "ti", "à", "data",
  ]

  private static let days = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "mo", "di", "mi", "do", "fr", "sa", "so",
    "lun", "mar", "mer", "jeu", "ven",
    "sam", "dim", "mié", "jue", "vie", "sáb", "dom", "seg", "ter", "qua", "qui", "sex", "gio",
    "sab", "ma", "woe", "za", "zo",
    "man", "tir", "ons", "tors", "lør", "søn", "mån", "tis", "lör", "sön", "pon", "wto", "śro",
    "czw", "pią", "sob", "nie",
    "пон", "вто", "сре", "чет", "пят", "суб", "вос", "вів", "пн", "вт", "ср", "чт", "пт", "сб",
    "вс", "δευ", "τρί", "τετ", "πέμ",
    "παρ", "σάβ", "κυρ", "út", "stř", "čtv", "pát",
  ]
}

/// What a line holds that an introduction is known by.
private struct Facts {
  var hasAddress = false
  var hasDate = false
  var hasTime = false
  var beginsWithDay = false

  init(_ text: String) {
    let unescaped = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    if let at = unescaped.firstIndex(of: "@"), at > unescaped.startIndex {
      let before = unescaped[unescaped.index(before: at)]
      let after = unescaped[unescaped.index(after: at)...].first
      hasAddress =
        (before.isLetter || before.isNumber || "_-+.".contains(before))
        && (after?.isLetter ?? false)
        && (unescaped.contains("<") || unescaped.contains("mailto:") || unescaped.contains("["))
    }
    let numbers = text.split(whereSeparator: { !$0.isASCII || !$0.isNumber })
    let years = numbers.filter { $0.count == 4 && ($0.hasPrefix("20") || $0.hasPrefix("19")) }
    hasDate = !years.isEmpty || Self.hasShortDate(text)
    hasTime = Self.hasTime(text)
    let start = text.prefix(10)
    beginsWithDay =
      start.count == 10 && start.prefix(4).allSatisfy(\.isNumber)
      && start.dropFirst(4).first.map { "-/.".contains($0) } ?? false
  }

  /// `3.2.2016`, `6/16/16`, `28. Apr.`: two numbers with a sign, or a number and a name of three letters.
  private static func hasShortDate(_ text: String) -> Bool {
    let parts = text.split(whereSeparator: { !($0.isNumber || "./-".contains($0)) })
    return parts.contains { part in
      part.split(whereSeparator: { "./-".contains($0) }).count == 3 && part.first?.isNumber ?? false
    }
  }

  /// Two numbers with a colon, a point or an `h` between them.
  private static func hasTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    func digit(_ index: Int) -> Bool {
      bytes.indices.contains(index) && (48...57).contains(bytes[index])
    }
    return bytes.indices.contains { index in
      (bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: ".")
        || bytes[index] == UInt8(ascii: "h"))
        && digit(index - 1) && digit(index + 1) && digit(index + 2) && !digit(index + 3)
    }
  }
}

extension String {
  /// Without the lines of signs that some programs draw around it.
  fileprivate var trimmingRules: String {
    var text = drop { "-*_ ".contains($0) }
    while let last = text.last, "-*_ ".contains(last) { text.removeLast() }
    return String(text)
  }
}
