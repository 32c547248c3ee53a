extension PromiseTongue {
  static let spanish = PromiseTongue(
    language: "es",
    telling: """
      el la los las un una y es de del que en por para con no se le te les lo su sus tu nuestro nuestra \
      mi al como si ya muy esta este manana hoy antes hasta usted ustedes pero a yo nos me ha han hemos \
      llamo llamamos vamos voy semana lunes martes miercoles jueves viernes encargo aviso
      """,
    classes: [
      "pron": "le les te os lo la los las me nos se no ya tambien",
      "tend": """
      mando envio llamo escribo pregunto aviso miro reviso llevo devuelvo cuento digo respondo \
      contesto encargo ocupo confirmo informo paso publico arreglo busco compruebo consulto hablo \
      pido subo traigo preparo guardo reservo mantengo cambio corrijo reenvio hago doy prometo \
      garantizo comprometo reparo quito borro pongo veo averiguo traslado comunico tramito \
      gestiono reembolso abono cancelo explico recojo entrego sustituyo reclamo anoto apunto \
      comento verifico sigo vuelvo
      """,
      "us": """
      mandamos enviamos llamamos escribimos preguntamos avisamos miramos revisamos llevamos \
      devolvemos contamos decimos respondemos contestamos encargamos ocupamos confirmamos \
      informamos pasamos publicamos arreglamos buscamos comprobamos consultamos hablamos pedimos \
      subimos traemos preparamos guardamos reservamos mantenemos cambiamos corregimos hacemos \
      damos prometemos garantizamos comprometemos reparamos quitamos borramos ponemos vemos \
      averiguamos trasladamos tramitamos gestionamos reembolsamos abonamos cancelamos entregamos \
      sustituimos verificamos
      """,
      "goods":
        "paquete reembolso dinero pedido envio devolucion repuesto pieza factura tarjeta entrega abono vale entradas",
      "house": "nuestro nuestra nuestros nuestras mi mis",
      "past": "ayer anoche anteayer anteanoche",
    ],
    promises: [
      "-ré", "!no|nada -remos|-aremos", "^ -remos",
      "voy|vamos a ?@pron -ar|-er|-ir|-arlo|-arla|-arle|-arte|-irlo|-irla|-irle|-erlo|-erla|-erle|-irte|-erte|-arlos|-irlos|-arles",
      "me|nos encargo|encargamos|ocupo|ocupamos|comprometo|comprometemos|pongo|ponemos",
      "le|les|te|os|se ?lo|la|los @tend", "le|les|te|os @us",
      "^ @us ..6 ahora|ya|enseguida|inmediatamente",
      "@tend ..6 y|, ?le|te|les|os @tend|@us|cuento", "lo|la|los|las @tend|@us",
      "^ @tend ..4 a|con|en|al ..4 y ?le|te|les @tend",
      "prometo|prometemos|garantizo|garantizamos ?que|-ar|-er|-ir", "mi|nuestra palabra",
      "cuente|cuenta con ello",
      "^ ahora mismo @tend|@us",
      "tendra|tendras|recibira|recibiras|sabra|sabras ..8 mi|mia|mias|mio|nuestra|nuestras|nuestro|nosotros",
      "tendré|estaré|haré",
    ],
    dated: [
      "@tend", "@us", "tendra|tendras|recibira|recibiras|sabra|sabras|tendran|recibiran ..",
      "@house ..4 -rá|-rán", "@house ..4 pasa|va|viene|llama|envia|llega ..",
      "estara|estaran|quedara|quedaran ..3 listo|lista|listos|listas|arreglado|arreglada|corregido|corregida|resuelto|resuelta|reparado|disponible|online|linea|funcionando|casa",
      "su|tu|sus|tus ?* @goods -rá|-rán|llega|llegan|sale|salen", "alguien de ..",
      "le|les|te llegara|llegaran|contestara|contestaran|escribira|llamara",
      "prometido", "tiene|tienes|tendra ..3 aqui|respuesta|noticias|ahi",
    ],
    never: [
      "quiza|quizas|acaso|automaticamente|normalmente|generalmente|habitualmente|probablemente|posiblemente|supuestamente",
      "tal vez", "por lo general", "a lo mejor",
      "solo|sola|solos $", "se -a|-e|-ará solo|sola",
      "como prometi|prometimos|siempre|acordamos|prometido", "@past",
      "semana|mes|ano|vez|lunes|martes|miercoles|jueves|viernes|sabado|domingo pasado|pasada",
      "esperamos|espero -ar|-er|-ir|que",
      "no se si|cuando|que|donde",
      "he|hemos|habia|habiamos|habria|habriamos -ado|-ido|-to|-cho",
      "habría|sería|podría|haría|diría|tendría|querría|llamaría|gustaría|debería|-ríamos",
      "acabo|acabamos de", "^ si !no", ", si usted|no|se|el|la|es|quiere|quieres|lo|me|nos",
      "ellos|él|ella|usted|banco|transportista|vendedor|dijo|dijeron|dijiste|prometieron|prometio|decian|decia ..3 que",
      "dijo|dijeron|dijiste|prometieron|decia|decian",
      "su|tu banco|aseguradora|navegador|transportista", "ministerio|ayuntamiento|gobierno",
      "^ traiga|espere|avise|llame|escriba|mande|envie|diga|digame|avisenos|diganos|dinos|traiganos",
      "cerrado|cerrada|cancelado|cancelada|cerramos|abrimos|cierra|abre",
      "debe|debes|tiene|tienes que", "suele|suelen|solemos", "de vacaciones|libre",
      "me alegro|alegra|gustaria",
      "seré sincero|honesto|sincera|breve|franco",
    ],
    refusals: [
      "no puedo|podemos|sé|sabemos",
      "estaré|estaremos cerrado|cerrada|cerrados|cerradas|abierto|abiertos|abiertas|fuera|ausente|ausentes",
      "estaré|estaremos en !contacto|su|tu|vuestra|condiciones",
      "estaré|estaremos de !vuelta|nuevo",
      "tendré|tendremos * anos",
      "no|nunca|jamas|tampoco|nada ?@pron ?@pron ?@pron -ré|-remos|voy|vamos|@tend|@us",
      "nuestro|nuestra|nuestros|nuestras ..4 no|nunca", "nadie ..3 -rá", "^ ya ?lo veremos $",
      "^ veremos $",
      "vamos a ver $", "me|nos niego|negamos|negare|negaremos", "rechazaré|rechazaremos",
    ],
    hanging: [
      "en cuanto !pueda|podamos|me|nos|sea", "tan pronto como !pueda|podamos|sea", "una vez que",
      "^ cuando *",
      "!pregunto|preguntamos|preguntar|saber|miro|miramos|ver|digo|compruebo|averiguo|exactamente cuando *",
    ],
    times: .spanish)
}

