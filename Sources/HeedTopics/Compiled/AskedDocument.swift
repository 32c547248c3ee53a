/// What a running match may need of the document besides its marks.
///
/// The reader lies behind a pointer, so that looking at it again and again asks for no permission
/// at run time.
final class AskedDocument {
  let reader: UnsafeMutablePointer<DocumentReader>
  private var facts: TopicDocument.Facts?
  private var prepared: PreparedDocument?

  init() {
    reader = .allocate(capacity: 1)
    reader.initialize(to: DocumentReader())
  }

  deinit {
    reader.deinitialize(count: 1)
    reader.deallocate()
  }

  /// Reads a document; `keepsFacts` where some step has no program.
  func read(
    _ text: UnsafeBufferPointer<UInt8>, _ facts: borrowing TopicDocument.Facts, signs: UInt64,
    keepsFacts: Bool
  ) {
    reader.pointee.read(text, facts, signs: signs)
    if keepsFacts {
      prepared = nil
      self.facts = copy facts
    }
  }

  /// What was written from one token to another.
  func isWritten(_ place: TermMarks.Place, as wanted: ExactSpelling) -> Bool {
    let tokens = reader.pointee.tokens.buffer.tokens
    let first = tokens[Int(place.firstToken)]
    let last = tokens[Int(place.lastToken)]
    return reader.pointee.withSegment(first.segment) { bytes in
      wanted.fits(UnsafeBufferPointer(rebasing: bytes[Int(first.start)..<Int(last.end)]))
    }
  }

  /// For the few steps that have no program.
  func fulfils(_ step: Program.Step) -> Bool {
    if prepared == nil {
      let text = String(decoding: reader.pointee.text, as: UTF8.self)
      prepared = PreparedDocument(TopicDocument(text, facts ?? TopicDocument.Facts()))
    }
    return prepared?.fulfils(step) == true
  }
}
