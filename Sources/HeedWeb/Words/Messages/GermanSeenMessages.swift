/// Who saw a post of ours.
extension MessageWords {
  static let germanSeen: Room = [
    "That post of ours is not here.": "Diesen Beitrag von uns gibt es hier nicht.",
    "Nobody tells how many people listen there.":
      "Niemand sagt, wie viele Menschen dort zuhören.",
    "Say in a few words where the numbers come from. Your team reads it here.":
      "Sag in wenigen Worten, woher die Zahlen kommen. Dein Team liest es hier.",
    "Give three numbers, the least first: shares between 0 and 100 in a hundred, times above 0.":
      "Gib drei Zahlen an, die kleinste zuerst: Anteile zwischen 0 und 100 von hundert, Zeiten über 0.",
    "Half-life: impressions of tweets have a median half-life of about 80 minutes (Pfeffer, Matter, Sargsyan, The Half-Life of a Tweet, ICWSM 2023); on one newsroom’s Mastodon account 74 in a hundred visits came on the first day, so up to 8 hours. Share: 1 to 5 in a hundred followers in published cases of 2014; what can be seen from outside says little about one post’s audience (Bernstein and others, Quantifying the Invisible Audience, CHI 2013), so the range is wide. Overlap and answers are the makers’ judgement.":
      """
    Halbwertszeit: Tweets haben die Hälfte ihrer Aufrufe im Mittel nach etwa 80 Minuten (Pfeffer, \
    Matter, Sargsyan, The Half-Life of a Tweet, ICWSM 2023); beim Mastodon-Konto einer Redaktion kamen \
    74 von hundert Besuchen am ersten Tag, also bis zu 8 Stunden. Anteil: 1 bis 5 von hundert, die folgen, in \
    veröffentlichten Fällen von 2014; was man von außen sieht, sagt wenig über das Publikum eines \
    Beitrags (Bernstein und andere, Quantifying the Invisible Audience, CHI 2013), deshalb ist die \
    Spanne weit. Überschneidung und Antworten sind das Urteil derer, die dies gebaut haben.
    """,
    "Half-life: of the visits that one newsroom’s Mastodon account brought, 74 in a hundred came on the first day and 88 by the second, which is a half-life of some 8 hours; people look before they visit, and impressions of tweets have one of about 80 minutes (Pfeffer, Matter, Sargsyan, The Half-Life of a Tweet, ICWSM 2023), so likely lies between the two. Share: 1 to 5 in a hundred followers in published cases of Twitter, 2014; what can be seen from outside says little about one post’s audience (Bernstein and others, Quantifying the Invisible Audience, CHI 2013), so the range is wide. Overlap and answers are the makers’ judgement.":
      """
    Halbwertszeit: Von den Besuchen, die das Mastodon-Konto einer Redaktion brachte, kamen 74 von hundert am ersten \
    Tag und 88 bis zum zweiten, also zur Hälfte nach etwa 8 Stunden; man sieht, bevor man besucht, und Tweets haben die \
    Hälfte ihrer Aufrufe nach etwa 80 Minuten (Pfeffer, Matter, Sargsyan, The Half-Life of a Tweet, ICWSM 2023), \
    deshalb liegt das Wahrscheinliche dazwischen. Anteil: 1 bis 5 von hundert, die folgen, in veröffentlichten Fällen \
    von Twitter, 2014; was man von außen sieht, sagt wenig über das Publikum eines Beitrags (Bernstein und andere, \
    Quantifying the Invisible Audience, CHI 2013), deshalb ist die Spanne weit. Überschneidung und Antworten sind das \
    Urteil derer, die dies gebaut haben.
    """,
    "Of Bluesky nothing published is known. Half-life: as of tweets, about 80 minutes (Pfeffer, Matter, Sargsyan, The Half-Life of a Tweet, ICWSM 2023), with a later end, for feeds that people choose show posts for longer. Share: 1 to 5 in a hundred followers in published cases of Twitter, 2014 (see also Bernstein and others, Quantifying the Invisible Audience, CHI 2013), so the range is wide. Overlap and answers are the makers’ judgement.":
      """
    Von Bluesky ist nichts veröffentlicht. Halbwertszeit: wie bei Tweets, etwa 80 Minuten (Pfeffer, Matter, Sargsyan, \
    The Half-Life of a Tweet, ICWSM 2023), mit späterem Ende, denn gewählte Feeds zeigen Beiträge länger. Anteil: 1 bis \
    5 von hundert, die folgen, in veröffentlichten Fällen von Twitter, 2014 (siehe auch Bernstein und andere, \
    Quantifying the Invisible Audience, CHI 2013), deshalb ist die Spanne weit. Überschneidung und Antworten sind das \
    Urteil derer, die dies gebaut haben.
    """,
    "Nothing published is known. A forum counts its readers itself; how fast they come between two counts, and after the last, is the makers’ judgement.":
      """
    Veröffentlicht ist nichts bekannt. Ein Forum zählt seine Leser selbst; wie schnell sie zwischen zwei Zählungen und \
    nach der letzten kommen, ist das Urteil derer, die dies gebaut haben.
    """,
  ]
}
