/// The terms of `has:` that follow from the rest of a document; `TermTable.none` where nobody asks.
struct Carried {
  let link: TermID
  let tag: TermID
  let mention: TermID
  let media: TermID
  let question: TermID

  init(_ table: borrowing TermTable) {
    link = table.find(.fact(.has, "link"))
    tag = table.find(.fact(.has, "tag"))
    mention = table.find(.fact(.has, "mention"))
    media = table.find(.fact(.has, "media"))
    question = table.find(.fact(.has, "question"))
  }
}

extension TermMarks {
  mutating func markCarried(_ document: borrowing DocumentReader, for topics: CompiledTopics) {
    let carried = topics.carried
    if document.hasLink, carried.link != TermTable.none { mark(carried.link) }
    if document.hasTag, carried.tag != TermTable.none { mark(carried.tag) }
    if document.hasMention, carried.mention != TermTable.none { mark(carried.mention) }
    if document.hasMedia, carried.media != TermTable.none { mark(carried.media) }
    if document.isQuestion, carried.question != TermTable.none { mark(carried.question) }
  }
}
