/// Zones by number and by name.
enum DateZone {
  /// Minutes east of Greenwich of `Z`, `+02:00`, `-0530`, `+2`, `GMT+1`, `EST`.
  static func offset(of written: String) -> Int? {
    var text = written.filter { !$0.isWhitespace }.uppercased()
    if let known = named[text] { return known }
    for prefix in ["GMT", "UTC", "UT"] where text.hasPrefix(prefix) {
      text = String(text.dropFirst(prefix.count))
      break
    }
    // "+0200(CEST)": the number counts.
    if let comment = text.firstIndex(of: "(") { text = String(text[..<comment]) }
    guard let sign = text.first, sign == "+" || sign == "-" || sign == "\u{2212}" else {
      return nil
    }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let minutes: Int?
    switch digits.count {
    case 1, 2: minutes = Int(digits).map { $0 * 60 }
    case 3: minutes = Int(digits).map { $0 / 100 * 60 + $0 % 100 }
    case 4: minutes = Int(digits).map { $0 / 100 * 60 + $0 % 100 }
    default: minutes = nil
    }
    return minutes.map { sign == "+" ? $0 : -$0 }
  }

  /// Names as blog programs use them; military letters but Z say nothing reliable (RFC 2822, 4.3)
  /// and count as UTC.
  static let named: [String: Int] = {
    var zones: [String: Int] = [
      "GMT": 0, "UTC": 0, "UT": 0, "Z": 0, "WET": 0, "WEST": 60, "BST": 60, "IST": 330,
      "CET": 60, "MET": 60, "MEZ": 60, "CEST": 120, "MEST": 120, "MESZ": 120, "EET": 120,
      "EEST": 180, "SAST": 120, "MSK": 180, "TRT": 180, "GST": 240, "PKT": 300, "NPT": 345,
      "ICT": 420, "WIB": 420, "HKT": 480, "SGT": 480, "PHT": 480, "AWST": 480, "JST": 540,
      "KST": 540, "ACST": 570, "AEST": 600, "AET": 600, "ACDT": 630, "AEDT": 660, "NZST": 720,
      "NZT": 720, "NZDT": 780, "NST": -210, "NDT": -150, "AST": -240, "ADT": -180, "BRT": -180,
      "ART": -180, "EST": -300, "EDT": -240, "ET": -300, "CST": -360, "CDT": -300, "CT": -360,
      "MST": -420, "MDT": -360, "MT": -420, "PST": -480, "PDT": -420, "PT": -480, "AKST": -540,
      "AKDT": -480, "HST": -600,
    ]
    for letter in "ABCDEFGHIKLMNOPQRSTUVWXY" { zones[String(letter)] = 0 }
    return zones
  }()
}
