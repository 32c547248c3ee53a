extension PromiseTongue {
  static let french = PromiseTongue(
    language: "fr",
    telling: """
      je j' nous on vous tu il elle le la les un une des du de d' l' et est sont ne pas que qu' qui \
      pour dans avec au aux sur ce cet cette votre vos notre nos mon ma mes demain sous avant en \
      s' m' t' c' ca y ici jour fin bien promis comme si
      """,
    classes: [
      "me": "je j' nous on",
      "pron": "ne n' le la les l' lui leur vous te t' me m' y en nous se s'",
      "tend": """
      occupe occupons renseigne renseignons dis disons reviens revient revenons tiens tient tenons \
      envoie envoies envoyons appelle appelons rappelle rappelons ecris ecrit ecrivons reponds \
      repond repondons transmets transmet transmettons verifie verifions regarde regardons \
      demande demandons veille veillons corrige corrigeons rembourse remboursons change \
      changeons repare reparons retire retirons efface effacons supprime supprimons apporte \
      apportons passe passons parle parlons garde gardons publie publions confirme confirmons \
      informe informons previens prevenons mets met mettons fais fait faisons cherche cherchons \
      remplace remplacons prends prenons livre livrons expedie expedions recontacte recontactons \
      signale signalons charge chargeons garantis garantissons promets promettons engage engageons \
      donne donnons laisse remonte remontons contacte contactons
      """,
      "idle": """
      suis sommes est espere esperons pense pensons crois croyons sais savons peux pouvons peut \
      veux voulons veut dois devons doit ai avons a avais avions aimerais aimerions voudrais \
      voudrions aurais aurions etais etions comprends comprenons regrette regrettons ferme fermons \
      ouvre ouvrons souhaite souhaitons remercie remercions viens venons etait avait voulait
      """,
      "goods":
        "colis remboursement argent commande livraison piece avoir virement billet billets facture carte remplacement",
      "house": "notre nos mon ma mes",
    ],
    promises: [
      "@me ?@pron ?@pron -rai|-rons", "j' -rai", "on ?@pron ?@pron -ra",
      "@me ?@pron ?@pron vais|allons|va ?@pron ?@pron -er|-ir|-re|-oir",
      "@me me|m'|nous|se|s' en|y|y occupe|occupons|mets|met|charge|chargeons",
      "@me m'|nous|s' occupe|occupons|engage|engageons|assure|assurons",
      "@me me|nous|se renseigne|renseignons|charge|chargeons",
      "@me vous|te|t' @tend", "@me le|la|les|l' vous|te|t' @tend",
      "@me reviens|revient|revenons vers",
      "@me veille|veillons a", "@me @pron @tend", "@me @tend ..4 tout de suite|immediatement",
      "@me @tend ..8 et je|nous|on ?@pron @tend",
      "je|nous|on vous|te tiens|tient|tenons au courant",
      "vous|tu ?n' aurez|auras|recevrez|recevras|saurez ..4 ma|notre|nos|mes|moi|nous",
      "@me garantis|garantissons|promets|promettons ?de|que|vous", "comptez sur moi|nous",
      "ma|notre parole",
      "@me transmets|transmettons|transmet|demande|demandons|verifie|verifions|parle|parlons|signale ..",
    ],
    dated: [
      "je|j'|on ?@pron ?@pron !@idle|@pron", "nous ?@pron ?@pron -ons", "vous|tu ?n' -rez|-ras",
      "vous|tu serez|seras rembourse|remboursee|livre|contacte|prevenu|informe",
      "@house ..4 -ra|-ront", "@house ..4 passe|vient|appelle|envoie|repond|arrive ..",
      "-ra|-ront ?de -e|-ee|-es|-ees|pret|prete|resolu|regle",
      "votre|vos|ton|ta|tes ?* @goods -ra|-ront|arrive|arrivent|part|partent",
      "-ra|-ront chez vous", "seront|sera en|de|a ligne|retour|jour|nouveau|votre|vous",
      "quelqu'|quelqu un de|d' ..", "promis",
    ],
    never: [
      "peut etre", "en general|principe",
      "automatiquement|normalement|generalement|habituellement|probablement|sans|eventuellement|sinon",
      "tout|toute seul|seule", "comme promis|convenu|prevu|d'habitude",
      "@me viens|venons|vient de|d'",
      "@me ai|avons|a|avais|avait|avions ?@pron -e|-i|-u|-is|-it|-s", "j' ai",
      "@me ?@pron ?@pron -rais|-rait|-rions",
      "-rais|-rait", "@me suis|sommes|est ..2 en|ferme|fermes|desole|conge|de|ravi",
      "@me ?n' espere|esperons|pense|crois|croyons",
      "s' il|ils", "^ si|s' vous|tu|le|la|les|il|elle|on|l'", ", si vous|tu|le|la|il|elle|on|c'",
      "ils|elles|il|elle|vous|tu|transporteur|banque|vendeur|livreur ?@pron ?ont|a|avez|as|avait|avaient disait|disaient|dit|annoncait|promis|assure|pretend",
      "-ez nous|moi",
      "votre|ta banque|transporteur|navigateur|assurance|mutuelle",
      "vous devez|pouvez|devrez|pourrez", "ferme|fermee|annulee|annule|annules", "on m' a dit",
      "il parait|parait", "hier",
    ],
    refusals: [
      "@me ne|n' peux|pouvons|peut|sais|savons",
      "je|nous|on serai|serons|sera !de|chez|avec|en|a|la",
      "je|nous|on serai|serons|sera de !retour", "je|nous|on serai|serons|sera en !mesure|contact",
      "je|nous|on serai|serons|sera a !vos|votre|nouveau|meme|cote", "aurai|aurons|aura * ans",
      "@me ne|n' !manquerai|manquerons|manquons|manque ..7 pas|plus|jamais|rien|aucun|aucune|personne|guere|point",
      "vous|tu ne|n' ..8 pas|plus|jamais|rien|aucun|aucune", "@house ..4 ne|n' ..6 pas|plus|jamais",
      "-rai|-rons|-ra|-ront pas|plus|jamais|rien", "personne ne|n'",
      "nous|on verrons|verra ?bien|ca|cela|donc|alors $",
      "@me ?@pron refuse|refusons|refuserai|refuserons|refusera",
    ],
    hanging: [
      "des que|qu' !possible|je|nous|on",
      "des que|qu' je|nous|on !peux|pouvons|peut|pourrai|pourrons|le",
      "lorsque|lorsqu' *", "une fois que|qu'", "aussitot que|qu'", "^ quand *",
      "!demande|demander|demandons|sais|savoir|verifie|verifier|dis|dire|regarde|cherche|voir|exactement quand *",
    ],
    times: .french)
}

