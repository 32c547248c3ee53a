import HeedModel
import HeedTopics

/// Words by which people ask after an answer: “hello?”, “any news?”. They express no wish and no complaint of their own, so
/// nothing is gathered from them alone.
enum Chasing {
  private static let words = Set(
    FoldedText(
      """
      hello hi hey good morning afternoon evening dear there anyone anybody somebody someone is are here so and but please \
      still waiting wait no any news update updates word answer answers answered reply replies response nothing yet again \
      bump ping up follow following on this it my question message i i'm am me for an a the you your have had has not \
      haven't ever thanks thank ok okay just checking check in back to get got did see read
      hallo moin servus guten tag morgen abend jemand da bitte immer noch warte ich wir warten auf eine die antwort keine \
      gibt es gibt's schon was etwas neues neuigkeiten irgendwelche rückmeldung und nochmal wieder meine frage nachricht \
      nichts gehört bisher mal nachfragen danke hat habt ihr das gelesen
      bonjour salut bonsoir allô allo quelqu'un il y a toujours encore pas de réponse des nouvelles une j'attends attends \
      s'il vous plaît svp rien et alors ma question mon message merci relance
      hola buenas buenos días tardes noches alguien hay ahí sigo esperando espero respuesta una la ninguna sin noticias \
      alguna novedad novedades por favor y mi pregunta mensaje todavía aún nada gracias
      olá oi bom boa dia tarde noite alguém aí está continuo à espera esperando resposta uma nenhuma sem notícias alguma \
      novidade novidades por favor e a minha pergunta mensagem ainda nada obrigado obrigada
      ciao salve buongiorno buonasera qualcuno c'è ancora aspetto attesa risposta una nessuna notizie novità per favore \
      il mio messaggio domanda mia grazie niente
      """
    ).indexTerms)

  /// Whether these search terms of a post say only that. Handles, links and signs beside them say nothing more.
  static func isAll(_ terms: [String]) -> Bool {
    let said = terms.filter { !$0.hasPrefix("_") && $0.contains(where: \.isLetter) }
    return !terms.isEmpty && said.allSatisfy(words.contains)
  }
}
