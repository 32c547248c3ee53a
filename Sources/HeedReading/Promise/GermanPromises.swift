extension PromiseTongue {
  static let german = PromiseTongue(
    language: "de",
    telling: """
      ich wir sie ihr du der die das den dem ein eine einen und ist sind nicht bis morgen heute am im \
      zum zur bei mit von fur es uns dir ihnen dich euch mir mich noch auch dann hat habe haben wird \
      werde werden was wie dass sich auf an aus vor nach bescheid versprochen zu als wenn
      """,
    classes: [
      "me": "ich wir",
      "tend": """
      kummere kummern sorge sorgen melde melden prufe prufen klare klaren schaue schau schauen \
      schicke schick schicken sende senden schreibe schreib schreiben frage frag fragen gebe geb \
      geben leite leiten rufe ruf rufen bringe bring bringen hole hol holen sage sag sagen \
      informiere informieren teile teilen bleibe bleiben suche suchen bessere bessern repariere \
      reparieren korrigiere korrigieren erstatte erstatten uberweise uberweisen losche loschen \
      tausche tauschen lege legen setze setzen stelle stellen nehme nehmen gehe gehen veranlasse \
      veranlassen berichte berichten antworte antworten behebe beheben bestelle bestellen \
      reserviere reservieren komme kommen mache mach machen mach spreche sprechen rede reden \
      entferne entfernen andere andern ersetze ersetzen hefte bestatige bestatigen ubernehme \
      ubernehmen zahle zahlen halte halten werfe werfen passe passen storniere stornieren
      """,
      "deed": "bescheid darum dafur nach weiter zuruck durch raus rein sofort gleich los ab an vor",
      "to": "ihnen dir euch sie dich deinen deine ihre ihren ihr dein",
      "idle": """
      bin sind war waren hoffe hoffen denke denken glaube glauben finde finden weiss wissen kann \
      konnen darf durfen muss mussen mochte mochten wurde wurden hatte hatten konnte konnten freue \
      freuen brauche brauchen wollte wollten sollte sollten offne offnen schliesse schliessen \
      wunsche wunschen habe haben hab verstehe verstehen feiern feiere bedauere bedauern arbeite \
      arbeiten sehe lese wohne wunsch schlage schlagen uberlege uberlegen will wollen soll sollen \
      fahre fahren werde werden mag mogen furchte vermute nehmen esse essen
      """,
      "house": "unser unsere unseren mein meine",
      "goods": """
      geld paket erstattung ruckerstattung ruckzahlung ersatz ersatzteil ersatzgerat bestellung \
      lieferung sendung gutschrift gutschein betrag karte karten ware artikel ticket tickets rechnung
      """,
      "others": "bank verkaufer paketdienst ministerium lieferant hersteller post",
    ],
    promises: [
      "@me @tend ..10 @deed", "@me @tend ..4 @to", "@tend @me ..10 @deed", "@tend @me ..4 @to",
      "@me @tend mich|uns|dir|ihnen|euch", "@tend @me mich|uns|dir|ihnen|euch",
      "@me werde|werden ..14 -en|-ern|-eln|tun", "werde|werden @me ..14 -en|-ern|-eln|tun",
      "^ @tend ..4 @to ..6 @deed", "^ @tend ?mich|uns ..6 @deed", "^ melde|melden mich|uns",
      "^ werde|werden ..10 -en", "dann @tend @me|bescheid",
      "@me verspreche|versprechen|garantiere|garantieren|sichern|versichere ?ihnen|dir|euch",
      "@house wort", "@me @tend es|das|den|die|ihn", "@tend @me es|das|den|die|ihn|gleich|sofort",
      "darum|dafur @tend @me", "@me kriege|kriegen das hin", "bin|sind dran",
      "@me bin|sind an der sache",
      "sie|du|ihr horen|horst|hort von mir|uns", "@me lasse|lassen sie|dich|euch|von|es|das",
      "@me lasse|lass ..6 wissen|zukommen", "@me tue|tun|tu mein|unser|alles|das|es",
      "@me achte|achten|schaue|sehe zu",
    ],
    dated: [
      "@me !@idle", "!@idle|und|dass|wenn|damit|da|weil|ob|als|, @me",
      "bin|sind @me ..6 bei|da|zuruck",
      "habe|haben @me ..8 fur|bei", "@me habe|haben ..8 fur|bei",
      "haben|bekommen|erhalten|kriegen sie|ihr", "hast|bekommst|kriegst|erhaltst du",
      "sie|ihr haben|bekommen|erhalten|habt|bekommt|horen",
      "du hast|bekommst|erhaltst|horst",
      "bekommt|bekommen|erhalt|erhalten|hat|haben ..2 ihr|dein|sie|du",
      "@house ..4 * ..8 @to|vorbei|zu|an|nach",
      "@house * kommt|schaut|meldet|ruft|bringt|pruft|schickt|misst|schreibt|wird|repariert|sieht",
      "@house * * kommt|schaut|meldet|ruft|bringt|pruft|schickt|misst|schreibt|wird|repariert|sieht",
      "kommt|schaut|meldet|ruft|bringt|pruft|schickt|misst|schreibt|repariert|wird @house|jemand",
      "ist|sind ..8 bei ihnen|dir|euch|ihrer", "jemand von|aus uns|unserem|unserer ..",
      "ist|sind|geht|gehen|lauft|laufen|kommt|wird|werden ..8 online|fertig|raus|repariert|behoben|korrigiert|wieder|zuruck|ersetzt|erledigt|bereit|erstattet|uberwiesen|geloscht|geliefert|verschickt|gestellt",
      "dafur stehe|stehen @me", "versprochen",
      "ihr|ihre|dein|deine|eure|euer ?* @goods ist|sind|liegt !seit|schon|bereits|noch ..",
      "ihr|ihre|dein|deine|eure|euer ?* @goods kommt|kommen|geht|gehen|trifft|treffen",
      "ihr|ihre|dein|deine|eure|euer ?* @goods wird|werden ..8 sein|ankommen|eintreffen|kommen|erreichen",
    ],
    never: [
      "vielleicht|eventuell|moglicherweise|normalerweise|gewohnlich|meistens|meist|ublicherweise|automatisch|hoffentlich|irgendwann|wahrscheinlich|vermutlich|angeblich",
      "in der regel", "von selbst|allein|alleine",
      "wie versprochen|immer|ublich|vereinbart|besprochen",
      "@me habe|haben|hab|hatte|hatten|bin|sind ..14 -t|-en $",
      "@me wollte|wollten|wurde|wurden|hatte|hatten|konnte|konnten|mochte|mochten|soll|sollten",
      "wurde|wurden|hatte|hatten|konnte|konnten @me",
      "^ wenn|falls|sofern sie|du|ihr|der|die|das|es|nicht|keine|kein",
      ", wenn|falls|sofern sie|du|ihr|es|der|die|das",
      "sie|er|du|ihr|die|man sagte|sagten|sagtest|meinte|meinten|wollte|wollten|versprach|versprachen|versprachst|hiess|behauptet|behauptete",
      "paketdienst|bank|verkaufer|lieferant|kollege sagte|meinte|versprach", "es hiess",
      "ihre|deine|eure bank|post|krankenkasse|versicherung|werkstatt",
      "ministerium|paketdienst|@others ..2 entscheidet|bringt|liefert|schickt|kommt",
      "@me ..3 frei|urlaub|krank|geschlossen|zu $",
      "habe|haben @me ..4 frei|urlaub|geschlossen|ruhetag|geoffnet",
      "habe|haben @me zeit", "habe|haben @me !keine|kein ..3 zeit",
      "@me habe|haben ..4 frei|urlaub|geschlossen|ruhetag|geoffnet|nachgefragt|geschickt",
      "offen $", "geschlossen|abgesagt|gesperrt|geoffnet", "mussen|musst|musst sie|du|ihr",
      "sie|du mussen|musst|sollten|konnen|kannst|durfen",
      "gestern|vorhin|eben|letzte|letzten|letzter", "@me offnen|offne|schliessen|schliesse|feiern",
      "das macht dann",
    ],
    refusals: [
      "@me kann|konnen|darf|durfen ..4 nicht|nichts|leider|keine|kein",
      "nehme|nehmen die|das|den|einen|eine|ein * $",
      "@me werde|werden ..12 !zuruck|da|ihnen|dir|euch|fertig|bereit sein $",
      "werde|werden @me ..12 !zuruck|da|ihnen|dir|euch|fertig|bereit sein $",
      // A farewell.
      "^ bis morgen|bald|dann|spater|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag $",
      "nicht !nur", "nicht $",
      "kein|keine|keinen|keiner|keinem|keinerlei|nie|niemals|niemand|nichts|weder",
      "werden|werde wir|ich ..2 sehen $", "wir|ich werden|werde ..2 sehen $",
      "mich|uns weigern", "weigere|weigern", "ablehnen $",
    ],
    hanging: [
      "sobald !ich|wir|moglich|wie", "sobald ich|wir !kann|konnen", "^ wenn *",
      ", wenn *",
    ],
    times: .german)
}

