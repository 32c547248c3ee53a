extension HeardWords {
  static let german = HeardWords(
    title: "Was gesagt wird",
    narrow: "Liste eingrenzen",
    moreWords: "Ton, Thema, Ort, Sprache",
    who: "Gesprochen",
    what: "Was es ist",
    tone: "Ton",
    topic: "Thema",
    place: "Wo",
    language: "Sprache",
    quiet: "Bisher wurde nichts gehört. Neues kommt hier von selbst herein.",
    noMatch: "Auf nichts Gehörtes trifft all das zu.",
    all: "Alles zeigen",
    volume: { n, from, to in
      "\(Plural.german(n, "Ein Beitrag", "\(n) Beiträge")) gehört, \(from) bis \(to)"
    },
    asTable: "Als Tabelle",
    from: "Ab",
    posts: "Beiträge",
    trend: .german)
}
