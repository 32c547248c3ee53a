/// Tells whose time it is: that of the promise, or that of something beside it.
///
/// "the part you bought on 3 November", "the order from Monday", "when we open on Friday": none of these says when the
/// promise is due, and no day is better than a wrong one.
struct DueClause: Sendable {
  /// Stands before a time from which on, or after which, something is so: "from", "after", "since".
  private let behind: Set<String>
  /// Leads a time that tells which: "la commande du 3".
  private let which: Set<String>
  /// Before "of": "the end of Friday" is a time of its own.
  private let parts: Set<String>
  /// From one to another: "from Monday to Friday".
  let to: Set<String>
  /// Ends a clause, besides a comma: "and"; and what begins to speak of what is to come: "will".
  private let ends: Set<String>
  /// Only what is to come is said so, or only what is due: "tomorrow", "by".
  private let ahead: Set<String>
  /// A clause that a time at its end belongs to.
  private let clauses: [TokenPattern]
  /// One of what has been: no time that is only ahead belongs to it.
  private let past: [TokenPattern]
  /// Speaks for the promise all the same.
  private let own: [TokenPattern]
  /// A whole clause of what has been, whose verb stands at its end.
  private let whole: [TokenPattern]

  init(
    behind: String, which: String = "", parts: String = "", to: String, ends: String,
    ahead: String, classes: [String: String] = [:], clauses: [String], past: [String],
    own: [String] = [], whole: [String] = []
  ) {
    self.behind = DueWords.words(behind)
    self.which = DueWords.words(which)
    self.parts = DueWords.words(parts)
    self.to = DueWords.words(to)
    self.ends = DueWords.words(ends)
    self.ahead = DueWords.words(ahead)
    self.clauses = clauses.map { TokenPattern($0, classes) }
    self.past = past.map { TokenPattern($0, classes) }
    self.own = own.map { TokenPattern($0, classes) }
    self.whole = whole.map { TokenPattern($0, classes) }
  }

  /// Whether a time that stands there only tells from when on something is, or which thing is meant.
  func isBehind(_ tokens: [PromiseToken], _ start: Int, isPhrase: Bool) -> Bool {
    if !isPhrase, which.contains(tokens[start].bare) { return true }
    guard start > 0, behind.contains(tokens[start - 1].bare) else { return false }
    return start < 2 || !parts.contains(tokens[start - 2].bare)
  }

  /// Whether a time that stands there belongs to a clause beside the promise.
  func isBeside(_ tokens: [PromiseToken], _ start: Int, _ end: Int, isSpan: Bool) -> Bool {
    var first = start
    while first > 0, !tokens[first - 1].isComma, !ends.contains(tokens[first - 1].bare) {
      first -= 1
    }
    let before = Array(tokens[first..<start])
    if own.contains(where: { $0.matches(before) }) { return false }
    if clauses.contains(where: { $0.matches(before) }) { return true }
    let isAhead = isSpan || tokens[start..<end].contains { ahead.contains($0.bare) }
    if isAhead { return false }
    let last = tokens[end...].firstIndex(where: \.isComma) ?? tokens.count
    let clause = Array(tokens[first..<last])
    return past.contains { $0.matches(before) } || whole.contains { $0.matches(clause) }
  }
}

extension DueClause {
  static let english = DueClause(
    behind: "from after since of past rather",
    parts: "end close rest course evening morning afternoon",
    to: "to until till through", ends: "and but then will 'll shall ll going",
    ahead: "tomorrow tmrw tmr tomoz next coming tonight by until till within",
    classes: [
      "who": "you i we they he she it",
      "did": """
      -ed bought sent paid made got wrote told said came went was were had did gave took found lost \
      left saw heard spoke met brought broke 've put read
      """,
      "placed":
        "ordered placed bought made paid received booked reported written dated issued sent",
      "is":
        "arrives comes is are goes leaves starts opens ends takes runs falls -ed came went was were",
    ],
    clauses: [
      "who|which|whose|whom ..10 $", "!sure|ensure|promise|guarantee|confirm|see that @is ..8 $",
      "!out|check|ask|see when|once ..10 $", "^ when|once ..10 $", "soon as ..10 $",
    ],
    past: [
      "!have|get|getting|having|see|make|keep|find|need|want @who ?have|had|has|'d ?just|also|already|both @did ..6 $",
      "what|where|why|how|whether|if|when|that @did ..8 $",
      "what|where|why|how|whether|if|when ..10 $",
      "^ ?so|as|since|because @who ?just|also|already|both @did ..6 $",
      "!have|get|getting|having|be|been|is|are|it @placed ..4 $",
    ],
    own: ["have|get|getting|having|be|been ..4 @placed ..3 $"])

