/// How networks write their own names, by the names that a query asks for them.
enum NetworkTitles {
  static func title(of name: String) -> String {
    titles[name] ?? name.prefix(1).uppercased() + name.dropFirst()
  }

  private static let titles = [
    "activitypub": "ActivityPub", "github": "GitHub", "gotosocial": "GoToSocial",
    "hacker news": "Hacker News", "hackernews": "Hacker News", "linkedin": "LinkedIn",
    "wordpress": "WordPress", "youtube": "YouTube",
  ]
}
