import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk

/// Numbers of orders and houses of people that nobody named here, and what only looks like them.
@Suite struct DraftNumbersTests {
  private static func found(_ text: String) -> [String] {
    DraftFacts.all(in: text).filter(\.isSomebodys).map(\.words)
  }

  @Test(arguments: [
    ("Your order 44123 left today.", "44123"),
    ("Order no. 123-456 is on its way.", "123-456"),
    ("We looked up order #9917.", "9917"),
    ("Order#48151 has left.", "48151"),
    ("Your order number is AB-2231.", "AB-2231"),
    ("The invoice 2024-0031 was paid.", "2024-0031"),
    ("Invoice number: 55120.", "55120"),
    ("Tracking number 1Z999AA10123456784 says Friday.", "1Z999AA10123456784"),
    ("Your customer id 77120 is old.", "77120"),
    ("The parcel 98765 is lost.", "98765"),
    ("Ticket 8812 was closed.", "8812"),
    ("Booking ref. XK29114 stands.", "XK29114"),
    ("Die Bestellung 77123 ist raus.", "77123"),
    ("Deine Bestellnummer 4412-88 liegt hier.", "4412-88"),
    ("Bestell-Nr. 77123, richtig?", "77123"),
    ("Kundennummer: 100234.", "100234"),
    ("Die Rechnung Nr. 4711 ist bezahlt.", "4711"),
    ("Sendungsnummer 00340434161094000000 lautet sie.", "00340434161094000000"),
    ("Votre commande n° 55123 est partie.", "55123"),
    ("Le numéro de commande 4412 est bon.", "4412"),
    ("La facture 99120 est payée.", "99120"),
    ("Su pedido 33120 está en camino.", "33120"),
    ("El número de pedido 3312 es correcto.", "3312"),
    ("Seu pedido nº 88123 saiu.", "88123"),
    ("O número do pedido 8812 está certo.", "8812"),
    ("A encomenda 71234 foi entregue, a encomenda 71234.", "71234"),
    ("We send it to 12 Baker Street.", "12 Baker Street"),
    ("Is it 742 Evergreen Terrace, still?", "742 Evergreen Terrace"),
    ("It went to 350 5th Ave.", "350 5th Ave"),
    ("Wir senden es in die Bahnhofstraße 5.", "Bahnhofstraße 5"),
    ("Nach Berliner Str. 12a ging es.", "Berliner Str. 12a"),
    ("An die Lange Gasse 7, ja?", "Lange Gasse 7"),
    ("Nous l'envoyons au 12 rue de la Paix.", "12 rue de la Paix"),
    ("Chez vous, 4 bis, avenue Foch ?", "4 bis, avenue Foch"),
    ("Lo enviamos a la calle Mayor, 12.", "calle Mayor, 12"),
    ("Vive en Avenida de América 45.", "Avenida de América 45"),
    ("Enviamos para a Rua das Flores, nº 5.", "Rua das Flores, nº 5"),
    ("Fica na Avenida Paulista, 1578.", "Avenida Paulista, 1578"),
    ("Het gaat naar de Prinsengracht 12.", "Prinsengracht 12"),
    ("Wir schicken es nach Am Markt 3.", "Am Markt 3"),
    ("Es ging an: An der Alten Mühle 12a, 04109 Leipzig.", "An der Alten Mühle 12a"),
    ("Zur Adresse Im Stadtpark 7 50667 Köln.", "Im Stadtpark 7"),
    ("Sie wohnen Zur Alten Kirche 5, 04109 Leipzig, ja?", "Zur Alten Kirche 5"),
    ("Vai para a Rua 1º de Dezembro 12.", "Rua 1º de Dezembro 12"),
    ("Fica na Rua 25 de Março, 1020.", "Rua 25 de Março, 1020"),
    ("Vive en la calle 5 de Mayo 12.", "calle 5 de Mayo 12"),
  ])
  func whatMayBeSomebodyElsesIsFound(text: String, words: String) {
    #expect(Self.found(text).first == words)
  }

