/// What people may ask of what is kept about them, and a member's voice.
extension MessageWords {
  static let germanRights: Room = [
    "Type the whole address: a handle with its place, a mail address or the address of a page.":
      "Gib die ganze Adresse ein: einen Namen mit seinem Ort, eine Mailadresse oder die Adresse einer Seite.",
    "That is the address of a place that you listen to or speak from, and nobody's own.":
      "Das ist die Adresse eines Ortes, dem ihr zuhört oder an dem ihr sprecht, und niemandes eigene.",
    "Choose which of those who are called so is meant.":
      "Wähle, wer von denen gemeint ist, die so heißen.",
    "Nobody here is called so any more.": "Niemand heißt hier mehr so.",
    "They spoke to you and have a page. Do it there.":
      "Sie sprachen mit euch und haben eine Seite. Tu es dort.",
    "Somebody joined or parted their handles meanwhile. Look once more at who would be erased.":
      "Inzwischen hat jemand Namen zusammengeführt oder getrennt. Schau noch einmal, wer gelöscht würde.",
    "There is nobody here who could be erased.": "Hier ist niemand, der gelöscht werden könnte.",
    "A legal hold stands for another %1 days: nothing of them may go before. Nothing was erased.":
      "Noch %1 Tage gilt eine Aufbewahrungspflicht: Vorher darf nichts von ihnen gehen. Nichts wurde gelöscht.",
    "%1 asked not to be written to. You can answer once they write to you again; your draft is kept.":
      "%1 bat, nicht angeschrieben zu werden. Du kannst antworten, sobald wieder etwas von dort kommt; dein Entwurf bleibt.",
    "Say which law or claim it is, in a sentence. They read it when they ask.":
      "Sag in einem Satz, welches Gesetz oder welcher Anspruch es ist. Sie lesen es, wenn sie fragen.",
    "Give a number of days, between 1 and 3650.": "Gib eine Zahl von Tagen an, von 1 bis 3650.",
    "Give a number of days, between 1 and 90.": "Gib eine Zahl von Tagen an, von 1 bis 90.",
    "Give a number of days, between 1 and %1.": "Gib eine Zahl von Tagen an, von 1 bis %1.",
    "There is nobody of this number here.": "Unter dieser Nummer ist hier niemand.",
    "A legal hold stands already. Lift it first to set another.":
      "Es gilt schon eine Aufbewahrungspflicht. Beende sie zuerst, um eine andere festzulegen.",
    "Write the reason in a sentence. You sign it, and they read it.":
      "Schreib den Grund in einem Satz. Du zeichnest ihn, und sie lesen ihn.",
    "There is nobody of this number who could speak.":
      "Unter dieser Nummer ist niemand, der sprechen könnte.",
    "You cannot restrict yourself. Another lead can, with a reason that you read.":
      "Dich selbst kannst du nicht einschränken. Eine andere Leitung kann es, mit einem Grund, den du liest.",
    "A restriction stands already. Lift it first to set another.":
      "Es gilt schon eine Einschränkung. Beende sie zuerst, um eine andere festzulegen.",
    "Your own restriction is lifted by another lead.":
      "Deine eigene Einschränkung beendet eine andere Leitung.",
    "%1 asked you not to speak for now: “%2” It ends by itself within %3 days. Your draft is kept.":
      "%1 bat dich, vorerst nicht zu sprechen: „%2“ Das endet von selbst binnen %3 Tagen. Dein Entwurf bleibt.",
    "Say what for, in a sentence. Everybody can read it.":
      "Sag in einem Satz, wofür. Alle können es lesen.",
    "There is a rule for this already.": "Dafür gibt es schon eine Regel.",
    "That page is not on the server where its author signs in. Give the address that the post has there.":
      """
    Diese Seite liegt nicht auf dem Server, bei dem ihr Verfasser sich anmeldet. Gib die Adresse an, \
    die der Beitrag dort hat.
    """,
    "There were many tries from your network. Wait a quarter of an hour, then go on.":
      "Aus deinem Netz kamen viele Versuche. Warte eine Viertelstunde, dann geht es weiter.",
    "You told us much within a short time. All of that is kept, this is not. Wait a quarter of an hour, then say it again.":
      "Du hast uns in kurzer Zeit viel gesagt. All das ist behalten, dies nicht. Warte eine Viertelstunde und sag es dann noch einmal.",
    "That is only a part of a handle. Write it whole, with its place: @ana@bolha.example on Mastodon, Lemmy and forums, @ana.bsky.social on Bluesky, ana@mail.example for mail. For GitHub, Hacker News and other places, write the address of your page there, such as https://github.com/ana.":
      "Das ist nur ein Teil eines Namens. Schreib ihn ganz, mit seinem Ort: @ana@bolha.example auf Mastodon, Lemmy und in Foren, @ana.bsky.social auf Bluesky, ana@mail.example für Mail. Für GitHub, Hacker News und andere Orte schreib die Adresse deiner Seite dort, etwa https://github.com/ana.",
    "This is not here, or it was not said by you.":
      "Das ist nicht hier, oder es wurde nicht von dir gesagt.",
    "This is not taken back like that. Nothing was changed.":
      "Das wird nicht so zurückgenommen. Nichts wurde geändert.",
    "You had this several times just now. Wait a quarter of an hour, then go on.":
      "Das hattest du eben mehrmals. Warte eine Viertelstunde, dann geht es weiter.",
    "Type your handle, your mail address or the address of your page.":
      "Gib deinen Namen dort an, deine Mailadresse oder die Adresse deiner Seite.",
    "The half hour is over. Begin once more.": "Die halbe Stunde ist vorbei. Beginn noch einmal.",
    "The code was not found there. Check that it stands on that page, then try again.":
      "Der Code wurde dort nicht gefunden. Sieh nach, ob er auf der Seite steht, und versuch es wieder.",
    "That is no address of a page. Copy it from your browser, with https:// in front.":
      "Das ist keine Adresse einer Seite. Kopier sie aus deinem Browser, mit https:// davor.",
    "This conversation is not here, or it is not yours.":
      "Dieses Gespräch ist nicht hier, oder es ist nicht deins.",
    "This promise is not here, or it was not made to you.":
      "Dieses Versprechen ist nicht hier, oder es wurde nicht dir gegeben.",
    "These words are not here, or they are not yours.":
      "Diese Worte sind nicht hier, oder es sind nicht deine.",
    "Choose a language from the list.": "Wähl eine Sprache aus der Liste.",
    "Somebody on the team read this and put it aside as spam. Write to us if that is wrong.":
      "Jemand aus dem Team las das und legte es als Spam beiseite. Schreib uns, wenn das falsch ist.",
    "This is not here, or it was not gathered from words of yours.":
      "Das ist nicht hier, oder es wurde nicht aus Worten von dir aufgenommen.",
    "Whoever wrote this said themselves what it is. Their word stands; nothing was changed.":
      "Wer das schrieb, sagte selbst, was es ist. Dieses Wort gilt; nichts wurde geändert.",
    "They said themselves that they did not ask for this. Gather it once they say it anew.":
      "Sie sagten selbst, nicht darum gebeten zu haben. Nimm es auf, wenn sie es von neuem sagen.",
    "What it stood on is gone, or they are one human by another way already. Nothing was changed.":
      "Worauf es beruhte, ist fort, oder sie sind auf anderem Weg schon ein Mensch. Nichts wurde geändert.",
    "Your own password you change yourself, under You.":
      "Dein eigenes Passwort änderst du selbst, unter „Du“.",
    "A name has between 1 and 100 letters.": "Ein Name hat von 1 bis 100 Zeichen.",
    "Nothing is kept here under a name of yours.":
      "Unter einem Namen von dir wird hier nichts aufbewahrt.",
    "The law has the desk keep what passed between you for another %1 days: “%2” Your wish is noted. Everything goes when that is over, and nobody needs to be asked again.":
      "Das Gesetz lässt den Schreibtisch noch %1 Tage aufbewahren, was zwischen euch war: „%2“ Dein Wunsch ist vermerkt. Alles geht, wenn das vorbei ist, und niemand muss noch einmal gefragt werden.",
    "That is no page that could point to others.":
      "Das ist keine Seite, die auf andere zeigen könnte.",
    "That is no mail address.": "Das ist keine Mailadresse.",
  ]
}
