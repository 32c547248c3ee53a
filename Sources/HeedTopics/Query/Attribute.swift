extension TopicQuery {
  /// Something known about a post besides its words (`lang:en`).
  public struct Attribute: Sendable, Hashable {
    /// What can be asked.
    public enum Field: String, Sendable, Hashable, CaseIterable {
      /// Who wrote it.
      case from
      /// To whom it is addressed.
      case to
      /// Where it was said.
      case network
      /// Its language, as a code of BCP 47; `en` includes `en-GB`.
      case language = "lang"
      /// An address that it links to: a host, or a host with the beginning of a path.
      case link
      /// How it was read: a question, a complaint.
      case kind
      /// Its tone.
      case tone
      /// What it carries.
      case has
      /// The name of the source that it was heard through.
      case source
    }

    public let field: Field
    /// Folded, in the spelling of its field.
    public let value: String

    /// The values that a field knows, or nil when it takes any.
    public static func values(of field: Field) -> [String]? {
      switch field {
      case .kind:
        [
          "question", "complaint", "praise", "wish", "correction", "thanks", "spam", "other",
        ]
      case .tone: ["positive", "neutral", "negative"]
      case .has:
        [
          "media", "image", "video", "audio", "link", "tag", "mention", "question", "poll",
          "quote", "warning",
        ]
      case .from, .to, .network, .language, .link, .source: nil
      }
    }

    /// The value as it is compared, or nil when the field cannot have it.
    static func folded(_ value: String, in field: Field) -> String? {
      switch field {
      case .from, .to:
        let handle = Handles.folded(value)
        return handle.unicodeScalars.contains(where: ScalarClass.isWord) ? handle : nil
      case .link:
        let address = Links.folded(value)
        let host = Links.host(of: address)
        return host.unicodeScalars.contains(where: ScalarClass.isWord) ? address : nil
      case .source:
        let name = Folding.fold(value)
        return name.isEmpty ? nil : name
      case .language: return LanguageNames.code(of: value)
      case .network:
        let name = Folding.fold(value)
        return name.isEmpty ? nil : name
      case .kind, .tone, .has:
        let name = Folding.fold(value)
        return values(of: field)?.contains(name) == true ? name : nil
      }
    }
  }
}