extension DueWords {
  static let german = DueWords(
    phrases: [
      "heute": .day(0), "heute noch": .day(0), "noch heute": .day(0), "morgen": .day(1),
      "ubermorgen": .day(2), "tagesende": .dayEnd, "ende des tages": .dayEnd, "feierabend": .dayEnd,
      "dienstschluss": .dayEnd, "geschaftsschluss": .dayEnd, "heute abend": .today(nil),
      "heute nacht": .today(nil), "heute nachmittag": .today(1080), "heute vormittag": .today(720),
      "heute mittag": .today(720), "heut abend": .today(nil), "fruh": .part(720),
      "morgens": .part(720), "vormittag": .part(720), "vormittags": .part(720),
      "mittag": .part(720),
      "mittags": .part(720), "nachmittag": .part(1080), "nachmittags": .part(1080),
      "abend": .part(nil), "abends": .part(nil), "nacht": .part(nil),
      "montag": .weekday(0), "dienstag": .weekday(1), "mittwoch": .weekday(2),
      "donnerstag": .weekday(3), "freitag": .weekday(4), "samstag": .weekday(5),
      "sonnabend": .weekday(5), "sonntag": .weekday(6), "januar": .month(1), "janner": .month(1),
      "februar": .month(2), "marz": .month(3), "april": .month(4), "mai": .month(5),
      "juni": .month(6),
      "juli": .month(7), "august": .month(8), "september": .month(9), "oktober": .month(10),
      "november": .month(11), "dezember": .month(12), "diese woche": .week(0),
      "dieser woche": .week(0), "ende der woche": .week(0), "ende dieser woche": .week(0),
      "wochenende hin": .week(0), "nachste woche": .week(1), "nachster woche": .week(1),
      "kommende woche": .week(1), "kommender woche": .week(1), "ende nachster woche": .week(1),
      "der nachsten woche": .week(1), "nachsten woche": .week(1), "ubernachste woche": .week(2),
      "ubernachster woche": .week(2), "ubernachsten woche": .week(2),
      "wochenende": .weekend, "dieses wochenende": .weekend,
      "diesen monat": .monthEnd(0), "ende des monats": .monthEnd(0), "monatsende": .monthEnd(0),
      "ende dieses monats": .monthEnd(0), "nachsten monat": .monthEnd(1),
      "kommenden monat": .monthEnd(1), "ende nachsten monats": .monthEnd(1),
      "nachsten monats": .monthEnd(1), "ende des quartals": .quarterEnd,
      "quartalsende": .quarterEnd,
      "ende des jahres": .yearEnd, "jahresende": .yearEnd, "dieses jahr": .yearEnd,
      "ostern": .easter,
      "weihnachten": .christmas, "einer halben stunde": .minutes(30), "halben stunde": .minutes(30),
      "einer viertelstunde": .minutes(15), "viertelstunde": .minutes(15),
      "der nachsten stunde": .minutes(60), "nachsten stunde": .minutes(60),
      "anderthalb stunden": .minutes(90), "bald": .vague, "in kurze": .vague, "demnachst": .vague,
      "so bald wie moglich": .vague, "sobald wie moglich": .vague, "so schnell wie moglich": .vague,
      "so schnell ich kann": .vague, "sobald ich kann": .vague, "baldmoglichst": .vague,
      "schnellstmoglich": .vague, "ein paar tagen": .vague, "paar tagen": .vague,
      "wenigen tagen": .vague, "den nachsten tagen": .vague, "nachsten tagen": .vague,
      "den nachsten wochen": .vague, "gleich": .vague, "sofort": .vague, "umgehend": .vague,
      "zeitnah": .vague, "nach den ferien": .vague, "bis dahin": .vague, "ein paar wochen": .vague,
      "ein paar stunden": .vague, "ein paar minuten": .vague,
    ],
    numbers: [
      "ein": 1, "eine": 1, "einer": 1, "einem": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4,
      "funf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwolf": 12,
      "vierzehn": 14, "funfzehn": 15, "zwanzig": 20, "dreissig": 30,
    ],
    units: [
      "minute": .minute, "minuten": .minute, "min": .minute, "stunde": .hour, "stunden": .hour,
      "std": .hour, "h": .hour, "tag": .day, "tage": .day, "tagen": .day, "werktag": .workday,
      "werktage": .workday, "werktagen": .workday, "arbeitstagen": .workday,
      "arbeitstage": .workday, "woche": .week, "wochen": .week, "monat": .month, "monate": .month,
      "monaten": .month,
    ],
    lead: words(
      "bis spatestens am im in an zum zur vor um gegen uber innerhalb binnen noch den der dem die diesen dieses zu von ab"
    ),
    within: words("in innerhalb binnen"),
    filling: words("von den der nachsten kommenden etwa rund spatestens"),
    clock: words("um gegen bis vor ab"), hour: words("uhr h"), before: words("vor"),
    until: words("bis zum zur"),
    joining: words("um am im in der des , den dem gegen bis zum spatestens"),
    next: words("nachsten nachster nachste kommenden kommender"), nextIsNextWeek: true,
    monthDay: words("am zum den"), working: [],
    halves: ["halb": -30, "viertel nach": 15, "viertel vor": -15],
    later: [
      "in einer woche": 7, "in acht tagen": 7, "in zwei wochen": 14, "in vierzehn tagen": 14,
    ],
    relations: ["nach": 1, "ab": 1, "vor": -1], now: words("heute jetzt"),
    ends: words("ende monatsende jahresende quartalsende"), clause: .german,
    edges: table([.beginning, .middle, .end], "anfang|beginn, mitte, ende"),
    negation: .german)
}