extension DueWords {
  static let french = DueWords(
    phrases: [
      "aujourd'hui": .day(0), "aujourd'hui meme": .day(0), "demain": .day(1),
      "apres demain": .day(2),
      "fin de journee": .dayEnd, "la fin de la journee": .dayEnd, "fin de la journee": .dayEnd,
      "ce soir": .today(nil), "cet apres midi": .today(1080), "ce matin": .today(720),
      "cette nuit": .today(nil), "ce midi": .today(720), "dans la journee": .day(0),
      "matin": .part(720), "midi": .part(720), "apres midi": .part(1080), "soir": .part(nil),
      "dans la matinee": .part(720), "dans l' apres midi": .part(1080),
      "dans la soiree": .part(nil),
      "lundi": .weekday(0), "mardi": .weekday(1), "mercredi": .weekday(2), "jeudi": .weekday(3),
      "vendredi": .weekday(4), "samedi": .weekday(5), "dimanche": .weekday(6), "janvier": .month(1),
      "fevrier": .month(2), "mars": .month(3), "avril": .month(4), "mai": .month(5),
      "juin": .month(6),
      "juillet": .month(7), "aout": .month(8), "septembre": .month(9), "octobre": .month(10),
      "novembre": .month(11), "decembre": .month(12), "cette semaine": .week(0),
      "fin de semaine": .week(0), "fin de la semaine": .week(0), "la fin de semaine": .week(0),
      "la fin de la semaine": .week(0), "la semaine prochaine": .week(1),
      "semaine prochaine": .week(1),
      "fin de la semaine prochaine": .week(1), "fin de semaine prochaine": .week(1),
      "la semaine qui vient": .week(1),
      "week end": .weekend, "weekend": .weekend, "ce week end": .weekend, "ce weekend": .weekend,
      "ce mois": .monthEnd(0), "ce mois ci": .monthEnd(0), "fin du mois": .monthEnd(0),
      "fin de mois": .monthEnd(0), "la fin du mois": .monthEnd(0), "le mois prochain": .monthEnd(1),
      "mois prochain": .monthEnd(1), "fin du mois prochain": .monthEnd(1),
      "fin du trimestre": .quarterEnd, "la fin du trimestre": .quarterEnd,
      "fin de l' annee": .yearEnd, "la fin de l' annee": .yearEnd, "fin d' annee": .yearEnd,
      "paques": .easter, "noel": .christmas, "une demi heure": .minutes(30),
      "demi heure": .minutes(30), "un quart d' heure": .minutes(15), "l' heure": .minutes(60),
      "une heure et demie": .minutes(90),
      "bientot": .vague, "des que possible": .vague, "au plus vite": .vague, "sous peu": .vague,
      "prochainement": .vague, "rapidement": .vague, "tout de suite": .vague,
      "immediatement": .vague, "quelques jours": .vague, "les prochains jours": .vague,
      "les jours qui viennent": .vague, "les jours a venir": .vague, "les meilleurs delais": .vague,
      "quelques heures": .vague, "quelques semaines": .vague, "quelques minutes": .vague,
      "apres les vacances": .vague, "apres les fetes": .vague, "d' ici la": .vague,
      "au plus tot": .vague, "les prochaines semaines": .vague, "sans tarder": .vague,
    ],
    numbers: [
      "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
      "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "quinze": 15, "vingt": 20,
      "trente": 30, "quarante": 40,
    ],
    units: [
      "minute": .minute, "minutes": .minute, "min": .minute, "heure": .hour, "heures": .hour,
      "h": .hour, "j": .day, "jour": .day, "jours": .day, "semaine": .week, "semaines": .week,
      "quinzaine": .fortnight, "mois": .month,
    ],
    lead: words(
      "d' ici avant sous dans en au a le la les l' des pour vers jusqu' jusqu'a plus tard pendant durant de un delai du courant ce"
    ),
    within: words("dans sous en ici d' delai"),
    filling: words("les prochaines prochains un delai de d' environ moins des la"),
    clock: words("a vers avant pour"), hour: words("h heures heure"), before: words("avant"),
    until: words("ici pour"), joining: words("a de du au , la le vers dans l' avant plus tard"),
    next: words("prochain prochaine"), nextIsNextWeek: false, monthDay: words("le l' au"),
    working: words("ouvres ouvrables ouvre ouvrable"), halves: ["+et demie": 30],
    later: ["en huit": 7, "en quinze": 14], relations: ["apres": 1, "avant": -1],
    now: words("aujourd'hui"), ends: [], clause: .french,
    edges: table([.beginning, .middle, .end], "debut, milieu|mi, fin|la fin"),
    negation: .french)
}
