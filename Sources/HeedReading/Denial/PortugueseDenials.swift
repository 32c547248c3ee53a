extension DenialTongue {
  static let portuguese = DenialTongue(
    good: """
      bom boa bons boas bem ótimo ótima excelente perfeito perfeita feliz felizes contente contentes satisfeito \
      satisfeita satisfeitos simpático simpática simpáticos gentil amável limpo limpa agradável bonito bonita \
      lindo linda útil divertido divertida interessante gosto gostei gostamos gostou adorei amei legal delicioso \
      saboroso fã convenceu convencido recomendável maravilhoso justo animado animada educado atencioso
      """,
    bad: """
      mal mau má maus más ruim ruins péssimo péssima horrível terrível feio feia problema problemas queixa queixas \
      queixar reclamação reclamações reclamar desiludiu desilude desiludido desiludida decepcionou decepciona \
      decepcionado decepcionada dececionou sujo suja caro cara chato chata erro erros defeito defeitos falha falhas \
      falhou falham falharam grave ódio odeio arrependi arrependo triste desagradável insatisfeito
      """,
    wanted: """
      funciona funcionou funcionam funcionava presta prestam ajuda ajudou ajudam ajudaram recomendo recomendaria \
      recomendamos vale valeu responde respondem respondeu responderam serve servem atende atendem
      """,
    better: "melhor melhores",
    worse: "pior piores",
    denying: "não nao nem nunca nenhum nenhuma jamais nada ninguém sem tampouco",
    isConcordant: true,
    more: "mais",
    possible: "podia poderia pode posso podíamos nada nunca jamais ninguém",
    light: """
      eu tu ele ela nós vocês você me te se lhe nos o a os as um uma é está estão estou estamos estava esteve era \
      foi foram ser estar sou são sido tem tenho tive tivemos teve tinha ter fiquei ficou ficamos há havia houve \
      muito tão tanto assim nada mesmo lá realmente especialmente que de da do com em no na isto isso este esta esse \
      essa aqui mais acho achei parece pareceu só único única para minha meu
      """,
    apart: [
      "não só", "não apenas", "não somente", "sem dúvida", "nada mais", "não sei", "não é só",
      "como não",
    ],
    turning: ["tudo menos", "falta de", "longe de"],
    warm: [
      "posso queixar", "posso reclamar", "posso me queixar", "nada a apontar", "nada a reclamar",
      "nada mal", "não vejo a hora", "sem reclamações", "nada a dizer",
    ],
    harsh: [
      "não era o que", "não foi o que", "não é o que", "nunca mais volto", "nunca mais compro",
      "nada bom", "não é grande coisa",
      "não foi grande coisa", "não vale a pena",
    ])
}
