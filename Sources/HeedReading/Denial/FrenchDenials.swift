extension DenialTongue {
  static let french = DenialTongue(
    good: """
      bon bonne bons bonnes bien super génial géniale top content contente contents heureux heureuse satisfait \
      satisfaite satisfaits aimable gentil gentille sympa propre agréable parfait parfaite excellent excellente \
      beau belle joli jolie utile drôle intéressant intéressante formidable ravi ravie convaincu convaincue aimé \
      aime adoré adore apprécié apprécie plu plaît délicieux professionnel poli fan cool fameux ouf idéal \
      extraordinaire impressionné
      """,
    bad: """
      mal mauvais mauvaise horrible nul nulle déçu déçue déçus décevant décevante problème problèmes souci soucis \
      plainte plaintes moche sale ennuyeux ennuyeuse cher chère regretté regrette grave méchant méchante \
      mécontent mécontente insatisfait erreur erreurs défaut défauts bête désagréable malheureux déçoit déception \
      reproche
      """,
    wanted: """
      marche marchait marchent fonctionne fonctionnait fonctionnent aide aidé recommande recommanderai recommander \
      conseille vaut répond répondent répondu sert efficace normal
      """,
    better: "mieux meilleur meilleure",
    worse: "pire",
    denying: "pas jamais rien aucun aucune sans ni guère",
    denyingAfterNe: "plus personne",
    reachingBack: "pas plus jamais rien guère",
    isConcordant: true, elides: true,
    more: "plus",
    possible: "pourrait pourrais peux peut pouvait rien jamais",
    light: """
      je tu il elle on nous vous ils elles ce c'est est suis es sommes êtes sont était étais étaient été être a ai \
      as avons avez ont avait eu avoir ça cela la le les un une des de du très trop si du tout vraiment \
      particulièrement spécialement toujours autant aussi non ne y en qui que me te se lui seul seule moindre fait \
      été fut trouve trouvé à avec ici même dire vraiment franchement dans par moi toi
      """,
    apart: [
      "pas seulement", "pas que", "sans doute", "pas encore", "pas sûr", "pas sûre", "rien que",
      "comment ne pas",
    ],
    turning: ["tout sauf", "loin de"],
    warm: [
      "rien à redire", "rien à dire", "pas mal", "pas me plaindre", "pas à me plaindre",
      "rien à reprocher",
      "sans reproche", "pas de refus",
    ],
    harsh: [
      "pas terrible", "pas ce que", "plus jamais", "jamais plus", "pas grand chose", "rien de bon",
      "pas folichon",
    ])
}
