/// What Cyrillic letters and words tell of the language before any model: Ukrainian has no ы and Russian no і.
enum CyrillicSigns {
  /// Languages of the model in whose alphabet these words cannot be written. One word in ten may be a name or a slip.
  static func excluded(by words: [ArraySlice<UInt32>]) -> Set<String> {
    Set(
      alphabets.compactMap { language, letters in
        let foreign = words.count { $0.contains { isCyrillic($0) && !letters.contains($0) } }
        return foreign * 10 > words.count ? language : nil
      })
  }

  /// Ukrainian, where words stand that only it has, and none that it cannot have: short remarks in it were read as
  /// Belarusian or Russian, of which the model had as many sentences.
  static func isUkrainian(_ words: [ArraySlice<UInt32>]) -> Bool {
    let letters = alphabets["uk"] ?? []
    return words.contains { ukrainian.contains(Array($0)) }
      && words.allSatisfy { $0.allSatisfy { !isCyrillic($0) || letters.contains($0) } }
  }

  private static func isCyrillic(_ value: UInt32) -> Bool { (0x400...0x52F).contains(value) }

  /// What all of them have; behind it what each has beside that.
  private static let common = "абвгдежзклмнопрстуфхцчш"

  private static let alphabets: [String: Set<UInt32>] = [
    "be": "ёійўьыэюя", "bg": "ийщъьюяѝ", "kk": "ёийщъьыэюяіәғқңөұүһ", "mk": "иѓѕјљњќџѐѝ",
    "mn": "ёийщъьыэюяөү", "ru": "ёийщъьыэюя", "sr": "иђјљњћџ", "uk": "ґєиіїйщьюя",
  ].mapValues { Set((common + $0).unicodeScalars.map(\.value)) }

  /// None of them is a word of Russian, Belarusian, Bulgarian, Macedonian or Serbian.
  private static let ukrainian: Set<[UInt32]> = Set(
    """
    дякую дуже добре привіт що ще чому немає треба вже мені тільки також щоб якщо він вона вони були зараз сьогодні \
    вчора гаразд замовлення допоможіть працює моє мій ваше добрий доброго вечір чудово погано жахливо чекаю вибачте \
    скажіть коли гроші якась щось нічого знову усе доброї
    """.split(separator: " ").map { $0.unicodeScalars.map(\.value) })
}
