/// Where somebody, or their program, signs.
enum Signature {
  /// Lines of a signature, where its mark is not the one of RFC 3676.
  private static let mostLines = 15

  /// Whether a signature begins here: `-- ` by the rule; `--`, `—` or a drawn line where little follows.
  static func begins(at index: Int, in lines: [MailLine]) -> Bool {
    let line = lines[index]
    guard line.kind == .text else { return false }
    if line.text == "-- " { return true }
    let isDash = line.trimmed == "--" || line.trimmed == "—" || line.trimmed == "- --"
    let isDrawn = line.trimmed.count >= 5 && line.trimmed.allSatisfy { $0 == "_" }
    guard isDash || isDrawn else { return false }
    var count = 0
    for next in lines[(index + 1)...] where next.kind != .blank {
      if next.kind == .quote { break }
      if Boundary.isNear(next) { break }
      count += 1
      guard count <= (isDash ? mostLines : 4), next.trimmed.count < 200 else { return false }
    }
    return true
  }

  /// `Sent from my iPhone` and its kin: said by the program, not by the person.
  static func isOfProgram(_ line: MailLine) -> Bool {
    guard line.trimmed.count <= 140, !line.trimmed.hasSuffix("?") else { return false }
    let words = line.trimmed.lowercased().drop { "<([*_~ ".contains($0) }
    if words.hasSuffix("from mobile") || words.hasPrefix("from my iphone") { return true }
    if plain.contains(where: { words.hasPrefix($0) }) { return true }
    if anywhere.contains(where: { words.contains($0) }) { return true }
    for (start, rest) in joined where words.hasPrefix(start) {
      let rest = Array(rest)
      let after = words.dropFirst(start.count).drop { " <[(".contains($0) }
      if rest.contains(where: { after.hasPrefix($0) }) { return true }
    }
    return false
  }

  private static let plain = [
    "get outlook for", "get [outlook for", "sent via ", "sent with ", "sent by galaxy",
    "envoyé de mon",
    "envoyé depuis", "envoyé à partir",
    "von meinem mobil", "von meinem iphone", "von meinem ipad", "von meinem android",
    "von unterwegs gesendet",
    "diese nachricht wurde von", "gesendet mit", "gesendet von", "von samsung", "enviado desde mi",
    "enviado desde el",
    "enviado do meu", "enviado a partir", "enviado con", "inviato da", "inviato dal",
    "verzonden met", "verzonden vanaf",
    "verstuurd vanaf", "verstuurd vanuit", "sendt fra", "skickat från min", "skickat från",
    "lähetetty ",
    "wysłane z", "wysłano z", "odesláno z", "odoslané z", "elküldve a", "отправлено с",
    "отправлено из", "надіслано з",
    "iphone'umdan gönderildi", "trimis de pe", "στάλθηκε από", "发自我的", "發自我的", "从我的", "從我的",
    "outlook for",
  ]

  private static let anywhere = ["から送信", "에서 보냄", "傳送", "iphone'umdan", "نُشر من", "נשלח מה"]

  private static let things = [
    "my ", "a ", "mobile", "mailbox", "mail", "windows", "outlook", "yahoo", "iphone", "ipad",
    "samsung", "proton", "galaxy",
    "android", "blackberry", "gmail", "airmail", "nine", "spark", "fairmail", "k-9", "thunderbird",
    "aol", "huawei", "xiaomi",
  ]
  private static let joined: [(String, [String])] = [("sent from", things), ("sent using", things)]
}

extension Boundary {
  /// A line that may begin somebody else's mail; a cheap look.
  static func isNear(_ line: MailLine) -> Bool {
    line.trimmed.hasSuffix(":") && line.trimmed.contains(where: \.isNumber)
  }
}
