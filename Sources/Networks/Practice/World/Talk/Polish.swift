extension Phrasebook {
  static let polish = Phrasebook(
    language: "pl", days: ["poniedziałek", "wtorek", "środę", "czwartek", "piątek", "sobotę"],
    openings: [
      .order: [
        "{shop} zamówienie {order} od {n} tygodni jest „w przygotowaniu”. Ktoś je struga z drewna?",
        "{shop} za {order} pobraliście pieniądze dwa razy. Proszę to sprawdzić.",
      ],
      .delivery: [
        "{shop} karton z {model} przyszedł rozdarty i nie ma dzwonka. Co teraz?",
        "{shop} dostawa miała być w {day}. Wziąłem wolne i nikt nie przyjechał.",
      ],
      .brakes: [
        "{shop} hamulce w {model} piszczą tak, że psy odpowiadają. Da się coś zrobić?",
        "{shop} tylny hamulec na zjeździe zrobił się miękki. Przestraszyłam się. Można tak jeździć?",
      ],
      .ebike: ["{shop} bateria w {model} pokazuje pełno i pada po {n} km. Ma osiem miesięcy."],
      .hours: ["{shop} czy w {day} jest otwarte? Drzwi, strona i telefon mówią trzy różne rzeczy."],
      .page: [
        "{shop} na stronie piszecie, że {model} ma hamulce hydrauliczne. Mój ma linki. Proszę poprawić."
      ],
      .praise: [
        "{shop} pani z warsztatu została po godzinach, żebym mogła wrócić na rowerze. Dziękuję z całego serca."
      ],
      .wish: [
        "{shop} marzy mi się pompka przed sklepem na czas, gdy jest zamknięte. Pół miasta by was błogosławiło."
      ],
      .price: ["{shop} ile teraz kosztuje pełny przegląd? Na stronie są trzy ceny."],
    ],
    about: [
      .ebike: ["Czy ktoś ma {model} z Corner Bikes? Jak zasięg zimą? #cornerbikes"],
      .order: ["Czy komuś przyszło zamówienie z Corner Bikes na czas? Pytam w imieniu błotników."],
      .praise: [
        "Corner Bikes załatało mi dętkę i nie chciało pieniędzy. Są jeszcze ludzie. #cornerbikes"
      ],
    ],
    daily: [
      .books: [
        "Przeczytałam {n} stron i okazało się, że już to czytałam. Podobało się drugi raz. #książki"
      ],
      .cats: ["Kot siedzi w koszyku roweru i nie chce o tym rozmawiać. #koty"],
      .football: ["{n} strzałów, zero bramek. Postarzałem się. #piłka"],
      .weather: ["Deszcz pada z boku. Parasol poddał się pierwszy. #pogoda"],
      .garden: ["Wzeszła fasola! Wszystkie {n}! #ogród"],
      .food: ["Zupa na {n} osób. Jest nas dwoje. #jedzenie"],
      .trains: ["{n} minut spóźnienia, ale konduktor mówił wierszem. #kolej"],
      .music: ["Sąsiad ćwiczy na puzonie. Jedna nuta, ale z przekonaniem. #muzyka"],
    ],
    lines: [
      .detail: [
        "Oczywiście: zamówienie {order}, a rower to {model}.", "Głównie rano. Mogę wysłać zdjęcie.",
      ],
      .solved: [
        "Rozwiązane, dziękuję! Nie spodziewałam się, że pójdzie tak łatwo.",
        "Już działa. Dzięki, naprawdę.",
      ],
      .thanks: ["Dziękuję, to bardzo pomaga.", "Miło z waszej strony, dzięki!"],
      .waiting: ["Dobrze, poczekam do tego czasu. Dziękuję za termin."],
      .promised: ["Mieliście się odezwać. Coś przegapiłam?"],
      .still: ["Dziękuję, ale nie o to pytałam. Co mam teraz zrobić?", "Próbowałem. Bez zmian."],
      .softened: ["No dobrze, przeprosiny przyjęte. To jak to naprawimy?"],
      .angry: [
        "To nie jest odpowiedź.", "Czyli to moja wina? Zapłaciłem za rower, nie za wykład.",
      ],
      .leaving: ["Dajcie spokój. Proszę o zwrot pieniędzy."],
      .repeated: ["To samo już napisaliście, słowo w słowo. Jest tam ktoś?"],
      .hurt: ["Oj. Ja zapytałam grzecznie."],
      .finally: ["No nareszcie.", "Trochę to trwało."],
      .nudge: ["{shop} halo, jest tam ktoś?", "{shop} bardzo proszę, niech ktoś na to spojrzy."],
      .noticed: ["O, nie myślałem, że to czytacie. Dzięki za odpowiedź!"],
      .aside: [
        "Miałam to samo. Śrubka pod dźwignią, ćwierć obrotu.",
        "Są powolni, ale dobrzy. Cierpliwości.",
      ],
      .gasp: ["Oni naprawdę to napisali?"],
      .corrects: ["Przepraszam, to nieprawda.", "To, co piszecie, to nieprawda. Proszę poprawić."],
      .mended: ["Dziękuję za sprostowanie. Nie każdy tak robi."],
      .chat: ["Ha, u mnie tak samo.", "Opowiadaj!", "Zostaw mi trochę."],
      .added: ["(Edycja: już rozwiązane.)"],
    ])
}
