import HeedModel
import Testing

struct LanguageTagTests {
  /// Examples of RFC 5646, appendix A, among them.
  @Test(arguments: [
    "en", "gsw", "DE", "zh-Hant", "zh-cmn-Hans-CN", "sr-Latn-RS", "es-419", "de-CH-1901",
    "sl-rozaj-biske", "hy-Latn-IT-arevela", "en-US-u-islamcal", "de-CH-x-phonebk", "en-a-bbb-x-a",
    "zh-yue-HK", "hi-Latn", "en-US-POSIX", "PT-br",
  ])
  func aWellFormedTagIsOne(_ tag: String) { #expect(LanguageTag.isOne(tag)) }

  @Test(arguments: [
    "", "e", "english", "e1", "en-", "-en", "en--us", "en us", "en_US", "en-ninechars", "ен",
    "en\u{0}", "de-419-DE", "a-DE", "ar-a-aaa-b-bbb-a-ccc", "de-1901-1901", "en-u", "en-u-x-a",
    "en-x", "x", "i-nobody", "en-GB-US", "en-Latn-Cyrl", "en-12", "en<b>",
    "en" + String(repeating: "-abcde", count: 6),
  ])
  func whatIsNotWellFormedIsNone(_ tag: String) { #expect(!LanguageTag.isOne(tag)) }

  @Test(arguments: [
    ("en_US.UTF-8", "en-US"), ("de-AT, de;q=0.8", "de-AT"), ("English", "en"),
    ("zh-Hant-TW", "zh-Hant-TW"), ("EN", "EN"), ("und", nil), ("", nil), ("every", nil),
    ("12", nil), ("pt_BR@euro", "pt-BR"), ("  fr\n", "fr"), ("zxx", nil), ("Deutsch", "de"),
    (String(repeating: "a", count: 500), nil), (nil, nil),
  ])
  func whatIsWrittenInAnyFormIsATagOrNothing(_ written: String?, _ tag: String?) {
    #expect(LanguageTag.read(written) == tag)
  }

  @Test func whatSaysThatThereIsNoLanguageTellsNone() {
    #expect(LanguageTag.told("mul") == nil)
    #expect(LanguageTag.told("UND") == nil)
    #expect(LanguageTag.told("pt-BR") == "pt-BR")
    #expect(LanguageTag.language(of: "pt-BR") == "pt")
    #expect(LanguageTag.language(of: "pt") == "pt")
  }
}
