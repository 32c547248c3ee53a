extension TermMarks {
  /// Looks up what is known about the document, and marks what some query asks for.
  mutating func markFacts(_ document: borrowing DocumentReader, for topics: CompiledTopics) {
    markCarried(document, for: topics)
    let folded = document.tokens.buffer.folded
    for key in document.facts {
      let term = topics.whole.find(folded + key.lowerBound, key.count)
      if term != TermTable.none { mark(term) }
    }
    for address in document.addresses { mark(address, in: folded, for: topics) }
  }

  /// Marks the host of an address, every host above it, and the paths that are asked for there.
  private mutating func mark(
    _ address: DocumentReader.Address, in folded: UnsafeMutablePointer<UInt8>,
    for topics: CompiledTopics
  ) {
    let sign = TopicQuery.Attribute.Field.link.sign
    var labels = 0
    var start = address.hostEnd
    while start > address.start, labels < topics.hostLabels {
      start -= 1
      guard start == address.start || folded[start - 1] == UInt8(ascii: ".") else { continue }
      labels += 1
      // A key stands behind its sign: the dot in front of the host lends its place.
      let before = folded[start - 1]
      folded[start - 1] = sign
      let term = topics.whole.find(folded + start - 1, address.hostEnd - start + 1)
      folded[start - 1] = before
      guard term != TermTable.none else { continue }
      mark(term)
      guard topics.terms[Int(term)].hasAddresses else { continue }
      markPaths(below: term, of: address, in: folded, for: topics)
    }
  }

  private mutating func markPaths(
    below host: TermID, of address: DocumentReader.Address,
    in folded: UnsafeMutablePointer<UInt8>, for topics: CompiledTopics
  ) {
    let path = UnsafeBufferPointer(
      start: folded + address.hostEnd, count: address.end - address.hostEnd)
    for wanted in topics.addresses(below: host) {
      guard path.starts(with: wanted.path) else { continue }
      let isWhole =
        path.count == wanted.path.count || "/?#".utf8.contains(path[wanted.path.count])
      if isWhole { mark(wanted.term) }
    }
  }
}

extension CompiledTopics {
  fileprivate func addresses(below host: TermID) -> ArraySlice<Address> {
    var low = 0
    var high = addresses.count
    while low < high {
      let middle = (low + high) / 2
      if addresses[middle].host < host { low = middle + 1 } else { high = middle }
    }
    return addresses[low...].prefix { $0.host == host }
  }
}
