/// Lines that a mail program folded are put together again (RFC 3676).
enum FlowedText {
  static func unfolded(_ text: String, deletesSpace: Bool) -> String {
    var result: [String] = []
    /// The paragraph under way, and how deep its quote is.
    var open: (depth: Int, words: String)?
    func close() {
      guard let paragraph = open else { return }
      let mark = String(repeating: ">", count: paragraph.depth)
      result.append(mark.isEmpty ? paragraph.words : mark + " " + paragraph.words)
      open = nil
    }
    for line in text.withPlainLineEnds.split(separator: "\n", omittingEmptySubsequences: false) {
      let depth = line.prefix { $0 == ">" }.count
      var words = line.dropFirst(depth)
      if words.first == " " { words = words.dropFirst() }
      // What is quoted to another depth, and the mark of a signature, never flow on.
      if let paragraph = open, paragraph.depth != depth || words == "-- " { close() }
      let flows = words.hasSuffix(" ") && words != "-- "
      let kept = flows && deletesSpace ? words.dropLast() : words
      open = (depth, (open?.words ?? "") + kept)
      if !flows { close() }
    }
    close()
    return result.joined(separator: "\n")
  }
}
