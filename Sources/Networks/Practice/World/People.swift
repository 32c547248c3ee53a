/// Everybody in the invented place.
enum People {
  static let shop = Villager(
    id: Place.shop, name: "Corner Bikes", language: "en", town: "Harrowby", zone: 0,
    interests: [], temper: 0, patience: 0, part: .shop)

  static let all: [Villager] = [shop] + english + iberian + german + polish + farther + others

  static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  private static let english = [
    one("maud", "Maud Pettifer", "en", "Harrowby", 0, [.garden, .cats], 0.2, 240),
    one("dell", "Dell Okonkwo", "en", "Harrowby", 0, [.football, .food], 0.5, 60),
    one("tamsin", "Tamsin Rook", "en", "Lower Wexcombe", 0, [.trains, .books], 0.3, 120),
    one("ghill", "Gareth Hill", "en", "Pentre Isaf", 0, [.weather, .trains], 0.9, 30),
    one("odile", "Odile Marchetti", "en", "Harrowby", 0, [.music, .food], 0.4, 90),
    one("bex", "Bex 🚲", "en", "Harrowby", 0, [.cats, .music], 0.6, 45),
    one("ruari", "Ruari MacAskill", "en", "Strathduin", 0, [.weather, .football], 0.5, 150),
    one("priya", "Priya Nandakumar", "en", "Harrowby", 0, [.books, .garden], 0.2, 180),
    one("jonty", "Jonty Quill", "en", "Saltmere", 0, [.food, .trains], 0.7, 60),
    one("wren", "Wren Adeyemi", "en", "Harrowby", 0, [.music, .books], 0.3, 120),
    one("cassius", "Cassius Bly", "en", "Nettle Creek", -5, [.football, .garden], 0.8, 40),
    one("lorna", "Lorna Vantongeren", "en", "Nettle Creek", -5, [.cats, .weather], 0.4, 90),
    one("teo", "Teo Faleolo", "en", "Kōwhai Bay", 12, [.music, .weather], 0.2, 240),
  ]

  private static let iberian = [
    one("ana", "Ana Figueira", "pt", "Vila Ventosa", 0, [.food, .music], 0.5, 60),
    one("duarte", "Duarte Sequeira", "pt", "Monte Raso", 0, [.football, .trains], 0.7, 45),
    one("iracema", "Iracema Duarte Luz", "pt", "Porto Sereno", -3, [.garden, .cats], 0.3, 150),
    one("nando", "Nando Peçanha", "pt", "Porto Sereno", -3, [.football, .weather], 0.6, 60),
    one("lucia", "Lucía Bermejo", "es", "Villanar", 1, [.books, .food], 0.4, 90),
    one("paco", "Paco Arriondas", "es", "Costa Clara", 1, [.football, .music], 0.8, 40),
    one("ximena", "Ximena Rulfo", "es", "San Telésforo", -6, [.cats, .garden], 0.3, 120),
    one("goyo", "Goyo Peralta", "es", "San Telésforo", -6, [.trains, .weather], 0.5, 90),
  ]

  private static let german = [
    one("henrike", "Henrike Voss", "de", "Ostermoor", 1, [.garden, .trains], 0.4, 90),
    one("jupp", "Jupp Kaltenbach", "de", "Niederquell", 1, [.football, .food], 0.8, 30),
    one("selin", "Selin Aydoğan", "de", "Ostermoor", 1, [.music, .books], 0.3, 120),
    one("urs", "Urs Ammerälli", "de", "Hinterwil", 1, [.trains, .weather], 0.2, 240),
    one("mareike", "Mareike Thode", "de", "Kleinhusum", 1, [.cats, .weather], 0.5, 60),
  ]

  private static let polish = [
    one("zosia", "Zosia Wierzbicka", "pl", "Stare Młyny", 1, [.books, .cats], 0.3, 120),
    one("mirek", "Mirek Dąbek", "pl", "Stare Młyny", 1, [.football, .weather], 0.8, 40),
    one("halina", "Halina Zaręba", "pl", "Górka Mała", 1, [.garden, .food], 0.2, 200),
    one("kuba", "Kuba Jesionek", "pl", "Górka Mała", 1, [.trains, .music], 0.5, 60),
  ]

  private static let farther = [
    one("haruka", "遠野はるか", "ja", "みなと坂", 9, [.cats, .books], 0.2, 240),
    one("kenji", "真木ケンジ", "ja", "みなと坂", 9, [.trains, .food], 0.4, 120),
    one("sumire", "白井すみれ", "ja", "青葉ヶ原", 9, [.garden, .music], 0.3, 150),
    one("layla", "ليلى المنصوري", "ar", "واحة النخيل", 4, [.books, .garden], 0.3, 120),
    one("yusuf", "يوسف الحدّاد", "ar", "باب البحر", 2, [.football, .food], 0.6, 60),
    one("rania", "رانيا خضر", "ar", "باب البحر", 2, [.cats, .music], 0.4, 90),
  ]

  private static let others: [Villager] = [
    {
      var person = one(
        "quiet", "Ottoline Grey", "en", "Harrowby", 0, [.books, .garden], 0.3, 120)
      person.optedOut = true
      return person
    }(),
    {
      var bot = one("harrowbytram", "Harrowby Tram Bot", "en", "Harrowby", 0, [.trains], 0, 0)
      bot.part = .bot
      return bot
    }(),
    {
      var spammer = one("bestdeals", "BEST DEALS 4 U", "en", "Nowhere", 0, [], 0, 0)
      spammer.part = .spammer
      return spammer
    }(),
  ]

  private static func one(
    _ id: String, _ name: String, _ language: String, _ town: String, _ zone: Int,
    _ interests: [Interest], _ temper: Double, _ patience: Int
  ) -> Villager {
    Villager(
      id: id, name: name, language: language, town: town, zone: zone, interests: interests,
      temper: temper, patience: patience)
  }
}
