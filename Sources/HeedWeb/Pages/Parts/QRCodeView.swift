import HeedModel

/// A QR code as a drawing of its own: dark on light in every colour scheme, since cameras look for that.
enum QRCodeView {
  /// - Parameter label: what it is, for whoever does not see it.
  static func html(_ text: String, label: String) -> HTML {
    guard let code = QRCode(text) else { return "" }
    // As much of the margin as the standard asks for.
    let quiet = 4
    let size = code.rows.count + 2 * quiet
    let path: String = code.rows.enumerated().map { row, modules -> String in
      runs(modules).map { "M\($0.lowerBound + quiet),\(row + quiet)h\($0.count)v1h-\($0.count)z" }
        .joined()
    }.joined()
    return """
      <svg class="qr" role="img" aria-label="\(label)" viewBox="0 0 \(size) \(size)" \
      shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\(size)v\(size)h-\(size)z"/>\
      <path fill="#000" d="\(path)"/></svg>
      """
  }

  private static func runs(_ modules: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (place, isDark) in modules.enumerated() where isDark {
      if let last = runs.last, last.upperBound == place {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    return runs
  }
}
