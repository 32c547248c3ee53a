/// Bluesky.
extension MessageWords {
  static let germanBluesky: Room = [
    "Bluesky": "Bluesky",
    "Everything said on Bluesky": "Alles, was auf Bluesky gesagt wird",
    """
    %1 tells the desk everything that is said there in public. Your words are not told to anybody. \
    %2 is asked for the names of those whose posts are kept.
    """:
      """
    %1 sagt dem Schreibtisch alles, was dort öffentlich gesagt wird. Deine Wörter erfährt niemand. \
    %2 wird nach den Namen derer gefragt, deren Beiträge behalten werden.
    """,
    """
    All public posts as they are written; only what one of your topics finds is kept, so make one of “%1”. \
    Their pages can be opened to answer there.
    """:
      """
    Alle öffentlichen Beiträge, sobald sie geschrieben sind; behalten wird nur, was eines deiner Themen findet, \
    also mach „%1“ zu einem. Ihre Seiten lassen sich öffnen, um dort zu antworten.
    """,
    "Bluesky has nothing called “%1” to hear.":
      "Bei Bluesky gibt es nichts namens „%1“ zu hören.",
    "No Jetstream server is configured. Name one in “bluesky.jetstream”, then start anew.":
      "Kein Jetstream-Server ist eingestellt. Nenne einen in „bluesky.jetstream“ und starte neu.",
    "%1 did not tell what is said as a Jetstream server does.":
      "%1 sagte nicht weiter, was gesagt wird, wie es ein Jetstream-Server tut.",
    """
    The desk was away for longer than %1 keeps what was said. What was said on Bluesky meanwhile is missing; \
    it goes on from here.
    """:
      """
    Der Schreibtisch war länger weg, als %1 aufhebt, was gesagt wurde. Was derweil auf Bluesky gesagt wurde, fehlt; \
    von hier an geht es weiter.
    """,
  ]
}
