/// Scripts that have few languages, which are told apart by letters and by words that only one of them has.
enum SharedScript {
  /// Languages that `language(of:in:)` can tell.
  static let languages: Set<String> = ["he", "yi", "am", "ti", "bn", "as"]

  static func isShared(_ script: Script) -> Bool {
    switch script {
    case .hebrew, .ethiopic, .bengali: true
    default: false
    }
  }

  /// - Returns: `nil` for a script that is not shared, and where nothing tells which it is.
  static func language(of words: [ArraySlice<UInt32>], in script: Script) -> String? {
    switch script {
    case .hebrew: hebrew(words)
    case .ethiopic: ethiopic(words)
    case .bengali: words.contains { $0.contains { $0 == 0x9F0 || $0 == 0x9F1 } } ? "as" : "bn"
    default: nil
    }
  }

  /// Yiddish is known by its double letters, by a pointed alef, and by its small words; Hebrew is what has none of them.
  private static func hebrew(_ words: [ArraySlice<UInt32>]) -> String? {
    var (yiddish, modern) = (0, 0)
    for word in words {
      if word.contains(where: { (0x5F0...0x5F2).contains($0) || $0 == 0xFB1F }) { yiddish += 2 }
      if word.contains(where: { $0 == 0xFB2E || $0 == 0xFB2F }) || hasPointedAlef(word) {
        yiddish += 1
      }
      let plain = unpointed(word)
      if yiddishWords.contains(plain) { yiddish += 1 }
      if hebrewWords.contains(plain) { modern += 1 }
    }
    if yiddish >= 2, yiddish > 2 * modern { return "yi" }
    return yiddish > 0 && modern == 0 && words.count > 1 ? nil : "he"
  }

  /// An alef with a line or a small T below, where the text is not pointed throughout.
  private static func hasPointedAlef(_ word: ArraySlice<UInt32>) -> Bool {
    let points = word.filter { (0x5B0...0x5C7).contains($0) }
    guard points.allSatisfy({ [0x5B4, 0x5B7, 0x5B8, 0x5BC, 0x5BF].contains($0) }) else {
      return false
    }
    return zip(word, word.dropFirst()).contains { $0 == 0x5D0 && ($1 == 0x5B7 || $1 == 0x5B8) }
  }

  /// Without points, and with the double letters as two.
  private static func unpointed(_ word: ArraySlice<UInt32>) -> [UInt32] {
    word.flatMap { value -> [UInt32] in
      switch value {
      case 0x591...0x5C7: []
      case 0x5F0: [0x5D5, 0x5D5]
      case 0x5F1: [0x5D5, 0x5D9]
      case 0x5F2, 0xFB1F: [0x5D9, 0x5D9]
      case 0xFB2E, 0xFB2F: [0x5D0]
      case 0xFB4E: [0x5E4]
      default: [value]
      }
    }
  }

  /// Amharic and Tigrinya write with the same letters; without a word or letter of one of them it is left open.
  private static func ethiopic(_ words: [ArraySlice<UInt32>]) -> String? {
    var (amharic, tigrinya) = (0, 0)
    for word in words {
      if word.contains(where: { (0x1250...0x125D).contains($0) }) { tigrinya += 2 }
      if word.first == 0x12A3 { tigrinya += 1 }
      if word.first == 0x12A0 { amharic += 1 }
      if amharicWords.contains(Array(word)) { amharic += 2 }
      if tigrinyaWords.contains(Array(word)) { tigrinya += 2 }
    }
    return amharic == tigrinya ? nil : amharic > tigrinya ? "am" : "ti"
  }

  private static func set(_ words: String) -> Set<[UInt32]> {
    Set(words.split(separator: " ").map { $0.unicodeScalars.map(\.value) })
  }

  /// Words that both have are in neither list (*איך*, *מיר*, *צו*).
  private static let yiddishWords = set(
    """
    און איז דער דאס מיט ניט נישט פון האט האב האבן זיך אויך אויף אבער וואס ווי ווען וועט געווען זענען זיי אונדז אונז \
    אייך ביי פאר שוין דאך ווייל מיין דיין אלע היינט פארוואס אזוי דאנק שיין זייער קומט גוט נאך וועלן קענען דארף איצט \
    וואו ווער געקומען געגעבן אים זי די
    """)
  private static let hebrewWords = set(
    """
    של את לא על זה אני הוא היא כי גם עם מה יש אין כל אבל רק היה אם או לי לך הם אתם זאת מתי איפה למה כן תודה טוב שלי \
    שלכם עוד כבר מאוד אתה זו כמו אז להיות יותר כאן שם אנחנו בבקשה שלום
    """)
  private static let amharicWords = set(
    "ነው እና ላይ ውስጥ ናቸው ነበር ወደ እንደ አለ የለም አይደለም በጣም ይህ ምን እኔ አመሰግናለሁ እባክዎ እባክህ መቼ የት ነገር ሆነ")
  private static let tigrinyaWords = set(
    "እዩ ኢዩ ኣብ ናይ እቲ እታ ካብ ምስ ኣሎ ከም ነቲ ነይሩ የለን ድማ ብዙሕ ንስኻ ኣነ የቐንየለይ በጃኹም መዓስ ኣበይ እንታይ እየ")
}
