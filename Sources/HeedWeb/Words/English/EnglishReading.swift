extension ReadingWords {
  static let english = ReadingWords(
    title: "How this is read",
    readBy: { who in "Read so by \(who). Your correction is kept, and learnt from." },
    aMember: "one of you",
    theDesk: "the desk",
    what: "What it is",
    unsure: "not sure",
    keep: "Keep this reading")
}