extension DueWords {
  static let spanish = DueWords(
    phrases: [
      "hoy": .day(0), "hoy mismo": .day(0), "manana": .day(1), "manana mismo": .day(1),
      "pasado manana": .day(2), "final del dia": .dayEnd, "fin del dia": .dayEnd,
      "esta noche": .today(nil), "esta tarde": .today(nil), "esta manana": .today(720),
      "este mediodia": .today(720), "por la manana": .part(720), "al mediodia": .part(720),
      "mediodia": .part(720), "por la tarde": .part(nil), "por la noche": .part(nil),
      "a primera hora": .part(720), "primera hora": .part(720), "a ultima hora": .part(nil),
      "lunes": .weekday(0), "martes": .weekday(1), "miercoles": .weekday(2), "jueves": .weekday(3),
      "viernes": .weekday(4), "sabado": .weekday(5), "domingo": .weekday(6), "enero": .month(1),
      "febrero": .month(2), "marzo": .month(3), "abril": .month(4), "mayo": .month(5),
      "junio": .month(6), "julio": .month(7), "agosto": .month(8), "septiembre": .month(9),
      "setiembre": .month(9), "octubre": .month(10), "noviembre": .month(11),
      "diciembre": .month(12), "esta semana": .week(0), "final de la semana": .week(0),
      "fin de la semana": .week(0), "finales de semana": .week(0), "final de semana": .week(0),
      "la semana que viene": .week(1), "semana que viene": .week(1), "la proxima semana": .week(1),
      "proxima semana": .week(1), "la semana proxima": .week(1), "semana proxima": .week(1),
      "final de la semana que viene": .week(1), "finales de la semana que viene": .week(1),
      "final de la proxima semana": .week(1), "fin de semana": .weekend,
      "este fin de semana": .weekend, "este mes": .monthEnd(0), "fin de mes": .monthEnd(0),
      "final de mes": .monthEnd(0), "finales de mes": .monthEnd(0), "final del mes": .monthEnd(0),
      "fin del mes": .monthEnd(0), "el mes que viene": .monthEnd(1), "mes que viene": .monthEnd(1),
      "proximo mes": .monthEnd(1), "el proximo mes": .monthEnd(1),
      "final del trimestre": .quarterEnd,
      "fin del trimestre": .quarterEnd, "fin de ano": .yearEnd, "final de ano": .yearEnd,
      "finales de ano": .yearEnd, "final del ano": .yearEnd, "pascua": .easter,
      "semana santa": .easter,
      "navidad": .christmas, "navidades": .christmas, "media hora": .minutes(30),
      "un cuarto de hora": .minutes(15), "la proxima hora": .minutes(60),
      "una hora y media": .minutes(90),
      "pronto": .vague, "en breve": .vague, "cuanto antes": .vague, "lo antes posible": .vague,
      "enseguida": .vague, "ahora mismo": .vague, "inmediatamente": .vague, "unos dias": .vague,
      "pocos dias": .vague, "los proximos dias": .vague, "proximos dias": .vague,
      "unas horas": .vague, "unas semanas": .vague, "las proximas semanas": .vague,
      "unos minutos": .vague, "despues de las vacaciones": .vague, "tan pronto como pueda": .vague,
      "en cuanto pueda": .vague, "en cuanto podamos": .vague, "un par de dias": .vague,
      "para entonces": .vague, "lo mas pronto posible": .vague, "proximamente": .vague,
    ],
    numbers: [
      "un": 1, "una": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
      "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "quince": 15,
      "veinte": 20, "treinta": 30,
    ],
    units: [
      "minuto": .minute, "minutos": .minute, "min": .minute, "hora": .hour, "horas": .hour,
      "h": .hour, "dia": .day, "dias": .day, "semana": .week, "semanas": .week,
      "quincena": .fortnight, "mes": .month, "meses": .month,
    ],
    lead: words(
      "antes del de aqui el la los las en para a al hasta dentro sobre mas tardar durante este esta un plazo por no"
    ),
    within: words("en dentro plazo aqui"),
    filling: words("de las los proximas proximos unas un plazo maximo menos"),
    clock: words("a las la sobre"), hour: words("h horas hrs"), before: words("antes"),
    until: words("para hasta"), joining: words("a las la de del el , por al antes los"),
    next: words("proximo proxima siguiente"), nextIsNextWeek: false, monthDay: words("el dia del"),
    working: words("habiles laborables habil laborable"), halves: ["+y media": 30],
    later: ["en ocho dias": 7, "en una semana": 7, "en quince dias": 14],
    relations: ["despues": 1, "antes": -1], now: words("hoy"), ends: [],
    clause: .spanish,
    edges: table(
      [.beginning, .middle, .end],
      "principio|principios|inicio|inicios|comienzo|comienzos, mediados, final|finales|fin|fines"),
    negation: .spanish)
}
