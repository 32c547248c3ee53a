extension PromiseTongue {
  static let portuguese = PromiseTongue(
    language: "pt",
    telling: """
      o a os as um uma e de do da dos das que em no na nos nas por para com nao se lhe te lhes seu sua \
      ao aos voce voces nosso nossa meu minha ate amanha hoje antes depois mais ja foi esta isso vou \
      vamos semana segunda terca quarta quinta sexta fim dias sao mas como me
      """,
    classes: [
      "pron": "lhe lhes te vos o a os as me nos se ja tambem nao",
      "tend": """
      ligo envio mando escrevo pergunto aviso verifico vejo dou digo respondo levo trago devolvo \
      trato garanto confirmo passo falo peco guardo conto informo procuro corrijo encaminho publico \
      retorno faco prometo comprometo reparo retiro apago ponho averiguo comunico reembolso cancelo \
      explico recolho entrego substituo anoto reenvio atualizo consulto reservo mantenho mudo \
      troco arranjo resolvo volto encarrego
      """,
      "us": """
      ligamos enviamos mandamos escrevemos perguntamos avisamos verificamos vemos damos dizemos \
      respondemos levamos trazemos devolvemos tratamos garantimos confirmamos passamos falamos \
      pedimos guardamos contamos informamos procuramos corrigimos encaminhamos publicamos \
      retornamos fazemos prometemos reparamos retiramos apagamos pomos reembolsamos cancelamos \
      entregamos substituimos atualizamos consultamos reservamos mantemos mudamos trocamos \
      arranjamos resolvemos pintamos voltamos tiramos
      """,
      "goods":
        "reembolso dinheiro encomenda pedido pacote devolucao envio entrega peca fatura cartao vale bilhete bilhetes",
      "house": "nosso nossa nossos nossas meu minha",
      "past": "ontem anteontem passado passada",
    ],
    promises: [
      "-rei", "-remos", "vou|vamos ?@pron -ar|-er|-ir|por",
      "me|nos encarrego|encarregamos|comprometo|comprometemos",
      "@tend lhe|lhes|te|vos", "@us lhe|lhes|te|vos", "lhe|lhes|te|vos @tend|@us",
      "trato|tratamos disso|do|da|de",
      "@tend ..6 e ?te|lhe @tend|@us|digo|conto", "@us ..6 e ?te|lhe @tend|@us",
      "^ @us ..6 ja|agora|imediatamente",
      "^ @tend ?isso|com|a|o|no|na|ao ..6",
      "prometo|prometemos|garanto|garantimos ?que|-ar|-er|-ir", "minha|nossa palavra",
      "pode contar comigo|connosco|conosco",
      "tera|recebera|sabera ..8 mim|minha|nos|nossa|meu|nosso",
      "deixa|deixe comigo|connosco|conosco", "fico de -ar|-er|-ir", "ficamos de -ar|-er|-ir",
      "faco|fazemos questao",
    ],
    dated: [
      "@tend", "@us", "-amos|-emos|-imos", "tera|terao|recebera|receberao|sabera|tem ..",
      "@house ..4 -rá|-rão|passa|vai|liga|envia|chega|mede|escreve|visita|responde|vem ..",
      "chega|chegam|chegara lhe|te|ai",
      "estara|estarao|ficara|ficarao|fica|ficam ..3 pronto|pronta|prontos|prontas|corrigido|corrigida|resolvido|resolvida|reparado|disponivel|online|linha|ar|arranjado",
      "seu|sua|teu|tua|seus|suas ?* @goods -rá|-rão|chega|chegam|sai|saem|vai",
      "alguem da|de|do ..", "prometido", "vai|vao receber|ter",
    ],
    never: [
      "talvez|automaticamente|normalmente|geralmente|habitualmente|provavelmente|possivelmente|supostamente|porventura",
      "por norma", "em geral|principio",
      "sozinho|sozinha|sozinhos|sozinhas", "como prometi|prometemos|prometido|sempre|combinado",
      "@past",
      "esperamos|espero -ar|-er|-ir|que",
      "tinha|tinhamos|teria|teriamos|tenho|temos -ado|-ido|-to", "-ria|-ríamos",
      "acabo|acabamos de", "^ se !nao", ", se voce|o|a|nao|quiser|for|me|nos",
      "disse|disseram|dizia|diziam|prometeu|prometeram|disseste|falou|falaram",
      "seu|sua|teu|tua banco|seguradora|navegador|transportadora|operadora",
      "ministerio|governo|camara",
      "^ traga|espere|avise|ligue|escreva|mande|envie|diga|aguarde|responda",
      "fechado|fechada|cancelado|cancelada|fechamos|abrimos|abre|fecha|folga|ferias",
      "deve|deves|devem|tem|tens que|de", "costuma|costumam|costumamos|costumo",
      "gostaria|gostava|quer|queres que",
      "^ vai ver|correr", "seria|serei sincero|honesto|breve|sincera|franco",
      "somos|estamos|temos|podemos|queremos|sentimos|lamentamos|precisamos|agradecemos ..2 $",
    ],
    refusals: [
      "nao posso|podemos|sei|sabemos",
      "estarei|estaremos fechado|fechada|fechados|fechadas|aberto|abertos|abertas|fora|ausente|ausentes",
      "estarei|estaremos em !contacto|contato|sua|tua|vossa|condicoes",
      "estarei|estaremos na|no|nas|nos !sua|seu|tua|teu|vossa", "estarei|estaremos de !volta|novo",
      "terei|teremos * anos",
      "nao|nunca|jamais|nem|tampouco ?@pron ?@pron -rei|-remos|vou|vamos|@tend|@us|-amos|-emos|-imos",
      "@house ..4 nao|nunca", "ninguem ..3 -rá|vai", "^ veremos $", "vamos ver $",
      "me|nos recuso|recusamos", "recuso|recusamos|recusarei|recusaremos", "vou|vamos recusar",
    ],
    hanging: [
      "assim|logo que !puder|pudermos|possivel|me|nos|possa", "uma vez que", "^ quando *",
      "!pergunto|perguntamos|perguntar|saber|vejo|vemos|ver|digo|verifico|verificar|exatamente quando *",
    ],
    times: .portuguese)
}

