/// What a mention may be: `@user`, `@user@host`, and where asked for `@name.example`.
///
/// Names as Mastodon takes them
/// (https://github.com/mastodon/mastodon/blob/main/app/models/account.rb, `USERNAME_RE`).
enum MentionRules {
  /// Whether an `@` at `index` can begin a mention: not within a word or an address of mail.
  static func mayPrecede(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0 else { return true }
    let previous = scalars[index - 1]
    if previous.isASCII {
      if isName(previous) { return isRetweet(scalars, before: index) }
      // After these only where they do not hang on a word: `.@ana` speaks to all, `a.@b` to nobody.
      if ".-+".unicodeScalars.contains(previous) { return index < 2 || !isName(scalars[index - 2]) }
      return !"!#$%&*@/=".unicodeScalars.contains(previous)
    }
    return previous != "＠"
  }

  /// The end of the mention at `index`; `nil` when it is none.
  static func end(of scalars: [Unicode.Scalar], at index: Int, domains: Bool) -> Int? {
    guard let user = name(scalars, from: index + 1, dots: domains) else { return nil }
    if user < scalars.count, scalars[user] == "@" || scalars[user] == "＠" {
      return host(scalars, from: user + 1)
    }
    if scalars[user...].starts(with: "://".unicodeScalars) { return nil }
    // `@aliceì` would be cut in the middle of a name.
    if user < scalars.count, isLatinBeyondASCII(scalars[user]) { return nil }
    return user
  }

  /// Letters, digits, `_`; dots and hyphens only inside, and only where a name may hold them:
  /// before a host, or as a domain.
  private static func name(_ scalars: [Unicode.Scalar], from start: Int, dots: Bool) -> Int? {
    var end = start
    while end < scalars.count, isName(scalars[end]), end - start < 64 { end += 1 }
    guard end > start else { return nil }
    let short = end
    var long = end
    while long < scalars.count,
      isName(scalars[long]) || scalars[long] == "." || scalars[long] == "-",
      long - start < 253
    { long += 1 }
    while long > short, !isName(scalars[long - 1]) { long -= 1 }
    guard long > short else { return short }
    if long < scalars.count, scalars[long] == "@" || scalars[long] == "＠",
      host(scalars, from: long + 1) != nil
    {
      return long
    }
    return dots && scalars[short] == "." ? long : short
  }

  private static func host(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var end = start
    var dots = 0
    while end < scalars.count, end - start < 253 {
      if scalars[end] == "." || scalars[end] == "-" || scalars[end] == ":" {
        let next = end + 1
        guard next < scalars.count, TagRules.isWord(scalars[next]) || scalars[next] == "-" else {
          break
        }
        if scalars[end] == ":", !(0x30...0x39).contains(scalars[next].value) { break }
        if scalars[end] == "." { dots += 1 }
      } else if !TagRules.isWord(scalars[end]) || scalars[end] == "_" {
        break
      }
      end += 1
    }
    return dots > 0 && end > start ? end : nil
  }

  private static func isRetweet(_ scalars: [Unicode.Scalar], before index: Int) -> Bool {
    guard index >= 2, scalars[index - 1].value | 0x20 == 0x74,
      scalars[index - 2].value | 0x20 == 0x72
    else { return false }
    return index == 2 || !isName(scalars[index - 3])
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && TagRules.isWord(scalar)
  }

  private static func isLatinBeyondASCII(_ scalar: Unicode.Scalar) -> Bool {
    (0xC0...0x24F).contains(scalar.value) && scalar.value != 0xD7 && scalar.value != 0xF7
      || (0x300...0x36F).contains(scalar.value) || (0x1E00...0x1EFF).contains(scalar.value)
  }
}
