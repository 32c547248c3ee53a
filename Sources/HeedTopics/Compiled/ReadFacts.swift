extension DocumentReader {
  /// Writes the keys of the facts that some query asks for.
  mutating func readFacts(_ about: borrowing TopicDocument.Facts, signs: UInt64) {
    func asks(_ field: TopicQuery.Attribute.Field) -> Bool { signs & 1 << UInt64(field.sign) != 0 }
    if asks(.from), let author = about.author { addHandle(author, .from) }
    if asks(.to) { for addressee in about.addressees { addHandle(addressee, .to) } }
    if asks(.network), let network = about.network { addName(network, .network) }
    if asks(.language), let language = about.language { addLanguage(language) }
    if asks(.link) {
      for link in tokens.links { addAddress(link) }
      for link in about.links { addAddress(write(link) { $0.writeAddress($1, 0..<$1.count) }) }
    }
    if asks(.kind) { for kind in about.kinds { addName(kind, .kind) } }
    if asks(.tone), let tone = about.tone { addName(tone, .tone) }
    if asks(.source), let source = about.source { addName(source, .source) }
    if asks(.has) { addCarried(about) }
  }

  private mutating func addCarried(_ about: borrowing TopicDocument.Facts) {
    hasTag = showsTag || !about.tags.isEmpty
    hasMention = showsHandle || !about.mentions.isEmpty
    (hasMedia, isQuestion) = (false, false)
    hasLink = !tokens.links.isEmpty || !about.links.isEmpty
    for has in about.has {
      let key = addName(has, .has)
      if isName("image", key) || isName("video", key) || isName("audio", key) { hasMedia = true }
    }
    for kind in about.kinds {
      if isName("question", addName(kind, .has)) { isQuestion = true }
      facts.removeLast()
    }
  }

  private func isName(_ name: StaticString, _ key: Range<Int>) -> Bool {
    key.count == name.utf8CodeUnitCount + 1
      && tokens.buffer.has(name, at: key.lowerBound + 1, before: key.upperBound)
  }

  private mutating func addHandle(_ handle: String, _ field: TopicQuery.Attribute.Field) {
    let folded = write(handle) { $0.writeHandle($1, 0..<$1.count) }
    tokens.buffer.folded[folded.lowerBound - 1] = field.sign
    let bytes = UnsafePointer(tokens.buffer.folded) + folded.lowerBound
    let name = TermMarks.nameCount(bytes, folded.count)
    facts.append((folded.lowerBound - 1)..<folded.upperBound)
    if name < folded.count {
      facts.append((folded.lowerBound - 1)..<(folded.lowerBound + name))
    }
  }

  /// `en-GB` is found as itself and as `en`.
  private mutating func addLanguage(_ language: String) {
    let start = tokens.buffer.foldedCount
    _ = write(language) { reader, text in
      reader.buffer.write(TopicQuery.Attribute.Field.language.sign)
      reader.writeScalars(text, 0..<text.count)
      return 0..<0
    }
    for index in start..<tokens.buffer.foldedCount where tokens.buffer.folded[index] == 0x2D {
      facts.append(start..<index)
    }
    facts.append(start..<tokens.buffer.foldedCount)
  }

  private mutating func addAddress(_ folded: Range<Int>) {
    addresses.append(
      Address(
        start: folded.lowerBound, end: folded.upperBound, hostEnd: tokens.hostEnd(of: folded)))
  }

  /// Names are folded as texts are, which for one plain word is its lower case.
  @discardableResult
  private mutating func addName(
    _ name: String, _ field: TopicQuery.Attribute.Field
  ) -> Range<Int> {
    var name = name
    let isPlain = name.withUTF8 { bytes in
      bytes.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
    }
    if !isPlain { return addKey(foldedName(name), field) }
    return name.withUTF8 { addKey($0, field) }
  }

  private mutating func addKey(
    _ name: some Collection<UInt8>, _ field: TopicQuery.Attribute.Field
  ) -> Range<Int> {
    tokens.buffer.reserve(name.count + 1)
    let start = tokens.buffer.foldedCount
    tokens.buffer.write(field.sign)
    for byte in name { tokens.buffer.write(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
    facts.append(start..<tokens.buffer.foldedCount)
    return start..<tokens.buffer.foldedCount
  }

  private mutating func foldedName(_ name: String) -> [UInt8] {
    if let known = foldedNames[name] { return known }
    let folded = Array(Folding.fold(name).utf8)
    // Names of sources and networks are few; what is many is forgotten.
    if foldedNames.count == 256 { foldedNames.removeAll() }
    foldedNames[name] = folded
    return folded
  }

  private mutating func write(
    _ string: String, _ body: (inout TokenReader, SourceText) -> Range<Int>
  ) -> Range<Int> {
    var string = string
    return string.withUTF8 { bytes in
      tokens.buffer.reserve(bytes.count + 1)
      guard let start = bytes.baseAddress else {
        tokens.buffer.write(0)
        return tokens.buffer.foldedCount..<tokens.buffer.foldedCount
      }
      return body(&tokens, SourceText(start: start, count: bytes.count))
    }
  }
}
