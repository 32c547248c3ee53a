extension Phrasebook {
  static let spanish = Phrasebook(
    language: "es", days: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
    openings: [
      .order: [
        "{shop} mi pedido {order} lleva {n} semanas «en preparación». ¿Lo están tejiendo?",
        "{shop} del pedido {order} me llegó un pedal. Uno. Tengo dos pies.",
      ],
      .delivery: [
        "{shop} la caja de la {model} llegó rota y falta el timbre. ¿Qué hago?",
        "{shop} dijeron que entregaban el {day}. Pedí el día libre y no vino nadie.",
      ],
      .brakes: [
        "{shop} los frenos de mi {model} chillan tanto que contestan los perros. ¿Tiene arreglo?",
        "{shop} tercera vez en su taller por el mismo freno. Tercera.",
      ],
      .ebike: [
        "{shop} la pantalla de la {model} dice E{n} y el manual no dice nada. ¿Qué es E{n}?"
      ],
      .hours: [
        "{shop} ¿abren este {day}? La puerta, la página y el teléfono no se ponen de acuerdo."
      ],
      .page: [
        "{shop} su página dice que abren los domingos. Fui con dos niños y una rueda pinchada. No abren los domingos."
      ],
      .praise: [
        "{shop} mi padre tiene 81 años y vuelve a pedalear gracias a ustedes. Lloramos todos un poco."
      ],
      .wish: [
        "{shop} ¿y si dejaran una bomba de aire fuera cuando cierran? Medio {town} los bendeciría."
      ],
      .price: [
        "{shop} ¿cuánto cuesta ahora la revisión completa? Encontré tres precios en su página."
      ],
    ],
    about: [
      .order: [
        "¿A alguien le ha llegado un pedido de Corner Bikes en la semana que decían? Pregunto por mis guardabarros."
      ],
      .praise: ["En Corner Bikes los mecánicos tararean. Todos en el mismo tono. #cornerbikes"],
      .hours: ["¿Alguien sabe si Corner Bikes abre el {day}? Su página es literatura."],
    ],
    daily: [
      .food: ["Hice sopa para {n}. Somos dos. Bueno. #comida"],
      .football: ["{n} tiros y ningún gol. Hoy he envejecido. #fútbol"],
      .cats: ["La gata ha decidido que los bolígrafos son del suelo. #gatos"],
      .books: [
        "Leí {n} páginas y me di cuenta de que ya lo había leído. Me gustó las dos veces. #libros"
      ],
      .garden: ["¡Han salido las judías! ¡Las {n}! #jardín"],
      .trains: ["{n} minutos de retraso, pero el revisor lo contó en verso. #trenes"],
      .weather: ["Viento en {town}. He visto volar una paella. #tiempo"],
      .music: ["El vecino ensaya el trombón. Una nota, pero con fe. #música"],
    ],
    lines: [
      .detail: [
        "Claro: es el pedido {order}, del {day}, y la bici es la {model}.",
        "Desde el {day}, sobre todo por la mañana.",
      ],
      .solved: [
        "¡Resuelto, gracias! No esperaba que fuera tan fácil.",
        "Ya funciona. Muchas gracias, de verdad.",
      ],
      .thanks: ["Gracias, eso ayuda mucho.", "Qué amables, gracias."],
      .waiting: ["De acuerdo, espero hasta entonces. Gracias por decir cuándo."],
      .promised: ["Dijeron que me avisarían. ¿Me lo perdí?"],
      .still: [
        "Gracias, pero no es lo que pregunté. ¿Qué hago ahora?", "Ya lo probé y sigue igual.",
      ],
      .softened: ["Bueno, disculpas aceptadas. ¿Cómo lo arreglamos?"],
      .angry: [
        "Eso no es una respuesta.",
        "¿Así que ahora es culpa mía? Pagué una bicicleta, no una clase.",
      ],
      .leaving: ["Déjenlo. Devuélvanme el dinero y ya está."],
      .repeated: ["Eso ya lo escribieron, palabra por palabra. ¿Hay alguien ahí?"],
      .hurt: ["Vaya. Yo pregunté con educación."],
      .finally: ["Por fin.", "Han tardado lo suyo."],
      .nudge: ["{shop} ¿hay alguien?", "{shop} por favor, ¿alguien puede mirar esto?"],
      .noticed: ["¡Anda! No pensé que leyeran esto. Gracias por contestar."],
      .aside: [
        "A mí me pasó. Aprieta el tornillo de la maneta, un cuarto de vuelta.",
        "Ten paciencia, son lentos pero buenos.",
      ],
      .gasp: ["¿De verdad han dicho eso?"],
      .corrects: ["Lo que escribieron no es cierto. Corríjanlo, por favor."],
      .mended: ["Gracias por corregirlo. No todo el mundo lo hace."],
      .chat: ["Ja, igual aquí.", "¡Cuenta más!", "Guárdame un poco."],
      .added: ["(Edito: ya está resuelto.)"],
    ])
}
