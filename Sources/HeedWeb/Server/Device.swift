/// What a member knows a browser by, from how it calls itself: no more than two names, so that nothing that tells
/// people apart is kept.
enum Device {
  static func name(_ userAgent: String?) -> String {
    guard let agent = userAgent else { return "" }
    // In the order in which they pretend to be each other.
    let browsers = [
      ("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"),
      ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"),
      ("Safari/", "Safari"),
    ]
    let systems = [
      ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
      ("CrOS", "ChromeOS"), ("Macintosh", "Mac"), ("Linux", "Linux"),
    ]
    let browser = browsers.first { agent.contains($0.0) }?.1
    let system = systems.first { agent.contains($0.0) }?.1
    return [browser, system].compactMap { $0 }.joined(separator: " · ")
  }
}
