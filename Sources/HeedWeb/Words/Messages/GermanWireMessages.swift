/// The way out: what could not be asked, and why.
extension MessageWords {
  static let germanWire: Room = [
    "Port %1 is not for the web. It was not asked.":
      "Port %1 ist nicht für das Web. Er wurde nicht gefragt.",
    "Port %1 is not for this. It was not asked.":
      "Port %1 ist nicht dafür da. Er wurde nicht gefragt.",
    "%1 is a name of a private network. If it is yours, add it to the allowed hosts.":
      """
    %1 ist ein Name in einem privaten Netz. Ist es eures, nimm ihn unter die erlaubten Server auf.
    """,
    """
    %1 is of your own network, and somebody else named it. It was not asked. If others may lead the desk there, name it \
    in hosts.linked.
    """:
      """
    %1 gehört zu eurem eigenen Netz, und jemand anderes hat es genannt. Dort wurde nicht gefragt. Dürfen andere den \
    Desk dorthin führen, nenne es unter hosts.linked.
    """,
    "%1 is a name of a private network. It was not asked.":
      "%1 ist ein Name in einem privaten Netz. Dort wurde nicht gefragt.",
    """
    %1 is not on the public internet (%2). It was not asked. If it is a host of yours, add it to \
    the allowed hosts.
    """:
      """
    %1 steht nicht im öffentlichen Internet (%2). Dort wurde nicht gefragt. Ist es ein Server \
    von euch, nimm ihn unter die erlaubten Server auf.
    """,
    "The address of %1 could not be found in time.":
      "Die Adresse von %1 ließ sich nicht rechtzeitig finden.",
    "The address of %1 could not be found at the moment.":
      "Die Adresse von %1 lässt sich im Augenblick nicht finden.",
    "There is no host called %1. Check how it is written.":
      "Es gibt keinen Server namens %1. Prüfe, wie er geschrieben wird.",
    "The desk is stopping. Nothing was asked.":
      "Der Schreibtisch wird beendet. Es wurde nichts gefragt.",
    "%1 sent more headers than anybody needs.": "%1 schickte mehr Kopfzeilen, als jemand braucht.",
    "%1 sent its answer packed in a way that was not asked for.":
      "%1 schickte die Antwort anders verpackt als erbeten.",
    "%1 closed the stream.": "%1 hat den Strom geschlossen.",
    "What %1 sends there is no stream of events.": "Was %1 dort schickt, ist kein Ereignisstrom.",
    "What %1 sends is no stream of texts.": "Was %1 schickt, ist kein Textstrom.",
    "%1 would not open a stream (%2).": "%1 wollte keinen Strom öffnen (%2).",
    "%1 cannot be reached at the moment.": "%1 ist im Augenblick nicht zu erreichen.",
    "What %1 sent is larger than %2 bytes. It was not kept.":
      "Was %1 schickte, ist größer als %2 Byte. Es wurde nicht behalten.",
    "What %1 sent unpacks to more than was asked for.":
      "Was %1 schickte, ist entpackt größer als erbeten.",
    "%1 has been silent for too long. The connection was closed.":
      "%1 schwieg zu lange. Die Verbindung wurde geschlossen.",
    "The certificate of %1 was made out to somebody else.":
      "Das Zertifikat von %1 ist auf jemand anderen ausgestellt.",
    "The certificate of %1 is not good.": "Das Zertifikat von %1 ist nicht gültig.",
    "The proxy does not lead to %1.": "Der Proxy führt nicht zu %1.",
    "The proxy wants a name and a password that it knows.":
      "Der Proxy will einen Namen und ein Passwort, die er kennt.",
    "%1 could not agree on an encrypted connection.":
      "Mit %1 kam keine verschlüsselte Verbindung zustande.",
    "%1 did not answer in time.": "%1 antwortete nicht rechtzeitig.",
    "The connection to %1 broke before the answer was whole.":
      "Die Verbindung zu %1 brach ab, bevor die Antwort vollständig war.",
    "The connection to %1 broke. The desk opens it again.":
      "Die Verbindung zu %1 brach ab. Der Schreibtisch öffnet sie wieder.",
    "What %1 answered makes no sense.": "Was %1 antwortete, ergibt keinen Sinn.",
    "%1 leads from page to page without end.": "%1 führt ohne Ende von Seite zu Seite.",
    "%1 leads to an address that is none. %2": "%1 führt zu einer Adresse, die keine ist. %2",
    "%1 leads away from the web.": "%1 führt aus dem Web hinaus.",
    """
    %1 leads to an unencrypted address. With a sign-in the desk does not follow there.
    """:
      """
    %1 führt zu einer unverschlüsselten Adresse. Mit einer Anmeldung folgt der Schreibtisch \
    dorthin nicht.
    """,
    "A header of the request cannot be written. Nothing was sent.":
      "Eine Kopfzeile der Anfrage lässt sich nicht schreiben. Es wurde nichts gesendet.",
    "The request could not be written.": "Die Anfrage ließ sich nicht schreiben.",
    "%1 asked us to wait. The desk asks again by itself.":
      "%1 bat uns zu warten. Der Schreibtisch fragt von selbst wieder.",
    "%1 has not been answering. The desk tries it again by itself.":
      "%1 hat zuletzt nicht geantwortet. Der Schreibtisch versucht es von selbst wieder.",
    "That is no web address. It has to begin with http:// or https://.":
      "Das ist keine Webadresse. Sie muss mit http:// oder https:// beginnen.",
    "The address has characters that no web address has.":
      "Die Adresse hat Zeichen, die keine Webadresse hat.",
    "The address carries a name or a password before the @. Leave that out.":
      "Die Adresse enthält vor dem @ einen Namen oder ein Passwort. Lass das weg.",
    "The address names no host that can be asked.":
      "Die Adresse nennt keinen Server, der sich fragen lässt.",
    "The address has a port that does not exist.":
      "Die Adresse hat einen Port, den es nicht gibt.",
  ]
}
