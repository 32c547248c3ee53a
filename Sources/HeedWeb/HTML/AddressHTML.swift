extension HTML {
  /// What somebody is called where they speak. A narrow line breaks it behind its marks, and within a word only where
  /// nothing else helps.
  static func address(_ address: String) -> HTML {
    guard !address.contains(where: \.isWhitespace) else { return HTML(escaping: address) }
    var parts = [""]
    for (place, sign) in address.enumerated() {
      parts[parts.count - 1].append(sign)
      if sign == "@" && place > 0 || sign == "." { parts.append("") }
    }
    if parts.last?.isEmpty ?? false { parts.removeLast() }
    return HTML.join(parts.map { HTML(escaping: $0) }, by: "<wbr>")
  }
}
