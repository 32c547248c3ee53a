/// What is the name of a host in running words.
enum HostRules {
  /// The end of the host that begins at `start`, with the longest run of labels that makes one.
  ///
  /// Without a scheme before it (`known`), scripts without spaces end it: the words around could not
  /// be told from it.
  static func end(of scalars: [Unicode.Scalar], from start: Int, known: Bool) -> Int? {
    var labels: [Range<Int>] = []
    var index = start
    while labels.count < 127 {
      let label = index
      while index < scalars.count, LinkRules.isHost(scalars[index]),
        !known || !LinkRules.isUnspaced(scalars[index])
      { index += 1 }
      guard isLabel(scalars[label..<index]) else { break }
      labels.append(label..<index)
      guard index + 1 < scalars.count, scalars[index] == ".", LinkRules.isHost(scalars[index + 1])
      else { break }
      index += 1
    }
    while labels.count > 1 {
      let last = labels.removeLast()
      guard let name = labels.last, !scalars[name].contains("_") else { continue }
      if isEnd(scalars[last], known: known) { return last.upperBound }
      if let cut = cutEnd(scalars, last) { return cut }
    }
    return nil
  }

  private static func isLabel(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
    guard first != "-", last != "-", first != "_", last != "_" else { return false }
    // `xn--` says that what follows is ASCII.
    return !label.starts(with: "xn--".unicodeScalars) || label.allSatisfy(\.isASCII)
  }

  /// `com` of `comだよね`: a known end that runs into a script without spaces.
  private static func cutEnd(_ scalars: [Unicode.Scalar], _ label: Range<Int>) -> Int? {
    guard let cut = scalars[label].firstIndex(where: LinkRules.isUnspaced), cut > label.lowerBound
    else { return nil }
    return isEnd(scalars[label.lowerBound..<cut], known: true) ? cut : nil
  }

  private static func isEnd(_ label: ArraySlice<Unicode.Scalar>, known: Bool) -> Bool {
    guard label.count >= 2, label.count <= 63 else { return false }
    guard label.allSatisfy(\.isASCII) else { return !known && label.allSatisfy(TagRules.isLetter) }
    let name = String(String.UnicodeScalarView(label)).lowercased()
    if known { return TopDomains.known.contains(name) }
    return name.hasPrefix("xn--") || label.allSatisfy(TagRules.isLetter)
  }
}
