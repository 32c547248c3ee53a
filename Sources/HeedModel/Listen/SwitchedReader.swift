/// A reader some of whose parts are switched off.
struct SwitchedReader: Reader {
  var reader: any Reader
  var off: Set<Reading.Part>

  var languages: [Reading.Part: Set<String>] { reader.languages }

  func read(_ text: String, declaredLanguage: String?) -> Reading {
    var reading = reader.read(text, declaredLanguage: declaredLanguage)
    if off.contains(.language) { reading.language = nil }
    if off.contains(.tone) { reading.tone = nil }
    if off.contains(.kind) { reading.kinds = [] }
    return reading
  }

  func kindsUnlessSpam(_ text: String, declaredLanguage: String?) -> Set<Reading.Kind> {
    off.contains(.kind) ? [] : reader.kindsUnlessSpam(text, declaredLanguage: declaredLanguage)
  }

  func explain(_ text: String, declaredLanguage: String?) -> ReadingReasons {
    var reasons = reader.explain(text, declaredLanguage: declaredLanguage)
    reasons.reading = read(text, declaredLanguage: declaredLanguage)
    return reasons
  }

  func taught(_ lessons: [Lesson]) -> any Reader {
    SwitchedReader(reader: reader.taught(lessons), off: off)
  }

  func without(_ parts: Set<Reading.Part>) -> any Reader { reader.without(parts) }
}

/// What a plain reader, which cannot learn, makes do with.
extension Reader {
  public var languages: [Reading.Part: Set<String>] { [:] }

  public func kindsUnlessSpam(_ text: String, declaredLanguage: String?) -> Set<Reading.Kind> {
    let kinds = read(text, declaredLanguage: declaredLanguage).kinds.subtracting([.spam])
    return kinds.isEmpty ? [.other] : kinds
  }

  public func explain(_ text: String, declaredLanguage: String?) -> ReadingReasons {
    let reading = read(text, declaredLanguage: declaredLanguage)
    return ReadingReasons(
      reading: reading, surenessOfLanguage: reading.language == nil ? 0 : reading.sureness,
      surenessOfTone: reading.tone == nil ? 0 : reading.sureness,
      surenessOfKind: reading.kinds.isEmpty ? 0 : reading.sureness)
  }

  public func taught(_ lessons: [Lesson]) -> any Reader { self }

  public func without(_ parts: Set<Reading.Part>) -> any Reader {
    parts.isEmpty ? self : SwitchedReader(reader: self, off: parts)
  }
}