extension DueWords {
  static let portuguese = DueWords(
    phrases: [
      "hoje": .day(0), "hoje mesmo": .day(0), "ainda hoje": .day(0), "amanha": .day(1),
      "depois de amanha": .day(2), "fim do dia": .dayEnd, "final do dia": .dayEnd,
      "esta noite": .today(nil), "hoje a noite": .today(nil), "esta tarde": .today(1080),
      "hoje a tarde": .today(1080), "esta manha": .today(720), "de manha": .part(720),
      "pela manha": .part(720), "ao meio dia": .part(720), "meio dia": .part(720),
      "a tarde": .part(1080), "de tarde": .part(1080), "a noite": .part(nil), "cedo": .part(720),
      "segunda": .weekday(0), "segunda feira": .weekday(0), "terca": .weekday(1),
      "terca feira": .weekday(1), "quarta": .weekday(2), "quarta feira": .weekday(2),
      "quinta": .weekday(3), "quinta feira": .weekday(3), "sexta": .weekday(4),
      "sexta feira": .weekday(4), "sabado": .weekday(5), "domingo": .weekday(6),
      "janeiro": .month(1), "fevereiro": .month(2), "marco": .month(3), "abril": .month(4),
      "maio": .month(5), "junho": .month(6), "julho": .month(7), "agosto": .month(8),
      "setembro": .month(9), "outubro": .month(10), "novembro": .month(11), "dezembro": .month(12),
      "esta semana": .week(0), "fim da semana": .week(0), "final da semana": .week(0),
      "semana que vem": .week(1), "a semana que vem": .week(1), "proxima semana": .week(1),
      "para a semana": .week(1), "fim da proxima semana": .week(1),
      "final da proxima semana": .week(1),
      "final da semana que vem": .week(1), "fim de semana": .weekend, "final de semana": .weekend,
      "este fim de semana": .weekend, "este mes": .monthEnd(0), "fim do mes": .monthEnd(0),
      "final do mes": .monthEnd(0), "mes que vem": .monthEnd(1), "proximo mes": .monthEnd(1),
      "fim do trimestre": .quarterEnd, "final do trimestre": .quarterEnd, "fim do ano": .yearEnd,
      "final do ano": .yearEnd, "pascoa": .easter, "natal": .christmas, "meia hora": .minutes(30),
      "um quarto de hora": .minutes(15), "proxima hora": .minutes(60),
      "uma hora e meia": .minutes(90),
      "em breve": .vague, "logo": .vague, "assim que possivel": .vague,
      "o mais rapido possivel": .vague,
      "quanto antes": .vague, "o quanto antes": .vague, "ja": .vague, "agora mesmo": .vague,
      "imediatamente": .vague, "alguns dias": .vague, "poucos dias": .vague, "uns dias": .vague,
      "proximos dias": .vague, "os proximos dias": .vague, "algumas horas": .vague,
      "algumas semanas": .vague, "proximas semanas": .vague, "depois das ferias": .vague,
      "assim que puder": .vague, "logo que possivel": .vague, "assim que pudermos": .vague,
      "ate la": .vague, "brevemente": .vague,
    ],
    numbers: [
      "um": 1, "uma": 1, "dois": 2, "duas": 2, "tres": 3, "quatro": 4, "cinco": 5, "seis": 6,
      "sete": 7, "oito": 8, "nove": 9, "dez": 10, "onze": 11, "doze": 12, "quinze": 15, "vinte": 20,
      "trinta": 30,
    ],
    units: [
      "minuto": .minute, "minutos": .minute, "min": .minute, "hora": .hour, "horas": .hour,
      "h": .hour, "dia": .day, "dias": .day, "semana": .week, "semanas": .week,
      "quinzena": .fortnight, "mes": .month, "meses": .month,
    ],
    lead: words(
      "ate daqui ao a o os as na no nas nos em antes do da das de dentro dia mais tardar para por durante este esta num prazo"
    ),
    within: words("em daqui dentro prazo no num nas nos"),
    filling: words("de um uma as os das dos proximas proximos prazo maximo menos cerca"),
    clock: words("as a ate pelas"), hour: words("h horas"), before: words("antes"),
    until: words("ate"), joining: words("as a de da do , na no ao pelas em"),
    next: words("proxima proximo"), nextIsNextWeek: false, monthDay: words("dia"),
    working: words("uteis util"), halves: ["+e meia": 30],
    later: ["a oito": 7, "a quinze": 14, "a oito dias": 7, "a quinze dias": 14],
    relations: ["depois": 1, "apos": 1, "antes": -1], now: words("hoje"), ends: [],
    clause: .portuguese,
    edges: table([.beginning, .middle, .end], "inicio|inicios|comeco, meados, fim|final|finais"),
    negation: .portuguese)
}
