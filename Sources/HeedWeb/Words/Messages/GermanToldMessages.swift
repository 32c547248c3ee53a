extension MessageWords {
  static let germanTold: Room = [
    "This browser gave no address that pushes can go to.":
      "Dieser Browser hat keine Adresse genannt, an die Push gehen kann.",
    "Twenty browsers are told already. Take one of them off the list first.":
      "Zwanzig Browsern wird schon etwas gesagt. Nimm zuerst einen von der Liste.",
    "This browser is told nothing any more.": "Diesem Browser wird nichts mehr gesagt.",
    "Give a time of day, such as 9:00.": "Gib eine Uhrzeit an, etwa 9:00.",
    "The desk was stopped while this mail was on its way.":
      "Der Schreibtisch wurde angehalten, als diese Mail unterwegs war.",
    "“%1” is no host of a mail server.": "„%1“ ist kein Name eines Mailservers.",
    "“%1” is no mail address to write from.":
      "„%1“ ist keine Mailadresse, von der aus geschrieben werden kann.",
    "The mail server could not be reached.": "Der Mailserver war nicht zu erreichen.",
  ]
}
