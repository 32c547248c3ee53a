/// What the formats before microformats2 are called now.
/// Source: the "backward compatible" sections of https://microformats.org/wiki/microformats2-parsing
enum ClassicFormats {
  typealias Property = ClassName.Property

  static let roots: [String: String] = [
    "adr": "h-adr", "geo": "h-geo", "hentry": "h-entry", "hfeed": "h-feed", "hnews": "h-news",
    "hproduct": "h-product", "hrecipe": "h-recipe", "hresume": "h-resume", "hreview": "h-review",
    "hreview-aggregate": "h-review-aggregate", "vcard": "h-card", "vevent": "h-event",
  ]

  /// What a class, or a `rel` where it says so, of an element inside a classic format means.
  static func properties(of node: PageTree.Node, in types: [String]) -> [Property] {
    var found: [Property] = []
    func add(_ property: Property) {
      if !found.contains(where: { $0.name == property.name && $0.prefix == property.prefix }) {
        found.append(property)
      }
    }
    for type in types {
      for word in node.classes { if let property = names[type]?[word] { add(property) } }
      guard let rel = node["rel"]?.lowercased(), node["href"] != nil else { continue }
      for word in rel.split(whereSeparator: \.isWhitespace) {
        guard let property = relations[type]?[String(word)],
          !found.contains(where: { $0.name == property.name })
        else { continue }
        add(property)
      }
    }
    return found
  }

  private static func named(_ p: String = "", u: String = "", dt: String = "", e: String = "")
    -> [String: Property]
  {
    var result: [String: Property] = [:]
    for (prefix, names) in [(ClassName.Prefix.p, p), (.u, u), (.dt, dt), (.e, e)] {
      for name in names.split(separator: " ") {
        let pair = name.split(separator: "=")
        result[String(pair[0])] = Property(prefix, String(pair[pair.count - 1]))
      }
    }
    return result
  }

  private static let item: [String: Property] = ["item": Property(.p, "item", implied: "h-item")]
  private static let tag = Property(.p, "category", isTag: true)
  private static let bookmark = Property(.u, "url")

  private static let relations: [String: [String: Property]] = [
    "h-entry": ["bookmark": bookmark, "tag": tag],
    "h-feed": ["tag": tag],
    "h-news": ["principles": Property(.u, "principles")],
    "h-review": ["bookmark": bookmark, "tag": tag],
    "h-review-aggregate": ["bookmark": bookmark, "tag": tag],
    "h-recipe": ["tag": tag],
    "h-product": ["tag": tag],
  ]

  private static let place =
    "post-office-box extended-address street-address locality region postal-code country-name"

  private static let names: [String: [String: Property]] = [
    "h-adr": named(place),
    "h-geo": named("latitude longitude altitude"),
    "h-card": named(
      "fn=name key family-name given-name additional-name honorific-prefix honorific-suffix nickname "
        + "category label tel note org organization-name organization-unit title=job-title role "
        + "tz agent class mailer sort-string adr geo \(place) latitude longitude",
      u: "email logo photo url uid sound", dt: "bday rev"),
    "h-entry": named(
      "entry-title=name entry-summary=summary author category geo latitude longitude",
      dt: "published updated", e: "entry-content=content"),
    "h-feed": named(
      "site-title=name site-description=summary author category", u: "url photo"),
    "h-news": named("entry source-org dateline geo latitude longitude"),
    "h-event": named(
      "summary=name description location category attendee contact organizer geo",
      u: "url", dt: "dtstart=start dtend=end duration"),
    "h-product": named(
      "fn=name brand category description price review", u: "photo url identifier"),
    "h-recipe": named(
      "fn=name ingredient yield author nutrition summary category", u: "photo",
      dt: "duration published", e: "instructions"),
    "h-resume": named("summary contact education experience skill affiliation publications"),
    "h-review": named(
      "summary=name reviewer=author rating best worst", u: "url", dt: "dtreviewed=reviewed",
      e: "description=content"
    ).merging(item) { $1 },
    "h-review-aggregate": named(
      "summary=name rating best worst average count votes", u: "url"
    ).merging(item) { $1 },
    "h-item": named("fn=name", u: "url photo"),
  ]
}
