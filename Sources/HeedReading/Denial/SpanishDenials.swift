extension DenialTongue {
  static let spanish = DenialTongue(
    good: """
      bueno buena buenos buenas bien genial excelente perfecto perfecta contento contenta contentos feliz satisfecho \
      satisfecha satisfechos amable amables simpático simpática limpio limpia rico rica agradable bonito bonita \
      lindo linda útil divertido divertida interesante gusta gustó gustan gustado encanta encantó agrada agradó \
      recomendable convencido convence convenció maravilloso fan alegra justo cómodo cómoda guapo
      """,
    bad: """
      mal malo mala malos malas terrible horrible feo fea problema problemas queja quejas quejo quejar decepcionó \
      decepciona decepcionado decepcionada decepcionante sucio sucia caro cara aburrido aburrida peligro error \
      errores defecto defectos fallo fallos falla fallan fallaron grave odio culpa descontento arrepiento \
      incómodo molesta molesto desagradable tonto tonta falta inconveniente inconvenientes
      """,
    wanted: """
      funciona funcionó funcionan funcionaba sirve sirvió sirven ayuda ayudó ayudan ayudaron recomiendo \
      recomendaría recomendamos vale responde responden respondió contesta contestan atienden atendió
      """,
    better: "mejor mejores",
    worse: "peor peores",
    denying: "no ningún ninguna ninguno nunca jamás nada nadie sin tampoco ni apenas",
    isConcordant: true,
    more: "más",
    possible: "podría podía puede puedo podríamos pudo nada nunca jamás nadie",
    light: """
      yo tú él ella nosotros ustedes vosotros me te se le nos les lo la los las el un una unos es está están estoy \
      estamos estaba estuvo era fue fueron ser estar soy son sido he ha han hemos había tengo tenido tuve tuvimos \
      tiene tener quedé quedó quedamos muy tan tanto para nada mucho demasiado del todo realmente especialmente \
      que a al mi mis de con en esto eso este esta ese esa aquí hay más creo parece pareció solo sola ha sea hubo
      """,
    apart: ["no solo", "no sólo", "no solamente", "sin duda", "nada más", "no sé", "cómo no"],
    turning: ["todo menos", "falta de", "lejos de"],
    warm: [
      "puedo quejar", "puedo quejarme", "nada que objetar", "nada que reprochar", "sin queja",
      "nada mal",
      "no veo la hora", "puede pedir más", "se puede pedir más",
    ],
    harsh: [
      "no fue lo que", "no era lo que", "no es lo que", "nunca más", "nada bueno",
      "no es gran cosa",
      "no es para tanto", "no vale la pena",
    ])
}