  static let german = DueClause(
    behind: "nach vom seit statt anstatt", which: "ab von", to: "bis",
    ends: "und aber oder sondern",
    ahead: "morgen ubermorgen bis kommenden kommende nachsten nachste",
    classes: [
      "which":
        "der die das den dem denen deren dessen welche welcher welches welchen was wer wo wen wem",
      "who": "du sie ihr wir ich er es man uns mir dir ihnen sich euch ihn mich",
      "wrote": """
      schrieben schriebst schriebt fragten fragtest bestellten bestelltest kauften kauftest baten \
      meldeten meldetest riefen sagten schickten bekamen bekamst zahlten
      """,
      "written": """
      geschrieben gefragt bestellt gekauft bezahlt angerufen gemeldet gebeten bekommen erhalten \
      geschickt gesagt gebucht
      """,
      "when": "nachdem sobald wenn als bevor falls weil ob warum wann wieso obwohl seitdem",
    ],
    clauses: [
      "^ ?mit|von|zu|bei|fur|auf|in|an|uber|aus @which @who ..12 $",
      "was|wer|wo|wann|ob|warum @who ..10 $", "^ @when ..12 $", "^ das|was|wer $",
      "sobald|nachdem|bevor|wenn @who ..10 $",
    ],
    past: ["^ sie|du|ihr|ich|wir @wrote ..6 $"],
    whole: ["^ sie|du|ihr|ich|wir haben|hast|habt|habe ..10 @written $"])

  static let french = DueClause(
    behind: "apres depuis lieu", which: "du de", to: "a au jusqu' jusqu'a", ends: "et mais puis",
    ahead: "demain prochain prochaine dans sous ici avant",
    clauses: [
      "qui|dont|lorsque|quand|lorsqu' ..10 $", "des|apres|une|aussitot ?fois que|qu' ..10 $",
    ],
    past: [
      "que|qu'|pourquoi|comment|si|s' ..12 $", "^ vous|tu|j'|nous ?m'|nous avez|as|ai|avons ..6 $",
    ],
    own: [
      "que|qu' ..8 -rai|-rons|-rez|-ras|-ra|-ront ..8 $", "a ce que|qu' ..10 $",
      "pour|afin|sorte que|qu' ..10 $",
    ])

  static let spanish = DueClause(
    behind: "desde tras vez lugar", which: "del de", to: "a al hasta", ends: "y pero o",
    ahead: "manana proximo proxima dentro antes viene", clauses: ["quien|cuando|cuanto ..10 $"],
    past: [
      "que|donde|como|si|qué ..12 $",
      "^ ?usted|tu ?me|nos escribio|escribiste|pidio|pediste|pidiste|compro|compraste|pregunto|ha|has|pago ..6 $",
    ],
    own: [
      "como ?muy|mas|mucho|maximo ?tarde|tardar ..2 $",
      "que ..8 -ré|-remos|-rá|-rán|-rás|voy|vamos ..8 $", "para|de|hacer que ..10 $",
    ])

  static let portuguese = DueClause(
    behind: "desde apos vez lugar", which: "de da do", to: "a ao ate", ends: "e mas ou",
    ahead: "amanha proximo proxima dentro antes ate daqui vem", clauses: ["quem|quando ..10 $"],
    past: [
      "que|onde|como|se ..12 $",
      "^ ?voce ?me|nos escreveu|pediu|comprou|encomendou|perguntou|pagou|recebeu|ligou ..6 $",
    ],
    own: ["que ..8 -rei|-remos|-rá|-rão|vou|vamos ..8 $", "para|de que ..10 $"])
}