  /// Each looks like one of those, and is nobody's.
  @Test(arguments: [
    "Orders over 1000 € ship free.", "An order of 1.200,00 € ships free.",
    "Order 5000 screws today.",
    "Your order 49.90 € was paid.", "The order €1200 was big.", "Order before 15:00.",
    "We got 12000 orders in 2025.", "Our order 2024 was early.", "To order 44123, call.",
    "We order 1200 bells a year.", "Order GT-4500 now!", "Every order is in bag #1.",
    "Order today, open 9-18.", "Order 24/7.", "Our first customer came in 1998.",
    "Our customer 360 view is new.", "You are customer number one.", "Customer service: 9-18.",
    "The invoice of 12.11.2025 is right.", "Invoice 05-11-2026 it is.", "Invoice 2026-11-05 it is.",
    "Invoices 2019-2023 are kept.", "The invoice 2025 is on paper.", "The parcel is 1200 x 800.",
    "The parcel weighs 1500 g.", "Parcel 1500 g, letter 20 g.",
    "A ticket is 2500 yen, ticket 2500 %.",
    "Tickets: 1200.", "In case 1000 people come, we open.", "The case XL-200.",
    "Tracking since 2019.",
    "Version 4.2.1 tracks orders.", "Model XK-2000 has it.", "The XK-2000 you ordered fits.",
    "Article 55123 is sold out.", "Product no. 55123 fits.", "Artikelnummer 55123 passt.",
    "Seriennummer 8812345 steht unten.", "The delivery takes 1000 hours.", "Delivery: 2026.",
    "Bestellungen ab 1000 € sind frei.", "Bestellung ab 5000 Stück.",
    "Die Lieferung 5000 Stück kam.",
    "Die Bestellung kam 2024.", "Unsere Kunden: 12000.", "Rechnung vom 12.11.2025.",
    "Die Rechnung 1.200,00 € stimmt.", "Das Paket wiegt 1500 g.", "Ihr Paket ist 2500 km gereist.",
    "Der Vertrag 2026 ist neu.", "Une commande de 1200 € est gratuite.", "La commande 1200 € part.",
    "Notre client depuis 2015.", "Un pedido de 1500 euros.", "El pedido 1500 euros.",
    "Pedido em 2025.", "O pedido 1500 reais saiu.", "A fatura de 10/11/2025.",
    // Streets that are none, or without a house.
    "We have 3 High Street shops.", "It is on Baker Street.", "On 5th Avenue we open.",
    "In 2019 Oxford Street was closed.", "Our 2024 Road Trip starts.", "There are 2 ways to pay.",
    "Give us 5 Stars.", "Take 2 Big Square Tables.", "Der Heimweg 20 Minuten zu Fuß.",
    "Platz 1 ist frei.", "Der Parkplatz 12 ist frei.", "Der Umweg 3 km lohnt.",
    "Käufer 5 war froh.",
    "Die Straße 5 km weiter.", "In der Bahnhofstraße sind wir.", "Straßenfest Hauptstraße 2026.",
    "Hauptstraße 3 Tage gesperrt.", "Frühling 24 beginnt.", "Les 3 avenues sont belles.",
    "En 2023 rue de Rivoli fermée.", "2 places pour Anna.", "La route 66 est longue.",
    "En la calle Mayor 3 días.", "La calle 13 es larga.", "Plaza Mayor 12 de mayo.",
    "Na Rua Augusta 24 horas.", "Rua 25 de Março fecha.", "Via PayPal 20 €.",
    "Open 9-18, Monday 10-14.", "Apple 2 is old, iPhone 15 is new.", "Since 1984.",
    "Windows 11 too.", "Am Markt 3 Stände mehr.", "Am Bahnhof sind wir.", "Im Park 20 Minuten.",
    "Am Berg 3 km weiter.", "Im Ring 2026.", "Am Montag 12.", "Na Rua 25 de Março 2024.",
    "Calle 5 de Mayo cerrada.", "Die Maße stehen im Anhang 2.", "Es steht im Feld 12.",
    "Haben Sie Fragen zum Oura Ring 4?", "Der Schlüssel passt zum Bügelschloss 5.",
    "Der Router funkt auf dem Kanal 36.", "Regel 4 steht in der Firewall 7.",
    "Samstags sind wir auf dem Wochenmarkt 8-13.", "Das geht an den Verkäufer 12.",
    "Am Markt 8-13.", "En la ronda 2 de sorteos, 5 ganadores.",
    "Estaremos en la plaza 12 de octubre, 10h.", "Abrimos na Rua Augusta 10h.",
  ])
  func whatOnlyLooksLikeItIsNot(text: String) {
    #expect(Self.found(text) == [])
  }

  @Test func itIsPointedOutWhereNobodySaidItAndItIsNotOurs() async throws {
    let test = try await TestDesk()
    let here = try await test.says(
      "Where is my order 44 1234? I live in Baker Street, number 12.", id: "a")
    try await test.desk.saveHouseRule(
      nil, kind: .fact, title: "Where", words: "The shop is in Bahnhofstr. 5. Sample order 99001.",
      query: "shop", by: test.alicia)
    func unsaid(_ text: String, _ visibility: Visibility? = nil) async throws -> [UnsaidFact] {
      try await test.desk.unsaid(in: text, visibility: visibility, of: here, for: test.alicia)
    }
    // What they said, however it is written, and what is ours.
    #expect(try await unsaid("Your order 44-1234 left.") == [])
    #expect(try await unsaid("Your order no. 441234 left, to 12 Baker St.") == [])
    #expect(try await unsaid("Order no. 1234 left.") == [])
    #expect(try await unsaid("Come to Bahnhofstraße 5 with order 99001.") == [])
    // What is nobody's here.
    #expect(
      try await unsaid("Your order 55-9876 left, to 14 Baker Street.") == [
        UnsaidFact(words: "55-9876", known: .nowhere),
        UnsaidFact(words: "14 Baker Street", known: .nowhere),
      ])
    #expect(try await unsaid("Your order 55-9876 left.", .private) == [])
  }

  /// A number said in private is known from there.
  @Test func whatWasSaidInPrivateIsKnownFromThere() async throws {
    let test = try await TestDesk()
    try await test.says("I live at 14 Elm Road, order AB-771.", id: "p", visibility: .private)
    let here = try await test.says("Where is it?", id: "q")
    let found = try await test.desk.unsaid(
      in: "Order no. AB-771 went to 14 Elm Rd.", visibility: nil, of: here, for: test.alicia)
    #expect(Set(found.map(\.words)) == ["Elm", "AB-771", "14 Elm Rd"])
    #expect(found.allSatisfy { $0.known == .privately })
  }
}
