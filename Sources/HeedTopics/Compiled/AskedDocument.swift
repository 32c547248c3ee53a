/// What a running match may still need of the document besides its marks.
final class AskedDocument {
  var reader = DocumentReader()
  var about = TopicDocument.Facts()
  private var prepared: PreparedDocument?

  func read(_ text: UnsafeBufferPointer<UInt8>, _ about: TopicDocument.Facts, signs: UInt64) {
    prepared = nil
    reader.read(text, about, signs: signs)
    self.about = about
  }

  /// What was written from one token to another.
  func isWritten(_ place: TermMarks.Place, as wanted: ExactSpelling) -> Bool {
    let first = reader.tokens.buffer.tokens[Int(place.firstToken)]
    let last = reader.tokens.buffer.tokens[Int(place.lastToken)]
    return reader.withSegment(first.segment) { bytes in
      wanted.fits(UnsafeBufferPointer(rebasing: bytes[Int(first.start)..<Int(last.end)]))
    }
  }

  /// For the few steps that have no program.
  func fulfils(_ step: Program.Step) -> Bool {
    if prepared == nil {
      let text = String(decoding: reader.text, as: UTF8.self)
      prepared = PreparedDocument(TopicDocument(text, about))
    }
    return prepared?.fulfils(step) == true
  }
}
