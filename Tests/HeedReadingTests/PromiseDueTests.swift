import HeedModel
import HeedReading
import Testing

@testable import measure_reading

/// When a promise is due: read from its own words, or left to the member; a wrong day is worse than none.
@Suite struct PromiseDueTests {
  /// Wednesday, 25 November 2026, at 15:00.
  private static let now = WallTime(
    seconds: WallTime.dayNumber(year: 2026, month: 11, day: 25)! * 86_400 + 54_000)

  private func found(_ text: String, _ language: String = "en") -> [FoundPromise] {
    PromiseFinder().promises(in: text, language: language, now: Self.now)
  }

  private func day(_ month: Int, _ day: Int, _ minute: Int? = nil) -> DueTime? {
    let year = month < 11 ? 2027 : 2026
    return WallTime.dayNumber(year: year, month: month, day: day).map { .day($0, minute: minute) }
  }

  private func expect(_ due: DueTime?, _ text: String, _ language: String = "en") {
    let promises = found(text, language)
    #expect(promises.count == 1, "\(text)")
    #expect(promises.first?.due == due, "\(text)")
  }

  @Test func theEndOfADayIsThatOfTheDayThatIsNamed() {
    expect(day(11, 30), "I'll send it by EOD Monday")
    expect(day(11, 27), "I'll send it by end of day Friday")
    expect(day(11, 27), "I'll send it by close of business on Friday")
    expect(day(11, 29), "I'll send it by midnight on Sunday")
    expect(day(11, 26), "I'll send it by COB tomorrow")
    expect(day(11, 27), "I'll send it by Friday EOD")
    expect(day(11, 25), "I'll send it by end of day")
    expect(day(11, 30), "Ich schicke es Ihnen bis Ende des Tages Montag", "de")
    expect(day(11, 30), "Ich schicke es Ihnen bis Montag Dienstschluss", "de")
    expect(day(11, 27), "Je vous l'envoie vendredi en fin de journée", "fr")
  }

  @Test func aNumberAndItsUnitMayBeOneWord() {
    expect(.after(minutes: 1440), "I'll send it within 24h")
    expect(.after(minutes: 120), "I'll send it in 2h")
    expect(.after(minutes: 30), "I'll send it in 30min")
    expect(.after(minutes: 120), "I'll send it in 2hrs")
    expect(.after(minutes: 90), "Je vous rappelle dans 1h30", "fr")
    expect(.after(minutes: 120), "Ich rufe Sie in 2h an", "de")
    expect(day(11, 28), "I'll send it in 3d")
    expect(day(11, 25, 17 * 60), "Je vous appelle à 17h", "fr")
    expect(.after(minutes: 60), "Ligo-lhe daqui a uma hora", "pt")
    expect(.after(minutes: 120), "Ligo-lhe daqui a duas horas", "pt")
    expect(day(11, 27), "Ligo-lhe daqui a dois dias", "pt")
  }

  @Test func daysAreCountedFromADayThatIsNamed() {
    expect(day(12, 4), "I'll send it a week from Friday")
    expect(day(12, 4), "I'll send it Friday week")
    expect(day(12, 2), "I'll send it a week from today")
    expect(day(12, 10), "I'll send it two weeks from tomorrow")
    expect(day(12, 23), "I'll send it two days before Christmas")
    expect(day(3, 29), "I'll send it the day after Easter")
    expect(day(11, 27), "I'll send it the day after tomorrow")
    expect(day(12, 7), "Ich schicke es Ihnen Montag in einer Woche", "de")
    expect(day(12, 23), "Ich schicke es Ihnen zwei Tage vor Weihnachten", "de")
    expect(day(12, 4), "Je vous l'envoie vendredi en huit", "fr")
    expect(day(12, 23), "Escrevo-lhe dois dias antes do Natal", "pt")
    expect(nil, "We'll post it within two days of receiving your form")
    expect(nil, "We'll refund you within three working days after receipt")
  }

