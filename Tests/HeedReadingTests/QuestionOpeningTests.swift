import HeedModel
import Testing

@testable import HeedReading

/// Short questions that do without a question mark.
struct QuestionOpeningTests {
  private func kinds(_ text: String, _ language: String? = nil) -> Set<Reading.Kind> {
    TrainedReader().read(text, declaredLanguage: language).kinds
  }

  @Test(arguments: [
    ("en", "Where is my order"), ("en", "any update"), ("en", "when do you open tomorrow"),
    ("en", "Hi, any news about my parcel"), ("en", "@shop do you ship to Malta"),
    ("en", "how long does delivery take"), ("en", "can I return a gift card"),
    ("en", "what time do you close on Sunday"), ("en", "is the pool open today"),
    ("en", "anyone know if the bus still runs"), ("en", "I ordered on Monday. where is it now"),
    ("de", "Wo ist meine Bestellung"), ("de", "Wann macht ihr morgen auf"),
    ("de", "Gibt es Neuigkeiten"), ("de", "Hallo, habt ihr auch vegane Suppe"),
    ("de", "Wie lange dauert der Versand"), ("de", "Kann ich das noch umtauschen"),
    ("fr", "Où est ma commande"), ("fr", "Des nouvelles de mon colis"),
    ("fr", "Quand ouvrez-vous demain"), ("fr", "Bonjour, livrez-vous en Suisse"),
    ("fr", "Combien coûte la livraison"), ("fr", "Est-ce que vous ouvrez dimanche"),
    ("es", "Dónde está mi pedido"), ("es", "alguna novedad"), ("es", "Cuándo abren mañana"),
    ("es", "A qué hora cierran"), ("es", "donde esta mi paquete"),
    ("es", "Hola, tienen algún hotel cerca"),
    ("pt", "Onde está a minha encomenda"), ("pt", "alguma novidade"), ("pt", "Quando abrem amanhã"),
    ("pt", "A que horas fecham"), ("pt", "Quanto custa o envio"), ("pt", "Olá, há novidades"),
  ])
  func aShortQuestionNeedsNoMark(_ language: String, _ text: String) {
    #expect(kinds(text, language).contains(.question), "\(kinds(text, language))")
  }

  @Test(arguments: [
    ("en", "Wherever I go, I take it along"), ("en", "When I open the app it crashes"),
    ("en", "What a day"), ("en", "Do it again"), ("en", "add a search box, will you"),
    ("en", "How nice of you"), ("en", "The shop where I order is closed"),
    ("de", "Wie schön"), ("de", "Was für ein Tag"), ("de", "Wenn ihr kommt, freue ich mich"),
    ("fr", "Quand je viens chez vous je suis heureux"), ("fr", "Comme c'est beau"),
    ("es", "Cuando voy a la tienda compro pan"), ("es", "Qué bonito"),
    ("pt", "Quando vou à loja compro pão"), ("pt", "Que bonito dia"),
  ])
  func whatOnlyBeginsAlikeIsNone(_ language: String, _ text: String) {
    #expect(!kinds(text, language).contains(.question), "\(kinds(text, language))")
  }

  @Test func aLongTextIsLeftToTheModel() {
    let long =
      "where is the shop that sold the lamp was what my friend and I talked about all evening long"
    #expect(!QuestionOpening.stands(in: Pieces(long), language: "en"))
    #expect(
      !QuestionOpening.stands(in: Pieces("Is it true https://news.example/1"), language: "en"))
  }
}
