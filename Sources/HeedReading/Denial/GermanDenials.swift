extension DenialTongue {
  static let german = DenialTongue(
    good: """
      gut gute guten gutes guter toll tolle tollen tolles super schön schöne schönen schönes schöner klasse nett \
      nette netten nettes freundlich freundliche zufrieden glücklich begeistert überzeugt hilfreich lecker leckere \
      sauber sauberes fair empfehlenswert angenehm angenehme höflich perfekt ideal optimal prickelnd witzig lustig \
      gefallen gefällt gefiel mag liebe freue gerecht hübsch cool interessant spannend berauschend rosig ruhmreich
      """,
    bad: """
      schlecht schlechte schlechten schlechtes schlechter übel schlimm schlimme kaputt furchtbar schrecklich \
      enttäuscht enttäuschend enttäuschte ärger ärgerlich problem probleme problemen beschwerde beschwerden \
      unzufrieden unfreundlich unhöflich langweilig hässlich dreckig teuer falsch fehler mängel mangel bereut \
      bereue stress verkehrt dumm blöd doof beanstandungen beanstandung
      """,
    wanted: """
      funktioniert funktionierte funktionieren klappt klappte geklappt geht ging läuft lief hilft half helfen hilfe \
      geholfen empfehlen empfehle lohnt gelohnt antwort antwortet taugt schmeckt geschmeckt
      """,
    better: "besser bessere besseren besseres glücklicher zufriedener schöner netter",
    worse: "schlimmer übler",
    denying: """
      nicht kein keine keinen keinem keiner keines nie niemals nichts nix ohne niemand niemanden weder kaum
      """,
    reachingBack: "nicht nichts nie kaum nix",
    possible: "könnte kann könnten können konnte nichts nie niemals",
    light: """
      ich du er sie es wir ihr das dies diese dieser dieses die der den dem ein eine einen einer eines war waren \
      ist sind bin bist seid sein wäre wird wurde wurden worden hat habe haben hatte hatten so sehr zu ganz gar \
      wirklich besonders allzu mehr mir mich uns euch ihnen dir dich einzige einziges einzigen unbedingt gerade \
      recht richtig überhaupt irgendwie mit an zu etwas auch mal je jemals irgendeinen bisschen wenig finde fand \
      finden dass bei leider bisher immer noch
      """,
    apart: [
      "nicht nur", "nichts als", "nicht bloß", "kein zweifel", "kein wunder", "noch nicht",
      "nicht einmal",
    ],
    turning: ["alles andere als", "lange nicht", "weit entfernt von", "mangel an"],
    supposing: "wenn falls ob warum wieso",
    warm: [
      "nicht klagen", "nichts zu meckern", "nicht meckern", "nichts auszusetzen",
      "nichts zu beanstanden",
      "nicht beschweren", "kaum erwarten", "nichts zu bemängeln", "nicht von schlechten eltern",
    ],
    harsh: [
      "nicht das was", "nicht was ich", "nicht wie erwartet", "nie wieder", "nicht so das wahre",
      "nicht das wahre", "nicht das gelbe vom ei", "nicht der hit",
    ])
}