  @Test func beforeADayIsNotOnIt() {
    expect(day(11, 26), "I'll send it before Friday")
    expect(day(12, 11), "I'll send it before the 12th")
    expect(day(11, 27), "I'll send it before next week")
    expect(day(2, 28), "I'll send it before March")
    expect(day(11, 27, 720), "I'll send it before Friday noon")
    expect(day(11, 27, 17 * 60), "I'll send it before 5pm on Friday")
    expect(day(11, 26), "Ich schicke es Ihnen vor Freitag", "de")
    expect(day(11, 26), "Le escribo antes del viernes", "es")
    expect(day(11, 27), "I'll send it by Friday")
  }

  @Test(arguments: [
    ("I'll refund the part you bought on 3 November", "en"),
    ("I'll refund the order placed on 3 November", "en"),
    ("I'll refund the order from 3 November", "en"),
    ("I'll send what you ordered on Monday", "en"), ("I'll check Monday's delivery", "en"),
    ("I'll bring the part that arrives on Friday", "en"),
    ("I'll ask the colleague who comes on Monday", "en"),
    ("I'll find out what happened on Monday", "en"), ("I'll send it after Friday", "en"),
    ("I'll work on it from Monday to Friday", "en"),
    ("Ich erstatte Ihnen das Rad, das Sie am 3. November gekauft haben", "de"),
    ("Ich schicke Ihnen, was Sie am Montag bestellt haben", "de"),
    ("Ich prüfe die Bestellung vom Montag", "de"), ("Ich melde mich nach Ostern", "de"),
    ("Je vous rembourse la pièce que vous avez achetée lundi", "fr"),
    ("Je vérifie votre commande du 3 novembre", "fr"),
    ("Le mando lo que pidió el lunes", "es"), ("Envio-lhe o que pediu na segunda", "pt"),
  ])
  func aTimeOfSomethingElseLeavesTheFieldEmpty(_ text: String, _ language: String) {
    expect(nil, text, language)
  }

  @Test func theTimeOfThePromiseStandsBesideThatOfSomethingElse() {
    expect(day(11, 26), "I'll send what you ordered on Monday tomorrow")
    expect(day(11, 27), "I'll refund the part you bought on 3 November by Friday")
    expect(day(11, 27), "I'll tell you what we can do by Friday")
    expect(day(11, 30), "I promise that we'll send it on Monday")
    expect(day(11, 30), "I'll have it fixed on Monday")
    expect(day(11, 30), "I'll get your order sent on Monday")
    expect(day(11, 30), "I'll make sure that it is there on Monday")
    expect(day(11, 26), "Ich schicke Ihnen morgen, was Sie am Montag bestellt haben", "de")
    expect(day(11, 27), "Ich sorge dafür, dass es bis Freitag da ist", "de")
    expect(day(11, 26), "Je vous envoie demain ce que vous avez commandé lundi", "fr")
    expect(day(11, 30), "Je vous promets que nous l'enverrons lundi", "fr")
    expect(day(11, 30), "Le prometo que lo enviaremos el lunes", "es")
  }

  @Test func aDeadlineIsNoFarewellAndAComingDayNoReport() {
    expect(day(11, 27), "Ich melde mich bis Freitag", "de")
    expect(day(11, 30), "Wir liefern bis Montag", "de")
    expect(day(11, 26), "Ich melde mich bis morgen.", "de")
    expect(day(11, 27), "Le escribo el viernes que viene", "es")
    expect(day(11, 30), "Le llamo el lunes que viene", "es")
    for text in ["Bis Freitag!", "Bis dann, bis morgen", "Danke dir, bis Montag"] {
      #expect(found(text, "de").isEmpty, "\(text)")
    }
  }

