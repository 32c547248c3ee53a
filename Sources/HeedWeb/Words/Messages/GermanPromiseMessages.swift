/// Promises.
extension MessageWords {
  static let germanPromises: Room = [
    "Your reply does not say that any more. Look at what it promises once more.":
      "Deine Antwort sagt das nicht mehr. Sieh noch einmal nach, was sie verspricht.",
    "That reply was taken back: nobody was promised anything.":
      "Diese Antwort wurde zurückgenommen: Niemandem wurde etwas versprochen.",
    "There is no such promise, or it is not yours to see.":
      "Dieses Versprechen gibt es nicht, oder es ist nicht für dich.",
    "They said so themselves, on their side of the desk. Their word stands.":
      "Sie haben es selbst gesagt, auf ihrer Seite des Schreibtischs. Ihr Wort gilt.",
    "This promise ended already. Reopen it first.":
      "Dieses Versprechen ist schon beendet. Öffne es zuerst wieder.",
    "When it is due is for whoever promised it to say.":
      "Wann es fällig ist, sagt, wer es versprochen hat.",
    "Choose the reply that kept it.": "Wähle die Antwort, die es gehalten hat.",
    "Choose the words in which they say that it was broken.":
      "Wähle die Worte, in denen sie sagen, dass es gebrochen wurde.",
  ]
}
