/// Which form of a phrase a number takes, by the plural rules of each language for whole numbers
/// (https://www.unicode.org/cldr/charts/47/supplemental/language_plural_rules.html).
enum Plural {
  static func english(_ n: Int, _ one: String, _ other: String) -> String { n == 1 ? one : other }
  static func german(_ n: Int, _ one: String, _ other: String) -> String { n == 1 ? one : other }

  static func arabic(
    _ n: Int, _ zero: String, _ one: String, _ two: String, _ few: String, _ many: String,
    _ other: String
  ) -> String {
    switch (n, n % 100) {
    case (0, _): zero
    case (1, _): one
    case (2, _): two
    case (_, 3...10): few
    case (_, 11...99): many
    default: other
    }
  }
}

/// Small numbers as words, with a capital: they begin a sentence.
enum Spelled {
  static func english(_ n: Int) -> String {
    spell(
      n,
      [
        "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
        "Eleven", "Twelve",
      ])
  }

  static func german(_ n: Int) -> String {
    spell(
      n,
      [
        "Keine", "Ein", "Zwei", "Drei", "Vier", "Fünf", "Sechs", "Sieben", "Acht", "Neun",
        "Zehn", "Elf", "Zwölf",
      ])
  }

  private static func spell(_ n: Int, _ names: [String]) -> String {
    names.indices.contains(n) ? names[n] : String(n)
  }
}
