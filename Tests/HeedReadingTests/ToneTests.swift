import HeedModel
import Testing

@testable import HeedReading

struct ToneTests {
  private let reader = TrainedReader()

  private func tone(_ text: String) -> Reading.Tone? {
    reader.read(text, declaredLanguage: nil).tone
  }

  @Test(arguments: [
    "I love this place, the staff are wonderful", "Best customer service ever, thank you so much!",
    "Had an amazing time at your concert last night 😍",
    "so happy with my new bike, great job everyone",
  ])
  func warmWordsArePositive(_ text: String) { #expect(tone(text) == .positive) }

  @Test(arguments: [
    "This is the worst service I have ever seen", "I hate how you treat your customers",
    "Terrible. Broken again and nobody answers 😡", "never buying from you again, awful quality",
  ])
  func harshWordsAreNegative(_ text: String) { #expect(tone(text) == .negative) }

  @Test(arguments: [
    "The office opens at nine on Monday", "Our new timetable starts on the 3rd of June",
  ])
  func plainNewsIsNeutral(_ text: String) { #expect(tone(text) == .neutral) }

  @Test func aNegationTurnsAWordRound() {
    #expect(strength("the food was good") > strength("the food was not good"))
    #expect(strength("not bad at all, I like it") > strength("bad, I do not like it at all"))
    #expect(tone("not bad at all, I really like it") == .positive)
  }

  @Test func moreOfItIsStronger() {
    #expect(strength("I love it, it is really awesome!!! 😍") >= strength("I like it"))
    #expect(strength("this is bad, I hate it 😡") < strength("this is so so"))
  }

  @Test(arguments: [
    "Great job, lost my parcel again #sarcasm", "I love waiting for three hours, best day ever /s",
  ])
  func aSignOfIronyTurnsPraiseRound(_ text: String) { #expect(tone(text) == .negative) }

  @Test(arguments: [
    "Great, another three hours in the queue /s", "Thanks so much for losing my parcel #sarcasm",
    "Best customer service ever, thank you so much! #not",
  ])
  func whatIsMeantOtherwiseIsNeitherPraiseNorThanks(_ text: String) {
    let reading = reader.read(text, declaredLanguage: nil)
    #expect(reading.tone == .negative)
    #expect(reading.kinds.isDisjoint(with: [.praise, .thanks]))
    #expect(!reading.kinds.isEmpty)
  }

  @Test(arguments: ["#irony", "#ironic", "/s"]) func aSignOfIronyTurnsNoNews(_ sign: String) {
    #expect(tone("The office opens at nine on Monday \(sign)") == .neutral)
  }

  @Test(arguments: [
    ("de", "Ich liebe euren Laden, ihr seid super nett", Reading.Tone.positive),
    ("pt", "adoro vocês, obrigada por tudo, são maravilhosos", .positive),
    ("fr", "c'est nul, je suis très déçu, quelle honte", .negative),
    ("es", "qué asco de servicio, son lo peor", .negative),
  ])
  func otherLanguagesAreRead(_ language: String, _ text: String, _ tone: Reading.Tone) {
    let reading = reader.read(text, declaredLanguage: nil)
    #expect(reading.language == language)
    #expect(reading.tone == tone)
  }

  @Test func theWordsThatToldItAreGiven() {
    let reasons = reader.explain(
      "Honestly the pizza was awful and the staff rude", declaredLanguage: nil)
    #expect(reasons.reading.tone == .negative)
    #expect(reasons.words.contains("awful") || reasons.words.contains("rude"))
    #expect(reasons.words.count <= 5)
    #expect(reasons.strength < 0)
  }

  @Test func whereNothingIsKnownOfALanguageTheToneIsUnknown() {
    let reading = reader.read("A csomag holnap délután érkezik a városba", declaredLanguage: nil)
    #expect(reading.language == "hu")
    #expect(reading.tone == nil)
  }

  private func strength(_ text: String) -> Double {
    reader.explain(text, declaredLanguage: "en").strength
  }
}
