/// What somebody outside gave for a line of its own: a name, a handle, a title, a warning.
///
/// It stands in the middle of texts of ours (a letter's subject, a push, a list, the front of an answer). A line end in it
/// would begin another line there, and a character that turns the direction of writing would turn ours as well
/// (CVE-2021-42574).
public enum OneLine {
  /// Without controls, line ends and what reaches past its own words; directions that it opens are closed again.
  /// - Returns: nothing where there is nothing to see.
  public static func of(_ text: String) -> String {
    if Words.isOneLine(text) { return text }
    let clean = Words.clean(text, lines: false)
    return Words.isBlank(clean) ? "" : clean
  }

  /// The same, no longer than so many letters and bytes of UTF-8: a single letter can carry a megabyte of marks.
  public static func of(_ text: String, letters: Int, bytes: Int) -> String {
    guard text.utf8.count > min(letters, bytes) else { return of(text) }
    var cut = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars {
      length += UTF8.width(scalar)
      guard length <= bytes else { break }
      cut.append(scalar)
    }
    return of(String(String(cut).prefix(letters)))
  }
}
