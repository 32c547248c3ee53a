import Foundation

/// Months as programs with a locale write them into dates.
enum MonthNames {
  static func number(of word: String) -> Int? {
    let folded = fold(word)
    if let english = english[String(folded.prefix(3))], folded.first?.isASCII == true,
      !exceptions.contains(where: { folded.hasPrefix($0) })
    {
      return english
    }
    var letters = folded
    // Longest beginnings first: "juillet" is no "jui".
    while letters.count >= 2 {
      if let month = stems[letters] { return month }
      letters.removeLast()
    }
    return nil
  }

  /// Days of the week that read like the beginning of a month in the same language.
  static func isDayToo(_ word: String) -> Bool {
    ["mar", "mart", "lis", "set"].contains(fold(word))
  }

  /// Without accents and case.
  private static func fold(_ word: String) -> String {
    let scalars = word.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
    return String(
      String.UnicodeScalarView(
        scalars.lazy.filter { $0.properties.generalCategory != .nonspacingMark }))
  }

  private static let english: [String: Int] = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
  ]

  /// Words that begin like an English month and are another: "marraskuu" is November.
  private static let exceptions = ["marras"]

  /// Beginnings by month, in the languages that write dates with words into feeds: German, French,
  /// Spanish, Portuguese, Italian, Catalan, Dutch, Swedish, Danish, Norwegian, Finnish, Polish,
  /// Czech, Hungarian, Romanian, Turkish, Estonian, Lithuanian, Indonesian, Russian, Ukrainian,
  /// Bulgarian, Serbian, Greek, Arabic, Hebrew.
  private static let stems: [String: Int] = {
    let months = [
      "janner jann ene gen sty led tam oca ian jaan sau янв січ яну јан ιαν يناير ינואר בינואר",
      "fev lut uno hel sub veeb vas фев лют φεβ فبراير פברואר בפברואר",
      "maerz mrz mrt maart maal bre kov мар бер μαρ مارس מרץ במרץ",
      "abr avr kwi dub huh nis bal апр кві απρ أبريل ابريل אפריל באפריל",
      "mai maj mei mag kve tou geg май маи мая мај тра μαι مايو מאי במאי",
      "juin giu cze cerv cvn kes haz iun juuni bir июн чер юни јун ιουν يونيو יוני ביוני",
      "juil lug lip cervenc cervenec cvc hei tem iul juuli lie июл лип юли јул ιουλ يوليو יולי ביולי",
      "ago aou sie srp elo agu rgp rugp авг сер αυγ أغسطس اغسطس אוגוסט באוגוסט",
      "set sze wrz zar syy eyl rgs rugs сен вер септ σεπ سبتمبر ספטמבר בספטמבר",
      "okt out ott paz rij lok eki spa окт жов οκτ أكتوبر اكتوبر אוקטובר באוקטובר",
      "lis marras kas noi lap ноя лис ное нов νοε نوفمبر נובמבר בנובמבר",
      "dez dic des gru pro jou ara det гру дек дец δεκ ديسمبر דצמבר בדצמבר",
    ]
    var stems: [String: Int] = [:]
    for (number, words) in months.enumerated() {
      for word in words.split(separator: " ") { stems[fold(String(word))] = number + 1 }
    }
    return stems
  }()
}
