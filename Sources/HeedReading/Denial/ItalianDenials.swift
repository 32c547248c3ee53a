extension DenialTongue {
  static let italian = DenialTongue(
    good: """
      buono buona buoni buone bene bello bella belli belle bravo brava ottimo ottima eccellente perfetto perfetta \
      contento contenta contenti felice felici soddisfatto soddisfatta soddisfatti gentile gentili simpatico \
      simpatica pulito pulita gradevole piacevole carino carina utile divertente interessante piaciuto piaciuta piace \
      piacciono piaceva amo adoro convince convinto convinta convincente entusiasta fan comodo comoda cortese giusto \
      delizioso impressionato
      """,
    bad: """
      male cattivo cattiva brutto brutta brutti brutte pessimo pessima terribile orribile problema problemi \
      lamentela lamentele lamentare deluso delusa delusi delude deludente deluderà sporco sporca caro cara noioso \
      noiosa errore errori difetto difetti guasto grave odio pento pentito pentita triste scortese scontento \
      insoddisfatto spiacevole
      """,
    wanted: """
      funziona funzionava funzionano funzionato serve servito servono aiuta aiutato aiutano aiuto consiglio \
      consiglierei raccomando vale risponde rispondono risposto granché
      """,
    better: "meglio migliore migliori",
    worse: "peggio peggiore peggiori",
    denying: "non nessuno nessun nessuna niente nulla mai senza né neanche nemmeno neppure",
    isConcordant: true, elides: true,
    more: "più",
    possible: "potrebbe potrei può posso poteva potevo potremmo niente nulla mai",
    light: """
      io tu lui lei noi voi loro mi ti si ci vi lo la li le il un uno una è sono sei siamo sia era erano ero stato \
      stata stati essere stare sta stanno ho ha hai abbiamo hanno avuto avere avevo molto così tanto troppo per \
      niente affatto davvero proprio particolarmente del tutto che di a da con in questo questa quello quella qui \
      c'è c'era poi più andare essere fare trovo trovato sembra gran ne alcun alcuna solo singolo
      """,
    apart: ["non solo", "non soltanto", "senza dubbio", "non so", "niente di che"],
    turning: ["tutto tranne", "tutt'altro che", "mancanza di"],
    warm: [
      "posso lamentare", "posso lamentarmi", "niente da ridire", "nulla da ridire",
      "niente da dire",
      "niente male", "non male", "non vedo l'ora", "niente da eccepire",
    ],
    harsh: [
      "non era quello che", "non è quello che", "non è stato quello che", "mai più",
      "niente di buono",
      "niente di che", "niente di speciale", "non vale la pena", "non è il massimo",
    ])
}