  @Test(arguments: [
    ("I won't send it by Friday", "en"), ("I will not call you tomorrow", "en"),
    ("No, I will not refund you", "en"), ("I'll not send it tomorrow", "en"),
    ("We'll definitely not send it tomorrow", "en"), ("Nobody will call you tomorrow", "en"),
    ("Ich werde es nicht schicken", "de"), ("Ich rufe Sie morgen nicht an", "de"),
    ("Wir schicken Ihnen morgen kein Paket", "de"), ("No te lo mandaré mañana", "es"),
    ("Não vou enviar amanhã", "pt"), ("Je ne l'enverrai pas demain", "fr"),
    ("On t'appellera pas demain", "fr"), ("Wir werden sehen", "de"), ("We'll see tomorrow", "en"),
    ("Nous verrons", "fr"), ("Vamos a ver", "es"), ("I'll refuse to pay tomorrow", "en"),
    ("Ich werde mich weigern zu zahlen", "de"), ("I'll send it when it arrives", "en"),
    ("I'll write to you once we know more", "en"),
    ("I'll let you know as soon as it is back", "en"), ("Once it is in, I'll call you", "en"),
    ("When we open again on Monday I'll call you", "en"),
    ("Ich melde mich, sobald es da ist", "de"), ("Je vous écris dès que la pièce arrive", "fr"),
    ("Escrevo-lhe quando chegar", "pt"),
  ])
  func whatWillNotBeOrHangsOnSomethingIsNoPromise(_ text: String, _ language: String) {
    #expect(found(text, language).isEmpty, "\(found(text, language))")
  }

  @Test func aPromiseBesideARefusalOrAConditionStands() {
    expect(day(11, 26), "I won't leave you waiting, I'll call you tomorrow")
    expect(day(11, 26), "Ich weiß nicht, ob es geht, aber ich melde mich morgen", "de")
    expect(day(11, 26), "No se preocupe, le escribo mañana", "es")
    expect(day(11, 26), "I'll write to you tomorrow once I have the figures")
    expect(nil, "I'll answer as soon as I can")
    expect(nil, "I'll find out when it ships")
    expect(nil, "We will not charge you for that month")
    expect(nil, "Je vérifie pourquoi ça ne marche pas", "fr")
  }

  @Test func daysThatDoNotSuitArePassedOver() {
    expect(day(11, 27), "Neither today nor tomorrow, but on Friday I'll call you")
    expect(day(12, 1), "I'll call you on Tuesday instead of Monday")
    expect(day(11, 27), "I'll call you on Friday and not on Monday, promise")
    expect(day(12, 1), "Instead of Monday I'll call you on Tuesday")
    expect(day(12, 1), "Rather than Monday I'll call you on Tuesday")
    expect(day(11, 26), "I'll send it no later than tomorrow, but likely today")
    expect(day(12, 1), "Statt am Montag rufe ich Sie am Dienstag an", "de")
    expect(day(12, 1), "Au lieu de lundi, je vous appelle mardi", "fr")
    expect(day(12, 1), "En vez del lunes le llamo el martes", "es")
    expect(day(12, 1), "Em vez de segunda ligo-lhe na terça", "pt")
    expect(day(11, 29), "Le escribo el fin de semana que viene", "es")
  }

  /// A table of sentences in five languages, half of which no rule was written on: see Docs/reading.md.
  @Test func timesAreReadAsTheTableSays() throws {
    let all = try DueSentence.all()
    let written = all.filter { !$0.isApart }
    let wrong = written.filter { ![.right, .rightlyNone].contains($0.outcome()) }
    #expect(wrong.count * 20 <= written.count, "\(wrong.map(\.words))")
    let apart = all.filter(\.isApart)
    try #require(apart.count > 100)
    let outcomes = apart.map { $0.outcome() }
    #expect(outcomes.count { $0 == .right || $0 == .rightlyNone } * 10 >= apart.count * 9)
    // A wrong day is worse than none.
    #expect(outcomes.count { $0 == .wrongDay } * 20 <= apart.count)
  }
}
