import HeedModel
import Testing

@testable import HeedReading

struct LanguageTests {
  @Test(arguments: [
    ("en", "When will my parcel finally get here, it has been two weeks"),
    ("de", "Wann kommt mein Paket endlich an, ich warte seit zwei Wochen"),
    ("fr", "Quand est-ce que mon colis arrive enfin, ça fait deux semaines"),
    ("es", "Cuándo llega por fin mi paquete, llevo dos semanas esperando"),
    ("pt", "Quando é que a minha encomenda chega, já passaram duas semanas"),
    ("it", "Quando arriva finalmente il mio pacco, aspetto da due settimane"),
    ("nl", "Wanneer komt mijn pakje eindelijk aan, ik wacht al twee weken"),
    ("pl", "Kiedy wreszcie przyjdzie moja paczka, czekam już dwa tygodnie"),
    ("sv", "När kommer mitt paket äntligen fram, jag har väntat i två veckor"),
    ("tr", "Paketim ne zaman gelecek, iki haftadır bekliyorum"),
    ("ru", "Когда же наконец придёт моя посылка, жду уже две недели"),
    ("uk", "Коли вже нарешті прийде моя посилка, чекаю вже два тижні"),
    ("ar", "متى يصل طلبي أخيرا، أنتظر منذ أسبوعين"),
    ("fa", "بسته من بالاخره کی می‌رسد، دو هفته است که منتظرم"),
    ("hi", "मेरा पार्सल आखिर कब आएगा, दो हफ्ते हो गए हैं"),
    ("el", "Πότε θα έρθει επιτέλους το δέμα μου"), ("he", "מתי החבילה שלי סוף סוף מגיעה"),
    ("ja", "荷物はいつ届きますか"), ("zh", "我的包裹什么时候到"), ("ko", "제 소포는 언제 도착하나요"),
    ("th", "พัสดุของฉันจะมาถึงเมื่อไหร่"),
  ])
  func aSentenceIsReadInItsLanguage(_ language: String, _ text: String) {
    #expect(LanguageReading(Pieces(text)).language == language)
  }

  @Test(arguments: [
    "", "   ", "123 456", "😀👍", "@ana @rui", "https://shop.example/the/best/way/to/go",
    "#this #is #not #read", "?!?!", "x", "\u{0301}\u{0302}",
  ])
  func whatHasNoWordsHasNoLanguage(_ text: String) {
    #expect(LanguageReading(Pieces(text)).language == nil)
  }

  @Test func handlesLinksTagsAndEmojiSayNothingOfTheLanguage() {
    let bare = LanguageReading(Pieces("Wann kommt mein Paket endlich an"))
    let dressed = LanguageReading(
      Pieces(
        "@the_best_shop_ever Wann kommt mein Paket endlich an 😡 #waitingforever https://parcels.example/where/is/it"
      ))
    #expect(dressed.language == "de")
    #expect(dressed.sureness == bare.sureness)
    #expect(dressed.words == bare.words)
  }

  @Test func ofTwoScriptsTheOneWithMostLettersLeadsAndTheOtherIsTold() {
    let reading = LanguageReading(
      Pieces("Заказал у вас Deluxe Travel Organizer Backpack and it has not arrived until today"))
    #expect(reading.language == "en")
    let other = LanguageReading(
      Pieces(
        "Где мой заказ, я жду уже две недели и никто не отвечает. Where is my order now please"))
    #expect(other.language == "ru")
    #expect(other.others == ["en"])
  }

  @Test func twoLanguagesInOnePostAreBothTold() {
    let reading = LanguageReading(
      Pieces(
        "Wann kommt mein Paket endlich an, ich warte seit zwei Wochen darauf. When will my parcel arrive please."
      ))
    #expect(reading.language == "de")
    #expect(reading.others == ["en"])
  }

  @Test func hindiInLatinLettersIsToldFromEnglish() {
    let reading = LanguageReading(
      Pieces("bhai mera paisa wapas kab milega, do hafte ho gaye hain aur koi jawab nahi"))
    #expect(reading.language == "hi-Latn")
  }
}
