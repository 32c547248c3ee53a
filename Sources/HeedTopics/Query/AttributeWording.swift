/// What is asked besides words, said of a post: “in English”, “with a link”.
enum AttributeWording {
  static func of(_ attribute: TopicQuery.Attribute) -> Wording {
    let value = attribute.value
    switch attribute.field {
    case .from: return "by @\(value)"
    case .to: return "to @\(value)"
    case .network: return network(value)
    case .language:
      guard let name = LanguageNames.name(of: value) else { return "in the language '\(value)'" }
      return "in \(language: value, english: name)"
    case .link: return "linking to \(value)"
    case .kind: return kind(value)
    case .tone: return tone(value)
    case .has: return carried(value)
    case .source: return "heard through '\(value)'"
    }
  }

  /// Those that are no place take other small words in other languages.
  private static func network(_ name: String) -> Wording {
    switch name {
    case "feeds": "on Feeds"
    case "mail": "on mail"
    case "practice": "on Practice"
    case "web": "on Web"
    default: "on \(NetworkTitles.title(of: name))"
    }
  }

  private static func kind(_ kind: String) -> Wording {
    switch kind {
    case "question": "read as a question"
    case "complaint": "read as a complaint"
    case "praise": "read as praise"
    case "wish": "read as a wish"
    case "correction": "read as a correction of us"
    case "thanks": "read as thanks"
    case "spam": "read as spam"
    default: "read as none of the kinds"
    }
  }

  private static func tone(_ tone: String) -> Wording {
    switch tone {
    case "positive": "positive in tone"
    case "negative": "negative in tone"
    default: "neutral in tone"
    }
  }

  private static func carried(_ what: String) -> Wording {
    switch what {
    case "media": "with media"
    case "image": "with an image"
    case "video": "with a video"
    case "audio": "with audio"
    case "link": "with a link"
    case "tag": "with a tag"
    case "mention": "with a mention"
    case "question": "with a question"
    case "poll": "with a poll"
    case "quote": "with a quote"
    default: "with a warning"
    }
  }
}
