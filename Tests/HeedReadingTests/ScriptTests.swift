import HeedModel
import Testing

@testable import HeedReading

/// Languages that are told by their letters, and remarks that no language should be made of.
struct ScriptTests {
  private func language(_ text: String) -> String? { LanguageReading(Pieces(text)).language }

  @Test(arguments: [
    ("si", "මගේ ඇණවුම කොහෙද"), ("km", "តើការបញ្ជាទិញរបស់ខ្ញុំនៅឯណា"), ("lo", "ເຄື່ອງຂອງຂ້ອຍຢູ່ໃສ"),
    ("my", "ကျွန်တော့်အော်ဒါ ဘယ်မှာလဲ"), ("ka", "სად არის ჩემი შეკვეთა"), ("hy", "Որտե՞ղ է իմ պատվերը"),
    ("th", "คำสั่งซื้อของฉันอยู่ที่ไหน"), ("pa", "ਮੇਰਾ ਆਰਡਰ ਕਿੱਥੇ ਹੈ"), ("gu", "મારો ઓર્ડર ક્યાં છે"),
    ("ta", "என் ஆர்டர் எங்கே"), ("te", "నా ఆర్డర్ ఎక్కడ ఉంది"), ("kn", "ನನ್ನ ಆರ್ಡರ್ ಎಲ್ಲಿದೆ"),
    ("ml", "എന്റെ ഓർഡർ എവിടെ"), ("or", "ମୋ ଅର୍ଡର କେଉଁଠାରେ"), ("bo", "ངའི་མངགས་ཉོ་ག་པར་ཡོད"),
    ("bn", "আমার অর্ডার কোথায়"), ("as", "মোৰ অৰ্ডাৰ ক'ত"), ("dv", "އަހަރެންގެ އޯޑަރު ކޮބާ"),
    ("am", "ትዕዛዜ የት ነው"), ("ti", "እቲ ትእዛዘይ ኣበይ ኣሎ"), ("chr", "ᎣᏏᏲ ᎣᎩᎾᎵᎢ"),
    ("el", "Πού είναι η παραγγελία μου"), ("ko", "제 주문은 어디 있나요"),
  ])
  func lettersTellTheLanguage(_ language: String, _ text: String) {
    #expect(self.language(text) == language)
  }

  @Test(arguments: [
    ("yi", "וואָס איז מיט מײַן באַשטעלונג"), ("yi", "א דאנק, דער ביכל איז זייער שיין"),
    ("yi", "ווען וועט איר זיין אָפֿן"), ("yi", "איך האב נאך נישט באקומען קיין ענטפער פון אייך"),
    ("he", "איפה ההזמנה שלי"), ("he", "תודה רבה על השירות"), ("he", "מתי אתם פותחים מחר"),
    ("he", "איך אפשר להחזיר את המוצר"), ("he", "שלום, אין לי עוד תשובה"),
    ("he", "בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם"),
  ])
  func yiddishIsToldFromHebrew(_ language: String, _ text: String) {
    #expect(self.language(text) == language)
  }

  @Test(arguments: [
    ("uk", "Дякую"), ("uk", "Дуже дякую"), ("uk", "Де мій заказ"), ("uk", "Все добре"),
    ("uk", "Допоможіть будь ласка"), ("uk", "Я вам писав учора, чому немає відповіді"),
    ("uk", "Коли відкриваєтесь"), ("uk", "Привіт, коли буде доставка"), ("uk", "Добрий день"),
    ("uk", "Хочу повернути гроші"), ("ru", "Это очень плохо"), ("ru", "Сколько стоит доставка"),
    ("ru", "Подскажите, когда вы открываетесь"),
    ("be", "Дзякуй, усё вельмі добра, калі будзе новы"),
    ("bg", "Къде е моята поръчка, чакам вече две седмици"),
    ("sr", "Где је моја поруџбина, чекам већ две недеље"),
  ])
  func ukrainianIsToldFromItsNeighbours(_ language: String, _ text: String) {
    #expect(self.language(text) == language)
  }

  @Test(arguments: [
    "Sooo goood!!!", "Soooo cool", "Nooooo", "Wowww", "Sooo happyyy", "soo good", "Yaaay",
    "Hahahaaaa",
    "Mmmm", "Ҷавоби шумо ҳанӯз нарасидааст", "እሺ",
  ])
  func whatNobodyCanTellIsLeftOpen(_ text: String) { #expect(language(text) == nil) }

  @Test(arguments: [
    ("en", "Sooo happyyy with my new bike, thank you all"),
    ("es", "muuuy bueno todo, graciaaas por la ayuda"),
    ("de", "sooo schöööön, vielen Dank euch allen"),
  ])
  func drawnOutWordsAreReadWithTheOthers(_ language: String, _ text: String) {
    #expect(self.language(text) == language)
  }

  @Test func oneForeignLetterInALongTextExcludesNothing() {
    #expect(
      language(
        "Мы ездили в гости к друзьям, читали там газету «Вісник» и вернулись домой очень поздно")
        == "ru")
  }

  @Test func everyScriptTellsOneLanguageAtMost() {
    let told = Script.allCases.compactMap(\.language)
    #expect(Set(told).count == told.count)
    #expect(TrainedReader().languages[.language]?.isSuperset(of: told) == true)
    #expect(TrainedReader().languages[.language]?.isSuperset(of: ["yi", "ti", "as"]) == true)
  }
}
