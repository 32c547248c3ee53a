extension Phrasebook {
  static let portuguese = Phrasebook(
    language: "pt", days: ["segunda", "terça", "quarta", "quinta", "sexta", "sábado"],
    openings: [
      .order: [
        "{shop} a minha encomenda {order} está “em preparação” há {n} semanas. Está a ser tricotada?",
        "{shop} cobraram duas vezes a encomenda {order}. Podem ver isso, por favor?",
      ],
      .delivery: [
        "{shop} a caixa da {model} chegou aberta e falta a campainha. O que faço?",
        "{shop} prometeram entrega para {day}. Fiquei em casa o dia todo e ninguém apareceu.",
      ],
      .brakes: [
        "{shop} os travões da {model} chiam tanto que os cães da rua respondem. É normal?",
        "{shop} o travão de trás ficou mole numa descida. Assustei-me a sério. Posso andar com ela?",
      ],
      .ebike: [
        "{shop} a bateria da {model} diz que está cheia e morre ao fim de {n} km. Tem oito meses."
      ],
      .hours: ["{shop} estão abertos no {day}? O site diz uma coisa e a porta diz outra."],
      .page: [
        "{shop} o site diz que a {model} tem travões hidráulicos. A minha tem cabos. Alguém se enganou, e não fui eu."
      ],
      .praise: [
        "{shop} a moça da oficina ficou até mais tarde só para eu poder voltar pedalando. Obrigada de coração."
      ],
      .wish: ["{shop} já pensaram em alugar a bicicleta de carga à hora? Eu era cliente amanhã."],
      .workshop: ["{shop} a minha {model} está convosco desde {day}. Tenho saudades. Há notícias?"],
    ],
    about: [
      .ebike: ["Alguém tem a {model} da Corner Bikes? Aguenta as subidas de {town}? #cornerbikes"],
      .praise: [
        "A Corner Bikes arranjou-me o furo e não quis dinheiro. Ainda há gente boa. #cornerbikes"
      ],
      .price: ["A Corner Bikes aumentou a revisão outra vez. Percebo, mas podiam ter avisado."],
    ],
    daily: [
      .food: ["Fiz sopa para {n}. Somos dois. Paciência. #comida"],
      .football: ["{n} remates e nenhum golo. Envelheci hoje. #futebol"],
      .cats: ["O gato dormiu em cima do teclado e mandou um mail ao chefe. #gatos"],
      .weather: ["Chove de lado em {town}. O guarda-chuva desistiu primeiro. #tempo"],
      .music: ["O vizinho aprende trombone. Uma nota, mas com convicção. #música"],
      .garden: ["Nasceram os feijões! Todos os {n}! #jardim"],
      .trains: ["O comboio atrasou {n} minutos e o revisor pediu desculpa em verso. #comboios"],
    ],
    lines: [
      .detail: [
        "Claro: é a encomenda {order}, de {day}, e a bicicleta é a {model}.",
        "Desde {day}, sobretudo de manhã. Posso mandar foto.",
      ],
      .solved: [
        "Resolvido, obrigada! Foi mais fácil do que pensei.",
        "Já está tudo bem. Obrigado, a sério.",
      ],
      .thanks: ["Obrigada, ajuda muito.", "Que simpático, obrigado!"],
      .waiting: ["Está bem, espero até lá. Obrigada por dizerem quando."],
      .promised: ["Disseram que me respondiam. Escapou-me alguma coisa?"],
      .still: [
        "Obrigada, mas não foi bem isso que perguntei. O que faço agora?",
        "Já tentei isso. E agora?",
      ],
      .softened: ["Pronto, desculpas aceites. E como resolvemos?"],
      .angry: ["Isso não é resposta.", "Então agora a culpa é minha? Paguei por uma bicicleta."],
      .leaving: ["Esqueçam. Devolvam-me o dinheiro e pronto."],
      .repeated: ["Já escreveram isso, palavra por palavra. Está aí alguém?"],
      .hurt: ["Uau. Eu perguntei com educação."],
      .finally: ["Até que enfim.", "Demorou, mas chegou."],
      .nudge: ["{shop} está aí alguém?", "{shop} por favor, alguém pode ver isto?"],
      .noticed: ["Olha, não pensei que lessem isto! Obrigado pela resposta."],
      .aside: [
        "A mim aconteceu o mesmo. Aperta o parafuso debaixo da manete.",
        "Calma, eles são lentos mas são bons.",
      ],
      .gasp: ["Eles disseram mesmo isto?"],
      .corrects: ["Desculpem, isso não é verdade.", "Isso está errado, infelizmente."],
      .mended: ["Obrigada por corrigirem. Nem toda a gente o faz."],
      .chat: ["Ah ah, igual.", "Conta mais!", "Guarda-me um bocadinho."],
      .added: ["(Edição: já está resolvido.)"],
    ])
}
